import { baseRelation, childBy, childrenBy } from '../../document/tree.js';
import type { Actor, StanceAct } from '../contract.js';
import { censured, praised } from './censure.js';
import { cueEntry } from './cue-lexicon.js';
import { isNegated } from './negation.js';
import type { Setting } from './setting.js';
import { stanceWords } from './stance-words.js';
import { firstOf, towardOf } from './toward.js';

/** What the words of a statement do, beside what its cue says. */
export interface ContentStance {
  readonly act: StanceAct;
  readonly toward: Actor | null;
  /** The word that shows it. */
  readonly token: number;
}

const GUILT = new Set(['responsible', 'guilty', 'culpable', 'complicit', 'liable']);
const BURDEN = new Set(['responsibility', 'blame', 'guilt', 'fault']);
const CARRYING = new Set(['bear', 'carry', 'have', 'share', 'shoulder']);
const INNOCENT = new Set(['role', 'part', 'involvement', 'hand', 'knowledge', 'connection', 'link']);
const FIRST = new Set(['i', 'we']);

/**
 * Stances that the content shows: blame ("Assad's government was responsible", "bears a heavy responsibility",
 * "is to blame"), innocence ("had no role in it"), demands ("Iran must stop"), what a speaker does by saying so ("we
 * condemn", "said it doubted"), and reproach ("Iran is a bully").
 */
export function contentStances(
  setting: Setting,
  content: readonly number[],
  speaker: Actor | null,
): ContentStance[] {
  const found: ContentStance[] = [];
  for (const [index, token] of content.entries()) {
    const opens = index < OPENING;
    const stance =
      guilt(setting, token) ??
      innocence(setting, token) ??
      duty(setting, token) ??
      (opens ? command(setting, token) : undefined) ??
      (opens ? vow(setting, token, speaker) : undefined) ??
      deed(setting, token, speaker) ??
      judgement(setting, token, speaker) ??
      feeling(setting, token);
    if (stance !== undefined) found.push({ ...stance, token });
  }
  return found;
}

/** **Units** words: what a long speech undertakes by the way is not what it does. */
const OPENING = 30;

type Shown = Omit<ContentStance, 'token'>;

function guilt(setting: Setting, token: number): Shown | undefined {
  const { doc } = setting;
  const lemma = doc.lemmas[token]!.toLowerCase();
  let bearer: number | undefined;
  let predicate = token;
  if (GUILT.has(lemma)) {
    // "Holds Iran responsible" has the bearer as its object, "was responsible" as its subject.
    bearer = childBy(doc, token, 'nsubj') ?? childBy(doc, doc.tree.heads[token] ?? -1, 'obj');
  } else if (BURDEN.has(lemma) && doc.upos[token] === 'NOUN') {
    const verb = doc.tree.heads[token]!;
    if (verb < 0 || !CARRYING.has(doc.lemmas[verb]!)) return guiltByOrder(setting, token);
    predicate = verb;
    bearer = childBy(doc, verb, 'nsubj');
    if (bearer === undefined) return guiltByOrder(setting, token);
  } else if (lemma === 'blame' && isToBlame(setting, token)) {
    const verb = doc.tree.heads[token]!;
    bearer = childBy(doc, token, 'nsubj') ?? (verb >= 0 ? childBy(doc, verb, 'nsubj') : undefined);
  } else if (lemma === 'behind' && childBy(doc, doc.tree.heads[token] ?? -1, 'cop') !== undefined) {
    predicate = doc.tree.heads[token]!;
    bearer = childBy(doc, predicate, 'nsubj');
  }
  if (bearer === undefined) return undefined;
  const toward = firstOf(setting, bearer);
  if (isNegated(doc, predicate) || isNegated(doc, token)) return { act: 'denies', toward: null };
  return toward === null ? undefined : { act: 'accuses', toward };
}

const CARRIES = /^(bears?|bore|borne|carr(y|ies|ied)|shares?|shoulders?)$/;
const NEAR = 5;

