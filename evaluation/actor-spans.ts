import { readFileSync } from 'node:fs';
import type { Range } from '../src/document/span.js';
import { overlaps } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';
import { analyseReport, type Engine } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import type { Event } from '../src/reading/contract.js';
import { readDocument } from '../src/reading/index.js';
import { asReport } from './as-report.js';
import { holdOut } from './held-out-engine.js';
import { percent, round } from './percent.js';
import type { Scores, Task } from './task.js';

type Side = 'actor' | 'recipient' | 'either';

interface SidedSpan extends Range {
  readonly side: Side;
}

interface GoldSentence {
  readonly text: string;
  readonly spans: readonly SidedSpan[];
}

/**
 * Actor and recipient mentions of the events found, against B/I-S, B/I-T and B/I-R (either side) tags; and, whatever
 * events were found, the share of gold spans that some mention of the cast overlaps or equals.
 */
export const actorSpans: Task = {
  name: 'actor-spans',
  takes: 'a CoNLL file: token TAB tag, a blank line between sentences',
  run: (path, { engine, folds, errors }) => {
    const sentences = readConll(path);
    const texts = sentences.map(({ text }) => text);
    const held = holdOut(path, texts, engine(), folds);
    return { ...score(sentences, held.engineFor, errors), folds: held.folds };
  },
};

/** Reads sentences and sets their tokens as running text, offsets kept. **Errors** `evaluation.gold`. */
export function readConll(path: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  for (const block of readFileSync(path, 'utf8').split(/\r?\n\s*\r?\n/)) {
    const lines = block.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.length === 0) continue;
    let text = '';
    const spans: { start: number; end: number; side: Side }[] = [];
    let quoted = false;
    for (const line of lines) {
      const [token, tag] = line.split('\t');
      if (token === undefined || tag === undefined || !/^(O|[BI]-[STR])$/.test(tag)) {
        throw new RapporteurError(
          'evaluation.gold',
          `Bad line "${line}" in ${path}. Each line is a token, a tab and one of O, B-S, I-S, B-T, I-T, B-R, I-R.`,
        );
      }
      const glued = text === '' || stickTogether(text, token);
      const closing = token === '"' && quoted;
      const opened = /"$/.test(text) && quoted;
      if (!glued && !closing && !opened) text += ' ';
      if (token === '"') quoted = !quoted;
      const start = text.length;
      text += token;
      const last = spans.at(-1);
      const side = SIDES[tag.slice(2)];
      if (side === undefined) continue;
      if (tag.startsWith('I-') && last?.side === side) last.end = text.length;
      else spans.push({ start, end: text.length, side });
    }
    sentences.push({ text, spans });
  }
  return sentences;
}

