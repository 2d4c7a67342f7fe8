import { baseRelation, childBy, childrenBy } from '../../../document/tree.js';
import { maybeHuman } from '../../../language/references/reference-words.js';
import type { Actor } from '../../contract.js';
import { isNegated } from '../negation.js';
import type { Setting } from '../setting.js';
import { FIRST, type Shown } from './shown.js';
import { firstOf } from './toward.js';

const NEED = new Set(['need', 'have']);

/** "Iran needs to stop", "Iran has to stop", said Iran "needed to stop": what must be done by somebody else. */
function isNeeded({ doc, quoteAt }: Setting, verb: number): boolean {
  const needing = doc.tree.heads[verb]!;
  if (doc.tree.relations[verb] !== 'xcomp' || needing < 0 || isNegated(doc, needing)) return false;
  const tag = doc.xpos[needing]!;
  const isTold = (tag === 'VBD' || tag === 'VBN') && doc.lemmas[needing] === 'need' && quoteAt[needing]! < 0;
  return NEED.has(doc.lemmas[needing]!) && (isTold || tag === 'VBP' || tag === 'VBZ');
}

/** "Take to the streets", "please pray for him": a bare verb at the head of somebody's own words. */
export function command(setting: Setting, token: number): Shown | undefined {
  const { doc, quoteAt } = setting;
  if (isNeeded(setting, token)) {
    const subject = childBy(doc, doc.tree.heads[token]!, 'nsubj');
    if (subject === undefined || FIRST.has(doc.tokens[subject]!.text.toLowerCase())) return undefined;
    return { act: 'demands', toward: firstOf(setting, subject) };
  }
  if (doc.xpos[token] !== 'VB' || quoteAt[token]! < 0 || KINDLY.has(doc.lemmas[token]!)) return undefined;
  if (childBy(doc, token, 'nsubj', 'nsubj:pass', 'mark') !== undefined) return undefined;
  // "Don't hold them hostage".
  const aux = childBy(doc, token, 'aux');
  if (aux !== undefined && !(doc.lemmas[aux] === 'do' && isNegated(doc, token) && opens(setting, aux)))
    return undefined;
  const relation = baseRelation(doc, token);
  if (relation !== 'root' && relation !== 'parataxis' && relation !== 'ccomp') return undefined;
  const before = (doc.tree.children[token] ?? []).filter((child) => child < token);
  const isBare = before.every((child) =>
    /^(?:aux|discourse|advmod|punct|vocative|advcl|cc)$/.test(baseRelation(doc, child)),
  );
  return isBare ? { act: 'demands', toward: null } : undefined;
}

/** Verbs that ask for nothing at the head of a sentence: "thank you", "God bless them", "let me say". */
const KINDLY = new Set(['thank', 'bless', 'let', 'say', 'suppose', 'imagine', 'rest', 'help']);

/** Verbs that say how things are or come, and what nobody undertakes. */
const NO_DEED = new Set(
  'add admit be become celebrate feel forget have know like lose miss need note remain remember say see seem tell understand want wonder'.split(
    ' ',
  ),
);

/** "We will bring them to justice", "we will not yield", "I did not do it": what somebody says of his own deeds. */
export function vow(setting: Setting, token: number, speaker: Actor | null): Shown | undefined {
  const { doc, cast, quoteAt } = setting;
  if (doc.upos[token] !== 'VERB' || NO_DEED.has(doc.lemmas[token]!)) return undefined;
  const subject = childBy(doc, token, 'nsubj');
  if (subject === undefined) return undefined;
  const isFirst = quoteAt[token]! >= 0 && FIRST.has(doc.tokens[subject]!.text.toLowerCase());
  const self = cast.at(subject)?.kind === 'pronoun' ? cast.at(subject)?.actors[0] : undefined;
  const isSelf = self !== undefined && self.name === speaker?.name;
  if (!isFirst && !isSelf) return undefined;
  const aux = childrenBy(doc, token, 'aux').map((one) => doc.tokens[one]!.text.toLowerCase());
  const isNot = isNegated(doc, token) || doc.lemmas[token - 1] === 'longer';
  const isFuture = aux.some((word) => /^(?:will|shall|wo|'ll|’ll|would)$/.test(word));
  if (isNot) {
    if (isFuture) return { act: 'declines', toward: null };
    return aux.includes('did') || aux.includes('had') ? { act: 'denies', toward: null } : undefined;
  }
  return isFirst && isFuture && !aux.includes('would') ? { act: 'promises', toward: null } : undefined;
}

/** "Iran must stop": a demand, unless the speaker means himself. */
export function duty(setting: Setting, token: number): Shown | undefined {
  const { doc } = setting;
  const isOwed = doc.lemmas[token] === 'must' || doc.lemmas[token] === 'should';
  if (!isOwed || doc.upos[token] !== 'AUX') return undefined;
  const verb = doc.tree.heads[token]!;
  const subject = verb < 0 ? undefined : childBy(doc, verb, 'nsubj', 'nsubj:pass');
  if (subject === undefined || FIRST.has(doc.tokens[subject]!.text.toLowerCase())) return undefined;
  const toward = firstOf(setting, subject);
  // "There should be another vote" is a wish, of nobody.
  if (doc.lemmas[token] === 'should' && toward === null && !isWhoever(setting, subject)) return undefined;
  return { act: 'demands', toward };
}

/** "Those at the top", "voters", "anyone": people whom no actor stands for. */
function isWhoever({ doc }: Setting, token: number): boolean {
  const { text } = doc.tokens[token]!;
  if (/^(?:those|everyone|everybody|anyone|anybody|nobody|they)$/i.test(text)) return true;
  return doc.upos[token] === 'NOUN' && maybeHuman(doc.lemmas[token]!.toLowerCase());
}

/** Whether a word is the first of its sentence, or of what follows a mark. */
function opens({ doc }: Setting, token: number): boolean {
  return token === doc.sentences[doc.tokens[token]!.sentence]!.from || doc.upos[token - 1] === 'PUNCT';
}
