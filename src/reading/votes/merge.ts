import type { Document } from '../../document/document.js';
import type { When } from '../contract.js';
import { daysBetween } from '../when.js';
import type { Body } from './bodies.js';
import type { Outcome, ToldVote } from './told.js';

/** One vote, with everything that the report tells of it. */
export interface MergedVote {
  readonly body: Body;
  readonly told: readonly ToldVote[];
}

/**
 * Puts together what several sentences tell of one vote and keeps different votes apart.
 *
 * A telling joins the latest vote that it does not contradict: in body, outcome, numbers, names, draft or day. What
 * names no body and joins no vote goes with the next vote in the text, or is dropped.
 */
export function mergeVotes(doc: Document, told: readonly ToldVote[]): MergedVote[] {
  const groups: ToldVote[][] = [];
  const waiting: ToldVote[] = [];
  for (const one of told) {
    const group = latestFitting(doc, groups, one);
    if (group !== undefined) group.push(one);
    else if (one.body === null) waiting.push(one);
    else groups.push([one]);
  }
  for (const one of waiting) latestFitting(doc, groups.slice(0, 1), one)?.push(one);
  return groups.flatMap((group) => {
    const body = group.find(({ body }) => body !== null)?.body;
    if (body === undefined || body === null) return [];
    return [{ body, told: group.sort((a, b) => a.sentence - b.sentence || a.cue - b.cue) }];
  });
}

function latestFitting(doc: Document, groups: readonly ToldVote[][], one: ToldVote): ToldVote[] | undefined {
  for (let index = groups.length - 1; index >= 0; index--) {
    if (groups[index]!.every((other) => fits(doc, other, one))) return groups[index];
  }
  return undefined;
}

function fits(doc: Document, a: ToldVote, b: ToldVote): boolean {
  if (b.another ? !a.another : a.another && b.outcome !== 'unknown') return false;
  if (a.body !== null && b.body !== null && !sameBody(a.body, b.body)) return false;
  if (!sameOutcome(a.outcome, b.outcome) || !same(a.draft, b.draft)) return false;
  if (!same(a.tally.for, b.tally.for) || !same(a.tally.against, b.tally.against)) return false;
  if (!same(a.tally.abstain, b.tally.abstain) || !sameTime(doc, a.when, b.when)) return false;
  return a.ballots.every((mine) =>
    b.ballots.every((theirs) => mine.country !== theirs.country || mine.vote === theirs.vote),
  );
}

/** "Iraqi Parliament" and "Parliament of Iraq", "the Senate" and "US Senate": one kind of body, and no other owner. */
function sameBody(a: Body, b: Body): boolean {
  if (a.kind !== 'other' || b.kind !== 'other') return a.name === b.name;
  const [x, y] = [stems(a.name), stems(b.name)];
  const shared = x.filter((stem) => y.includes(stem)).length;
  return shared > 0 && (shared === x.length || shared === y.length);
}

/** The words that tell a body from others, cut short so that "Iraq" and "Iraqi" are one. **Units** letters. */
const STEM = 4;

function stems(name: string): string[] {
  const words = name.toLowerCase().replaceAll(/\bu\.?s\.?(?=\s|$)|\bamerican\b/g, 'united states');
  return [...new Set((words.match(/\p{L}{3,}/gu) ?? []).filter((word) => !/^(?:the|and)$/.test(word)))].map(
    (word) => word.slice(0, STEM),
  );
}

function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a === 'unknown' || b === 'unknown' || a === b) return true;
  return a !== 'adopted' && b !== 'adopted';
}

function same<T>(a: T | null, b: T | null): boolean {
  return a === null || b === null || a === b;
}

/** **Units** days: what happened longer before publication than this is not the news. */
const NEWS = 14;

/**
 * Whether two tellings can be of one day. Only words that say when count; where one tells none it is taken for the
 * news of the report, which an event of long before is not.
 */
function sameTime(doc: Document, a: When, b: When): boolean {
  const [stated, other] = a.text === null ? [b, a] : [a, b];
  if (stated.text === null || stated.start === null) return true;
  if (other.text !== null && other.start !== null) {
    return (
      daysBetween(stated.start, other.end ?? other.start) >= -1 &&
      daysBetween(other.start, stated.end ?? stated.start) >= -1
    );
  }
  const published = doc.report.published ?? doc.report.publishedNotBefore;
  if (other.text !== null || published === null) return true;
  return daysBetween(stated.end ?? stated.start, published) <= NEWS;
}
