import type { Registry } from '../../registry/registry.js';
import { isState } from '../../registry/sectors.js';
import type { Actor } from '../contract.js';

/**
 * How far two actors can be one and the same: by name, or as one that speaks for the other ("Chile" and "Chilean
 * troops", "police" and "officers of the city"); undefined where they are others.
 */
export type Likeness = 'same' | 'alike';

/** How far the parties of two tellings can be the same: `open` where one of them names none. */
export function likenessOfParties(
  one: readonly Actor[],
  other: readonly Actor[],
  { countries }: Pick<Registry, 'countries'>,
): Likeness | 'open' | undefined {
  if (one.length === 0 || other.length === 0) return 'open';
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const found = few.map((actor) => likeness(actor, many, countries));
  if (found.includes(undefined)) return undefined;
  return found.every((likeness) => likeness === 'same') ? 'same' : 'alike';
}

type Countries = Registry['countries'];

function likeness(actor: Actor, others: readonly Actor[], countries: Countries): Likeness | undefined {
  if (others.some((other) => isSame(actor, other))) return 'same';
  return others.some((other) => isAlike(actor, other, countries)) ? 'alike' : undefined;
}

function isSame(a: Actor, b: Actor): boolean {
  if (a.person !== null || b.person !== null) return a.person === b.person;
  if (a.id !== null && a.id === b.id && a.country === b.country) return a.sectors[0] === b.sectors[0];
  return traitsOf(a).name === traitsOf(b).name && a.country === b.country && !differInNumber(a, b);
}

/** Sectors of those who act for a state. */
const OFFICIAL = new Set(['GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG']);

function isAlike(a: Actor, b: Actor, countries: Countries): boolean {
  if (differInNumber(a, b) || (a.person !== null && b.person !== null)) return false;
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  const [one, other] = [a.sectors[0], b.sectors[0]];
  // "The driver" and "a driver from Chile", "Norair" and "the Norwegian airline Norair".
  if ((one === undefined || other === undefined || one === other) && shareWord(a, b)) return true;
  if (a.country !== b.country || a.country === null) return false;
  const states = [a, b].filter((one) => isWholeState(one, countries)).length;
  if (states > 0) return [a, b].every(({ sectors }) => sectors[0] === undefined || OFFICIAL.has(sectors[0]));
  // Two bodies that have a name of their own are two.
  const named = [a, b].filter(
    ({ id, person, resolvedBy }) => id !== null || person !== null || resolvedBy === 'name',
  );
  return named.length < 2 && a.sectors[0] !== undefined && a.sectors[0] === b.sectors[0];
}

/** Whether a word of one's name that says something stands in the other's. */
function shareWord(a: Actor, b: Actor): boolean {
  const { words } = traitsOf(b);
  for (const word of traitsOf(a).words) if (words.has(word)) return true;
  return false;
}

/** What an actor's name and mention are compared by. */
interface Traits {
  readonly name: string;
  /** Words of name and mention that say something. */
  readonly words: ReadonlySet<string>;
  readonly number: string | undefined;
}

/** Each party is compared with many: what that takes is read off it once. */
const KNOWN = new WeakMap<Actor, Traits>();

function traitsOf(actor: Actor): Traits {
  const known = KNOWN.get(actor);
  if (known !== undefined) return known;
  const { name, mention } = actor;
  const words = `${name} ${mention.text}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const traits = {
    name: name.toLowerCase(),
    words: new Set(words.filter((word) => !EMPTY.has(word))),
    number: numberIn(mention.text),
  };
  KNOWN.set(actor, traits);
  return traits;
}

/** Words that any two names may share. */
const EMPTY = new Set(
  `about after against former from group have into minister national north northern other people president said some
  south southern state states that their them they this united were which with women year years eastern western people
  person persons officials official government member members senior local chief head leader spokesman`.split(
    /\s+/,
  ),
);

function isWholeState({ name, country, person }: Actor, countries: Countries): boolean {
  return person === null && isState(country) && countries.get(country)?.name === name;
}

const NUMBERS = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, String(at + 1)]),
);

/** "Two envoys" are not "three envoys"; "envoys" may be either. */
function differInNumber(a: Actor, b: Actor): boolean {
  const [one, other] = [traitsOf(a).number, traitsOf(b).number];
  return one !== undefined && other !== undefined && one !== other;
}

function numberIn(text: string): string | undefined {
  for (const word of text.toLowerCase().split(/\s+/)) {
    const number = NUMBERS.get(word) ?? /^\d[\d,]*/.exec(word)?.[0].replaceAll(',', '');
    if (number !== undefined) return number;
  }
  return undefined;
}
