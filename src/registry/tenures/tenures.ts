import { OWN_ORIGIN } from '../own/own-persons.js';
import type { Tenure, Tenures } from '../registry.js';
import type { Person } from './load-tenures.js';
import { bareKeys, personKey, surnameKeys } from './person-name.js';
import { byFitness, distance, type Term, toDay } from './term.js';

/** **Units** days. Two persons of one name are told apart by this much between their times in office. */
const APART = 540;
/** **Units** days. A nickname of one word means its bearer only about the time when he is told of. */
const NICKNAME_REACH = 6 * 365;

/** So many bear these that a surname alone says nothing without its country. */
const COMMON: ReadonlySet<string> = new Set(
  'jesus ahmed ali abdullah hassan hussein mohammed khan singh ibrahim saleh salem rahman chen lee kim park wang zhang li'.split(
    ' ',
  ),
);

/** So many bear these that a surname alone means nobody but who leads a state, or speaks for it abroad, on the day. */
const WIDESPREAD: ReadonlySet<string> = new Set(
  (
    'adams alexander allen anderson bailey baker barnes bell bennett brooks brown butler campbell carter clark coleman ' +
    'collins cook cooper cox davis diaz edwards evans fisher flores foster garcia gomez gonzalez graham gray green ' +
    'griffin hall hamilton harris harrison henderson hernandez hill howard hughes jackson james jenkins johnson jones ' +
    'jordan kelly kennedy king lewis long lopez marshall martin martinez mason matthews mcdonald miller mitchell moore ' +
    'morgan morris murphy murray nelson ortiz owens parker patterson perez perry peterson phillips porter powell price ' +
    'ramirez reed reynolds richardson rivera roberts robertson robinson rodriguez rogers ross russell sanchez sanders ' +
    'scott simmons simpson smith stevens stewart sullivan taylor thomas thompson torres turner walker wallace ward ' +
    'washington watson west white williams wilson wood wright young'
  ).split(' '),
);

/** Origins that know a term by one day on which it ran. */
const SNAPSHOTS: ReadonlySet<string> = new Set(['cia-2019', 'wikidata-2022']);

interface Index {
  readonly full: ReadonlyMap<string, readonly Person[]>;
  readonly nicknames: ReadonlyMap<string, readonly Person[]>;
  readonly surnames: ReadonlyMap<string, readonly Person[]>;
}

/** Makes persons findable, when first asked for one. `leaders` says which office leads a country where it is not the president or monarch. */
export function makeTenures(persons: readonly Person[], leaders: ReadonlyMap<string, string>): Tenures {
  let index: Index | undefined;
  let offices: ReadonlyMap<string, readonly Term[]> | undefined;
  return {
    byName: (name, date, country = null) => {
      index ??= makeIndex(persons);
      return findByName(index, name, date, country);
    },
    leadersCountry: (surname, date) => {
      index ??= makeIndex(persons);
      return leadersCountry(index, surname, date);
    },
    byOffice: (country, office, date) => {
      offices ??= groupByOffice(persons);
      for (const key of officesMeant(country, office, leaders)) {
        const held = holders(offices.get(`${country} ${key}`) ?? [], date);
        if (held.length > 0) return held;
      }
      return [];
    },
  };
}

function makeIndex(persons: readonly Person[]): Index {
  const full = new Map<string, Person[]>();
  const nicknames = new Map<string, Person[]>();
  const surnames = new Map<string, Person[]>();
  for (const person of persons) {
    const country = person.terms[0]?.tenure.country ?? null;
    for (const name of [person.name, ...person.aliases]) {
      const key = personKey(name);
      add(key.includes(' ') ? full : nicknames, key, person);
      if (key.includes(' '))
        for (const bare of bareKeys(key)) if (bare.includes(' ')) add(full, bare, person);
    }
    for (const key of surnameKeys(person.name, country)) add(surnames, key, person);
  }
  return { full, nicknames, surnames };
}

function findByName(
  { full, nicknames, surnames }: Index,
  name: string,
  date: string | null,
  country: string | null,
): readonly Tenure[] {
  const key = personKey(name);
  const day = date === null ? null : toDay(date);
  const bare = bareKeys(key);
  for (const form of new Set([key, ...bare])) {
    const found = choose(owned(full.get(form)), day, country);
    if (found !== undefined) return found;
  }
  const surname = bare[0]!;
  const called = choose(owned(nicknames.get(surname)), day, country);
  if (called !== undefined && (day === null || isNear(nicknames.get(surname)!, day, country))) return called;
  if (COMMON.has(surname) && country === null) return [];
  const isLeader = ({ terms }: Person) =>
    terms.some(
      (term) =>
        term.rank <= LEADS + 1 &&
        !SNAPSHOTS.has(term.tenure.origin) &&
        (day === null || distance(term, day) === 0),
    );
  const needsLead = country === null && WIDESPREAD.has(surname.split(' ').at(-1)!);
  const bearers = surnames
    .get(surname)
    ?.filter((person) => isToldOf(person, day, country) && (!needsLead || isLeader(person)));
  return choose(bearers, day, country) ?? called ?? [];
}

