import type { Document, Sentence } from '../../document/document.js';
import { baseRelation, childrenBy, subtree } from '../../document/tree.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import type { Body, BodyMention } from './bodies.js';
import { doersOf } from './voters.js';

/** One sentence, with all that is needed to read votes out of it. */
export interface Scene {
  readonly doc: Document;
  readonly cast: Cast;
  readonly registry: Registry;
  readonly sentence: Sentence;
  readonly bodies: readonly BodyMention[];
  /** The Security Council is what the report or the sentence is about. */
  readonly council: boolean;
  /** Some body whose members are states is. */
  readonly ofStates: boolean;
}

/** The body that does what a verb says, itself or as "members of the Council". */
export function bodyDoing(scene: Scene, verb: number): Body | undefined {
  const { doc, bodies } = scene;
  if (bodies.length === 0) return undefined;
  for (const doer of doersOf(doc, verb)) {
    if (isCounted(doc, doer)) continue;
    const inside = new Set(subtree(doc, doer, (child) => baseRelation(doc, child) === 'acl'));
    const found = bodies.find((mention) => inside.has(mention.to - 1) || inside.has(mention.from));
    if (found !== undefined) return found.body;
  }
  return undefined;
}

/** "Thirteen members of the Council": those are counted, and the Council does nothing. */
function isCounted(doc: Document, doer: number): boolean {
  if (doc.upos[doer] === 'NUM' || childrenBy(doc, doer, 'nummod').length > 0) return true;
  return [1, 2, 3, 4].some((step) => doc.upos[doer - step] === 'NUM' && doc.lemmas[doer] === 'member');
}

/** The body that stands right before a verb, adverbs, days and brackets between left out. */
export function bodyBefore({ doc, sentence, bodies }: Scene, verb: number): Body | undefined {
  let end = verb;
  while (end > sentence.from) {
    const found = bodies.find((mention) => mention.to === end);
    if (found !== undefined) return isHeld(doc, sentence, found.from) ? found.body : undefined;
    const word = doc.tokens[end - 1]!.text;
    if (word === ')') {
      while (end > sentence.from && doc.tokens[end - 1]!.text !== '(') end--;
      end--;
    } else if (
      doc.upos[end - 1] === 'ADV' ||
      isDate(doc, end - 1) ||
      /^(?:on|has|have|had|also|,)$/i.test(word)
    )
      end--;
    else return undefined;
  }
  return undefined;
}

/** Not "a member of parliament", nor "until the House" or "if the House". */
function isHeld(doc: Document, sentence: Sentence, from: number): boolean {
  for (let token = from - 1; token >= Math.max(sentence.from, from - 4); token--) {
    if (/^(?:of|if|until|unless|whether|when|once|before)$/i.test(doc.tokens[token]!.text)) return false;
  }
  return true;
}

/** "The Council …, adopting a resolution": the tree hangs such a participle anywhere, its doer is the sentence's. */
export function bodyBeforeParticiple({ doc, sentence, bodies }: Scene, verb: number): Body | undefined {
  if (doc.tokens[verb - 1]?.text !== ',') return undefined;
  if (doc.xpos[verb] !== 'VBG') return bodies.find(({ from }) => from - sentence.from <= 3)?.body;
  return bodies.find((mention) => {
    const relation = doc.tree.relations[mention.to - 1] ?? '';
    return mention.to <= verb && mention.from >= sentence.from && relation.startsWith('nsubj');
  })?.body;
}

/** Whether a token belongs to words that tell when. */
export function isDate(doc: Document, token: number): boolean {
  return doc.times.some((time) => time.from <= token && token < time.to);
}
