import type { Document } from '../../document/document.js';
import { overlaps } from '../../document/span.js';
import { childBy, childrenBy, hasCase, tokenAt } from '../../document/tree.js';
import type { Cast } from '../cast.js';
import type { Actor, Event, EventType, Stance, StanceAct, Statement } from '../contract.js';
import { isClaim } from './claims-of-others.js';
import { contentStances } from './content-stances.js';
import { cueHead } from './cue-head.js';
import { type CueEntry, cueEntry } from './cue-lexicon.js';
import { entryOfCue } from './is-statement.js';
import { isNegated } from './negation.js';
import { layOut, type Setting } from './setting.js';
import { stanceWords } from './stance-words.js';
import { towardOf } from './toward.js';

/** What an event that is itself an act of speech makes of the statement on the same cue. */
const ACT_OF_EVENT: Partial<Record<EventType, StanceAct>> = {
  ACCUSE: 'accuses',
  REQUEST: 'demands',
  THREATEN: 'threatens',
  SUPPORT: 'supports',
  AGREE: 'promises',
};

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

const SUPPORT = new Set(['support', 'backing', 'solidarity']);
/** Who proposes something asks for nothing yet. */
const PROPOSING = new Set(['propose', 'suggest', 'proposal', 'suggestion', 'seek']);
const WARNING = new Set(['warn', 'warning', 'caution']);

/** Words without which a warning is a forecast, not a threat. */
const MENACE = new Set(
  `face consequence respond response retaliate retaliation revenge pay punish punishment sanction attack strike
  destroy force war regret price crush act action measure`.split(/\s+/),
);

/**
 * Adds to each statement what its speaker does by it: from the cue's lexicon entry, from events that stand on the
 * cue, and from what the content says.
 *
 * **Shape** one stance for each act and recipient. `event` is the event that the statement amounts to or that the
 * content tells of; `toward` is never the speaker.
 */
export function addStances(
  doc: Document,
  cast: Cast,
  statements: readonly Statement[],
  events: readonly Event[],
): Statement[] {
  const setting = layOut(doc, cast);
  const near = bySentence(events);
  return statements.map((one) => ({ ...one, stance: stancesOf(setting, one, near) }));
}

const GUARDED: ReadonlySet<StanceAct> = new Set(['doubts', 'denies', 'declines']);

type EventsNear = ReadonlyMap<number, readonly Event[]>;

function bySentence(events: readonly Event[]): EventsNear {
  const found = new Map<number, Event[]>();
  for (const one of events) {
    const others = found.get(one.sentence);
    if (others === undefined) found.set(one.sentence, [one]);
    else others.push(one);
  }
  return found;
}

function stancesOf(setting: Setting, statement: Statement, near: EventsNear): Stance[] {
  const { doc } = setting;
  const found: Stance[] = [];
  const content = statement.content.flatMap((span) => tokensOf(setting, span));
  const sentences = new Set([statement.sentence, ...content.map((token) => doc.tokens[token]!.sentence)]);
  const events = [...sentences].flatMap((sentence) => near.get(sentence) ?? []);
  const told = events.find((one) => statement.content.some((span) => overlaps(span, one.cue)));
  if (statement.cue !== null) {
    const tokens = tokensOf(setting, statement.cue);
    const cue = { from: tokens[0]!, to: tokens.at(-1)! + 1 };
    const head = cueHead(doc, cue);
    const same = events.filter(
      (one) => overlaps(one.cue, statement.cue!) && !one.auxiliary.includes('negation'),
    );
    const entry = entryOfCue(doc, setting.lexicon, { cue, head });
    const act =
      (entry === undefined ? undefined : actOfCue(setting, entry, head, content)) ??
      actOfNoun(setting, tokens, head);
    if (act !== undefined) {
      const twin = same.find((one) => ACT_OF_EVENT[one.type] === act);
      const toward = twin?.recipients[0] ?? towardOf(setting, head, act) ?? statement.addressee;
      found.push({ act, toward, event: twin?.id ?? told?.id ?? null });
      // "Vowed support for them".
      const object = childBy(doc, head, 'obj');
      if (act === 'promises' && object !== undefined && SUPPORT.has(doc.lemmas[object]!)) {
        found.push({ act: 'supports', toward, event: null });
      }
    }
    for (const event of same) {
      const does = ACT_OF_EVENT[event.type];
      if (does === undefined) continue;
      // PLOVER takes thanks and apologies for support: the cue itself knows better what is done by it.
      if (does === 'supports' && act !== undefined && act !== 'promises') continue;
      if (does === 'demands' && PROPOSING.has(entry?.lemma ?? '')) continue;
      // "Agreed with" undertakes nothing, and who warns of a storm threatens nobody.
      if (does === 'promises' && act === 'supports') continue;
      if (does === 'threatens' && WARNING.has(entry?.lemma ?? '') && act !== 'threatens') continue;
      found.push({ act: does, toward: event.recipients[0] ?? null, event: event.id });
    }
  }
  for (const { act, toward, token } of contentStances(setting, content, statement.speaker)) {
    // "Questioned whether Iran was behind it" does not say that Iran was.
    if (act === 'accuses' && found.some((one) => GUARDED.has(one.act))) continue;
    const place = doc.tokens[token]!;
    const event = events.find((one) => overlaps(one.cue, place)) ?? told;
    found.push({ act, toward, event: event?.id ?? null });
  }
  return distinct(found, statement.speaker);
}

