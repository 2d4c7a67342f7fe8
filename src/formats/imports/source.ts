import type { ImportedEvent } from '../../archive/imported.js';

/** What a file of events is made of, and how a row of it is read. */
export interface EventSource {
  readonly name: 'gdelt' | 'icews' | 'polecat';
  /** Null where files of the source differ: their first line tells. */
  readonly delimiter: string | null;
  /** Names of the columns, in their order, where files have no header; null where they have one. */
  readonly columns: readonly (readonly string[])[] | null;
  /** Columns that a header must hold, in any order and case. */
  readonly needed: readonly string[];
  /** **Shape** the event, or what is wrong with the row: column, value, what is allowed. */
  readonly read: (cell: (column: string) => string) => ImportedEvent | Fault;
}

/** Why a row is no event. */
export interface Fault {
  readonly column: string;
  readonly value: string;
  readonly allowed: string;
}

export function fault(column: string, value: string, allowed: string): Fault {
  return { column, value, allowed };
}

/** Days since 1970 of `YYYY-MM-DD` or `YYYYMMDD`; null for what is no day. */
export function dayOf(text: string): number | null {
  const [, year, month, date] = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return new Date(time).getUTCDate() === Number(date) ? time / 86_400_000 : null;
}

/** A number, or null for what is none. */
export function numberOf(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
