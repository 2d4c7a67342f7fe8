import type { Report } from '../src/document/report.js';
import { tokenise } from '../src/language/text/tokenise.js';
import { loadCountries } from '../src/registry/countries.js';
import { seeded } from '../training/random.js';

/** A report as a line of JSONL holds it. */
export interface MadeReport {
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly publisher: string;
}

const SENTENCES = { fewest: 5, most: 11 };
const FIRST_DAY = Date.parse('2014-01-01');
const DAY_MS = 86_400_000;
/** Reports are of five years. */
const DAYS = 1826;
/** A copy appears so many days later at most. */
const LATEST_COPY = 3;

/**
 * So many reports, some of them distinct and the rest copies of those, in order of publication.
 *
 * **Shape** a distinct report has sentences of the corpus, drawn at random, with the countries and numbers in them
 * exchanged, so that it tells other events than its neighbours; a copy is of another publisher and may lack sentences.
 */
export function makeReports(
  corpus: readonly Report[],
  { count, distinct, seed }: { readonly count: number; readonly distinct: number; readonly seed: number },
): MadeReport[] {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const sentences = sentencesOf(corpus);
  const exchange = exchanger();
  const originals = Array.from({ length: distinct }, (): MadeReport => {
    const wanted = SENTENCES.fewest + Math.floor(next() * (SENTENCES.most - SENTENCES.fewest + 1));
    const chosen = Array.from({ length: wanted }, () => pick(sentences));
    const changed = exchange(chosen, next);
    return {
      title: changed[0]!.replace(/[.!?]$/, ''),
      text: changed.slice(1).join(' '),
      published: dayAt(Math.floor(next() * DAYS)),
      publisher: 'wire',
    };
  });
  const copies = Array.from({ length: count - distinct }, (_, index): MadeReport => {
    const original = pick(originals);
    const parts = original.text.split(/(?<=[.!?]) (?=[A-Z"“])/);
    const kept = parts.filter(() => next() > 0.1);
    const later = Date.parse(original.published) - FIRST_DAY + Math.floor(next() * LATEST_COPY) * DAY_MS;
    return {
      ...original,
      text: (kept.length > 0 ? kept : parts).join(' '),
      published: dayAt(later / DAY_MS),
      // No two copies are the same report.
      publisher: `paper ${index}`,
    };
  });
  return [...originals, ...copies].sort((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : a.publisher < b.publisher ? -1 : 1,
  );
}

function dayAt(index: number): string {
  return new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10);
}

/** Sentences of running text, of middling length. */
function sentencesOf(corpus: readonly Report[]): string[] {
  const found = new Set<string>();
  for (const report of corpus)
    for (const { start, end } of tokenise.run({ report }, undefined).sentences) {
      const text = report.text.slice(start, end).replace(/\s+/g, ' ');
      if (text.length > 40 && text.length < 300 && /^[A-Z"“].*[.!?]["”]?$/.test(text)) found.add(text);
    }
  return [...found];
}

/** Exchanges each country for another, the same throughout a report, and moves its numbers. */
function exchanger(): (sentences: readonly string[], next: () => number) => string[] {
  const countries = [...loadCountries().values()].filter(({ until }) => until === null);
  const forms = new Map<string, { index: number; form: 'name' | 'demonym' }>();
  countries.forEach(({ name, demonyms }, index) => {
    forms.set(name, { index, form: 'name' });
    if (demonyms[0] !== undefined) forms.set(demonyms[0], { index, form: 'demonym' });
  });
  const names = new RegExp(`\\b(?:${[...forms.keys()].map(literal).join('|')})\\b`, 'g');
  return (sentences, next) => {
    const shift = 1 + Math.floor(next() * (countries.length - 1));
    const factor = 0.6 + next();
    return sentences.map((text) =>
      text
        .replace(names, (found) => {
          const { index, form } = forms.get(found)!;
          const other = countries[(index + shift) % countries.length]!;
          return form === 'demonym' ? (other.demonyms[0] ?? other.name) : other.name;
        })
        .replace(/\b\d{2,3}\b/g, (digits) => String(Math.max(2, Math.round(Number(digits) * factor)))),
    );
  };
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
