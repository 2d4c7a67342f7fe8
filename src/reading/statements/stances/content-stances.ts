import { childBy, childrenBy } from '../../../document/tree.js';
import type { Actor } from '../../contract.js';
import { cueEntry } from '../cue-lexicon.js';
import { isNegated } from '../negation.js';
import type { Setting } from '../setting.js';
import { censured, praised } from './censure.js';
import { guilt, innocence } from './guilt.js';
import { command, duty, vow } from './own-deeds.js';
import { type ContentStance, FIRST, type Shown } from './shown.js';
import { stanceWords } from './stance-words.js';
import { towardOf } from './toward.js';

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
      dueTime(setting, token) ??
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

/** "It is time to act", "it's time for them to go": in somebody's own words. */
function dueTime({ doc, quoteAt }: Setting, token: number): Shown | undefined {
  if (doc.lemmas[token] !== 'time' || quoteAt[token]! < 0 || childBy(doc, token, 'cop') === undefined)
    return undefined;
  const subject = childBy(doc, token, 'nsubj', 'expl');
  if (subject === undefined || !/^it$/i.test(doc.tokens[subject]!.text)) return undefined;
  return childBy(doc, token, 'acl', 'advcl', 'csubj', 'ccomp', 'xcomp') === undefined
    ? undefined
    : { act: 'demands', toward: null };
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

/** "We condemn", "said it doubted": a verb that does what it says, with the speaker for its subject. */
function deed(setting: Setting, token: number, speaker: Actor | null): Shown | undefined {
  const { doc, lexicon, cast } = setting;
  const entry = cueEntry(lexicon, doc.upos[token]!, doc.lemmas[token]!);
  if (entry?.stance === undefined || entry.stance === null) return undefined;
  if (entry.part !== 'verb' && entry.part !== 'adjective') return undefined;
  const subject = childrenBy(doc, token, 'nsubj')[0];
  if (subject === undefined || isNegated(doc, token)) return undefined;
  // "Whether he supports it" stays open.
  const mark = childBy(doc, token, 'mark');
  if (mark !== undefined && /^(?:whether|if)$/i.test(doc.tokens[mark]!.text)) return undefined;
  const first = FIRST.has(doc.tokens[subject]!.text.toLowerCase());
  const self = cast.at(subject)?.kind === 'pronoun' ? cast.at(subject)?.actors[0] : undefined;
  if (first ? doc.xpos[token] === 'VBD' : self === undefined || self.name !== speaker?.name) return undefined;
  return { act: entry.stance, toward: towardOf(setting, token, entry.stance) };
}
