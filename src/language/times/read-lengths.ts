import type { Atom } from './atoms.js';
import { isDash, type Phrase, phrase, weekdayAt } from './phrase.js';
import { countAt, lengthTimex } from './read-counts.js';

/** A length of time or a repetition that begins at an atom: "48 hours", "27-year", "every Friday", "annual". */
export function readLength(atoms: readonly Atom[], at: number): Phrase | undefined {
  return repetition(atoms, at) ?? perUnit(atoms, at) ?? length(atoms, at) ?? bareUnits(atoms, at);
}

/** "every Friday", "each year", "daily", "on Mondays". */
function repetition(atoms: readonly Atom[], at: number): Phrase | undefined {
  const word = atoms[at]?.word;
  if (word?.kind === 'frequency') return phrase(at, at + 1, { kind: 'set', timex: word.timex });
  const own = weekdayAt(atoms, at);
  if (own?.plural) return phrase(at, own.next, { kind: 'set', timex: `XXXX-WXX-${own.weekday}` });
  const text = atoms[at]?.text;
  if (text !== 'every' && text !== 'each') return undefined;
  const next = at + 1;
  const day = weekdayAt(atoms, next);
  if (day !== undefined) return phrase(at, day.next, { kind: 'set', timex: `XXXX-WXX-${day.weekday}` });
  const unit = atoms[next]?.word;
  if (unit?.kind === 'unit' && !unit.plural) {
    return phrase(at, next + 1, { kind: 'set', timex: lengthTimex(unit.unit, 1) });
  }
  if (unit?.kind === 'part') return phrase(at, next + 1, { kind: 'set', timex: `XXXX-XX-XXT${unit.part}` });
  const count = countAt(atoms, next);
  if (count === undefined) return undefined;
  return phrase(at, count.to, { kind: 'set', timex: lengthTimex(count.unit, count.count) });
}

const MONEY =
  /^(?:[$£€¥%]|dollars?|euros?|pounds?|percent|million|billion|trillion|times|once|twice|people|barrels?|tonnes?|tons?)$/;

/** "12 billion a year", "twice a week". */
function perUnit(atoms: readonly Atom[], at: number): Phrase | undefined {
  const text = atoms[at]?.text;
  const unit = atoms[at + 1]?.word;
  if ((text !== 'a' && text !== 'per' && text !== 'an') || unit?.kind !== 'unit' || unit.plural)
    return undefined;
  const before = atoms[at - 1];
  if (text !== 'per' && !MONEY.test(before?.text ?? '') && before?.word?.kind !== 'number') return undefined;
  return phrase(at, at + 2, { kind: 'set', timex: lengthTimex(unit.unit, 1) });
}

function length(atoms: readonly Atom[], at: number): Phrase | undefined {
  const count = countAt(atoms, at);
  if (count === undefined || isAge(atoms, count.to)) return undefined;
  // "a day", "a second" and their like stand in set phrases more often than they measure time.
  if (
    count.article &&
    !LASTING.has(atoms[at - 1]?.text ?? '') &&
    (count.unit === 'second' || count.unit === 'minute')
  ) {
    return undefined;
  }
  let to = count.to;
  if (isDash(atoms[to]?.text) && atoms[to + 1]?.text === 'long') to += 2;
  return phrase(count.from, to, { kind: 'duration', timex: lengthTimex(count.unit, count.count) });
}

const LASTING = new Set(
  'for in within of than over about nearly almost after during lasted lasting took'.split(' '),
);

/** "years", "decades", "months" that stand alone. */
function bareUnits(atoms: readonly Atom[], at: number): Phrase | undefined {
  const word = atoms[at]?.word;
  if (word?.kind !== 'unit' || !word.plural || word.unit === 'quarter') return undefined;
  if (isAge(atoms, at + 1)) return undefined;
  const long = isDash(atoms[at + 1]?.text) && atoms[at + 2]?.text === 'long';
  if (!long && !LASTING.has(atoms[at - 1]?.text ?? '')) return undefined;
  return phrase(at, long ? at + 3 : at + 1, { kind: 'duration', timex: lengthTimex(word.unit, null) });
}

/** "27 years old", "27-year-old", "aged 27 years", "16 years of age". */
function isAge(atoms: readonly Atom[], at: number): boolean {
  const next = isDash(atoms[at]?.text) ? at + 1 : at;
  const text = atoms[next]?.text;
  return text === 'old' || text === 'olds' || (text === 'of' && atoms[next + 1]?.text === 'age');
}
