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
  /** The name as it is written. */
  readonly label: string;
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
  /** The day on which its words were first published: that of the original, where they are copied. */
  readonly told: number | null;
  readonly place: {
    readonly name: string;
    readonly label: string;
    readonly country: string | null;
    readonly isTown: boolean;
  } | null;
  readonly dead: number | null;
  readonly injured: number | null;
  /** Where the word that tells it stands in its report. **Units** UTF-16 units. */
  readonly at: number;
  /** The word that tells it, and the class or stem that it is known by. */
  readonly cue: string;
  readonly cueClass: string;
  /** The words of its sentence that count, as they are known, in alphabetical order. */
  readonly words: readonly string[];
  readonly status: Status;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: number;
  readonly score: number;
  /** How likely the event is right. **Units** 0–1 */
  readonly confidence: number;
  /** The words of its sentence that are written as names are, in alphabetical order. */
  readonly names: readonly string[];
}

export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Whether an event is told to have happened, only suspected, told ahead, or denied, negated or supposed. */
export const STATUSES = ['happened', 'alleged', 'expected', 'unreal'] as const;
export type Status = (typeof STATUSES)[number];

/** Types that hold in both directions. */
export const RECIPROCAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE']);
