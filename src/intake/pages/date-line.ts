import { dayOfAnyForm } from '../dates.js';

/** Words that stand beside a date on a line that only tells when a page was published. */
const BESIDE =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\b(?:first|last|published|posted|updated|modified|date|on|at|of|local|time|noon|midnight|am|pm|gmt|utc|cet|cest|est|edt|pst|pdt|bst|ist)\b|[ap]\.m\.|\d+(?:st|nd|rd|th|h)?/gi;

/** **Units** characters. */
const LONGEST = 70;

/** Whether a line tells a date, perhaps with the time, and nothing else. */
export function isDateLine(text: string): boolean {
  if (text.length > LONGEST || !/\d{4}/.test(text) || dayOfAnyForm(text) === null) return false;
  return !/\p{L}/u.test(text.replace(BESIDE, ''));
}
