import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';

/** What a word tells of the name that it stands in, a bit each. */
export const NAME_WORD_KINDS = [
  'male',
  'female',
  'place',
  'place-word',
  'facility-word',
  'organisation-word',
  'event-word',
  'document-word',
  'weapon-word',
  'title',
  'particle',
  'people',
  'country',
  'country-part',
  'surname',
  'organisation',
] as const;

export type NameWordKind = (typeof NAME_WORD_KINDS)[number];

/** Words that names are made of, and the countries' names and demonyms that hold more than one word. */
export interface NameWords {
  /** The kinds of a word, in its own case, as bits by their place in `NAME_WORD_KINDS`. */
  kindsOf(word: string): number;
  is(word: string, kind: NameWordKind): boolean;
  /** Countries, capitals, cities and other places of two words or more, by their first: the words that follow it, longest first. */
  readonly long: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const FILE = 'data/language/name-words.csv';
const BITS: ReadonlyMap<NameWordKind, number> = new Map(
  NAME_WORD_KINDS.map((kind, place) => [kind, 1 << place]),
);

let shared: NameWords | undefined;

/** The words, read on first use and then kept. **Errors** `data.malformed`. */
export function nameWords(): NameWords {
  shared ??= loadNameWords();
  return shared;
}

/**
 * Reads `data/language/name-words.csv`, the countries, capitals and demonyms of `data/countries.csv`, and the places of
 * several words of `data/cities.csv` and `data/places.csv`.
 *
 * **Errors** `data.malformed` for a line that is not a word and one of `NAME_WORD_KINDS`, or that is out of order or stands twice.
 */
function loadNameWords(): NameWords {
  const bits = new Map<string, number>();
  const long = new Map<string, string[][]>();
  const add = (word: string, kind: NameWordKind) => {
    bits.set(word, (bits.get(word) ?? 0) | bitOf(kind));
  };
  for (const { word, kind } of parseNameWords(readFileSync(packagePath(FILE), 'utf8'))) add(word, kind);
  for (const { name, aliases, demonyms, capital } of readCountries()) {
    for (const place of [name, ...aliases.split('|'), capital]) {
      const words = place.split(' ').filter((word) => word !== '');
      if (words.length === 1) add(words[0]!, 'country');
      if (words.length < 2) continue;
      for (const word of words) if (/^\p{Lu}/u.test(word)) add(word, 'country-part');
      const rests = long.get(words[0]!) ?? [];
      rests.push(words.slice(1));
      long.set(words[0]!, rests);
    }
    for (const demonym of demonyms.split('|')) {
      if (demonym !== '' && !demonym.includes(' ')) add(demonym, 'people');
    }
  }
  for (const name of [...readNames('data/cities.csv'), ...readNames('data/places.csv', 'with aliases')]) {
    const [first, ...rest] = name.split(' ');
    if (rest.length > 0 && /^\p{Lu}/u.test(first!)) long.set(first!, [...(long.get(first!) ?? []), rest]);
  }
  for (const rests of long.values()) rests.sort((a, b) => b.length - a.length);
  return {
    long,
    kindsOf: (word) => bits.get(word) ?? 0,
    is: (word, kind) => ((bits.get(word) ?? 0) & bitOf(kind)) !== 0,
  };
}

/**
 * The words of a list and their kinds, in its order.
 *
 * **Errors** `data.malformed` for a line that is not a word and one of `NAME_WORD_KINDS`, or that is out of order or stands twice.
 */
export function parseNameWords(csv: string): { word: string; kind: NameWordKind }[] {
  const entries: { word: string; kind: NameWordKind }[] = [];
  let before = '';
  for (const [index, line] of csv.split('\n').entries()) {
    const row = line.trimEnd();
    if (index === 0 || row === '') continue;
    const comma = row.indexOf(',');
    const kind = row.slice(comma + 1);
    if (comma < 1 || !isKind(kind)) {
      throw new RapporteurError(
        'data.malformed',
        `${FILE}, line ${index + 1}: "${row}" is not a word and its kind. Use one of: ${NAME_WORD_KINDS.join(', ')}.`,
      );
    }
    if (row <= before) {
      throw new RapporteurError(
        'data.malformed',
        `${FILE}, line ${index + 1}: "${row}" stands after "${before}". Sort the lines, and keep each once.`,
      );
    }
    before = row;
    entries.push({ word: row.slice(0, comma), kind });
  }
  return entries;
}

/** The names in the first column of a file; those in the second too, where they are no mere phrases ("eastern Ghouta"). */
function readNames(file: string, which: 'names' | 'with aliases' = 'names'): string[] {
  const [, ...rows] = readFileSync(packagePath(file), 'utf8').split('\n');
  return rows.flatMap((row) => {
    const [name = '', aliases = ''] = row.split(',', 2);
    if (name === '' || name.startsWith('"')) return [];
    return which === 'names'
      ? [name]
      : [name, ...aliases.split('|').filter((alias) => PROPER_NAME.test(alias))];
  });
}

/** Nothing but words with a capital, and small words that join them. */
const PROPER_NAME = /^\p{Lu}\S*(?: (?:and|of|the|al-\S+|el-\S+|ez-\S+|\p{Lu}\S*))*$/u;

function bitOf(kind: NameWordKind): number {
  return BITS.get(kind) ?? 0;
}

function isKind(kind: string): kind is NameWordKind {
  return (BITS as ReadonlyMap<string, number>).has(kind);
}

function readCountries(): Record<'name' | 'aliases' | 'demonyms' | 'capital', string>[] {
  return parse(readFileSync(packagePath('data/countries.csv'), 'utf8'), { columns: true });
}
