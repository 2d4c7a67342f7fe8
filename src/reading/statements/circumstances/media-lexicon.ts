import { listOf, oneOf } from '../../../registry/codebook/cells.js';
import { parseTable, readTable } from '../../../registry/table.js';
import { MEDIA, type MediumKind } from '../../contract.js';

/** A word that tells in which way something was said. */
export interface MediumEntry {
  readonly medium: MediumKind;
  /** Words of which one must stand with a noun or a name ("press conference"); prepositions after a verb ("write to"). */
  readonly modifiers: readonly string[];
  /** Whether it can be said to say something itself: "the letter says", "a statement that …". */
  readonly speaks: boolean;
}

const PARTS = ['noun', 'name', 'verb'] as const;
export type MediumPart = (typeof PARTS)[number];

/** By part of speech and lemma, in lower case; those that ask for a modifier before those that do not. */
export type MediaLexicon = ReadonlyMap<MediumPart, ReadonlyMap<string, readonly MediumEntry[]>>;

const FILE = 'codebook/media.csv';
const COLUMNS = ['lemma', 'part', 'modifier', 'medium', 'speaks'] as const;

let shipped: MediaLexicon | undefined;

/** The lexicon that ships with the package, read once. **Errors** `data.malformed`. */
export function mediaLexicon(): MediaLexicon {
  shipped ??= toLexicon(readTable(FILE, COLUMNS));
  return shipped;
}

/** **Errors** `data.malformed` names file, line, value and what is allowed. */
export function parseMedia(csv: string, file: string): MediaLexicon {
  return toLexicon(parseTable(csv, file, COLUMNS));
}

function toLexicon(rows: ReturnType<typeof readTable<(typeof COLUMNS)[number]>>): MediaLexicon {
  const lexicon = new Map<MediumPart, Map<string, MediumEntry[]>>(PARTS.map((part) => [part, new Map()]));
  for (const row of rows) {
    const words = lexicon.get(oneOf(row, 'part', PARTS))!;
    const lemma = row.cells.lemma.toLowerCase();
    const entry = {
      medium: oneOf(row, 'medium', MEDIA),
      modifiers: listOf(row.cells.modifier.toLowerCase()),
      speaks: oneOf(row, 'speaks', ['yes', 'no']) === 'yes',
    };
    const all = [...(words.get(lemma) ?? []), entry];
    words.set(
      lemma,
      all.sort((a, b) => Number(b.modifiers.length > 0) - Number(a.modifiers.length > 0)),
    );
  }
  return lexicon;
}
