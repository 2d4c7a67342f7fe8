import { readFileSync } from 'node:fs';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';

/** Why a word keeps its full stop. See `data/README.md`. */
export const ABBREVIATION_KINDS = ['end', 'inner', 'month', 'number', 'state', 'title'] as const;
export type AbbreviationKind = (typeof ABBREVIATION_KINDS)[number];

const AFFIX_KINDS = ['prefix', 'suffix', 'syllable', 'unit'] as const;

/** The lists that the tokeniser and the sentence splitter go by. */
export interface WordLists {
  /** By form without the full stop, in the case that it is written in. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** Lower case: "non", "re"; the hyphen after them does not part a word. */
  readonly prefixes: ReadonlySet<string>;
  /** Lower case: "wise"; the hyphen before them does not part a word. */
  readonly suffixes: ReadonlySet<string>;
  /** Lower case: "un", "hye"; second syllables of given names, which the hyphen before them does not part. */
  readonly syllables: ReadonlySet<string>;
  /** Lower case: "km", "pm"; parted from the digits that they follow. */
  readonly units: ReadonlySet<string>;
}

let loaded: WordLists | undefined;

/** The lists that ship with the package, read on first use. **Errors** `data.malformed`. */
export function wordLists(): WordLists {
  if (loaded === undefined) {
    const affixes = readList('affixes.csv', AFFIX_KINDS);
    const ofKind = (kind: string) =>
      new Set([...affixes].filter((row) => row[1] === kind).map((row) => row[0]));
    loaded = {
      abbreviations: readList('abbreviations.csv', ABBREVIATION_KINDS),
      prefixes: ofKind('prefix'),
      suffixes: ofKind('suffix'),
      syllables: ofKind('syllable'),
      units: ofKind('unit'),
    };
  }
  return loaded;
}

function readList<Kind extends string>(file: string, kinds: readonly Kind[]): Map<string, Kind> {
  const path = packagePath('data', 'language', file);
  const rows = new Map<string, Kind>();
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (index === 0 || line === '') continue;
    const [form, name, ...rest] = line.split(',');
    const kind = kinds.find((one) => one === name);
    if (!form || kind === undefined || rest.length > 0) {
      throw new RapporteurError(
        'data.malformed',
        `Cannot read "${line}" in ${path}, line ${index + 1}. Each line is form,kind; the kind is one of: ${kinds.join(', ')}.`,
      );
    }
    rows.set(form, kind);
  }
  return rows;
}
