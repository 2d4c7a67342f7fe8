import type { Atom } from './atoms.js';
import { type Phrase, partAt, phrase } from './phrase.js';

/** A time of day that begins at an atom: "18:00 UTC", "6.40 p.m.", "0800 GMT", "noon", "the morning". */
export function readClock(atoms: readonly Atom[], at: number): Phrase | undefined {
  return digital(atoms, at) ?? namedPart(atoms, at);
}

const DIGITAL = /^([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d)?([ap])?\.?m?\.?$/;
const WHOLE = /^(1[0-2]|[1-9])([ap])\.?m\.?$/;
const MILITARY = /^([01]\d|2[0-3])([0-5]\d)$/;
const HALF = /^([ap])\.?m\.?$/;
const ZONES = new Set('utc gmt z et est edt pst pdt cet cest bst msk ist jst local'.split(' '));

function digital(atoms: readonly Atom[], at: number): Phrase | undefined {
  const text = atoms[at]?.text ?? '';
  const first = text.charCodeAt(0);
  if (first < 48 || first > 57) return undefined;
  let next = at + 1;
  const following = atoms[next]?.text ?? '';
  const half = HALF.exec(following)?.[1];
  const whole = WHOLE.exec(text);
  const full = DIGITAL.exec(text);
  const military = MILITARY.exec(text);
  let hour: number;
  let minute = '00';
  let side = half;
  if (whole) {
    hour = Number(whole[1]);
    side = whole[2]!;
  } else if (
    full &&
    (text.includes(':') || half !== undefined || full[3] !== undefined || ZONES.has(following))
  ) {
    hour = Number(full[1]);
    minute = full[2]!;
    side = full[3] ?? half;
  } else if (military && ZONES.has(following)) {
    hour = Number(military[1]);
    minute = military[2]!;
  } else if (half !== undefined && /^(?:1[0-2]|[1-9])$/.test(text)) {
    hour = Number(text);
  } else return undefined;
  if (half !== undefined) next++;
  if (side === 'p' && hour < 12) hour += 12;
  if (side === 'a' && hour === 12) hour = 0;
  const zone = atoms[next]?.text ?? '';
  if (ZONES.has(zone))
    next += zone === 'local' && atoms[next + 1]?.text === 'time' ? 2 : zone === 'local' ? 0 : 1;
  const universal = zone === 'utc' || zone === 'gmt' || zone === 'z' ? 'Z' : '';
  return phrase(at, next, { kind: 'clock' }, `T${String(hour).padStart(2, '0')}:${minute}${universal}`);
}

const PART_LEADS = new Set(
  'the in at by around before after since until from during on early late mid'.split(' '),
);

/** "in the morning", "at noon", "overnight"; "one morning" and "night sky" tell no time of their own. */
function namedPart(atoms: readonly Atom[], at: number): Phrase | undefined {
  const start = atoms[at]?.text === 'the' ? at + 1 : at;
  const part = partAt(atoms, start);
  if (part === undefined) return undefined;
  const before = atoms[at - 1]?.text ?? '';
  const led = start > at ? PART_LEADS.has(before) : PART_LEADS.has(before) || atoms[at]!.text === 'overnight';
  if (!led || atoms[part.next]?.text === 'of') return undefined;
  return phrase(at, part.next, { kind: 'clock' }, part.clock);
}
