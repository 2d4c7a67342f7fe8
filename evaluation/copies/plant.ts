import { reportId } from '../../src/document/identity.js';
import type { Report } from '../../src/document/report.js';
import { shuffled } from '../../training/random.js';
import { redate } from './redate.js';
import type { Spin } from './spin.js';

export const KINDS = ['light', 'heavy', 'spun', 'stitched', 'dated'] as const;
export type Kind = (typeof KINDS)[number];

/** A report of the set, and what it was made from: nothing for originals and for those that only share a little. */
export interface Planted {
  readonly report: Report;
  readonly kind: Kind | 'original' | 'distractor';
  /** Ids of the originals that it was made from. */
  readonly from: readonly string[];
}

export interface Base {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly day: string;
}

export interface Material {
  readonly bases: readonly Base[];
  /** Sentences of quite other texts. */
  readonly filler: readonly string[];
  readonly spin: Spin;
}

/**
 * Originals, copies of them of each kind in turn, and distractors: reports of other sentences with one or two of an
 * original, a quotation say, and a line that a newsroom puts under all of its own.
 *
 * **Shape** copies are published up to three days after their originals, a third of them on the same day; the stitched
 * ones later than the last of those that they are stitched from.
 */
export function plant(
  { bases, filler, spin }: Material,
  { copies, distractors }: { readonly copies: number; readonly distractors: number },
  next: () => number,
): Planted[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const originals = bases.map((base, index) => ({ base, planted: original(base, index) }));
  const all: Planted[] = originals.map(({ planted }) => planted);
  for (let at = 0; at < copies; at++) {
    const kind = KINDS[at % KINDS.length]!;
    const count = kind === 'stitched' ? 2 + Math.floor(next() * 3) : 1;
    const chosen = shuffled(originals, next).slice(0, count);
    const days = chosen.map(({ base }) => base.day).sort();
    const sentences = change(
      kind,
      chosen.map(({ base }) => base.sentences),
    );
    const title = next() < 0.5 ? chosen[0]!.base.title : pick(filler).slice(0, 60);
    all.push({
      report: made(
        title,
        sentences,
        later(days.at(-1)!, (kind === 'stitched' ? 1 : 0) + Math.floor(next() * 3)),
        at,
      ),
      kind,
      from: chosen.map(({ planted }) => planted.report.id),
    });
  }
  for (let at = 0; at < distractors; at++) {
    const { base } = pick(originals);
    const shared = shuffled(base.sentences, next).slice(0, 1 + Math.floor(next() * 2));
    const start = at * STRETCH;
    if (start + STRETCH > filler.length) break;
    const sentences = shuffled(
      [...filler.slice(start, start + 7 + Math.floor(next() * (STRETCH - 6))), ...shared],
      next,
    );
    all.push({
      report: made(base.title, sentences, later(base.day, Math.floor(next() * 4)), copies + at),
      kind: 'distractor',
      from: [],
    });
  }
  return all;

  function change(kind: Kind, sources: readonly (readonly string[])[]): string[] {
    const [own] = sources;
    switch (kind) {
      case 'light': {
        const kept =
          own!.length > 4 && next() < 0.5 ? without(own!, Math.floor(next() * own!.length)) : [...own!];
        const at = Math.floor(next() * kept.length);
        kept[at] = nudge(kept[at]!);
        if (next() < 0.3) kept.splice(Math.floor(next() * kept.length), 0, pick(filler));
        return kept;
      }
      case 'heavy': {
        const kept = shuffled(own!, next).slice(0, Math.max(3, Math.ceil(own!.length * 0.6)));
        return shuffled([...kept.map((one) => nudge(spin(one, 0.15, next))), pick(filler)], next);
      }
      case 'spun':
        return own!.map((one) => spin(one, 0.4, next));
      case 'stitched':
        return interleaved(sources.map((one) => shuffled(one, next).slice(0, 3 + Math.floor(next() * 3))));
      case 'dated':
        return own!.map((one) => redate(one, next));
    }
  }

  function nudge(sentence: string): string {
    const words = sentence.split(' ');
    if (words.length < 6) return sentence;
    const at = 1 + Math.floor(next() * (words.length - 3));
    if (next() < 0.5) words.splice(at, 1);
    else words.splice(at, 0, pick(['reportedly', 'also', 'however', 'meanwhile', 'already']));
    return words.join(' ').replace(/[,;]/, next() < 0.5 ? '' : ',');
  }

  function interleaved(parts: readonly string[][]): string[] {
    const queues = parts.map((part) => [...part]);
    const mixed: string[] = [];
    while (queues.some((queue) => queue.length > 0)) {
      const queue = pick(queues.filter((one) => one.length > 0));
      mixed.push(queue.shift()!);
    }
    return mixed;
  }
}

function without<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, index) => index !== at);
}

/** **Units** sentences of filler in a distractor, at most; none is in two of them. */
const STRETCH = 10;

const NEWSROOMS = [
  'Northern Herald',
  'Harbour Times',
  'Daily Signal',
  'Wire Service',
  'The Ledger',
  'Evening Post',
];
const BELOW = [
  '',
  'Read more on our website and follow us for further updates.',
  'Reporting by our staff; editing by the night desk.',
];

function original({ title, sentences, day }: Base, at: number): Planted {
  return { report: made(title, sentences, day, at), kind: 'original', from: [] };
}

function made(title: string, sentences: readonly string[], published: string, at: number): Report {
  const paragraphs: string[] = [];
  for (let from = 0; from < sentences.length; from += 2)
    paragraphs.push(sentences.slice(from, from + 2).join(' '));
  const below = BELOW[at % BELOW.length]!;
  const text = [title, ...paragraphs, ...(below === '' ? [] : [below])].join('\n\n');
  const publisher = `${NEWSROOMS[at % NEWSROOMS.length]!} ${at}`;
  return {
    id: reportId(text, publisher),
    title,
    text,
    published,
    publishedNotBefore: null,
    publishedBasis: 'given',
    publisher,
    url: null,
    language: 'en',
  };
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
