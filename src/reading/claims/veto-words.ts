import { numberOf } from '../votes/tally.js';

/** How often something is said to have happened. */
export interface Count {
  readonly number: number;
  readonly bound: 'exactly' | 'at least' | 'more than' | 'nearly' | 'fewer than';
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
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a|one|two|three)\\s+dozen)';

const NTH = new RegExp(
  `\\b(${ORDINAL})\\s+(?:such\\s+|Council\\s+|Security\\s+Council\\s+|UN\\s+)?(?:time|occasion|(?:\\p{Lu}\\p{L}+\\s+){0,2}veto(?:es)?|cast|since|of\\s+its\\s+kind|use\\s+of|in\\s+(?:more|less|over|nearly|almost|\\p{L}+\\s+years))\\b`,
  'iu',
);
const TIMES = new RegExp(
  `(?:\\b(at\\s+least|no\\s+fewer\\s+than|not\\s+less\\s+than|more\\s+than|over|nearly|almost|close\\s+to|fewer\\s+than|less\\s+than|some|about|around)\\s+)?\\b(${CARDINAL})\\s+(?:separate\\s+|single\\s+|sole\\s+|joint\\s+|double\\s+|triple\\s+)?(?:times|occasions|vetoes|(?:[\\p{L}-]+\\s+){0,4}(?:resolutions|drafts|texts))\\b`,
  'iu',
);
const TWICE = /\b(once|twice|thrice)\b/iu;
const NONE =
  /\b(?:without\s+(?:a\s+(?:single\s+)?|any\s+)veto|(?:nobody|no\s+(?:permanent\s+member|one|country|state|member))\s+(?:\p{L}+\s+){0,3}veto|not\s+(?:a\s+single|one)\s+(?:\p{L}+\s+){0,2}veto|no\s+veto(?:es)?\s+(?:was|were|had\s+been|have\s+been)\s+cast|(?:did|has|had|was)\s+not\s+(?:once\s+)?(?:used?|cast|exercised?|vetoed)\b[^.;]{0,30}\bveto|cast\s+no\s+veto(?:es)?|used\s+no\s+veto)/iu;

/** The count of vetoes in a sentence that speaks of vetoing, null where it counts none. */
export function countIn(text: string): Count | null {
  const nth = NTH.exec(text)?.[1]?.toLowerCase();
  if (nth !== undefined) {
    const number = /^\d/.test(nth) ? Number.parseInt(nth, 10) : ORDINALS.indexOf(nth) + 1;
    return { number, bound: 'exactly', first: number === 1 };
  }
  const times = TIMES.exec(text);
  const number = times === null ? null : cardinal(times[2]!);
  if (times !== null && number !== null && number > 1) {
    const bound = BOUNDS.get(times[1]?.toLowerCase().replaceAll(/\s+/g, ' ') ?? '') ?? 'exactly';
    return { number, bound, first: false };
  }
  if (NONE.test(text)) return { number: 0, bound: 'exactly', first: false };
  const twice = TWICE.exec(text)?.[1]?.toLowerCase();
  return twice === 'twice' || twice === 'thrice'
    ? { number: twice === 'twice' ? 2 : 3, bound: 'exactly', first: false }
    : null;
}

function cardinal(words: string): number | null {
  const dozens = /^(a|one|two|three)\s+dozen$/i.exec(words)?.[1]?.toLowerCase();
  if (dozens === undefined) return numberOf(words);
  return { a: 12, one: 12, two: 24, three: 36 }[dozens] ?? null;
}

