import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RapporteurError } from '../src/errors.js';
import { reportFromText } from '../src/intake/index.js';
import { type Engine, readReport } from '../src/pipeline.js';
import type { Actor, Reading, When } from '../src/reading/contract.js';
import type { Scores, Task } from './task.js';

/** What a careful reader finds in a report; every key is optional. */
export interface Expectation {
  readonly published?: string;
  readonly events?: readonly Wanted[];
  readonly statements?: readonly Wanted[];
  readonly votes?: readonly Wanted[];
  readonly claims?: readonly Wanted[];
  readonly disputes?: readonly Wanted[];
  readonly notes?: readonly Wanted[];
  readonly never?: { readonly [kind in Kind]?: readonly Wanted[] };
}

type Wanted = Readonly<Record<string, unknown>>;
const KINDS = ['events', 'statements', 'votes', 'claims', 'disputes', 'notes'] as const;
type Kind = (typeof KINDS)[number];

/** How a reading compares with what was expected of it. */
export interface Comparison {
  readonly perKind: Readonly<Record<string, { found: number; expected: number }>>;
  readonly missed: readonly string[];
  /** Entries under `never` that were found all the same. */
  readonly wrong: readonly string[];
}

export const readings: Task = {
  name: 'readings',
  takes: 'a folder with NAME.txt beside NAME.expect.json',
  run: (path, { engine, errors }) => scoreFolder(path, engine(), errors),
};

function scoreFolder(folder: string, engine: Engine, errors: boolean): Scores {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.expect.json'))
    .map((file) => file.slice(0, -'.expect.json'.length))
    .sort();
  if (names.length === 0) {
    throw new RapporteurError(
      'evaluation.gold',
      `No NAME.expect.json in ${folder}. Put each beside its NAME.txt.`,
    );
  }
  const perKind: Record<string, { found: number; expected: number }> = {};
  let wrong = 0;
  for (const name of names) {
    const expectation = JSON.parse(readFileSync(join(folder, `${name}.expect.json`), 'utf8')) as Expectation;
    const report = reportFromText(readFileSync(join(folder, `${name}.txt`), 'utf8'));
    const comparison = compare(readReport(report, engine), expectation);
    for (const [kind, { found, expected }] of Object.entries(comparison.perKind)) {
      const sum = perKind[kind] ?? { found: 0, expected: 0 };
      perKind[kind] = { found: sum.found + found, expected: sum.expected + expected };
    }
    wrong += comparison.wrong.length;
    if (errors) {
      for (const line of comparison.missed) console.error(`${name}: missed ${line}`);
      for (const line of comparison.wrong) console.error(`${name}: never ${line}`);
    }
  }
  const found = Object.values(perKind).reduce((sum, one) => sum + one.found, 0);
  const expected = Object.values(perKind).reduce((sum, one) => sum + one.expected, 0);
  return {
    reports: names.length,
    found,
    expected,
    share: Math.round((1000 * found) / expected) / 10,
    wrong,
    perKind,
  };
}

/** Compares a reading with what was expected: an entry is found when one record satisfies all of its keys. */
export function compare(reading: Reading, expectation: Expectation): Comparison {
  const perKind: Record<string, { found: number; expected: number }> = {};
  const missed: string[] = [];
  const wrong: string[] = [];
  const count = (kind: string, found: boolean, wanted: unknown) => {
    const sum = perKind[kind] ?? { found: 0, expected: 0 };
    perKind[kind] = { found: sum.found + (found ? 1 : 0), expected: sum.expected + 1 };
    if (!found) missed.push(`${kind} ${JSON.stringify(wanted)}`);
  };
  if (expectation.published !== undefined) {
    count('published', reading.report.published === expectation.published, expectation.published);
  }
  for (const kind of KINDS) {
    for (const wanted of expectation[kind] ?? []) count(kind, someMatch(reading, kind, wanted), wanted);
    for (const unwanted of expectation.never?.[kind] ?? []) {
      if (someMatch(reading, kind, unwanted)) wrong.push(`${kind} ${JSON.stringify(unwanted)}`);
    }
  }
  return { perKind, missed, wrong };
}

function someMatch(reading: Reading, kind: Kind, wanted: Wanted): boolean {
  const records: readonly object[] = reading[kind];
  return records.some((record) =>
    Object.entries(wanted).every(([key, value]) => satisfies(key, value, record as Fields)),
  );
}

/** Any record of a reading, seen by its keys. */
type Fields = Readonly<Record<string, unknown>>;

function satisfies(key: string, value: unknown, record: Fields): boolean {
  switch (key) {
    case 'actor':
      return anyActor(record.actors, String(value));
    case 'recipient':
      return anyActor(record.recipients, String(value));
    case 'speaker':
      return anyActor(record.speaker === null ? [] : [record.speaker], String(value));
    case 'country':
      return (record.speaker as Actor | null)?.country === value;
    case 'accuses':
    case 'denies':
      return (value as readonly string[]).every((who) => hasPosition(record, key, who));
    case 'date':
      return within(record.when as When, String(value));
    case 'content':
    case 'contains':
      return plain(textOf(record)).includes(plain(String(value)));
    case 'symbol':
      return symbols(record).some((symbol) => symbol.includes(String(value)));
    case 'members':
      return Object.entries(value as Record<string, string>).every(([country, vote]) =>
        (record.members as Reading['votes'][number]['members']).some(
          (member) => member.country === country && member.vote === vote,
        ),
      );
    case 'vetoedBy':
      return (value as readonly string[]).every((country) => (record.vetoedBy as string[]).includes(country));
    default:
      return Array.isArray(value) ? value.includes(record[key]) : record[key] === value;
  }
}

function anyActor(actors: unknown, wanted: string): boolean {
  return (actors as readonly Actor[]).some((one) => isActor(one, wanted));
}

function isActor(one: Actor, wanted: string): boolean {
  if (one.country === wanted) return true;
  // From the beginning of a word on: "USA" is no part of "Thousands".
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const part = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}`, 'iu');
  return [one.name, one.person ?? '', one.mention.text].some((text) => part.test(text));
}

function hasPosition(record: Fields, stance: string, who: string): boolean {
  const positions = record.positions as Reading['disputes'][number]['positions'];
  return positions.some((position) => position.stance === stance && isActor(position.party, who));
}

function within(when: When, day: string): boolean {
  return when.start !== null && when.end !== null && when.start <= day && day <= when.end;
}

function symbols(record: Fields): string[] {
  const entry = record.record as Reading['votes'][number]['record'];
  return [record.draft, entry?.symbol].filter((symbol): symbol is string => typeof symbol === 'string');
}

/** Every piece of the report that a record quotes, and what the record says in words. */
function textOf(record: Fields): string {
  const spans = [record.span, record.content, record.spans, record.positions].flat();
  const texts = spans.map((one) => {
    const span = one as { text?: string; span?: { text: string } } | undefined;
    return span?.text ?? span?.span?.text ?? '';
  });
  return [record.text, record.about, ...texts].filter((text) => typeof text === 'string').join(' | ');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/["'“”‘’«»`]/gu, '')
    .replace(/\s+/gu, ' ');
}
