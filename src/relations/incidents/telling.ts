import type { EVENT_TYPES } from '../../reading/contract.js';

export type EventType = (typeof EVENT_TYPES)[number];

/** Somebody who takes part, as far as tellings are compared by it. */
export interface Party {
  /** Country code, or one of UNO EUR IGO NGO IMG MNC ISM; null where none is known. */
  readonly country: string | null;
  /** The name in lower case, or the words that describe whom no name tells. */
  readonly name: string;
  readonly person: string | null;
  readonly sectors: readonly string[];
}

/** One event as one report tells it: all that is needed to find out whether another report tells the same. */
export interface Telling {
  readonly id: string;
  readonly report: string;
  /** The report that its words come from: the original where it stands in a copied sentence, else the report itself. */
  readonly source: string;
  /** Null for mentions whose type nobody knows. */
  readonly type: EventType | null;
  readonly mode: string | null;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** The days that the text says, both included; null where it says none. **Units** days since 1970. */
  readonly days: Days | null;
  /** The day of publication. **Units** days since 1970. */
  readonly published: number | null;
  readonly place: { readonly name: string; readonly country: string | null; readonly isTown: boolean } | null;
  readonly dead: number | null;
  readonly injured: number | null;
  /** What the word that tells it is known by, and the words of its sentence that count. */
  readonly cue: string;
  readonly words: readonly string[];
  /** The words of its sentence that are written as names are. */
  readonly names: readonly string[];
}

export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Types that hold in both directions. */
export const RECIPROCAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE']);
