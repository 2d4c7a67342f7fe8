import type { Atom } from './atoms.js';
import { isCapital, isDash, type Phrase, phrase } from './phrase.js';
import { readClock } from './read-clock.js';
import { readDate } from './read-dates.js';
import { readLength } from './read-lengths.js';
import { readRelative } from './read-relative.js';

/**
 * The longest expression of time that begins at an atom; undefined for most atoms.
 *
 * **Shape** what it modifies is part of it: "early June", "nearly five months", "the end of last year".
 */
export function readPhrase(atoms: readonly Atom[], at: number): Phrase | undefined {
  const atom = atoms[at]!;
  const first = atom.text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  if (!isDigit && atom.word === undefined && !STARTERS.has(atom.text)) return undefined;
  return longest(
    readPlain(atoms, at),
    edge(atoms, at),
    clockOnDay(atoms, at),
    holiday(atoms, at),
    anaphoric(atoms, at),
    vague(atoms, at),
  );
}

const STARTERS = new Set(
  "the a an this that last next past coming upcoming previous preceding following same current early late mid earlier later every each per about around almost nearly roughly approximately over more less fewer at up only just some several few many dozens half final q1 q2 q3 q4 h1 h2 christmas new ' ’ ‘ '80s".split(
    ' ',
  ),
);

function longest(...found: readonly (Phrase | undefined)[]): Phrase | undefined {
  let best: Phrase | undefined;
  for (const one of found) if (one !== undefined && (best === undefined || one.to > best.to)) best = one;
  return best;
}

/** A phrase without what stands before it, with or without its article. */
function readPlain(atoms: readonly Atom[], at: number): Phrase | undefined {
  const skip = atoms[at]?.text === 'the' ? 1 : 0;
  const inner = withYearShift(atoms, readDate(atoms, at + skip));
  const dated = inner && (skip === 0 || inner.to > at + 1) ? { ...inner, from: at } : undefined;
  const bare = skip === 1 && dated !== undefined && !takesArticle(dated) ? undefined : dated;
  return longest(bare, readRelative(atoms, at), readLength(atoms, at), seasonAlone(atoms, at));
}

/** "the 1990s" and "the 3rd of May", but not "the 2011" (census) with its article. */
function takesArticle(date: Phrase): boolean {
  const { meaning } = date;
  return meaning.kind !== 'year' && !(meaning.kind === 'date' && meaning.day === null);
}

/** "the third quarter of last year". */
function withYearShift(atoms: readonly Atom[], found: Phrase | undefined): Phrase | undefined {
  if (found?.meaning.kind !== 'portion' || found.meaning.year !== null) return found;
  if (atoms[found.to]?.text !== 'of') return found;
  const year = readRelative(atoms, found.to + 1);
  if (year?.meaning.kind !== 'shift' || year.meaning.unit !== 'year') return found;
  return { ...found, to: year.to, meaning: { ...found.meaning, shift: year.meaning.count } };
}

const EDGES = new Set(
  'end start beginning middle close rest remainder course outset dawn turn eve'.split(' '),
);
const EDGE_LEADS = new Set('early late mid earlier later'.split(' '));

/** "early June", "mid-2011", "later this week", "the end of the year", "the last week of March". */
function edge(atoms: readonly Atom[], at: number): Phrase | undefined {
  if (EDGE_LEADS.has(atoms[at]!.text)) {
    let next = at + 1;
    if (isDash(atoms[next]?.text)) next++;
    else if (atoms[next]?.text === 'on' || atoms[next]?.text === 'in') next++;
    return around(atoms, at, next);
  }
  let next = at;
  if (atoms[next]?.text === 'the') next++;
  if (atoms[next]?.text === 'very') next++;
  const word = atoms[next]?.word;
  const numbered = word?.kind === 'ordinal' || atoms[next]?.text === 'last' || atoms[next]?.text === 'final';
  if (numbered && atoms[next + 1]?.word?.kind === 'unit') next++;
  else if (!EDGES.has(atoms[next]?.text ?? '')) return undefined;
  return atoms[next + 1]?.text === 'of' ? around(atoms, at, next + 2) : undefined;
}

function around(atoms: readonly Atom[], at: number, next: number): Phrase | undefined {
  if (atoms[next] === undefined) return undefined;
  const inner =
    readPlain(atoms, next) ?? unitOfNow(atoms, next) ?? anaphoric(atoms, next) ?? partOfDay(atoms, next);
  const kind = inner?.meaning.kind;
  if (inner === undefined || kind === 'duration' || kind === 'set' || kind === 'window') return undefined;
  return { ...inner, from: at };
}

function partOfDay(atoms: readonly Atom[], at: number): Phrase | undefined {
  const found = readClock(atoms, at);
  return found?.meaning.kind === 'clock' ? found : undefined;
}

