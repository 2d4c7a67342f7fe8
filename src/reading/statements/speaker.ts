import type { Document } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import { type ActorMention, actorsOf, type Cast, mentionCovering } from '../cast.js';
import type { Actor } from '../contract.js';
import { anonymous } from './anonymous.js';
import { withOwnName } from './own-name.js';
import type { Setting } from './setting.js';

/** The actor behind a source, and how sure that is. */
export interface Speaker {
  readonly actor: Actor | null;
  /** 0–1 */
  readonly certainty: number;
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom']);

/** Whoever speaks: the actor of the source's head word, of what a relative pronoun stands for, of a best candidate. */
export function speakerOf({ doc, cast, referenceAt }: Setting, source: readonly number[]): Speaker {
  const heads = headsOf(doc, source);
  // Where the parser has torn "France's ambassador Anna Martin" apart, the person speaks, not what is before the name.
  const person = heads.find((one) => cast.at(one)?.actors[0]?.person != null);
  const head = person ?? heads[0] ?? -1;
  if (head < 0) return { actor: null, certainty: 0.5 };
  const own = mentionFor(doc, cast, head);
  // "Sources close to the premier" are not the premier, but of his country.
  const unnamed = own === undefined ? anonymous(doc, head, source) : undefined;
  if (unnamed !== undefined) {
    const country = largestWithin(cast, source)?.actors[0]?.country ?? null;
    return { actor: { ...unnamed, country }, certainty: 0.6 };
  }
  const mention = own ?? largestWithin(cast, source);
  const actor = mention?.actors[0];
  if (actor !== undefined)
    return {
      actor: withOwnName(doc, actor, head, source),
      certainty: mention?.kind === 'pronoun' ? 0.85 : 1,
    };
  const namesake = namesakeOf(doc, cast, head);
  if (namesake !== undefined) return { actor: namesake, certainty: 0.9 };
  for (const candidate of referenceAt.get(head)?.candidates ?? []) {
    const guess = actorsOf(doc, cast, candidate)?.actors[0];
    if (guess !== undefined) return { actor: { ...guess, resolvedBy: 'candidate' }, certainty: 0.4 };
  }
  return { actor: null, certainty: 0.6 };
}

/** The words that the rest of a phrase hangs on, nouns and names before others. */
function headsOf(doc: Document, tokens: readonly number[]): number[] {
  const inside = new Set(tokens);
  return tokens
    .filter((token) => !inside.has(doc.tree.heads[token]!) && doc.upos[token] !== 'PUNCT')
    .sort((a, b) => Number(isNominal(doc, b)) - Number(isNominal(doc, a)) || a - b);
}

function isNominal(doc: Document, token: number): boolean {
  const upos = doc.upos[token];
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON';
}

function mentionFor(doc: Document, cast: Cast, head: number): ActorMention | undefined {
  if (RELATIVE.has(doc.tokens[head]!.text.toLowerCase())) {
    for (let at = head, steps = 0; at >= 0 && steps < 6; at = doc.tree.heads[at]!, steps++) {
      if (baseRelation(doc, at) === 'acl') return actorsOf(doc, cast, doc.tree.heads[at]!);
    }
  }
  return actorsOf(doc, cast, head) ?? mentionCovering(cast, head);
}

/** Whoever in the report bears the surname that a source consists of. */
function namesakeOf(doc: Document, cast: Cast, head: number): Actor | undefined {
  const surname = doc.tokens[head]!.text;
  // "HOLM:" in a transcript is whoever the report calls Holm.
  const isCapitals = /^\p{Lu}{3,}$/u.test(surname);
  if ((!isCapitals && !/^\p{Lu}\p{Ll}/u.test(surname)) || doc.upos[head] === 'PRON') return undefined;
  const bears = (name: string) =>
    isCapitals ? name.toUpperCase() === surname && name !== surname : name === surname;
  for (const { actors } of cast.mentions) {
    const found = actors.find((one) => bears((one.person ?? one.name).split(' ').at(-1) ?? ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A source whose head nobody knows ("a statement released by the ministry") is still spoken by the one within. */
function largestWithin(cast: Cast, source: readonly number[]): ActorMention | undefined {
  const inside = new Set(source);
  let found: ActorMention | undefined;
  for (const token of source) {
    const mention = cast.at(token);
    if (mention === undefined || mention.actors.length === 0 || !inside.has(mention.from)) continue;
    if (found === undefined || mention.to - mention.from > found.to - found.from) found = mention;
  }
  return found;
}

const HEARING = new Set('tell inform assure remind warn brief notify reassure'.split(' '));
/** **Units** words. */
const LONGEST_ADDRESS = 8;

/**
 * What was said without whom it was said to, where the words "told the 15-member Council that …" have been taken for
 * content whole.
 */
export function afterAddressee({ doc }: Setting, cue: number, content: readonly number[]): readonly number[] {
  if (!HEARING.has(doc.lemmas[cue]!.toLowerCase()) || content[0] !== cue + 1) return content;
  for (const [at, token] of content.slice(0, LONGEST_ADDRESS).entries()) {
    if (doc.tokens[token]!.text.toLowerCase() === 'that' && at > 0) return content.slice(at);
    if (/^(?:VERB|AUX|SCONJ)$/.test(doc.upos[token]!) || /^[,;:"“]$/.test(doc.tokens[token]!.text))
      return content;
  }
  return content;
}
