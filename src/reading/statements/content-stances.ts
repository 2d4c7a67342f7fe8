import { childBy, childrenBy } from '../../document/tree.js';
import type { Actor, StanceAct } from '../contract.js';
import { censured } from './censure.js';
import { cueEntry } from './cue-lexicon.js';
import { isNegated } from './negation.js';
import type { Setting } from './setting.js';
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
  for (const token of content) {
    const stance =
      guilt(setting, token) ??
      innocence(setting, token) ??
      duty(setting, token) ??
      deed(setting, token, speaker) ??
      reproach(setting, token, speaker);
    if (stance !== undefined) found.push({ ...stance, token });
  }
  return found;
}

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

function reproach(setting: Setting, token: number, speaker: Actor | null): Shown | undefined {
  const toward = censured(setting, token, speaker);
  return toward === null ? undefined : { act: 'accuses', toward };
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
  if (doc.lemmas[token] !== 'must' || doc.upos[token] !== 'AUX') return undefined;
  const verb = doc.tree.heads[token]!;
  const subject = verb < 0 ? undefined : childBy(doc, verb, 'nsubj', 'nsubj:pass');
  if (subject === undefined || FIRST.has(doc.tokens[subject]!.text.toLowerCase())) return undefined;
  return { act: 'demands', toward: firstOf(setting, subject) };
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