const BOUNDS = new Map<string, Count['bound']>([
  ['at least', 'at least'],
  ['no fewer than', 'at least'],
  ['not less than', 'at least'],
  ['more than', 'more than'],
  ['over', 'more than'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['close to', 'nearly'],
  ['fewer than', 'fewer than'],
  ['less than', 'fewer than'],
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
const IN_YEAR = new RegExp(
  `\\b(?:in|during|throughout|of|year|quiet|busy|by\\s+the\\s+end\\s+of)\\s+(?:the\\s+year\\s+)?${YEAR}\\b(?!s)`,
  'iu',
);
const BETWEEN = new RegExp(
  `\\b(?:between|from)\\s+${YEAR}\\s+(?:and|to|until|through|till)\\s+${YEAR}\\b`,
  'iu',
);
const DECADE = new RegExp(
  `\\b(?:[Ii]n|[Dd]uring|[Oo]f|[Tt]hrough(?:out)?|[Oo]ver)\\s+(?:the\\s+)?(?:whole\\s+of\\s+the\\s+|entire\\s+)?(?:${YEAR}s\\b|(fifties|sixties|seventies|eighties|nineties)\\b)`,
  'u',
);
const DECADES = ['fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const IN_YEARS = new RegExp(
  `\\b(?:in|over|during)\\s+(?:the\\s+)?(?:past|last|more\\s+than)?\\s*(${CARDINAL})\\s+years\\b`,
  'iu',
);

/** The period that a sentence sets for its count, ending on `day`. */
export function periodIn(text: string, day: string): Period {
  const thisYear = Number(day.slice(0, 4));
  const open = { to: day, certain: true };
  const between = BETWEEN.exec(text);
  if (between !== null) return years(Number(between[1]), Number(between[2]), day);
  const decade = DECADE.exec(text);
  if (decade !== null) {
    const start =
      decade[1] === undefined ? 1950 + 10 * DECADES.indexOf(decade[2]!.toLowerCase()) : Number(decade[1]);
    return years(start, start + 9, day);
  }
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
  const count = lasting === null ? null : numberOf(lasting[1]!);
  if (count !== null) {
    const from = `${String(thisYear - count).padStart(4, '0')}${day.slice(4)}`;
    return { ...open, from, year: thisYear - count, words: ` in ${count} years` };
  }
  if (
    /\bthis\s+year\b|\bof\s+the\s+year\b|\bsince\s+(?:the\s+)?(?:new\s+year|January|beginning\s+of\s+the\s+year)\b/iu.test(
      text,
    )
  ) {
    return { ...open, from: `${thisYear}-01-01`, year: thisYear, words: ` in ${thisYear}` };
  }
  const within = IN_YEAR.exec(text)?.[1];
  if (within !== undefined && Number(within) <= thisYear) return years(Number(within), Number(within), day);
  if (/\blast\s+year\b/iu.test(text)) return years(thisYear - 1, thisYear - 1, day);
  const bounded =
    /\b(?:since|during|under|this\s+\p{L}+|recent\w*|in\s+the\s+war)\b|\b(?:past|last)\s+(?!veto|used)\p{L}+/iu.test(
      text,
    );
  return { ...open, from: BEGINNING, year: null, certain: !bounded, words: '' };
}

function years(first: number, last: number, day: string): Period {
  const to = `${last}-12-31`;
  return {
    from: `${first}-01-01`,
    to: to < day ? to : day,
    year: first,
    certain: true,
    words: first === last ? ` in ${first}` : ` from ${first} to ${last}`,
  };
}

/** When the veto before is said to have been cast. **Units** `YYYY-MM-DD`, both included. */
export interface Before {
  readonly from: string;
  readonly to: string;
  /** Years that are said to lie between, null where a date is given. */
  readonly years: { readonly count: number; readonly bound: Count['bound'] } | null;
  /** No veto at all is said to have been cast before. */
  readonly never: boolean;
  /** None is said to have been cast from then on: "the first this century". */
  readonly noneSince?: string;
  /** Told of the last veto, whatever it was on: "it last used its veto in 1997, over Guatemala". */
  readonly last: boolean;
}

const TIME = `(?:(?:early\\s+|late\\s+|mid-)?(?:(\\d{1,2})\\s+)?(${MONTHS.join('|')})\\s+(?:(\\d{1,2}),\\s+)?)?${YEAR}`;
const SINCE = new RegExp(
  `\\bfirst\\b[^.;]{0,80}?\\bsince\\s+(?:\\p{Ll}+\\s+){0,4}?${TIME}\\b|\\b(?:not|never|no)\\b[^.;]{0,60}?\\bveto[^.;]{0,40}?\\bsince\\s+(?:\\p{Ll}+\\s+){0,3}?${TIME}\\b|\\b(?:not|never)\\b[^.;:]{0,30}?\\bsince\\s+(?:[\\p{L}]+\\s+){0,9}?${TIME}\\b`,
  'iu',
);
const LAST = new RegExp(
  `\\b(?:last|previous(?:ly)?|most\\s+recent(?:ly)?)\\b[^.;]{0,70}?\\b(?:in|on|from|of|was|came|dated|dates|dating)\\s+(?:the\\s+)?(?:in\\s+|on\\s+|from\\s+|back\\s+to\\s+|of\\s+)?${TIME}\\b`,
  'iu',
);
const WAS_LAST = new RegExp(`\\b${TIME}\\s+was\\s+the\\s+last\\b`, 'iu');
const AFTER_YEARS = new RegExp(
  `\\bfirst\\b[^.;]{0,60}?\\bin\\s+(?:(more\\s+than|over|nearly|almost|about|at\\s+least)\\s+)?(?:the\\s+past\\s+)?(${CARDINAL}|a\\s+decade|two\\s+decades|three\\s+decades)(?:\\s+years)?\\b`,
  'iu',
);
const FOR_YEARS = new RegExp(
  `\\b(?:not|never|no)\\b[^.;]{0,60}?\\bveto[^.;]{0,30}?\\b(?:for|in)\\s+(?:(more\\s+than|over|nearly|almost|about|at\\s+least)\\s+)?(?:the\\s+past\\s+)?(${CARDINAL}|a\\s+decade|two\\s+decades|three\\s+decades)(?:\\s+years)?\\b`,
  'iu',
);
const EVER =
  /\b(?:for\s+the\s+)?first\s+(?:ever\b|time\s+(?:ever|in\s+(?:its|the)\s+history|since\s+the\s+(?:United\s+Nations|UN|Council|organi[sz]ation)\s+(?:was|were)\s+(?:founded|created|set\s+up))|veto\s+(?:ever|in\s+(?:its|the)\s+history)|ever\s+veto)|\b(?:used|cast|exercised)\s+(?:its|their)\s+veto(?:es)?\s+for\s+the\s+(?:very\s+)?first\s+time\b(?!\s+(?:since|in\s+(?:more|over|nearly|almost|\p{L}+\s+years)|on\s+\p{Lu}))|\b(?:cast|used|exercised|employed|wielded)\s+(?:its|their)\s+(?:very\s+)?first\s+(?:ever\s+)?veto(?:es)?\b(?!\s+(?:since|on|in\s+(?:more|over|nearly|almost|\p{L}+\s+years)))|\bnever\s+(?:before\s+)?(?:used|cast|exercised)\b[^.;]{0,20}\bveto/iu;

/** What a sentence says of the veto before, null where it says nothing. */
export function beforeIn(text: string, day: string): Before | null {
  const lately = /\bfirst\b[^.;]{0,50}?\bthis\s+(century|decade|year)\b/iu.exec(text)?.[1]?.toLowerCase();
  if (lately !== undefined) {
    const start =
      { century: '2001', decade: `${day.slice(0, 3)}0`, year: day.slice(0, 4) }[lately] ?? day.slice(0, 4);
    return { from: '', to: '', years: null, never: false, last: false, noneSince: `${start}-01-01` };
  }
  const since = SINCE.exec(text);
  if (since !== null)
    return stretch(since.slice(1, 5)) ?? stretch(since.slice(5, 9)) ?? stretch(since.slice(9, 13));
  const last = LAST.exec(text) ?? WAS_LAST.exec(text);
  if (last !== null && /\bveto/iu.test(text)) {
    const found = stretch(last.slice(1, 5));
    return found && { ...found, last: true };
  }
  const after = AFTER_YEARS.exec(text) ?? FOR_YEARS.exec(text);
  if (after !== null) {
    const words = after[2]!.toLowerCase().replaceAll(/\s+/g, ' ');
    const count = { 'a decade': 10, 'two decades': 20, 'three decades': 30 }[words] ?? cardinal(words);
    const bound = BOUNDS.get(after[1]?.toLowerCase().replaceAll(/\s+/g, ' ') ?? '') ?? 'exactly';
    if (count !== null) return { from: '', to: '', years: { count, bound }, never: false, last: false };
  }
  return EVER.test(text) ? { from: '', to: '', years: null, never: true, last: false } : null;
}

function stretch([dayBefore, month, dayAfter, year]: readonly (string | undefined)[]): Before | null {
  if (year === undefined) return null;
  const none = { years: null, never: false, last: false };
  if (month === undefined) return { ...none, from: `${year}-01-01`, to: `${year}-12-31` };
  const number = String(MONTHS.findIndex((one) => one.toLowerCase() === month.toLowerCase()) + 1).padStart(
    2,
    '0',
  );
  const day = dayBefore ?? dayAfter;
  if (day === undefined) return { ...none, from: `${year}-${number}-01`, to: `${year}-${number}-31` };
  const whole = `${year}-${number}-${day.padStart(2, '0')}`;
  return { ...none, from: whole, to: whole };
}
