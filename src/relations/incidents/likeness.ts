import { type EventType, type Party, RECIPROCAL, type Telling } from './telling.js';

/** Why two tellings are taken for one incident or for two: what was compared, and what it weighs. */
export interface Likeness {
  /** Above 0: rather one incident. **Units** logarithm of odds. */
  readonly score: number;
  readonly because: readonly Reason[];
}

export interface Reason {
  readonly what: ReasonName;
  readonly weight: number;
}

/** What each finding weighs. **Units** logarithm of odds, set by judgement and tried on development sets. */
export const WEIGHTS = {
  'any two tellings': -2.8,
  'same type': 0.8,
  'types of one kind': -0.6,
  'types of different kinds': -1.9,
  'one hostile, one friendly': -4,
  'same mode': 0.4,
  'same word': 2.3,
  'words of one meaning': 1.2,
  'other words': -0.7,
  'same actor': 1.3,
  'actors of one country': 0.3,
  'other actors': -2.2,
  'same recipient': 1.3,
  'recipients of one country': 0.3,
  'other recipients': -1.8,
  'same day': 1.4,
  'a day apart': 0.1,
  'days that may be one': 0.2,
  'a few days apart': -1.8,
  'far apart in time': -5,
  'told about the same days': 0.6,
  'told far apart in time': -0.8,
  'same place': 1.1,
  'other towns': -1.6,
  'places in different countries': -2.2,
  'same number of dead': 1.2,
  'words in common': 3.4,
  'few words in common': -2.2,
  'names in common': 1.6,
  'no name in common': -0.8,
  'one report': -0.5,
  'one text': 6,
} as const;

export type ReasonName = keyof typeof WEIGHTS;

/**
 * How likely two tellings are of one incident: type, words, parties, time, place and tolls are compared, and what is
 * not known of one of them counts neither way.
 */
export function likenessOf(a: Telling, b: Telling): Likeness {
  const because: Reason[] = [{ what: 'any two tellings', weight: WEIGHTS['any two tellings'] }];
  const add = (what: ReasonName, times = 1) => {
    if (times > 0) because.push({ what, weight: round(WEIGHTS[what] * times) });
  };
  if (a.report === b.report) add('one report');
  else if (a.source === b.source && a.cue === b.cue) add('one text');
  if (a.type !== null && b.type !== null) {
    if (a.type === b.type) add('same type');
    else if (KIND_OF[a.type] === KIND_OF[b.type]) add('types of one kind');
    else add(sideOf(a.type) === sideOf(b.type) ? 'types of different kinds' : 'one hostile, one friendly');
    if (a.type === b.type && a.mode !== null && a.mode === b.mode) add('same mode');
  }
  add(a.cue === b.cue ? 'same word' : a.cueClass === b.cueClass ? 'words of one meaning' : 'other words');
  addParties(a, b, add);
  addTime(a, b, add);
  if (a.place !== null && b.place !== null) {
    if (a.place.name === b.place.name) add('same place');
    else if (a.place.country !== null && b.place.country !== null && a.place.country !== b.place.country)
      add('places in different countries');
    else if (a.place.isTown && b.place.isTown) add('other towns');
  }
  if (a.dead !== null && a.dead > 0 && a.dead === b.dead) add('same number of dead');
  const shared = overlap(a.words, b.words);
  add('words in common', shared);
  // The same parties do the same kind of thing again and again: without words of the matter itself it is another.
  if (a.type !== null && b.type !== null && shared < FEW) add('few words in common', 1 - shared / FEW);
  if (a.names.length > 0 && b.names.length > 0) {
    const names = inCommon(a.names, b.names);
    if (names === 0) add('no name in common');
    else add('names in common', names / Math.sqrt(a.names.length * b.names.length));
  }
  return { score: round(because.reduce((sum, { weight }) => sum + weight, 0)), because };
}

/** Less in common than this is little. **Units** share, as `overlap` has it. */
const FEW = 0.3;

type Add = (what: ReasonName, times?: number) => void;

