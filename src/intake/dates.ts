import { Temporal } from 'temporal-polyfill';
import { dayOf } from './published.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;

/** Forms in which programs and people write dates; each gives year, month and day in some order. */
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly order: readonly ['y' | 'm' | 'd', string, string];
}[] = [
  // GDELT and other logs: 20170412, 20170412093000, 20170412T093000Z.
  { pattern: /^(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?Z?)?$/, order: ['y', 'm', 'd'] },
  { pattern: /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T ,].*)?$/, order: ['y', 'm', 'd'] },
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ,].*)?$/, order: ['y', 'm', 'd'] },
  // Feeds and mail: Wed, 12 Apr 2017 09:30:00 GMT; people: 12th April 2017.
  {
    pattern: new RegExp(
      `^(?:[a-z]+,?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}\\.?,?[\\s-]+(\\d{4})\\b`,
      'i',
    ),
    order: ['d', 'm', 'y'],
  },
  // April 12, 2017.
  {
    pattern: new RegExp(`^(?:[a-z]+,?\\s+)?${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i'),
    order: ['m', 'd', 'y'],
  },
  // What JavaScript and C print: Wed Apr 12 09:30:00 2017.
  {
    pattern: new RegExp(`^[a-z]{3}\\s+${MONTH}\\s+(\\d{1,2})\\s+\\d{2}:\\d{2}:\\d{2}.*?\\s(\\d{4})$`, 'i'),
    order: ['m', 'd', 'y'],
  },
];

/**
 * The day that a date names, in any form that can be read in one way only, as it is written there: a time zone does
 * not move it. Null for others: nobody knows what 04/05/2017 is.
 */
export function dayOfAnyForm(text: string): string | null {
  const bare = text.trim().replace(/^(?:published|posted|updated|date|on)\s*:?\s+/i, '');
  const plain = dayOf(bare);
  if (plain !== null) return plain;
  for (const { pattern, order } of FORMS) {
    const found = pattern.exec(bare);
    if (found === null) continue;
    const part = (name: string) => found[order.indexOf(name) + 1]!;
    return calendarDay(Number(part('y')), monthOf(part('m')), Number(part('d')));
  }
  return secondsSince1970(bare) ?? slashed(bare);
}

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/** Machines count seconds or milliseconds since 1970; a number that long is nothing else. */
function secondsSince1970(text: string): string | null {
  if (!/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/.test(text)) return null;
  const count = Number(text);
  return new Date(count > 1e11 ? count : count * 1000).toISOString().slice(0, 10);
}

/** 13/04/2017 and 04/13/2017 can be one day only. */
function slashed(text: string): string | null {
  const found = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text);
  if (found === null) return null;
  const [one, other, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (one > 12 && other <= 12) return calendarDay(year, other, one);
  if ((other > 12 && one <= 12) || one === other) return calendarDay(year, one, other);
  return null;
}

function calendarDay(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
