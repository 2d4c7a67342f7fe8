import type { Atom } from './atoms.js';
import type { DayPart, Season, Unit, VagueTimex } from './words.js';

/** What a phrase says of when, before it is laid on the calendar. `shift` counts units from the anchor: -1 is "last". */
export type Meaning =
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
      /** Last day of "May 3-5", or the later of two ("May 3 and 5"). */
      readonly until: number | null;
    }
  | { readonly kind: 'month'; readonly month: number; readonly shift: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'decade'; readonly year: number }
  | { readonly kind: 'century'; readonly century: number }
  | {
      readonly kind: 'season';
      readonly season: Season;
      readonly year: number | null;
      readonly shift: number | null;
    }
  | {
      readonly kind: 'portion';
      readonly of: 'quarter' | 'half';
      readonly nth: number;
      readonly year: number | null;
      readonly shift: number | null;
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly shift: number | null }
  /** A unit of the calendar so many units from the anchor: "yesterday", "last week", "a day later". */
  | {
      readonly kind: 'shift';
      readonly unit: Unit;
      readonly count: number;
      readonly from: 'published' | 'context';
    }
  /** A stretch that ends (count below 0) or begins at the anchor: "in the past 24 hours". */
  | { readonly kind: 'window'; readonly unit: Unit; readonly count: number }
  | { readonly kind: 'clock' }
  | { readonly kind: 'duration'; readonly timex: string }
  | { readonly kind: 'set'; readonly timex: string }
  | { readonly kind: 'vague'; readonly timex: VagueTimex };

/** Atoms `from`..`to` with their meaning; `clock` is TIMEX3's time of day, "T18:00Z" or "TMO". */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
  readonly clock: string | null;
}

export function phrase(from: number, to: number, meaning: Meaning, clock: string | null = null): Phrase {
  return { from, to, meaning, clock };
}

export function monthAt(atoms: readonly Atom[], at: number): { month: number; next: number } | undefined {
  const atom = atoms[at];
  if (atom?.word?.kind !== 'month' || !isCapital(atom.raw)) return undefined;
  const stop = atom.word.short && atoms[at + 1]?.text === '.' ? 1 : 0;
  return { month: atom.word.value, next: at + 1 + stop };
}

export function weekdayAt(
  atoms: readonly Atom[],
  at: number,
): { weekday: number; plural: boolean; next: number } | undefined {
  const atom = atoms[at];
  if (atom?.word?.kind !== 'weekday' || !isCapital(atom.raw)) return undefined;
  if (!atom.word.short) return { weekday: atom.word.value, plural: atom.word.plural, next: at + 1 };
  // "Sat", "Sun" and "Mon" are words of their own, so a short form must look like one: "Sat.", "Sun,", "Fri 3".
  const follows = atoms[at + 1];
  const stopped = atom.raw.endsWith('.') || follows?.text === '.';
  const dated = follows?.word?.kind === 'number' || follows?.word?.kind === 'month';
  if (!stopped && !dated && follows?.text !== ',') return undefined;
  return {
    weekday: atom.word.value,
    plural: false,
    next: at + (follows?.text === '.' && !atom.raw.endsWith('.') ? 2 : 1),
  };
}

/** A day of the month, "3" or "3rd" or "third". */
export function dayAt(atoms: readonly Atom[], at: number): number | undefined {
  const word = atoms[at]?.word;
  if (word?.kind !== 'number' && word?.kind !== 'ordinal') return undefined;
  if (word.kind === 'number' && word.digits === 0) return undefined;
  return word.digits <= 2 && Number.isInteger(word.value) && word.value >= 1 && word.value <= 31
    ? word.value
    : undefined;
}

/** A year in four digits that news could mean. */
export function yearAt(atoms: readonly Atom[], at: number): number | undefined {
  const atom = atoms[at];
  if (atom?.word?.kind !== 'number' || atom.raw.length !== 4) return undefined;
  const { value } = atom.word;
  return Number.isInteger(value) && value >= 1000 && value <= 2199 ? value : undefined;
}

export function isCapital(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return first >= 65 && first <= 90;
}

export function isDash(text: string | undefined): boolean {
  return text === '-' || text === '–' || text === '—' || text === '‐' || text === '‑';
}

const PARTS: ReadonlySet<string> = new Set<DayPart>(['MO', 'MI', 'AF', 'EV', 'NI']);

/** "morning", "the evening" after a day; `next` is where it ends. */
export function partAt(atoms: readonly Atom[], at: number): { clock: string; next: number } | undefined {
  const word = atoms[at]?.word;
  if (word?.kind !== 'part' || word.plural || !PARTS.has(word.part)) return undefined;
  return { clock: `T${word.part}`, next: at + 1 };
}