const KIND_OF: Readonly<Record<EventType, string>> = {
  AGREE: 'cooperation',
  CONSULT: 'cooperation',
  SUPPORT: 'cooperation',
  CONCEDE: 'yielding',
  COOPERATE: 'cooperation',
  AID: 'cooperation',
  RETREAT: 'yielding',
  REQUEST: 'words',
  ACCUSE: 'words',
  REJECT: 'words',
  THREATEN: 'words',
  PROTEST: 'protest',
  SANCTION: 'pressure',
  MOBILIZE: 'force',
  COERCE: 'force',
  ASSAULT: 'force',
};

/** Friendly or hostile: one deed is seldom told as both. */
export function sideOf(type: EventType): 'friendly' | 'hostile' {
  return KIND_OF[type] === 'cooperation' || KIND_OF[type] === 'yielding' ? 'friendly' : 'hostile';
}

function addParties(a: Telling, b: Telling, add: Add): void {
  const isReciprocal = a.type !== null && RECIPROCAL.has(a.type) && b.type !== null && RECIPROCAL.has(b.type);
  if (isReciprocal) {
    const [one, other] = [
      [...a.actors, ...a.recipients],
      [...b.actors, ...b.recipients],
    ];
    // Of a meeting, each report may name some of those who met.
    const shared = one.filter((party) => other.some((two) => sameness(party, two) > 0)).length;
    const [fewer, more] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
    if (fewer === 0) return;
    if (shared === 0) add('other actors', 1.5);
    else {
      add('same actor', shared / fewer);
      if (shared > 1) add('same recipient', shared / more);
      else if (fewer > 1) add('other recipients', 0.7);
    }
    return;
  }
  const actors = best(a.actors, b.actors);
  if (actors !== null)
    add(actors === 2 ? 'same actor' : actors === 1 ? 'actors of one country' : 'other actors');
  const recipients = best(a.recipients, b.recipients);
  if (recipients !== null)
    add(
      recipients === 2
        ? 'same recipient'
        : recipients === 1
          ? 'recipients of one country'
          : 'other recipients',
    );
}

/** The greatest sameness of two of these; null where one side is empty. */
function best(a: readonly Party[], b: readonly Party[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  return Math.max(...a.flatMap((one) => b.map((other) => sameness(one, other))));
}

/** 2 for the same one, 1 for two of one country of which either may stand for the other, 0 for others. */
function sameness(a: Party, b: Party): 0 | 1 | 2 {
  if (a.name === b.name || (a.person !== null && a.person === b.person)) return 2;
  if (a.country === null || b.country === null) {
    // Whom no country is known of may still be the same by a part of the name.
    return a.name.split(' ').at(-1) === b.name.split(' ').at(-1) ? 2 : 0;
  }
  return a.country === b.country ? 1 : 0;
}

function addTime(a: Telling, b: Telling, add: Add): void {
  const one = a.days ?? around(a.told);
  const other = b.days ?? around(b.told);
  if (one === null || other === null) return;
  const gap = Math.max(0, Math.max(one.from, other.from) - Math.min(one.to, other.to));
  if (a.days === null || b.days === null) {
    if (gap === 0) add('told about the same days');
    else if (gap > NEAR) add('told far apart in time');
    return;
  }
  const isDay = one.from === one.to && other.from === other.to;
  if (gap === 0) add(isDay ? 'same day' : 'days that may be one');
  else if (gap === 1) add('a day apart');
  else if (gap <= NEAR) add('a few days apart');
  else add('far apart in time');
}

/** What no day is told of happened in the days before the report, or is long known. */
function around(published: number | null): { from: number; to: number } | null {
  return published === null ? null : { from: published - BEFORE, to: published };
}

/** **Units** days. */
const NEAR = 4;

/** **Units** days. */
const BEFORE = 3;

/** The share of words that two sentences have in common, of the shorter's and the longer's, geometric mean. */
function overlap(a: readonly string[], b: readonly string[]): number {
  return a.length === 0 || b.length === 0 ? 0 : inCommon(a, b) / Math.sqrt(a.length * b.length);
}

/** How many words two lists in alphabetical order have in common. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      count++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return count;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
