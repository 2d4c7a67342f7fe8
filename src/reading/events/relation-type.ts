import type { Codebook } from '../../registry/codebook/codebook.js';
import { EVENT_TYPES, type Event, type EventType, type QuadCategory } from '../contract.js';
import type { Embedding } from './embedding.js';

/** Types of the public relation data: PLOVER's, with CONCEDE and RETREAT as one. */
export type RelationType = Exclude<EventType, 'CONCEDE' | 'RETREAT'> | 'YIELD';

/** What a frame or an event is coded as. */
type Coded = Pick<Event, 'type' | 'mode' | 'cameo'>;

/** CAMEO: impose embargo, boycott or sanctions; impose blockade, restrict movement. */
const EMBARGO = '163';
const BLOCKADE = '191';

export function isRelationType(name: string): name is RelationType {
  if (name === 'CONCEDE' || name === 'RETREAT') return false;
  return name === 'YIELD' || (EVENT_TYPES as readonly string[]).includes(name);
}

/**
 * What an event is called as a relation between two parties, in the conventions of the public PLOVER relation data:
 * a refused or negated act is REJECT; a bare future is AGREE, or THREATEN where the act is hostile; a conviction is
 * ACCUSE, an embargo COERCE, a blockade or an attack on computers ASSAULT; CONCEDE and RETREAT are YIELD. The events
 * of a reading keep PLOVER's own types and auxiliary modes.
 */
export function relationTypeOf(
  { type, mode, cameo }: Coded,
  embedding: Pick<Embedding, 'isNegated' | 'isFuture'>,
  codebook: Codebook,
): RelationType {
  const quad = codebook.types.get(type)?.quad;
  if (embedding.isNegated && type !== 'REJECT' && type !== 'ACCUSE') return 'REJECT';
  if (embedding.isFuture) {
    if (quad === 'material conflict') return 'THREATEN';
    if (quad === 'material cooperation' || type === 'CONSULT' || type === 'CONCEDE' || type === 'SUPPORT')
      return 'AGREE';
  }
  if (type === 'SANCTION' && mode === 'convict') return 'ACCUSE';
  if (type === 'SANCTION' && cameo === EMBARGO) return 'COERCE';
  if (type === 'COERCE' && (cameo === BLOCKADE || mode === 'cyber')) return 'ASSAULT';
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
}

/** The quad category of a relation; giving way counts as material cooperation in that data. */
export function relationQuad(type: RelationType, codebook: Codebook): QuadCategory {
  if (type === 'YIELD') return 'material cooperation';
  return codebook.types.get(type)!.quad;
}
