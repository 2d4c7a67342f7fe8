import type { Document } from '../../document/document.js';
import { recordId } from '../../document/identity.js';
import type { Cast } from '../cast.js';
import type { Actor, Dispute, Event, Position, Statement } from '../contract.js';
import { layOut } from '../statements/setting.js';
import { findDecider } from './find-decider.js';
import { hearVoices, type Voice } from './voices.js';

/** Accusations of the same thing, with whoever answers them. */
interface Case {
  readonly accusations: Voice[];
  readonly answers: Voice[];
}

/** **Units** sentences; how far from an accusation an answer may stand. */
const EARSHOT = 12;
const NEXT = 3;
const WHOLE_REPORT = 30;

/**
 * Lays side by side who blames whom and who denies it.
 *
 * **Shape** a dispute has an accusation and an answer to it (denied, doubted, withheld), or accusations of the same
 * thing by two parties, or one accusation of something that the report itself only alleges. `about` is cut from the
 * text. Positions stand in text order, one for each party and stance.
 */
export function findDisputes(
  doc: Document,
  cast: Cast,
  statements: readonly Statement[],
  events: readonly Event[],
): Dispute[] {
  const voices = hearVoices(layOut(doc, cast), statements, events);
  const cases: Case[] = [];
  for (const voice of voices) {
    if (voice.stance !== 'accuses') continue;
    const known = cases.find((one) => one.accusations.some((other) => isSameCharge(voice, other)));
    if (known === undefined) cases.push({ accusations: [voice], answers: [] });
    else known.accusations.push(voice);
  }
  for (const voice of voices) {
    if (voice.stance === 'accuses') continue;
    const answer = settleDenier(voice, cases);
    if (answer !== undefined) bestCase(answer, cases)?.answers.push(answer);
  }
  return cases.filter(isContested).map((one) => toDispute(doc, cast, one));
}

function isSameCharge(a: Voice, b: Voice): boolean {
  if (a.event !== null && a.event.id === b.event?.id) return true;
  const shared = sharedWords(a, b);
  if (a.accused === null || b.accused === null) return shared >= 2;
  if (!isSameSide(a.accused, b.accused)) return false;
  // "He said the government was responsible" names no matter of its own: it is the one at hand.
  const unnamed = a.words.size === 0 || b.words.size === 0;
  return shared >= 1 || (unnamed && Math.abs(a.statement.sentence - b.statement.sentence) <= WHOLE_REPORT);
}

function sharedWords(a: Voice, b: Voice): number {
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  return shared;
}

/** Whether two actors speak for one side: the same one, or the same country's authorities. */
function isSameSide(a: Actor, b: Actor): boolean {
  if (bareName(a) === bareName(b)) return true;
  return a.country !== null && a.country === b.country && isOfficial(a) && isOfficial(b);
}

/** "The rebels" are "rebels". */
function bareName({ name }: Actor): string {
  return name.toLowerCase().replace(/^(?:the|a|an) /, '');
}

const OFFICIAL = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY', 'PTY']);

function isOfficial({ sectors }: Actor): boolean {
  return sectors.length === 0 || sectors.some((sector) => OFFICIAL.has(sector));
}

/**
 * "It denies it is responsible", where nobody knows who "it" is: whoever was accused last. Undefined where nobody
 * was, so that the voice stays without a party.
 */
function settleDenier(voice: Voice, cases: readonly Case[]): Voice | undefined {
  if (voice.party !== null && voice.party.resolvedBy !== 'candidate') return voice;
  if (voice.stance !== 'denies') return voice.party === null ? undefined : voice;
  const accused = cases
    .flatMap((one) => one.accusations)
    .filter((one) => one.accused !== null && isBefore(one, voice))
    .sort((a, b) => a.span.start - b.span.start)
    .at(-1)?.accused;
  if (accused == null) return voice.party === null ? undefined : voice;
  return { ...voice, party: { ...accused, resolvedBy: 'accused' } };
}