/** Whether a token stands right behind what comes before it in print. The file parts words at hyphens and apostrophes. */
function stickTogether(text: string, token: string): boolean {
  if (/^(?:[.,;:!?%)\]}]|'s|’s|n't|''|'|’|-)$/.test(token)) return true;
  if (/(?:[([{$£€]|\p{L}-|\d-)$/u.test(text)) return true;
  if (/\p{L}['’]$/u.test(text)) return /^(?:s|re|d|t|ll|ve|m)$/.test(token);
  // "1, 141", "352. 5" and "U. S".
  if (/\d[.,]$/.test(text)) return /^\d+$/.test(token);
  return /\b\p{Lu}\.$/u.test(text) && /^\p{Lu}$/u.test(token);
}

const SIDES: Record<string, Side> = { S: 'actor', T: 'recipient', R: 'either' };

function score(
  sentences: readonly GoldSentence[],
  engineFor: (text: string) => Engine,
  errors: boolean,
): Scores {
  const exact = tally();
  const overlap = tally();
  const leading = { exact: tally(), overlap: tally() };
  const sides = { actor: [tally(), tally()], recipient: [tally(), tally()] } as const;
  const room = { gold: 0, overlap: 0, exact: 0 };
  for (const { text, spans } of sentences) {
    const found = readSpans(text, engineFor(text));
    count(exact, spans, found.spans, equals);
    count(overlap, spans, found.spans, overlaps);
    count(leading.exact, spans, found.leading, equals);
    count(leading.overlap, spans, found.leading, overlaps);
    for (const side of ['actor', 'recipient'] as const) {
      const gold = spans.filter((span) => span.side === side || span.side === 'either');
      const own = found.spans.filter((span) => span.side === side);
      count(sides[side][0], gold, own, equals);
      count(sides[side][1], gold, own, overlaps);
    }
    for (const span of spans) {
      room.gold++;
      const over = found.cast.filter((mention) => overlaps(mention, span));
      const same = over.some((mention) => mention.start === span.start && mention.end === span.end);
      if (over.length > 0) room.overlap++;
      if (same) room.exact++;
      if (errors && !same) {
        const near = over.map((mention) => text.slice(mention.start, mention.end)).join(' | ');
        console.error(
          `${over.length === 0 ? 'missed' : 'near'}\t${text.slice(span.start, span.end)}\t${near}\t${text}`,
        );
      }
    }
  }
  return {
    sentences: sentences.length,
    spans: room.gold,
    exactF1: f1(exact),
    overlapF1: f1(overlap),
    exact: rates(exact),
    overlap: rates(overlap),
    leading: { exactF1: f1(leading.exact), overlapF1: f1(leading.overlap) },
    actor: { exactF1: f1(sides.actor[0]), overlapF1: f1(sides.actor[1]) },
    recipient: { exactF1: f1(sides.recipient[0]), overlapF1: f1(sides.recipient[1]) },
    mentionRecall: { overlap: percent(room.overlap, room.gold), exact: percent(room.exact, room.gold) },
  };
}

function equals(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

interface ReadSentence {
  /** The parties of all events. */
  readonly spans: readonly SidedSpan[];
  /** Those of the event that leads: of those with a party on both sides, else of all, the surest. */
  readonly leading: readonly SidedSpan[];
  readonly cast: readonly Range[];
}

function readSpans(text: string, engine: Engine): ReadSentence {
  const doc = analyseReport(asReport(text), engine);
  const cast = findCast(doc, engine.registry).mentions.map(({ from, to }) => ({
    start: doc.tokens[from]!.start,
    end: doc.tokens[to - 1]!.end,
  }));
  const { events } = readDocument(doc, engine);
  const isWhole = ({ actors, recipients }: Event) => actors.length > 0 && recipients.length > 0;
  const [first] = [...events].sort(
    (a, b) => Number(isWhole(b)) - Number(isWhole(a)) || b.confidence - a.confidence,
  );
  return { spans: partiesIn(events), leading: partiesIn(first === undefined ? [] : [first]), cast };
}

/** Each side's mentions, each stretch of text once a side. */
function partiesIn(events: readonly Event[]): SidedSpan[] {
  const spans = new Map<string, SidedSpan>();
  for (const event of events) {
    for (const [side, actors] of [
      ['actor', event.actors],
      ['recipient', event.recipients],
    ] as const) {
      for (const { start, end } of actors.map(({ mention }) => mention)) {
        spans.set(`${side}:${start}-${end}`, { start, end, side });
      }
    }
  }
  return [...spans.values()];
}

interface Tally {
  right: number;
  gold: number;
  found: number;
}

const tally = (): Tally => ({ right: 0, gold: 0, found: 0 });

/** One-to-one, in text order; a reciprocal span may be found on either side. */
function count(
  sum: Tally,
  gold: readonly SidedSpan[],
  found: readonly SidedSpan[],
  same: (a: Range, b: Range) => boolean,
): void {
  sum.gold += gold.length;
  sum.found += found.length;
  const used = new Set<SidedSpan>();
  for (const span of gold) {
    const match = found.find(
      (one) => !used.has(one) && (span.side === 'either' || span.side === one.side) && same(one, span),
    );
    if (match === undefined) continue;
    used.add(match);
    sum.right++;
    // A reciprocal mention that was found on both sides is right once and wrong never.
    if (span.side !== 'either') continue;
    for (const twin of found) {
      if (!used.has(twin) && twin.start === match.start && twin.end === match.end) {
        used.add(twin);
        sum.found--;
      }
    }
  }
}

function f1({ right, gold, found }: Tally): number {
  return gold + found === 0 ? 0 : round((200 * right) / (gold + found));
}

function rates({ right, gold, found }: Tally): { precision: number; recall: number } {
  return { precision: percent(right, found), recall: percent(right, gold) };
}
