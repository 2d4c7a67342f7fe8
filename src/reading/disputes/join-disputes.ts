import type { Actor, Dispute, Event, Position } from '../contract.js';
import { stem } from '../events/telling.js';
import { daysBetween } from '../when.js';

/** A dispute as one report tells it, with the event that it is about, where there is one. */
export interface ToldDispute {
  readonly dispute: Dispute;
  readonly event: Event | null;
  readonly report: { readonly id: string; readonly title: string | null; readonly published: string | null };
}

/** One matter, as one report or several tell of it. */
export interface Matter {
  /** In order of publication, undated ones last. */
  readonly told: readonly ToldDispute[];
}

/** **Units** days between the reports of one matter. */
const LASTING = 90;
/** **Units** days by which two reports may differ on when something happened. */
const DAYS_APART = 3;

/**
 * Puts together what several reports tell of one matter: the same side blames, the same side answers or is blamed, and
 * the words for what it is about, or the kind of the event, agree, and no date sets them apart. What is unclear stays apart.
 */
export function joinDisputes(all: readonly ToldDispute[]): Matter[] {
  const dated = [...all].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const matters: ToldDispute[][] = [];
  for (const one of dated) {
    const known = matters.find((told) => told.some((other) => isSameMatter(one, other)));
    if (known === undefined) matters.push([one]);
    else known.push(one);
  }
  return matters.map((told) => ({ told }));
}

function dayOf({ report }: ToldDispute): string {
  return report.published ?? '9999-12-31';
}

function isSameMatter(one: ToldDispute, other: ToldDispute): boolean {
  const [a, b] = [one.report.published, other.report.published];
  if (a !== null && b !== null && Math.abs(daysBetween(a, b)) > LASTING) return false;
  const [p, q] = [one.dispute.positions, other.dispute.positions];
  const accuse = ({ stance }: Position) => stance === 'accuses';
  const answer = ({ stance }: Position) => stance !== 'accuses';
  if (!shareParty(p.filter(accuse), q.filter(accuse))) return false;
  const bothAnswer = p.some(answer) && q.some(answer);
  if (bothAnswer && !shareParty(p.filter(answer), q.filter(answer))) return false;
  const events = one.event === null || other.event === null ? undefined : ([one.event, other.event] as const);
  if (events !== undefined && areApart(...events)) return false;
  if (shareWord(one.dispute.about, other.dispute.about)) return true;
  return events !== undefined && events[0].type === events[1].type;
}

function shareParty(some: readonly Position[], others: readonly Position[]): boolean {
  return some.some(({ party }) => others.some((other) => isSame(party, other.party)));
}

function isSame(a: Actor, b: Actor): boolean {
  if (a.country !== null && b.country !== null) return a.country === b.country;
  return a.name.toLowerCase() === b.name.toLowerCase();
}

/** Whether both are dated by the reports' own words, to days that cannot be one. */
function areApart({ when: a }: Event, { when: b }: Event): boolean {
  if (a.text === null || b.text === null) return false;
  if (a.start === null || b.start === null || a.end === null || b.end === null) return false;
  return daysBetween(a.end, b.start) > DAYS_APART || daysBetween(b.end, a.start) > DAYS_APART;
}

/** Words that any two matters may share. */
const EMPTY = new Set(
  'about after again against from have into over that their them they this with were which'.split(' '),
);

function shareWord(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

function wordsOf(about: string): string[] {
  const all = about.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return all.filter((word) => !EMPTY.has(word)).map(stem);
}
