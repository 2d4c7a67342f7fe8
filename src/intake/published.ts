import { Temporal } from 'temporal-polyfill';
import { RapporteurError } from '../errors.js';

/**
 * The day that an ISO date or date and time names, as it is written there: a time zone does not move it.
 *
 * **Errors** `input.date` for any other form, and for a day that the calendar does not have.
 */
export function parsePublished(text: string): string {
  const day = dayOf(text);
  if (day !== null) return day;
  throw new RapporteurError(
    'input.date',
    `"${text}" is not a date of publication. Write it as 2017-04-12 or 2017-04-12T09:30:00Z.`,
  );
}

/** The same, null where it is no such date. */
export function dayOf(text: string): string | null {
  const parts =
    /^\s*(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/i.exec(
      text,
    );
  if (parts === null) return null;
  try {
    return Temporal.PlainDate.from(parts[1]!, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
