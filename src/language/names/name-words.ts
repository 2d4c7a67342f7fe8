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
  'city',
  'organisation',
  'given',
  'surname',
] as const;

export type NameWordKind = (typeof NAME_WORD_KINDS)[number];

/** Words that names are made of, and the countries' names and demonyms that hold more than one word. */
export interface NameWords {
  /** The kinds of a word, in its own case, as bits by their place in `NAME_WORD_KINDS`. */
  kindsOf(word: string): number;
  is(word: string, kind: NameWordKind): boolean;
  /** Countries and capitals of two words or more, by their first: the words that follow it, longest first. */
  readonly long: ReadonlyMap<string, readonly (readonly string[])[]>;
}

let shared: NameWords | undefined;

/** The words, read on first use and then kept. **Errors** `data.malformed`. */
export function nameWords(): NameWords {
  shared ??= loadNameWords();
  return shared;
}

/**
 * Reads `data/language/name-words.csv`, and the names that other files of `data/` hold: countries, capitals and
 * demonyms; cities and other places; organisations and groups; the parts of the names of office holders.
 *
 * **Errors** `data.malformed` for a kind that is not among `NAME_WORD_KINDS`.
 */
function loadNameWords(): NameWords {
  const bits = new Map<string, number>();
  const long = new Map<string, string[][]>();
  const add = (word: string, kind: NameWordKind) => {
    bits.set(word, (bits.get(word) ?? 0) | bitOf(kind));
  };
  for (const [line, row] of readRows('data/language/name-words.csv').entries()) {
    const [word, kind] = row.split(',');
    if (word === undefined || !isKind(kind)) {
      throw new RapporteurError(
        'data.malformed',
        `data/language/name-words.csv, line ${line + 2}: "${row}" names no kind. Use one of: ${NAME_WORD_KINDS.join(', ')}.`,
      );
    }
    add(word, kind);
  }
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
  for (const file of ['cities', 'places'] as const) {
    for (const name of readNames(`data/${file}.csv`)) addPlace(name, add, long);
  }
  for (const file of ['organisations', 'groups'] as const) {
    for (const name of readNames(`data/${file}.csv`)) if (isSingle(name)) add(name, 'organisation');
  }
  for (const file of ['people', 'tenures'] as const) {
    for (const name of readNames(`data/${file}.csv`)) {
      const parts = name.split(' ').filter((part) => /^\p{Lu}[\p{L}'’-]+$/u.test(part));
      if (parts.length < 2) continue;
      for (const form of forms(parts[0]!)) add(form, 'given');
      for (const form of forms(parts.at(-1)!)) add(form, 'surname');
    }
  }
  for (const rests of long.values()) rests.sort((a, b) => b.length - a.length);
  return {
    long,
    kindsOf: (word) => bits.get(word) ?? 0,
    is: (word, kind) => ((bits.get(word) ?? 0) & bitOf(kind)) !== 0,
  };
}

type Add = (word: string, kind: NameWordKind) => void;

function addPlace(name: string, add: Add, long: Map<string, string[][]>): void {
  for (const form of forms(name)) {
    const [first, ...rest] = form.split(' ');
    if (rest.length === 0) {
      if (isSingle(form)) add(form, 'city');
    } else if (/^\p{Lu}/u.test(first!)) {
      const rests = long.get(first!) ?? [];
      rests.push(rest);
      long.set(first!, rests);
    }
  }
}

/** A word with a capital that is long enough to tell something. */
function isSingle(name: string): boolean {
  return /^\p{Lu}[\p{L}\d.'’-]+$/u.test(name) && name.length > 2;
}

/** As it is written, and without marks over its letters. */
function forms(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  return plain === name ? [name] : [name, plain];
}

/** The names in the first column of a file, and in the second where that holds aliases. */
function readNames(file: string): string[] {
  const [header, ...rows] = readFileSync(packagePath(file), 'utf8').split('\n');
  const hasAliases = header!.split(',')[1] === 'aliases';
  const names = new Set<string>();
  for (const row of rows) {
    if (row.startsWith('"')) continue;
    const [name = '', aliases = ''] = row.split(',', 2);
    for (const one of hasAliases ? [name, ...aliases.split('|')] : [name]) if (one !== '') names.add(one);
  }
  return [...names];
}

function bitOf(kind: NameWordKind): number {
  return 1 << NAME_WORD_KINDS.indexOf(kind);
}

function isKind(kind: string | undefined): kind is NameWordKind {
  return NAME_WORD_KINDS.includes(kind as NameWordKind);
}

function readCountries(): Record<'name' | 'aliases' | 'demonyms' | 'capital', string>[] {
  return parse(readFileSync(packagePath('data/countries.csv'), 'utf8'), { columns: true });
}

function readRows(file: string): string[] {
  const rows = readFileSync(packagePath(file), 'utf8').split('\n').slice(1);
  return rows.map((row) => row.trimEnd()).filter((row) => row !== '');
}