/** "X "bears a heavy responsibility"": by the order of the words, where quotation marks have put the tree out. */
function guiltByOrder({ doc, cast }: Setting, burden: number): Shown | undefined {
  const { sentence } = doc.tokens[burden]!;
  let verb = burden - 1;
  while (verb > burden - NEAR && !CARRIES.test(doc.tokens[verb]?.text ?? '')) verb -= 1;
  if (doc.tokens[verb]?.sentence !== sentence || !CARRIES.test(doc.tokens[verb]!.text)) return undefined;
  let end = verb;
  while (/^["“”'‘’`]+$/.test(doc.tokens[end - 1]?.text ?? '')) end -= 1;
  const bearer = cast.mentions.find((one) => one.to === end && one.actors.length > 0)?.actors[0];
  return bearer === undefined ? undefined : { act: 'accuses', toward: bearer };
}

function isToBlame({ doc }: Setting, token: number): boolean {
  return doc.upos[token] === 'VERB' && doc.lemmas[token - 1] === 'to';
}

function judgement(setting: Setting, token: number, speaker: Actor | null): Shown | undefined {
  const blamed = censured(setting, token, speaker);
  if (blamed !== undefined) return { act: 'accuses', ...blamed };
  const honoured = praised(setting, token, speaker);
  return honoured === undefined ? undefined : { act: 'praises', ...honoured };
}

/** Words that one does not say without feeling so, as nobody praises by saying "hero" of no one. */
const FELT = new Set(
  'congratulation congratulations thank thankful grateful gratitude salute tribute proud honour honor'.split(
    ' ',
  ),
);

/** "My heart goes out to the families": what hearts, thoughts and prayers do. */
const HEARTS = new Set(['heart', 'thought', 'prayer']);

/** "That is not true", "it is not fair". */
const TRUE = new Set(['accurate', 'case', 'correct', 'true']);
const FAIR = new Set([
  'acceptable',
  'democratic',
  'enough',
  'fair',
  'good',
  'justified',
  'legitimate',
  'ok',
  'okay',
  'right',
]);

/** What is not sure: "it is not clear whether", "I am not convinced". */
const SURE = new Set(['certain', 'clear', 'confident', 'convinced', 'sure']);

/**
 * "Deeply saddened by the loss", "condolences to the families", "congratulations to them" in somebody's own words; "was
 * sorry", "is unlikely", "are baseless" in anybody's.
 */
function feeling(setting: Setting, token: number): Shown | undefined {
  const { doc, quoteAt } = setting;
  const lemma = doc.lemmas[token]!.toLowerCase();
  const isPredicate = childBy(doc, token, 'cop') !== undefined;
  const above = doc.tree.heads[token]!;
  if (isNegated(doc, token) || (above >= 0 && isNegated(doc, above))) {
    if (!isPredicate) return undefined;
    if (SURE.has(lemma)) return { act: 'doubts', toward: null };
    if (TRUE.has(lemma)) return { act: 'denies', toward: null };
    return FAIR.has(lemma) && quoteAt[token]! >= 0 ? { act: 'accuses', toward: null } : undefined;
  }
  const act = stanceWords().get(lemma);
  const isOwn = quoteAt[token]! >= 0;
  if (
    lemma === 'committed' &&
    isOwn &&
    FIRST.has(doc.tokens[childBy(doc, token, 'nsubj') ?? -1]?.text.toLowerCase() ?? '')
  ) {
    return { act: 'promises', toward: null };
  }
  if ((act === 'regrets' || act === 'doubts') && (isOwn || isPredicate)) return { act, toward: null };
  if ((act === 'denies' || act === 'supports') && isPredicate) return { act, toward: null };
  if (!isOwn) return undefined;
  if (HEARTS.has(lemma) && /^(?:my|our)$/i.test(doc.tokens[token - 1]?.text ?? '')) {
    return { act: 'regrets', toward: null };
  }
  // "A great loss to the people".
  if (lemma === 'loss' && isPredicate) return { act: 'regrets', toward: null };
  return FELT.has(lemma) ? { act: 'praises', toward: null } : undefined;
}

const NEED = new Set(['need', 'have']);

/** "Iran needs to stop", "Iran has to stop": what must be done by somebody else. */
function isNeeded({ doc }: Setting, verb: number): boolean {
  const needing = doc.tree.heads[verb]!;
  return (
    doc.tree.relations[verb] === 'xcomp' &&
    needing >= 0 &&
    NEED.has(doc.lemmas[needing]!) &&
    /^VBP|VBZ$/.test(doc.xpos[needing]!)
  );
}

/** "Take to the streets", "please pray for him": a bare verb at the head of somebody's own words. */
function command(setting: Setting, token: number): Shown | undefined {
  const { doc, quoteAt } = setting;
  if (isNeeded(setting, token)) {
    const subject = childBy(doc, doc.tree.heads[token]!, 'nsubj');
    if (subject === undefined || FIRST.has(doc.tokens[subject]!.text.toLowerCase())) return undefined;
    return { act: 'demands', toward: firstOf(setting, subject) };
  }
  if (doc.xpos[token] !== 'VB' || quoteAt[token]! < 0 || KINDLY.has(doc.lemmas[token]!)) return undefined;
  if (childBy(doc, token, 'nsubj', 'nsubj:pass', 'aux', 'mark') !== undefined) return undefined;
  const relation = baseRelation(doc, token);
  if (relation !== 'root' && relation !== 'parataxis' && relation !== 'ccomp') return undefined;
  const before = (doc.tree.children[token] ?? []).filter((child) => child < token);
  const isBare = before.every((child) =>
    /^(?:discourse|advmod|punct|vocative|advcl|cc)$/.test(baseRelation(doc, child)),
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
function vow(setting: Setting, token: number, speaker: Actor | null): Shown | undefined {
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

/** "Had no role in it", "had nothing to do with it". */
function innocence({ doc, cast }: Setting, token: number): Shown | undefined {
  const lemma = doc.lemmas[token]!.toLowerCase();
  const before = doc.tokens[token - 1]?.text.toLowerCase();
  const noPart = INNOCENT.has(lemma) && before === 'no';
  const nothing = lemma === 'nothing' && doc.lemmas[token + 1] === 'to' && doc.lemmas[token + 2] === 'do';
  if (!noPart && !nothing) return undefined;
  const verb = doc.tree.heads[token]!;
  const bearer = verb < 0 ? undefined : childBy(doc, verb, 'nsubj');
  if (bearer === undefined || cast.at(bearer) === undefined) return undefined;
  return { act: 'denies', toward: null };
}

/** "Iran must stop": a demand, unless the speaker means himself. */
function duty(setting: Setting, token: number): Shown | undefined {
  const { doc } = setting;
  const isOwed = doc.lemmas[token] === 'must' || doc.lemmas[token] === 'should';
  if (!isOwed || doc.upos[token] !== 'AUX') return undefined;
  const verb = doc.tree.heads[token]!;
  const subject = verb < 0 ? undefined : childBy(doc, verb, 'nsubj', 'nsubj:pass');
  if (subject === undefined || FIRST.has(doc.tokens[subject]!.text.toLowerCase())) return undefined;
  // "There should be another vote" is a wish, of nobody.
  const toward = firstOf(setting, subject);
  if (doc.lemmas[token] === 'should' && toward === null) return undefined;
  return { act: 'demands', toward };
}

/** "We condemn", "said it doubted": a verb that does what it says, with the speaker for its subject. */
function deed(setting: Setting, token: number, speaker: Actor | null): Shown | undefined {
  const { doc, lexicon, cast } = setting;
  const entry = cueEntry(lexicon, doc.upos[token]!, doc.lemmas[token]!);
  if (entry?.stance === undefined || entry.stance === null) return undefined;
  if (entry.part !== 'verb' && entry.part !== 'adjective') return undefined;
  const subject = childrenBy(doc, token, 'nsubj')[0];
  if (subject === undefined || isNegated(doc, token)) return undefined;
  const first = FIRST.has(doc.tokens[subject]!.text.toLowerCase());
  const self = cast.at(subject)?.kind === 'pronoun' ? cast.at(subject)?.actors[0] : undefined;
  if (first ? doc.xpos[token] === 'VBD' : self === undefined || self.name !== speaker?.name) return undefined;
  return { act: entry.stance, toward: towardOf(setting, token, entry.stance) };
}
