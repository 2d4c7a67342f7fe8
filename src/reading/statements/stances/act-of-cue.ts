import type { Document } from '../../../document/document.js';
import { childBy, childrenBy, hasCase } from '../../../document/tree.js';
import type { StanceAct } from '../../contract.js';
import { isClaim } from '../claims-of-others.js';
import { type CueEntry, cueEntry } from '../cue-lexicon.js';
import { isNegated } from '../negation.js';
import type { Setting } from '../setting.js';
import { stanceWords } from './stance-words.js';

/** Cues that do nothing by themselves but with "not" withhold an answer: "did not respond". */
const ANSWERING = new Set(['comment', 'respond', 'reply', 'answer', 'elaborate', 'confirm', 'specify']);

/** Verbs that deny a claim and turn down a proposal alike: only the first is a denial. */
const TURNING_DOWN = new Set([
  'reject',
  'dismiss',
  'dispute',
  'contest',
  'contradict',
  'downplay',
  'rejection',
]);

/** What is denied to somebody rather than denied to be so. */
const GOODS = new Set(
  'funding access entry permission visa request bail asylum aid appeal benefit'.split(' '),
);

const SYMPATHY = new Set('condolence sympathy prayer'.split(' '));

/** Words without which a warning is a forecast, not a threat. */
const MENACE = new Set(
  `face consequence respond response retaliate retaliation revenge pay punish punishment sanction attack strike
  destroy force war regret price crush act action measure`.split(/\s+/),
);

/** "Published allegations", "issued an apology", "raised doubts": what the noun within a cue does. */
export function actOfNoun(
  { doc, lexicon }: Setting,
  cue: readonly number[],
  head: number,
): StanceAct | undefined {
  if (doc.upos[head] !== 'VERB' || isNegated(doc, head)) return undefined;
  for (const token of cue) {
    const entry = doc.upos[token] === 'NOUN' ? cueEntry(lexicon, 'NOUN', doc.lemmas[token]!) : undefined;
    if (entry?.stance != null && doc.tree.relations[token] === 'obj') return entry.stance;
  }
  return undefined;
}

/** What goes on in saying so: deeds that are done by words. */
const DONE_BY_WORDS: ReadonlySet<StanceAct> = new Set([
  'praises',
  'supports',
  'accuses',
  'doubts',
  'denies',
  'regrets',
  'demands',
]);

/**
 * What somebody does in the main clause, where the cue only goes on with it: "congratulated her, saying …". The verb,
 * and what it does.
 */
export function actOfClause(
  { doc, lexicon }: Setting,
  head: number,
): { readonly act: StanceAct; readonly verb: number } | undefined {
  const verb = doc.tree.heads[head]!;
  if (verb < 0 || doc.upos[verb] !== 'VERB' || isNegated(doc, verb)) return undefined;
  const goesOn = doc.tree.relations[head] === 'advcl' && doc.xpos[head] === 'VBG';
  // The tree often hangs the phrase the other way about: nobody else may do the saying.
  if (!goesOn || childBy(doc, verb, 'nsubj') === undefined || childBy(doc, verb, 'obj') === undefined)
    return undefined;
  const entry = cueEntry(lexicon, 'VERB', doc.lemmas[verb]!);
  if (entry !== undefined && TURNING_DOWN.has(entry.lemma)) return undefined;
  // "Levelled criticism at him, saying …".
  const object = childBy(doc, verb, 'obj')!;
  const noun = cueEntry(lexicon, 'NOUN', doc.lemmas[object]!)?.stance ?? null;
  const stance = entry?.stance ?? (noun === 'demands' ? null : noun);
  return stance !== null && DONE_BY_WORDS.has(stance) ? { act: stance, verb } : undefined;
}

/** What a cue does by its own meaning, undefined where that is nothing, or is undone by "not". */
export function actOfCue(
  { doc }: Setting,
  entry: CueEntry,
  head: number,
  content: readonly number[],
): StanceAct | undefined {
  const negated = isNegated(doc, head);
  const isByNone = negated || hasNoSubject(doc, head);
  if (negated && entry.class === 'speech' && asksWhether(doc, content)) return 'declines';
  if (entry.lemma === 'agree') return isByNone ? 'doubts' : agreesTo(doc, head) ? 'promises' : 'supports';
  if (VOICING.has(entry.lemma) && !negated) return voiced(doc, content);
  if (DECLARING.has(entry.lemma) && !negated) {
    const lemmas = content.slice(0, OPENING).map((token) => doc.lemmas[token]!.toLowerCase());
    if (WILLING.has(lemmas.find((lemma) => !OWNING.test(lemma)) ?? '')) return 'promises';
    if (content.slice(0, DAYS).some((token) => doc.lemmas[token] === 'mourning')) return 'regrets';
  }
  if (NAMING.has(entry.lemma) && !negated && entry.stance === null) return named(doc, content);
  if (negated && ANSWERING.has(entry.lemma)) return 'declines';
  if (!negated && CHOOSING.has(entry.lemma) && choosesNot(doc, head)) return 'declines';
  if (!negated && ASKING.has(entry.lemma) && asksTo(doc, head)) return 'demands';
  if (negated && entry.lemma === 'believe') return 'doubts';
  if (negated || entry.stance === null) return undefined;
  // "Questioned him about it" asks.
  if (entry.lemma === 'question' && childrenBy(doc, head, 'obl').some((one) => hasCase(doc, one, 'about')))
    return undefined;
  if (entry.stance === 'threatens' && entry.lemma !== 'threaten') {
    return content.some((token) => MENACE.has(doc.lemmas[token]!.toLowerCase())) ? 'threatens' : undefined;
  }
  if (TURNING_DOWN.has(entry.lemma) && !content.some((token) => isClaim(doc, token))) {
    return undefined;
  }
  if (entry.lemma === 'call' && entry.part === 'verb' && !isAppeal(doc, head)) return named(doc, content);
  if (entry.lemma === 'deny' && content.some((token) => GOODS.has(doc.lemmas[token]!.toLowerCase()))) {
    return 'declines';
  }
  if (entry.lemma === 'offer' && content.some((token) => SYMPATHY.has(doc.lemmas[token]!.toLowerCase()))) {
    return 'regrets';
  }
  if (entry.stance === 'promises' && childBy(doc, head, 'xcomp', 'ccomp', 'obj', 'acl') === undefined)
    return undefined;
  // "Backed away from", "swore her in".
  if (entry.part === 'verb' && childBy(doc, head, 'compound:prt') !== undefined) return undefined;
  return entry.stance;
}

