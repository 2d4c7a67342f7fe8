import type { Document } from '../../../document/document.js';
import { overlaps } from '../../../document/span.js';
import { childBy, tokenAt } from '../../../document/tree.js';
import type { Cast } from '../../cast.js';
import type { Actor, Event, EventType, Stance, StanceAct, Statement } from '../../contract.js';
import { cueHead } from '../cue-head.js';
import { entryOfCue } from '../is-statement.js';
import { layOut, type Setting } from '../setting.js';
import { actOfClause, actOfCue, actOfNoun } from './act-of-cue.js';
import { contentStances } from './content-stances.js';
import { towardOf } from './toward.js';

/** What an event that is itself an act of speech makes of the statement on the same cue. */
const ACT_OF_EVENT: Partial<Record<EventType, StanceAct>> = {
  ACCUSE: 'accuses',
  REQUEST: 'demands',
  THREATEN: 'threatens',
  SUPPORT: 'supports',
  AGREE: 'promises',
};

const SUPPORT = new Set(['support', 'backing', 'solidarity']);

/** Who proposes something asks for nothing yet. */
const PROPOSING = new Set(['propose', 'suggest', 'proposal', 'suggestion', 'seek']);

const WARNING = new Set(['warn', 'warning', 'caution']);

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
    const clause = actOfClause(setting, head);
    if (clause !== undefined && clause.act !== act) {
      const toward = towardOf(setting, clause.verb, clause.act);
      found.push({ act: clause.act, toward, event: null });
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