function isBefore(accusation: Voice, answer: Voice): boolean {
  const apart = answer.statement.sentence - accusation.statement.sentence;
  return accusation.span.start < answer.span.start && apart <= EARSHOT;
}

function bestCase(answer: Voice, cases: readonly Case[]): Case | undefined {
  let best: Case | undefined;
  let top = 0;
  for (const one of cases) {
    const score = Math.max(...one.accusations.map((accusation) => scoreAnswer(answer, accusation)));
    if (score > top) {
      top = score;
      best = one;
    }
  }
  return best;
}

/** How well an answer fits an accusation; 0 where it does not. */
function scoreAnswer(answer: Voice, accusation: Voice): number {
  if (answer.party === null || answer.party.name === accusation.party?.name) return 0;
  const apart = Math.abs(answer.statement.sentence - accusation.statement.sentence);
  if (apart > EARSHOT) return 0;
  const shared = sharedWords(answer, accusation);
  const sameEvent = answer.event !== null && answer.event.id === accusation.event?.id;
  const concerned = accusation.accused !== null && isSameSide(answer.party, accusation.accused);
  const near = apart <= NEXT;
  const returned =
    answer.answers !== null && accusation.party !== null && isSameSide(answer.answers, accusation.party);
  const fits =
    answer.stance === 'denies'
      ? (returned && near) ||
        sameEvent ||
        (concerned && (near || shared > 0 || answer.words.size === 0)) ||
        (near && isCompatriot(answer.party, accusation)) ||
        shared >= 2
      : answer.stance === 'withholds'
        ? (concerned && near) || shared >= 1
        : sameEvent || shared + Number(concerned || names(answer, accusation)) >= 2;
  return fits
    ? 1 +
        3 * Number(sameEvent) +
        3 * Number(concerned) +
        3 * Number(returned) +
        Math.min(shared, 3) +
        (EARSHOT - apart) / EARSHOT
    : 0;
}

/** "Gangs from Chile were behind it": Chile answers for them, and their own spokesmen do. */
function isCompatriot({ country }: Actor, { accused, party }: Voice): boolean {
  return (
    country !== null && country === accused?.country && (country !== party?.country || !isOfficial(accused))
  );
}

/** Whether an answer speaks of the accused. */
function names(answer: Voice, { accused }: Voice): boolean {
  return accused !== null && answer.named.some((one) => isSameSide(one, accused));
}

function isContested({ accusations, answers }: Case): boolean {
  const firm = accusations.filter((one) => !one.weak);
  if (answers.some((one) => one.stance === 'denies')) return true;
  if (firm.length === 0) return false;
  if (answers.some((one) => one.stance !== 'confirms')) return true;
  if (new Set(firm.map((one) => one.party?.name)).size >= 2) return true;
  return firm.some(
    (one) => one.alleged || one.event?.standing === 'alleged' || one.event?.standing === 'denied',
  );
}

function toDispute(doc: Document, cast: Cast, { accusations, answers }: Case): Dispute {
  const voices = [...accusations, ...answers].sort((a, b) => a.span.start - b.span.start);
  const firm = accusations.find((one) => !one.weak) ?? accusations[0]!;
  const about = firm.about ?? firm.span;
  const positions = new Map<string, Position>();
  for (const { party, stance, statement, span } of voices) {
    if (party === null) continue;
    const key = `${stance} ${party.name}`;
    if (!positions.has(key)) positions.set(key, { party, stance, statement: statement.id, span });
  }
  const told = voices.map(({ statement }) => statement.sentence);
  const around = { from: Math.min(...told), to: Math.max(...told) + EARSHOT };
  const parties = [...positions.values()].map(({ party }) => party);
  const accused = accusations.flatMap((one) => one.accused ?? []);
  return {
    id: recordId(doc.report.id, 'dispute', about, firm.accused?.name ?? ''),
    about: about.text.replace(/\s+/gu, ' '),
    event: accusations.find((one) => one.event !== null)?.event?.id ?? null,
    positions: [...positions.values()],
    decider: findDecider(doc, cast, around, [...parties, ...accused]),
  };
}
