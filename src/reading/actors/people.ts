import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Registry, Tenure } from '../../registry/registry.js';
import type { Sector } from '../../registry/sectors.js';
import { type Gender, genderOfBearer, mayBeSame } from './gender-of-person.js';
import type { Marks, RoleMark } from './marks.js';
import { type FoundName, findPersonNames, normalise } from './person-names.js';
import { groupByPerson } from './same-person.js';
import { words } from './scene.js';
import { composeSectors, STATE_ORGANS } from './sectors.js';

/** One person of a document, whatever names it goes by. Fields are null where neither text nor registry says. */
export interface Person {
  /** The longest form of the name, or the registry's. */
  readonly name: string;
  readonly country: string | null;
  readonly sectors: readonly Sector[];
  readonly title: string | null;
  readonly id: string | null;
  readonly resolvedBy: string;
  /** Whether the person bears an office of state whose country nothing but the context can tell. */
  readonly wantsCountry: boolean;
}

/** A place where a person is named. */
export interface PersonName extends TokenRange {
  readonly head: number;
  readonly person: Person;
}

/** Everybody named in a document. */
export interface People {
  readonly names: readonly PersonName[];
  /** The name that covers a token. */
  at(token: number): PersonName | undefined;
}

/** Finds who is named, joins the names of each person through the whole document, and looks each person up once. */
export function findPeople(doc: Document, registry: Registry, marks: Marks, date: string | null): People {
  const found = findPersonNames(doc, marks, (name) => isOfficeHolder(registry, name, date));
  const groups = groupByPerson(found);
  const names: PersonName[] = [];
  for (const group of groups) {
    const person = identify(doc, registry, group, date);
    for (const { from, to, head } of group) names.push({ from, to, head, person });
  }
  names.sort((a, b) => a.from - b.from);
  const byToken = new Map<number, PersonName>();
  for (const name of names) for (let at = name.from; at < name.to; at++) byToken.set(at, name);
  return { names, at: (token) => byToken.get(token) };
}

/** Whether a bare word is the name of one office holder of the day, or of leaders of one state. */
function isOfficeHolder(registry: Registry, name: string, date: string | null): boolean {
  const tenures = registry.tenures.byName(name, date);
  if (tenures.length === 0) return registry.tenures.leadersCountry(name, date) !== null;
  return tenures.length > 0 && tenures.every((one) => one.person === tenures[0]!.person);
}

/** Puts together what text and registry know of a person. */
function identify(
  doc: Document,
  registry: Registry,
  group: readonly FoundName[],
  date: string | null,
): Person {
  const longest = group.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  const country = group.find((one) => one.country !== null)?.country ?? null;
  const titled =
    group.find((one) => one.role?.role.kind === 'office') ?? group.find((one) => one.role !== null);
  const role = titled?.role ?? null;
  const former = titled?.former ?? group.some((one) => one.former);
  const name = words(doc, longest);
  const gender = group.find((one) => one.gender !== null)?.gender ?? null;
  const tenure = findTenure(registry, name, country, role, date, gender);
  const given = group.find((one) => one.sectors.length > 0)?.sectors ?? [];
  const sectors = role === null ? given : composeSectors(role.role, titled?.sectors ?? given);
  const title = role === null ? null : words(doc, role);
  const shared =
    tenure === undefined && country === null ? registry.tenures.leadersCountry(name, date) : null;
  if (shared !== null && (role === null || role.role.kind === 'office')) {
    const ruling = sectors.length > 0 ? sectors : (['GOV'] as const);
    return {
      name,
      country: shared,
      sectors: former ? ['ELI'] : ruling,
      title: former ? past(title) : title,
      id: null,
      resolvedBy: role === null ? 'surname' : 'title+surname',
      wantsCountry: false,
    };
  }
  if (tenure === undefined) {
    const office =
      role !== null &&
      (role.role.kind === 'office' ||
        (role.role.kind !== 'institution' &&
          sectors.some((one) => STATE_ORGANS.has(one) || POLITICS.has(one))));
    return {
      name,
      country,
      sectors: former && office ? ['ELI'] : sectors,
      title: former ? past(title) : title,
      id: null,
      resolvedBy: role === null ? 'name' : country === null ? 'title' : 'title+country',
      wantsCountry: country === null && office && titled?.bound !== true,
    };
  }
  const held = date === null ? !former : isHeld(tenure, date) && !former;
  const future = date !== null && tenure.start !== null && tenure.start > date;
  return {
    name: tenure.person,
    country: tenure.country ?? country,
    sectors: held ? tenure.sectors : future ? sectors : sectors.length > 0 && !former ? sectors : ['ELI'],
    title: held ? tenure.title || title : former ? past(title) : title,
    id: tenure.id,
    resolvedBy: held ? 'tenure' : 'tenure+date',
    wantsCountry: false,
  };
}

/** Those who play a part in the politics of their own land. */
const POLITICS: ReadonlySet<Sector> = new Set(['OPP', 'PTY', 'LAB']);

/** A title of former days, which the text may already call so. */
function past(title: string | null): string | null {
  return title === null || /^(former|ex|ousted|deposed)\b/i.test(title) ? title : `former ${title}`;
}

function isHeld(tenure: Tenure, date: string): boolean {
  return (tenure.start === null || tenure.start <= date) && (tenure.end === null || date <= tenure.end);
}

/** The tenure that a name points to: of the day, of the country and title that the text gives, where it gives them. */
function findTenure(
  registry: Registry,
  name: string,
  country: string | null,
  role: RoleMark | null,
  date: string | null,
  gender: Gender | null,
): Tenure | undefined {
  const { tenures } = registry;
  const agrees = (tenure: Tenure) =>
    mayBeSame(gender, genderOfBearer(tenure.person)) &&
    (country === null || tenure.country === null || tenure.country === country);
  const office = role?.role.office ?? null;
  const best = (list: readonly Tenure[]) => {
    const fitting = list.filter(agrees);
    return fitting.find((tenure) => office !== null && tenure.office === office) ?? fitting[0];
  };
  const now = date === null ? undefined : best(tenures.byName(name, date, country));
  if (now !== undefined) return now;
  // A whole name that one office holder of the day bears says more than a country read off the phrase around it.
  const sole = name.includes(' ') && date !== null ? tenures.byName(name, date) : [];
  if (sole.length > 0 && sole.every((one) => one.person === sole[0]!.person && isHeld(one, date!)))
    return sole[0];
  const ever = tenures.byName(name, null, country).filter(agrees);
  const bearers = new Set(ever.map((tenure) => tenure.id ?? tenure.person));
  const whole = name.includes(' ');
  if (bearers.size === 1 && (whole || date === null || country !== null)) return best(ever);
  if (office !== null && bearers.size > 1) return ever.find((tenure) => tenure.office === office);
  return country === null || office === null ? undefined : bySpelling(registry, name, country, office, date);
}

/** The holder of the office where the name is spelt a little otherwise: the same surname is enough. */
function bySpelling(
  registry: Registry,
  name: string,
  country: string,
  office: string,
  date: string | null,
): Tenure | undefined {
  if (date === null) return undefined;
  const surname = normalise(name.split(' ').at(-1)!);
  return registry.tenures
    .byOffice(country, office, date)
    .find((tenure) => normalise(tenure.person.split(' ').at(-1)!) === surname);
}
