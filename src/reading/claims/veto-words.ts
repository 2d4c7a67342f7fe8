import { numberOf } from '../votes/tally.js';

/** How often something is said to have happened. */
export interface Count {
  readonly number: number;
  readonly bound: 'exactly' | 'at least' | 'more than' | 'nearly';
  /** "for the first time": tells of the time before, not of a number. */
  readonly first: boolean;
}

/** From when on vetoes are counted. **Units** `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** The year that the words name, null where they name none. */
  readonly year: number | null;
  /** False where the text sets a bound that names no date: "since the war began". */
  readonly certain: boolean;
  /** " since 2011", empty where the text sets no bound. */
  readonly words: string;
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ORDINAL = `(?:${ORDINALS.join('|')}|\\d{1,3}(?:st|nd|rd|th))`;
const CARDINAL =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)';

const NTH = new RegExp(
  `\\b(${ORDINAL})\\s+(?:such\\s+)?(?:time|occasion|(?:\\p{Lu}\\p{L}+\\s+)?veto)\\b`,
  'iu',
);
const TIMES = new RegExp(
  `(?:\\b(at\\s+least|more\\s+than|over|nearly|almost|some|about)\\s+)?\\b(${CARDINAL})\\s+(?:separate\\s+)?(?:times|occasions|vetoes|(?:\\p{L}+\\s+){0,3}(?:resolutions|drafts|texts))\\b`,
  'iu',
);
const TWICE = /\b(once|twice|thrice)\b/iu;

/** The count of vetoes in a sentence that speaks of vetoing, null where it counts none. */
export function countIn(text: string): Count | null {
  const nth = NTH.exec(text)?.[1]?.toLowerCase();
  if (nth !== undefined) {
    const number = /^\d/.test(nth) ? Number.parseInt(nth, 10) : ORDINALS.indexOf(nth) + 1;
    return { number, bound: 'exactly', first: number === 1 };
  }
  const times = TIMES.exec(text);
  const number = times === null ? null : numberOf(times[2]!);
  if (times !== null && number !== null && number > 1) {
    const bound = BOUNDS.get(times[1]?.toLowerCase().replaceAll(/\s+/g, ' ') ?? '') ?? 'exactly';
    return { number, bound, first: false };
  }
  const twice = TWICE.exec(text)?.[1]?.toLowerCase();
  return twice === 'twice' || twice === 'thrice'
    ? { number: twice === 'twice' ? 2 : 3, bound: 'exactly', first: false }
    : null;
}

const BOUNDS = new Map<string, Count['bound']>([
  ['at least', 'at least'],
  ['more than', 'more than'],
  ['over', 'more than'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
]);

const BEGINNING = '0000-01-01';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const YEAR = '(1[89]\\d{2}|20\\d{2})';
const SINCE_YEAR = new RegExp(`\\bsince\\b[^.;]*?\\b${YEAR}\\b`, 'iu');
const SINCE_MONTH = new RegExp(
  `\\bsince\\s+(?:early\\s+|late\\s+|mid-)?(${MONTHS.join('|')})(?:\\s+${YEAR})?\\b`,
  'u',
);
const IN_YEAR = new RegExp(`\\bin\\s+${YEAR}\\b`, 'iu');
const IN_YEARS = new RegExp(
  `\\b(?:in|over|during)\\s+(?:the\\s+)?(?:past|last|more\\s+than)?\\s*(${CARDINAL})\\s+years\\b`,
  'iu',
);

/** The period that a sentence sets for its count, ending on `day`. */
export function periodIn(text: string, day: string): Period {
  const thisYear = Number(day.slice(0, 4));
  const open = { to: day, certain: true };
  const month = SINCE_MONTH.exec(text);
  if (month !== null) {
    const number = MONTHS.indexOf(month[1]!) + 1;
    const year =
      month[2] === undefined ? thisYear - (number > Number(day.slice(5, 7)) ? 1 : 0) : Number(month[2]);
    const from = `${year}-${String(number).padStart(2, '0')}-01`;
    return { ...open, from, year, words: ` since ${month[1]} ${year}` };
  }
  const since = SINCE_YEAR.exec(text)?.[1];
  if (since !== undefined) {
    return { ...open, from: `${since}-01-01`, year: Number(since), words: ` since ${since}` };
  }
  const lasting = IN_YEARS.exec(text);
  const years = lasting === null ? null : numberOf(lasting[1]!);
  if (years !== null) {
    const from = `${String(thisYear - years).padStart(4, '0')}${day.slice(4)}`;
    return { ...open, from, year: thisYear - years, words: ` in ${years} years` };
  }
  if (/\bthis\s+year\b/iu.test(text)) {
    return { ...open, from: `${thisYear}-01-01`, year: thisYear, words: ` in ${thisYear}` };
  }
  const within = IN_YEAR.exec(text)?.[1];
  if (within !== undefined && Number(within) < thisYear) {
    return {
      from: `${within}-01-01`,
      to: `${within}-12-31`,
      year: Number(within),
      certain: true,
      words: ` in ${within}`,
    };
  }
  const bounded = /\b(?:since|during|under|this\s+\p{L}+|recent\w*)\b|\b(?:past|last)\s+\p{L}+/iu.test(text);
  return { ...open, from: BEGINNING, year: null, certain: !bounded, words: '' };
}
