import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Registry, Tenure } from '../../registry/registry.js';
import type { Sector } from '../../registry/sectors.js';
import { markedBelonging } from './belonging.js';
import type { Marks, RoleMark } from './marks.js';
import { phraseCore } from './phrase.js';
import { mergeSectors, words } from './scene.js';

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

interface Found extends TokenRange {
  readonly head: number;
  readonly words: readonly string[];
  readonly role: RoleMark | null;
  readonly former: boolean;
  readonly country: string | null;
  readonly sectors: readonly Sector[];
}

/** Finds who is named, joins the names of each person through the whole document, and looks each person up once. */
export function findPeople(doc: Document, registry: Registry, marks: Marks, date: string | null): People {
  const found = findNames(doc, marks);
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

const HONORIFICS = new Set(
  'mr mrs ms miss dr sir dame lord lady mr. mrs. ms. dr. sheikh sheik prof prof. rev rev. gen gen. lt lt. col col. sen sen. rep rep. gov gov. st st.'.split(
    ' ',
  ),
);
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv', "'s", '’s']);

function findNames(doc: Document, marks: Marks): Found[] {
  const found: Found[] = [];
  let upTo = 0;
  const take = (range: TokenRange, head: number) => {
    const name = nameOnly(doc, marks, range);
    if (name === undefined || name.from < upTo) return;
    upTo = name.to;
    found.push(describe(doc, marks, name, head >= name.from && head < name.to ? head : name.from));
  };
  const ranges: { range: TokenRange; head: number }[] = [];
  for (const name of doc.names) {
    const mark = marks.names[marks.nameAt[name.head] ?? -1];
    // A name of one word that the registry lists as a country or an organisation is no person's.
    const listed =
      mark !== undefined && mark.listing.kind !== 'person' && mark.from <= name.from && mark.to >= name.to;
    if (name.type === 'person' && !listed) ranges.push({ range: name, head: name.head });
  }
  for (const mark of marks.names) {
    if (mark.listing.kind === 'person') ranges.push({ range: mark, head: mark.head });
  }
  for (const role of marks.roles) {
    const bearer = titled(doc, marks, role);
    if (bearer !== undefined) ranges.push(bearer);
  }
  ranges.sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
  for (const { range, head } of ranges) take(range, head);
  return found;
}

/** The bearer of a title that the name finder has not seen: "Chancellor Weiss". */
function titled(
  doc: Document,
  marks: Marks,
  role: RoleMark,
): { range: TokenRange; head: number } | undefined {
  if (doc.tree.relations[role.head] !== 'nmod:desc') return undefined;
  const bearer = doc.tree.heads[role.head]!;
  if (bearer < role.to || doc.upos[bearer] !== 'PROPN') return undefined;
  if (marks.ownNameAt[bearer]! >= 0 || marks.nameAt[bearer]! >= 0) return undefined;
  let to = bearer + 1;
  while (to < doc.tokens.length && doc.tree.heads[to] === bearer && doc.tree.relations[to] === 'flat') to++;
  return { range: { from: bearer, to }, head: bearer };
}

/** A name without title, honorific and possessive mark; undefined where nothing is left. */
function nameOnly(doc: Document, marks: Marks, range: TokenRange): TokenRange | undefined {
  let { from, to } = range;
  while (to > from && (doc.xpos[to - 1] === 'POS' || doc.upos[to - 1] === 'PUNCT')) to--;
  while (from < to - 1) {
    const role = marks.roles[marks.roleAt[from] ?? -1];
    if (role !== undefined && role.to < to && doc.upos[from] !== 'ADJ') from = role.to;
    else if (HONORIFICS.has(doc.tokens[from]!.text.toLowerCase()) || doc.upos[from] === 'DET') from++;
    else break;
  }
  return from < to ? { from, to } : undefined;
}

/** What the words around a name say of its bearer: title before, apposition after, and whose they are. */
function describe(doc: Document, marks: Marks, range: TokenRange, head: number): Found {
  const bearers = [head];
  for (const child of doc.tree.children[head] ?? []) {
    const relation = doc.tree.relations[child]!;
    if (relation === 'appos' || relation === 'nmod:desc') bearers.push(child);
  }
  const above = doc.tree.heads[head]!;
  const relation = doc.tree.relations[head]!;
  if (above >= 0 && (relation === 'appos' || (relation === 'flat' && above < range.from)))
    bearers.push(above);
  let role: RoleMark | null = null;
  for (const bearer of bearers) {
    const mark = marks.roles[marks.roleAt[bearer] ?? -1];
    if (mark === undefined || (mark.from < range.to && mark.to > range.from)) continue;
    if (role === null || (role.role.kind !== 'office' && mark.role.kind === 'office')) role = mark;
  }
  if (role === null) role = compoundRole(doc, marks, range, head);
  let country: string | null = null;
  let sectors: readonly Sector[] = [];
  for (const bearer of role === null ? [head] : [role.head, head]) {
    const belonging = markedBelonging(doc, marks, bearer, phraseCore(doc, bearer));
    country ??= belonging.countries[0]?.code ?? null;
    if (sectors.length === 0) sectors = belonging.sectors;
  }
  const former = isFormer(doc, role === null ? range.from : role.from);
  const own = new Set<string>();
  for (let at = range.from; at < range.to; at++) own.add(normalise(doc.tokens[at]!.text));
  return { ...range, head, words: nameWords(doc, range), role, former, country, sectors };
}

/** "spokesman" in "ministry spokesman Gao Feng" where the tree makes it a compound of the name. */
function compoundRole(doc: Document, marks: Marks, range: TokenRange, head: number): RoleMark | null {
  const before = marks.roles[marks.roleAt[range.from - 1] ?? -1];
  if (before === undefined || before.to !== range.from) return null;
  const above = doc.tree.heads[before.head];
  if (above !== head && doc.tree.heads[head] !== before.head) return null;
  return before;
}

/** "former", "ex-" or "late" just before the title. */
export function isFormer(doc: Document, from: number): boolean {
  for (let at = from; at >= Math.max(0, from - 4); at--) {
    const word = doc.tokens[at]!.text.toLowerCase();
    if (
      word === 'former' ||
      word === 'ex' ||
      word === 'ousted' ||
      word === 'deposed' ||
      word.startsWith('ex-')
    ) {
      return true;
    }
    if (at < from && doc.upos[at] !== 'ADJ' && doc.upos[at] !== 'PROPN' && word !== '-') return false;
  }
  return false;
}

function nameWords(doc: Document, range: TokenRange): string[] {
  const list: string[] = [];
  for (let at = range.from; at < range.to; at++) {
    const word = normalise(doc.tokens[at]!.text);
    if (word !== '' && !SUFFIXES.has(word) && !HONORIFICS.has(word)) list.push(word);
  }
  return list.length > 0 ? list : [normalise(doc.tokens[range.from]!.text)];
}

/** Lower case without accents and Arabic articles: "al-Assad" and "Assad" are one surname. */
function normalise(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/^(al|el|as|ar|an|ash|at|ad)[-‑](?=.{2})/u, '').replace(/^[-‑]$/u, '');
}