/** "(the end of) the year". */
function unitOfNow(atoms: readonly Atom[], at: number): Phrase | undefined {
  const word = atoms[at + 1]?.word;
  if (atoms[at]?.text !== 'the' || word?.kind !== 'unit' || word.plural) return undefined;
  if (!['week', 'month', 'year', 'decade', 'quarter', 'century'].includes(word.unit)) return undefined;
  return phrase(at, at + 2, { kind: 'shift', unit: word.unit, count: 0, from: 'published' });
}

/** "12:00 UTC Monday", "9 a.m. on Friday". */
function clockOnDay(atoms: readonly Atom[], at: number): Phrase | undefined {
  const clock = readClock(atoms, at);
  if (clock === undefined) return undefined;
  let next = clock.to;
  if (atoms[next]?.text === ',') next++;
  if (atoms[next]?.text === 'on') next++;
  const day = atoms[next] === undefined ? undefined : readPlain(atoms, next);
  const { kind } = day?.meaning ?? {};
  const isDay =
    kind === 'weekday' ||
    (day?.meaning.kind === 'date' && day.meaning.day !== null) ||
    (day?.meaning.kind === 'shift' && day.meaning.unit === 'day');
  return isDay ? { ...day!, from: at, clock: clock.clock } : clock;
}

/** "Christmas Eve", "New Year's Day". */
function holiday(atoms: readonly Atom[], at: number): Phrase | undefined {
  const atom = atoms[at]!;
  if (!isCapital(atom.raw)) return undefined;
  let next = at + 1;
  const isNewYear =
    atom.text === 'new' && atoms[next]?.text === 'year' && /^['’]s$/.test(atoms[next + 1]?.text ?? '');
  if (isNewYear) next += 2;
  else if (atom.text !== 'christmas') return undefined;
  const eve = atoms[next]?.text === 'eve';
  const day = atoms[next]?.text === 'day';
  if (isNewYear && !eve && !day) return undefined;
  const [month, on] = isNewYear ? (eve ? [12, 31] : [1, 1]) : eve ? [12, 24] : [12, 25];
  return phrase(at, eve || day ? next + 1 : next, { kind: 'date', year: null, month, day: on, until: null });
}

const SEASON_LEADS = new Set('the in by during late early mid since until of - this last next'.split(' '));

/** "in the spring"; a capital one is more often a name ("the Arab Spring"). */
function seasonAlone(atoms: readonly Atom[], at: number): Phrase | undefined {
  const start = atoms[at]?.text === 'the' ? at + 1 : at;
  const atom = atoms[start];
  if (atom?.word?.kind !== 'season' || !SEASON_LEADS.has(atoms[start - 1]?.text ?? '')) return undefined;
  if (isCapital(atom.raw) && start > at) return undefined;
  return phrase(at, start + 1, { kind: 'season', season: atom.word.season, year: null, shift: null });
}

const DAY_LEADS = new Set(
  'in on for during of by over throughout later end ended ending finish finished finishing close closed start started begin began'.split(
    ' ',
  ),
);

/** "later in the day", "over the weekend": the day or weekend that is being told of. */
function anaphoric(atoms: readonly Atom[], at: number): Phrase | undefined {
  if (atoms[at]?.text !== 'the' || !DAY_LEADS.has(atoms[at - 1]?.text ?? '')) {
    const isAtWeekend =
      atoms[at]?.text === 'the' && atoms[at - 1]?.text === 'at' && atoms[at + 1]?.text === 'weekend';
    if (!isAtWeekend) return undefined;
  }
  const unit = atoms[at + 1]?.text;
  const after = atoms[at + 2]?.text ?? '';
  if (unit === 'weekend') return phrase(at, at + 2, { kind: 'weekday', weekday: 6, shift: null }, 'WE');
  if (unit !== 'day' || /^(?:of|when|that|before|after|he|she|they|it)$/.test(after) || isDash(after))
    return undefined;
  return phrase(at, at + 2, { kind: 'shift', unit: 'day', count: 0, from: 'context' });
}

/** "now", "recent years", "the future", "the past". */
function vague(atoms: readonly Atom[], at: number): Phrase | undefined {
  const atom = atoms[at]!;
  if (atom.word?.kind === 'vague') {
    const unit = atoms[at + 1]?.word;
    if (isDash(atoms[at + 1]?.text)) return undefined;
    const to = atom.text === 'recent' && unit?.kind === 'unit' && unit.plural ? at + 2 : at + 1;
    return phrase(at, to, { kind: 'vague', timex: atom.word.timex });
  }
  if (atom.text !== 'the') return undefined;
  const text = atoms[at + 1]?.text;
  const next = atoms[at + 2];
  if (text !== 'future' && text !== 'past') return undefined;
  const ends = next === undefined || !/^[a-z0-9]/.test(next.text) || VAGUE_AFTER.has(next.text);
  if (!ends) return undefined;
  return phrase(at, at + 2, { kind: 'vague', timex: text === 'past' ? 'PAST_REF' : 'FUTURE_REF' });
}

const VAGUE_AFTER = new Set('and but or as when to for in with by if because than so that'.split(' '));