/** "Published allegations", "issued an apology", "raised doubts": what the noun within a cue does. */
function actOfNoun({ doc, lexicon }: Setting, cue: readonly number[], head: number): StanceAct | undefined {
  if (doc.upos[head] !== 'VERB' || isNegated(doc, head)) return undefined;
  for (const token of cue) {
    const entry = doc.upos[token] === 'NOUN' ? cueEntry(lexicon, 'NOUN', doc.lemmas[token]!) : undefined;
    if (entry?.stance != null && doc.tree.relations[token] === 'obj') return entry.stance;
  }
  return undefined;
}

/** What a cue does by its own meaning, undefined where that is nothing, or is undone by "not". */
function actOfCue(
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
  if (DECLARING.has(entry.lemma) && WILLING.has(doc.lemmas[content[0] ?? -1]?.toLowerCase() ?? ''))
    return 'promises';
  if (NAMING.has(entry.lemma) && !negated && entry.stance === null) return named(doc, content);
  if (negated && ANSWERING.has(entry.lemma)) return 'declines';
  if (!negated && CHOOSING.has(entry.lemma) && choosesNot(doc, head)) return 'declines';
  if (!negated && ASKING.has(entry.lemma) && asksTo(doc, head)) return 'demands';
  if (negated || entry.stance === null) return undefined;
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
const DECLARING = new Set(['announce', 'declare', 'state', 'signal']);
const WILLING = new Set(['willingness', 'readiness', 'commitment', 'intent', 'intention', 'determination']);

/** "Expressed its sadness", "voiced doubts", "expressed support". */
function voiced(doc: Document, content: readonly number[]): StanceAct | undefined {
  for (const token of content.slice(0, OPENING)) {
    const lemma = doc.lemmas[token]!.toLowerCase();
    const act = stanceWords().get(lemma);
    if (act !== undefined && act !== 'accuses') return act;
    if (WILLING.has(lemma)) return 'promises';
  }
  return undefined;
}

/** **Units** words in which what is voiced must come up. */
const OPENING = 6;

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

function tokensOf(
  { doc }: Setting,
  { start, end }: { readonly start: number; readonly end: number },
): number[] {
  const tokens: number[] = [];
  for (let at = tokenAt(doc, start); at < doc.tokens.length && doc.tokens[at]!.start < end; at++)
    tokens.push(at);
  return tokens;
}

function distinct(stances: readonly Stance[], speaker: Actor | null): Stance[] {
  const found = new Map<string, Stance>();
  for (const stance of stances) {
    const toward =
      stance.toward !== null && speaker !== null && isSame(stance.toward, speaker) ? null : stance.toward;
    const key = `${stance.act} ${toward?.name ?? ''}`;
    const known = found.get(key);
    if (known === undefined || (known.event === null && stance.event !== null))
      found.set(key, { ...stance, toward });
  }
  // "Accuses nobody" beside "accuses Iran" says nothing more.
  const aimed = new Set([...found.values()].filter((one) => one.toward !== null).map((one) => one.act));
  return [...found.values()].filter((one) => one.toward !== null || !aimed.has(one.act));
}

function isSame(a: Actor, b: Actor): boolean {
  return a.name === b.name && a.country === b.country;
}
