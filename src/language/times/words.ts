/** A word that can take part in telling when, with its reading. */
export type TimeWord =
  | { readonly kind: 'month'; readonly value: number; readonly short: boolean }
  | { readonly kind: 'weekday'; readonly value: number; readonly plural: boolean; readonly short: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'ordinal'; readonly value: number; readonly digits: number }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly plural: boolean }
  | { readonly kind: 'season'; readonly season: Season }
  | { readonly kind: 'part'; readonly part: DayPart; readonly plural: boolean }
  | { readonly kind: 'decade'; readonly value: number; readonly short: boolean }
  | { readonly kind: 'frequency'; readonly timex: string }
  | { readonly kind: 'deictic'; readonly days: number; readonly part: DayPart | null }
  | { readonly kind: 'vague'; readonly timex: VagueTimex };

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** TIMEX3's codes for the seasons and the parts of a day. */
export type Season = 'SP' | 'SU' | 'FA' | 'WI';
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI';
export type VagueTimex = 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

const WEEKDAYS = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];

const NUMBERS: readonly (readonly [string, number])[] = [
  ['zero', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['hundred', 100],
];

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const UNITS: readonly Unit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'weekend',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
];

const DECADES = [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
];

const VAGUE: readonly (readonly [VagueTimex, string])[] = [
  ['PRESENT_REF', 'now currently nowadays presently'],
  ['PAST_REF', 'recently recent lately'],
  ['FUTURE_REF', 'soon'],
];

const LEXICON = makeLexicon();

/** What a word, in lower case, can mean in an expression of time; undefined for the many that mean nothing. */
export function timeWord(word: string): TimeWord | undefined {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return numeral(word);
  return LEXICON.get(word);
}

const ORDINAL_DIGITS = /^(\d{1,2})(?:st|nd|rd|th)$/;
const DECADE_DIGITS = /^(\d{2}|\d{4})s$/;
const NUMERAL = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/;

function numeral(word: string): TimeWord | undefined {
  if (NUMERAL.test(word)) {
    return { kind: 'number', value: Number(word.replaceAll(',', '')), digits: word.length };
  }
  const ordinal = ORDINAL_DIGITS.exec(word);
  if (ordinal) return { kind: 'ordinal', value: Number(ordinal[1]), digits: ordinal[1]!.length };
  const decade = DECADE_DIGITS.exec(word)?.[1];
  if (decade?.endsWith('0')) {
    return { kind: 'decade', value: Number(decade), short: decade.length === 2 };
  }
  return undefined;
}

function makeLexicon(): Map<string, TimeWord> {
  const words = new Map<string, TimeWord>();
  MONTHS.forEach((forms, index) => {
    forms.forEach((form, at) => {
      const word: TimeWord = { kind: 'month', value: index + 1, short: at > 0 };
      words.set(form, word).set(`${form}.`, word);
    });
  });
  WEEKDAYS.forEach((forms, index) => {
    forms.forEach((form, at) => {
      const word: TimeWord = { kind: 'weekday', value: index + 1, plural: false, short: at > 0 };
      words.set(form, word).set(`${form}.`, word);
    });
    words.set(`${forms[0]!}s`, { kind: 'weekday', value: index + 1, plural: true, short: false });
  });
  for (const [form, value] of NUMBERS) words.set(form, { kind: 'number', value, digits: 0 });
  ORDINALS.forEach((form, index) => {
    words.set(form, { kind: 'ordinal', value: index + 1, digits: 0 });
  });
  for (const unit of UNITS) {
    if (unit !== 'second') words.set(unit, { kind: 'unit', unit, plural: false });
    words.set(`${unit}s`, { kind: 'unit', unit, plural: true });
  }
  words.set('century', { kind: 'unit', unit: 'century', plural: false });
  words.set('centuries', { kind: 'unit', unit: 'century', plural: true });
  for (const [form, season] of [
    ['spring', 'SP'],
    ['summer', 'SU'],
    ['autumn', 'FA'],
    ['winter', 'WI'],
  ] as const) {
    words.set(form, { kind: 'season', season });
  }
  for (const [form, part] of [
    ['morning', 'MO'],
    ['noon', 'MI'],
    ['midday', 'MI'],
    ['afternoon', 'AF'],
    ['evening', 'EV'],
    ['night', 'NI'],
    ['midnight', 'NI'],
    ['overnight', 'NI'],
  ] as const) {
    words.set(form, { kind: 'part', part, plural: false });
    words.set(`${form}s`, { kind: 'part', part, plural: true });
  }
  DECADES.forEach((form, index) => {
    words.set(form, { kind: 'decade', value: 20 + index * 10, short: true });
  });
  for (const [form, timex] of [
    ['hourly', 'PT1H'],
    ['daily', 'P1D'],
    ['nightly', 'P1D'],
    ['weekly', 'P1W'],
    ['fortnightly', 'P2W'],
    ['monthly', 'P1M'],
    ['quarterly', 'P1Q'],
    ['annual', 'P1Y'],
    ['annually', 'P1Y'],
    ['yearly', 'P1Y'],
  ] as const) {
    words.set(form, { kind: 'frequency', timex });
  }
  words.set('today', { kind: 'deictic', days: 0, part: null });
  words.set('tonight', { kind: 'deictic', days: 0, part: 'NI' });
  words.set('yesterday', { kind: 'deictic', days: -1, part: null });
  words.set('tomorrow', { kind: 'deictic', days: 1, part: null });
  for (const [timex, forms] of VAGUE) {
    for (const form of forms.split(' ')) words.set(form, { kind: 'vague', timex });
  }
  return words;
}