/** "Not everyone agreed", "few agreed". */
function hasNoSubject(doc: Document, verb: number): boolean {
  const subject = childBy(doc, verb, 'nsubj');
  if (subject === undefined) return false;
  const words = [subject, ...(doc.tree.children[subject] ?? [])];
  return words.some((one) => /^(?:not|no|none|nobody|few|neither)$/i.test(doc.tokens[one]!.text));
}

/** "Did not say whether he would come": what is left open. */
function asksWhether(doc: Document, content: readonly number[]): boolean {
  return /^(?:whether|if|how|when|why|what|who|where)$/i.test(doc.tokens[content[0] ?? -1]?.text ?? '');
}

/** "Decided not to attend", "chose not to answer". */
function choosesNot(doc: Document, verb: number): boolean {
  const clause = childBy(doc, verb, 'xcomp');
  return clause !== undefined && isNegated(doc, clause);
}

/** Verbs that choose, and verbs that ask where somebody is to do something ("asked them to leave", "wants Chile to pay"). */
const CHOOSING = new Set(['decide', 'choose', 'opt', 'vow', 'promise', 'pledge', 'agree']);

const ASKING = new Set('advise ask encourage expect invite push require tell want warn'.split(' '));

function asksTo(doc: Document, verb: number): boolean {
  const clause = childBy(doc, verb, 'xcomp');
  const asked = childBy(doc, verb, 'obj', 'iobj', 'nsubj:pass');
  return (
    clause !== undefined &&
    asked !== undefined &&
    doc.xpos[clause] === 'VB' &&
    !/^(?:me|us|myself|ourselves)$/i.test(doc.tokens[asked]!.text)
  );
}

/** "Agreed to pay" undertakes; "agreed with", "agreed on", "agreed that" is of the same mind. */
function agreesTo(doc: Document, verb: number): boolean {
  const clause = childBy(doc, verb, 'xcomp');
  return clause !== undefined && doc.xpos[clause] === 'VB';
}

/** Verbs that say nothing but that something is said: what they lead to tells what. */
const VOICING = new Set(['express', 'voice', 'offer', 'convey', 'extend']);

const DECLARING = new Set(['affirm', 'announce', 'confirm', 'declare', 'reaffirm', 'signal', 'state']);

const OWNING = /^(?:his|her|its|their|my|our|they|he|she|it|we|I|the|a)$/i;

const WILLING = new Set(['willingness', 'readiness', 'commitment', 'intent', 'intention', 'determination']);

/** "Expressed its sadness", "voiced doubts", "expressed support". */
function voiced(doc: Document, content: readonly number[]): StanceAct | undefined {
  for (const token of content.slice(0, OPENING)) {
    const lemma = doc.lemmas[token]!.toLowerCase();
    const act = stanceWords().get(lemma);
    if (act !== undefined && act !== 'accuses') return isNegated(doc, token) ? undefined : act;
    if (WILLING.has(lemma)) return 'promises';
  }
  return undefined;
}

/** **Units** words in which what is voiced must come up. */
const OPENING = 6;

/** **Units** words: "tomorrow a national day of mourning". */
const DAYS = 8;

/** Verbs that call somebody or something by a name. */
const NAMING = new Set([
  'call',
  'cite',
  'label',
  'describe',
  'brand',
  'refer',
  'term',
  'dub',
  'characterise',
  'characterize',
  'deem',
]);

/** "Called it a mess", "referred to the riots as acts of terror", "described him as a hero". */
function named(doc: Document, content: readonly number[]): StanceAct | undefined {
  const acts = content.map((token) => stanceWords().get(doc.lemmas[token]!.toLowerCase()));
  const count = (wanted: StanceAct) => acts.filter((act) => act === wanted).length;
  const [blame, praise] = [count('accuses'), count('praises')];
  if (blame === praise) return acts.includes('supports') ? 'supports' : undefined;
  return blame > praise ? 'accuses' : 'praises';
}

/** "Called on them", "called for calm", not "called it madness". */
function isAppeal(doc: Document, verb: number): boolean {
  const named = childBy(doc, verb, 'obj') !== undefined;
  return childrenBy(doc, verb, 'obl').some(
    (one) => hasCase(doc, one, 'on') || (!named && hasCase(doc, one, 'for')),
  );
}
