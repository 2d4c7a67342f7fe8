import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Upos } from '../../document/document.js';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import { STANCE_ACTS, type StanceAct } from '../contract.js';

/** What kind of act or state a cue tells of. The order is that of the trained model's features: append only. */
export const CUE_CLASSES = [
  'speech',
  'writing',
  'request',
  'promise',
  'judgement',
  'declining',
  'belief',
  'intention',
  'feeling',
  'perception',
  'evidence',
  'appearance',
  'decision',
  'naming',
  'citation',
  'persuasion',
  'publication',
  'role',
  'hearsay',
] as const;

const PARTS = ['verb', 'noun', 'adjective', 'adverb', 'adposition', 'punctuation'] as const;
const TAKES = ['clause', 'infinitive', 'phrase', 'quotation'] as const;

export type CueClass = (typeof CUE_CLASSES)[number];
export type CuePart = (typeof PARTS)[number];

/** A word that can attribute something to somebody. */
export interface CueEntry {
  readonly lemma: string;
  readonly part: CuePart;
  readonly class: CueClass;
  /** What its content can look like. */
  readonly takes: readonly (typeof TAKES)[number][];
  /** What its speaker does by it, where the word alone tells. */
  readonly stance: StanceAct | null;
  /** Its line in `cues.csv`. */
  readonly line: number;
}

/** All cue words, by part of speech and lemma. */
export type CueLexicon = ReadonlyMap<CuePart, ReadonlyMap<string, CueEntry>>;

const PART_OF: Partial<Record<Upos, CuePart>> = {
  VERB: 'verb',
  AUX: 'verb',
  NOUN: 'noun',
  ADJ: 'adjective',
  ADV: 'adverb',
  ADP: 'adposition',
  PUNCT: 'punctuation',
};

let shipped: CueLexicon | undefined;

/** The lexicon that ships with the package, read once. */
export function cueLexicon(): CueLexicon {
  if (shipped === undefined) {
    const path = packagePath('data', 'codebook', 'cues.csv');
    shipped = parseCues(readFileSync(path, 'utf8'), 'data/codebook/cues.csv');
  }
  return shipped;
}

/** **Errors** `data.malformed` names the file, the line, the value and what is allowed. */
export function parseCues(csv: string, file: string): CueLexicon {
  const lexicon = new Map<CuePart, Map<string, CueEntry>>(PARTS.map((part) => [part, new Map()]));
  const rows = parse(csv, { columns: true, info: true }) as {
    record: Record<string, string>;
    info: { lines: number };
  }[];
  for (const { record, info } of rows) {
    const pick = <T extends string>(column: string, allowed: readonly T[], value: string | undefined): T => {
      const found = allowed.find((one) => one === value);
      if (found !== undefined) return found;
      throw new RapporteurError(
        'data.malformed',
        `Unknown ${column} "${value}" in ${file}, line ${info.lines}. Use one of: ${allowed.join(', ')}.`,
      );
    };
    const part = pick('pos', PARTS, record.pos);
    const takes = (record.takes ?? '').split('|').map((one) => pick('takes', TAKES, one));
    const stance = record.stance === '' ? null : pick('stance', STANCE_ACTS, record.stance);
    const lemma = record.lemma ?? '';
    lexicon.get(part)!.set(lemma, {
      lemma,
      part,
      class: pick('class', CUE_CLASSES, record.class),
      takes,
      stance,
      line: info.lines,
    });
  }
  return lexicon;
}

/** The entry of a word, undefined where it is no cue word. */
export function cueEntry(lexicon: CueLexicon, upos: Upos, lemma: string): CueEntry | undefined {
  const part = PART_OF[upos];
  return part === undefined ? undefined : lexicon.get(part)!.get(lemma.toLowerCase());
}
