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
 * Reads `data/language/name-words.csv`, and the countries, capitals and demonyms of `data/countries.csv`.
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
  for (const rests of long.values()) rests.sort((a, b) => b.length - a.length);
  return {
    long,
    kindsOf: (word) => bits.get(word) ?? 0,
    is: (word, kind) => ((bits.get(word) ?? 0) & bitOf(kind)) !== 0,
  };
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