/** Names of one person: whole names that agree, and single words that are one of a whole name's. */
function groupByPerson(found: readonly Found[]): Found[][] {
  const groups: { whole: readonly string[]; names: Found[] }[] = [];
  for (const name of found) {
    if (name.words.length < 2) continue;
    const group = groups.find(({ whole }) => agree(whole, name.words));
    if (group === undefined) groups.push({ whole: name.words, names: [name] });
    else {
      group.names.push(name);
      if (name.words.length > group.whole.length) group.whole = name.words;
    }
  }
  for (const name of found) {
    if (name.words.length >= 2) continue;
    const word = name.words[0]!;
    const group =
      nearest(
        groups.filter(({ whole }) => whole.at(-1) === word),
        name,
      ) ??
      nearest(
        groups.filter(({ whole }) => whole.includes(word)),
        name,
      );
    if (group === undefined) groups.push({ whole: name.words, names: [name] });
    else group.names.push(name);
  }
  return groups.map(({ names }) => names.sort((a, b) => a.from - b.from));
}

/** Whether two whole names can be one person's: the same surname, and first names equal, cut short or left out. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  if (a.join(' ') === b.join(' ')) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.at(-1) !== long.at(-1)) return false;
  if (short.length === 1) return true;
  const [first, other] = [short[0]!, long[0]!];
  return first === other || initialOf(first, other) || initialOf(other, first);
}

function initialOf(short: string, long: string): boolean {
  return /^[a-z]\.?$/.test(short) && long.startsWith(short[0]!);
}

/** Of several people who share a name, the one named last before it, else the first after. */
function nearest<Group extends { names: Found[] }>(groups: readonly Group[], name: Found): Group | undefined {
  let best: Group | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const group of groups) {
    for (const one of group.names) {
      const score = one.from < name.from ? one.from : -one.from;
      if (score > top) {
        top = score;
        best = group;
      }
    }
  }
  return best;
}

