import type { Document, Reference } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Registry } from '../../registry/registry.js';
import type { Sector } from '../../registry/sectors.js';
import type { ActorMention } from '../cast.js';
import type { Marks } from './marks.js';
import type { People } from './people.js';
import type { Salience } from './salience.js';
import type { ShortNames } from './short-names.js';

/** Who an actor is, wherever it is mentioned: the contract's `Actor` without its span. */
export interface Identity {
  readonly name: string;
  readonly country: string | null;
  readonly sectors: readonly Sector[];
  readonly title: string | null;
  readonly person: string | null;
  readonly id: string | null;
  readonly resolvedBy: string;
}

/** A mention on its way into the cast. `core` is the phrase without apposition and prepositional phrases. */
export interface Resolved {
  readonly head: number;
  readonly core: TokenRange;
  readonly range: TokenRange;
  readonly kind: ActorMention['kind'];
  readonly identities: readonly Identity[];
}

/**
 * What the resolvers of one document share. `resolve` gives the mention of a phrase's head, from memory where it has
 * been resolved; null where the phrase is nobody's.
 */
export interface Scene {
  readonly doc: Document;
  readonly registry: Registry;
  readonly marks: Marks;
  readonly people: People;
  readonly salience: Salience;
  readonly shortNames: ShortNames;
  /** References by their head token. */
  readonly references: ReadonlyMap<number, Reference>;
  /** The day that the report counts from, for who held which office; null when not known. */
  readonly date: string | null;
  readonly resolve: (head: number) => Resolved | null;
}

/** The words of a range as the report has them. */
export function words(doc: Document, range: TokenRange): string {
  const first = doc.tokens[range.from];
  const last = doc.tokens[range.to - 1];
  if (first === undefined || last === undefined) return '';
  return doc.report.text.slice(first.start, last.end);
}

/** Sectors in order, each once. */
export function mergeSectors(...lists: readonly (readonly Sector[])[]): Sector[] {
  return [...new Set(lists.flat())];
}