function leadersCountry({ surnames }: Index, surname: string, date: string | null): string | null {
  const key = personKey(surname);
  if (key.includes(' ') || COMMON.has(key)) return null;
  const all = (surnames.get(key) ?? []).flatMap(({ terms }) => terms);
  const bearers = date === null ? all : all.filter((term) => distance(term, toDay(date)) <= APART);
  const countries = new Set(bearers.map(({ tenure }) => tenure.country));
  return countries.size === 1 && bearers.some(({ rank }) => rank <= (date === null ? LEADS : LEADS + 1))
    ? [...countries][0]!
    : null;
}

/** The rank of those who lead a state; about a known day those who speak for it abroad will do. */
const LEADS = 1;

/**
 * Whether a surname alone may mean somebody. Those whom only a list of one day knows are mostly little known, and
 * some bear names that are words: they need their country, or a day about then.
 */
function isToldOf({ terms }: Person, day: number | null, country: string | null): boolean {
  if (country !== null || terms.some(({ tenure }) => !SNAPSHOTS.has(tenure.origin))) return true;
  return day !== null && terms.some((term) => distance(term, day) === 0);
}

/** Where the user knows somebody of a name, nobody else of that name is meant. */
function owned(persons: readonly Person[] | undefined): readonly Person[] | undefined {
  const own = persons?.filter(isOwn) ?? [];
  return own.length > 0 ? own : persons;
}

function isOwn({ terms }: Person): boolean {
  return terms[0]?.tenure.origin === OWN_ORIGIN;
}

/** The tenures of the one person of these who is meant; undefined where nobody is, or more than one may be. */
function choose(
  persons: readonly Person[] | undefined,
  day: number | null,
  country: string | null,
): readonly Tenure[] | undefined {
  const candidates = (persons ?? [])
    .map((person) => termsIn(person, country).sort(byFitness(day)))
    .filter((terms) => terms.length > 0)
    .sort((a, b) => byFitness(day)(a[0]!, b[0]!));
  const [first, second] = candidates;
  if (first === undefined) return undefined;
  if (second !== undefined && !isClear(first[0]!, second[0]!, day)) return undefined;
  return first.map(({ tenure }) => tenure);
}

function isClear(first: Term, second: Term, day: number | null): boolean {
  if (day !== null && distance(second, day) - distance(first, day) > APART) return true;
  const together = day === null || distance(second, day) === distance(first, day);
  return together && day !== null && second.rank - first.rank >= 2;
}

function termsIn(person: Person, country: string | null): Term[] {
  return person.terms.filter(({ tenure }) => country === null || tenure.country === country);
}

function isNear(persons: readonly Person[], day: number, country: string | null): boolean {
  return persons.some((person) =>
    termsIn(person, country).some((term) => distance(term, day) <= NICKNAME_REACH),
  );
}

function groupByOffice(persons: readonly Person[]): ReadonlyMap<string, readonly Term[]> {
  const groups = new Map<string, Term[]>();
  for (const { terms } of persons) {
    for (const term of terms) add(groups, `${term.tenure.country} ${term.tenure.office}`, term);
  }
  return groups;
}

/** Holders at a day, or the latest ones; of two on the day of a change the new one first. */
function holders(terms: readonly Term[], date: string | null): readonly Tenure[] {
  const day = date === null ? null : toDay(date);
  const latest = Math.max(
    ...terms.map((term) => (Number.isNaN(term.from) ? Number.NEGATIVE_INFINITY : term.from)),
  );
  const held = terms
    .filter((term) => (day === null ? term.from === latest : distance(term, day) === 0))
    .sort((a, b) => b.from - a.from)
    .map(({ tenure }) => tenure);
  const own = held.filter(({ origin }) => origin === OWN_ORIGIN);
  return own.length > 0 ? own : held;
}

/** Offices that a word for the one who leads may mean, the likeliest first. */
function officesMeant(
  country: string,
  office: string,
  leaders: ReadonlyMap<string, string>,
): readonly string[] {
  switch (office) {
    case 'leader':
      return [leaders.get(country) ?? 'president', 'supreme-leader', 'leader', 'monarch', 'prime-minister'];
    case 'head-of-state':
      return ['supreme-leader', 'monarch', 'president', 'pope', 'leader'];
    case 'head-of-government':
      return ['chancellor', 'prime-minister', 'president'];
    case 'chancellor':
      return country === 'GBR' ? ['finance-minister'] : ['chancellor'];
    default:
      return [office];
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