/** Puts together what text and registry know of a person. */
function identify(doc: Document, registry: Registry, group: readonly Found[], date: string | null): Person {
  const longest = group.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  const country = group.find((one) => one.country !== null)?.country ?? null;
  const titled =
    group.find((one) => one.role?.role.kind === 'office') ?? group.find((one) => one.role !== null);
  const role = titled?.role ?? null;
  const former = titled?.former ?? group.some((one) => one.former);
  const name = words(doc, longest);
  const tenure = findTenure(registry, name, country, role, date);
  const sectors = mergeSectors(
    ...(titled === undefined ? [] : sectorsOf(titled)),
    group.find((one) => one.sectors.length > 0)?.sectors ?? [],
  );
  const title = role === null ? null : words(doc, role);
  if (tenure === undefined) {
    const office = role !== null && (role.role.kind === 'office' || sectors[0] === 'GOV');
    return {
      name,
      country,
      sectors: former && office ? ['ELI'] : sectors,
      title: former && title !== null ? `former ${title}` : title,
      id: null,
      resolvedBy: role === null ? 'name' : country === null ? 'title' : 'title+country',
      wantsCountry: country === null && office,
    };
  }
  const held = date === null ? !former : isHeld(tenure, date) && !former;
  const future = date !== null && tenure.start !== null && tenure.start > date;
  return {
    name: tenure.person,
    country: tenure.country ?? country,
    sectors: held ? tenure.sectors : future ? sectors : sectors.length > 0 && !former ? sectors : ['ELI'],
    title: held ? tenure.title : title === null ? null : former ? `former ${title}` : title,
    id: tenure.id,
    resolvedBy: held ? 'tenure' : 'tenure+date',
    wantsCountry: false,
  };
}

/** The title's own sectors and those of what it belongs to: "rebel commander" leads with the rebels. */
function sectorsOf(found: Found): (readonly Sector[])[] {
  const own = found.role?.role.sectors ?? [];
  return found.role?.role.kind === 'office' ? [own, found.sectors] : [found.sectors, own];
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
): Tenure | undefined {
  const { tenures } = registry;
  const agrees = (tenure: Tenure) =>
    country === null || tenure.country === null || tenure.country === country;
  const office = role?.role.office ?? null;
  const best = (list: readonly Tenure[]) => {
    const fitting = list.filter(agrees);
    return fitting.find((tenure) => office !== null && tenure.office === office) ?? fitting[0];
  };
  const now = date === null ? undefined : best(tenures.byName(name, date, country));
  if (now !== undefined) return now;
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
