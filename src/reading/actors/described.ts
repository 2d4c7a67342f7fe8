import type { TokenRange } from '../../document/span.js';
import type { Role } from '../../registry/registry.js';
import type { Sector } from '../../registry/sectors.js';
import { isState } from '../../registry/sectors.js';
import { isRelational, markedBelonging } from './belonging.js';
import { clausePlace, contextCountry, lastPlace, onlyPlace } from './context.js';
import { homeCountry } from './home-country.js';
import { personIdentity } from './named.js';
import { isFormer } from './person-names.js';
import { caseOf, headsPhrase, isProper, phraseCore } from './phrase.js';
import { earlierBody, isDefinite, referent } from './referent.js';
import { type Identity, mergeSectors, type Resolved, type Scene, words } from './scene.js';
import { composeSectors, STATE_ORGANS } from './sectors.js';
import { extend } from './span-of.js';

/** A phrase whose head is a role: "Syrian government", "police in Tehran", "the country's foreign minister". */
export function described(scene: Scene, head: number, narrow: TokenRange): Resolved | null {
  const { doc, marks } = scene;
  const mark = marks.roles[marks.roleAt[head] ?? -1];
  if (mark === undefined || mark.head !== head) return null;
  if (doc.upos[head] === 'ADJ' && !headsPhrase(doc, head)) return null;
  const { role } = mark;
  if (isCondition(scene, head)) return null;
  const core = withLooseName(scene, head, wholeTitle(scene, mark, narrow));
  const belonging = markedBelonging(doc, marks, head, core);
  const range = extend(scene, head, core);
  const former = role.kind === 'office' && isFormer(doc, mark.from);
  const make = (country: string | null, resolvedBy: string, given: readonly Sector[]): Identity => {
    const holder = former || !isSingle(scene, head) ? undefined : holderOf(scene, role, country);
    return {
      name: holder?.person ?? words(doc, range),
      country,
      sectors: former ? ['ELI'] : composeSectors(role, given),
      title: role.kind === 'office' ? words(doc, mark) : null,
      person: holder?.person ?? null,
      id: holder?.id ?? null,
      resolvedBy: holder === undefined ? resolvedBy : `${resolvedBy}+tenure`,
    };
  };
  const found = (kind: Resolved['kind'], identities: readonly Identity[]): Resolved => ({
    head,
    core,
    range,
    kind,
    identities,
  });
  const official = role.kind === 'office' || role.kind === 'institution';
  const mission = MISSIONS.has(doc.lemmas[head]!.toLowerCase());
  const near = belonging.countries.filter((origin) => origin.basis !== 'place');
  const owned = near.length === 0 && isPossessed(scene, head);
  // An embassy belongs to those who sent it, not to the land that it stands in.
  const origins = mission || owned ? near : belonging.countries;
  if (origins.length > 0 && !isRelational(doc, head)) {
    return found(
      official || near.length > 0 ? 'described' : 'generic',
      origins.map((origin) => make(origin.code, `role+${origin.basis}`, belonging.sectors)),
    );
  }
  const owner = ownerOf(scene, head, core);
  if (owner !== null && !isRelational(doc, head)) {
    const given = mergeSectors(
      belonging.sectors,
      owner.sectors.filter((sector) => sector !== 'GOV' && sector !== 'ELI'),
    );
    const country = owner.country;
    return found('described', [make(country, country === null ? 'role' : 'role+possessor', given)]);
  }
  const apposed = apposedBody(scene, head);
  if (apposed !== null) return found('named', apposed);
  const referred = referent(scene, head, role);
  if (referred !== null) return found('described', referred);
  if (belonging.organisation !== null) {
    return found('described', [make(belonging.organisation.country, 'role+organisation', belonging.sectors)]);
  }
  const closed = mission || isRelational(doc, head);
  const elsewhere = closed || belongsElsewhere(scene, head, core);
  const political = role.sectors.some((sector) => sector === 'PTY' || sector === 'OPP' || sector === 'LAB');
  // A people of several lands is most often told of in its own.
  const home = peopleWithin(scene, core) && !closed ? homeCountry(scene) : null;
  const guess =
    home !== null
      ? { country: home, basis: 'report' }
      : elsewhere
        ? political && !closed
          ? atHome(scene, role)
          : null
        : guessCountry(scene, head, role);
  return found(official ? 'described' : 'generic', [
    make(guess?.country ?? null, guess === null ? 'role' : `role+${guess.basis}`, belonging.sectors),
  ]);
}

/** "a state of emergency": no state. */
export function isCondition({ doc }: Scene, head: number): boolean {
  if (doc.lemmas[head]!.toLowerCase() !== 'state') return false;
  return (doc.tree.children[head] ?? []).some(
    (child) => child > head && caseOf(doc, child) === 'of' && !isProper(doc, child),
  );
}

/** "the rebel group, the Upland Front": who the apposition says it is. */
function apposedBody(scene: Scene, head: number): readonly Identity[] | null {
  const { doc, marks } = scene;
  for (const child of doc.tree.children[head] ?? []) {
    if (child < head || doc.tree.relations[child] !== 'appos') continue;
    const listed = marks.names[marks.nameAt[child] ?? -1]?.listing.kind;
    if (listed !== 'organisation' && listed !== 'group' && listed !== 'country') continue;
    const named = scene.resolve(child);
    if (named !== null && named.identities.length > 0) return named.identities;
  }
  return null;
}

/** The core of the phrase with all of its title, where the tree has cut the title in two. */
function wholeTitle({ doc }: Scene, mark: TokenRange, core: TokenRange): TokenRange {
  let { from } = core;
  for (let at = mark.from; at < core.from; at++) from = Math.min(from, phraseCore(doc, at).from);
  return { from, to: core.to };
}

/** "Hamas fighters": a name right before the phrase that the tree has left hanging in the air. */
function withLooseName({ doc, marks }: Scene, head: number, core: TokenRange): TokenRange {
  const mark = marks.names[marks.nameAt[core.from - 1] ?? -1];
  if (mark === undefined || mark.to !== core.from || doc.upos[core.from] !== 'NOUN') return core;
  // "Syrian government shelling": what modifies the deed is whose government it is.
  const isShared =
    doc.tree.relations[head] === 'compound' && /^(?:amod|compound)$/.test(doc.tree.relations[mark.head]!);
  const loose =
    (isShared || LOOSE.has(doc.tree.relations[mark.head]!)) &&
    doc.tree.heads[mark.head] === doc.tree.heads[head];
  return loose ? { from: mark.from, to: core.to } : core;
}

const LOOSE = new Set(['discourse', 'vocative', 'dep', 'parataxis', 'list', 'dislocated', 'reparandum']);

/** Who held the office on the report's day, where one person does. */
function holderOf(scene: Scene, role: Role, country: string | null) {
  if (role.office === null || country === null || scene.date === null) return undefined;
  const holders = scene.registry.tenures.byOffice(country, role.office, scene.date);
  return holders.length === 1 ? holders[0] : undefined;
}

const MISSIONS = new Set(['embassy', 'consulate', 'mission', 'ambassador', 'envoy', 'diplomat']);

function isPossessed(scene: Scene, head: number): boolean {
  return (scene.doc.tree.children[head] ?? []).some(
    (child) => scene.doc.tree.relations[child] === 'nmod:poss',
  );
}

/** Whose somebody is: "its ambassador", "Assad's forces", "the Weiss administration", "forces of the president". */
function ownerOf(scene: Scene, head: number, core: TokenRange): Identity | null {
  const { doc, people } = scene;
  for (const child of doc.tree.children[head] ?? []) {
    const relation = doc.tree.relations[child]!;
    const possessor = relation === 'nmod:poss' && child < head;
    const of = child > head && relation.startsWith('nmod') && OWNED_BY.has(caseOf(doc, child) ?? '');
    if (!possessor && !of) continue;
    const owner = scene.resolve(child)?.identities[0];
    if (owner !== undefined && (owner.country !== null || owner.sectors.length > 0)) return owner;
  }
  const lord = followed(scene, head);
  if (lord !== null) return lord;
  for (let at = core.from; at < head; at++) {
    const name = people.at(at);
    if (name === undefined || doc.tree.relations[name.head] === 'nmod:poss') continue;
    const leader = personIdentity(scene, head, name.person);
    if (leader.country !== null || leader.sectors.length > 0) return leader;
  }
  return null;
}

/** "troops loyal to Haftar", "workers affiliated with the union", "a militia allied to the government". */
function followed(scene: Scene, head: number): Identity | null {
  const { doc } = scene;
  for (const clause of doc.tree.children[head] ?? []) {
    if (clause < head || !FOLLOWING.has(doc.tokens[clause]!.text.toLowerCase())) continue;
    for (const child of doc.tree.children[clause] ?? []) {
      if (child < clause || !/^(obl|nmod)/.test(doc.tree.relations[child]!)) continue;
      const lord = scene.resolve(child)?.identities[0];
      // Whoever follows a state from elsewhere is not that state's.
      if (lord !== undefined && (lord.person !== null || !isBareState(lord))) return lord;
    }
  }
  return null;
}

const FOLLOWING = new Set(['loyal', 'affiliated', 'allied', 'aligned', 'belonging', 'linked', 'sympathetic']);

function isBareState({ resolvedBy }: Identity): boolean {
  return /^(name|capital|place|seat)$/.test(resolvedBy);
}

const OWNED_BY = new Set(['of', 'for', 'from', 'at', 'with']);

/** Whoever these are, they are most often of the land that the report is set in; refugees and pilgrims are not. */
const LOCAL = new Set<Sector>(['CVL', 'OPP', 'REB', 'UAF', 'CRM', 'PTY', 'LAB', ...STATE_ORGANS]);

const LOCAL_PEOPLE = new Set<Sector>([...LOCAL, 'SOC', 'REL', 'AGR']);
const PUPILS = new Set([
  'student',
  'pupil',
  'teacher',
  'schoolchild',
  'schoolboy',
  'schoolgirl',
  'student leader',
]);

/** The country of somebody whose phrase does not tell it: from the place of the clause, else from what is in mind. */
function guessCountry(scene: Scene, head: number, role: Role): { country: string; basis: string } | null {
  const { doc } = scene;
  if (isFromAbroad(scene, head)) return null;
  const organ = role.sectors.some((sector) => STATE_ORGANS.has(sector));
  // A school or a mosque stands where the clause says.
  if (role.kind === 'institution' && OF_A_SITE.has(role.sectors[0] ?? 'UNK')) {
    const site = clausePlace(scene, head);
    return site === null ? null : { country: site, basis: 'place' };
  }
  // A company or party may act far from home.
  if (!organ && role.kind === 'institution' && !role.sectors.some((sector) => LOCAL.has(sector))) return null;
  // Reporters are where the news is, not where they are from.
  const place =
    role.sectors[0] === 'JRN'
      ? null
      : (clausePlace(scene, head) ??
        (OF_THE_PLACE.has(role.sectors[0] ?? 'UNK') ? onlyPlace(scene, head) : null));
  if (place !== null && role.office === null) return { country: place, basis: 'place' };
  if (isPointed(scene, head)) {
    const [last] = scene.salience.latest(head, 1, (one) => isState(one.country));
    return last?.country == null ? null : { country: last.country, basis: 'context' };
  }
  const before = earlierBody(scene, head);
  if (before !== null) return { country: before, basis: 'reference' };
  // "police" is a plural that is one body all the same.
  const plural = /^NNP?S$/.test(doc.xpos[head]!) && doc.tokens[head]!.text.toLowerCase().endsWith('s');
  if (plural && (role.kind === 'institution' || role.office !== null)) return null;
  const home = atHome(scene, role);
  if (organ && (isDefinite(scene, head) || role.kind !== 'individual')) {
    if (home !== null) return home;
    const country = withCongress(scene, head, contextCountry(scene, head, role.kind === 'office'));
    return country === null ? null : { country, basis: 'context' };
  }
  const local = role.kind === 'institution' ? LOCAL : LOCAL_PEOPLE;
  if (!role.sectors.some((sector) => local.has(sector)) && !PUPILS.has(role.lemma)) return null;
  if (home !== null) return home;
  const last = lastPlace(scene, head);
  return last === null ? null : { country: last, basis: 'context' };
}

/** Whether a phrase names a people that has no one land: "Kurdish fighters", "Fulani herders". */
function peopleWithin({ marks }: Scene, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) {
    const listing = marks.names[marks.nameAt[at] ?? -1]?.listing;
    if (listing?.kind === 'demonym' && listing.country === null) return true;
  }
  return false;
}

/** "asked Congress for aid": where the land in mind has no congress, that of the United States. */
function withCongress({ doc, marks }: Scene, head: number, country: string | null): string | null {
  if (doc.tokens[head]!.text !== 'Congress' || (country !== null && CONGRESSES.has(country))) return country;
  return marks.roles[marks.roleAt[head] ?? -1]?.role.lemma === 'congress' ? 'USA' : country;
}

/** Lands whose parliament is a congress. */
const CONGRESSES = new Set('ARG BOL BRA CHL COL DOM ECU GTM HND MEX PER PHL PLW PRY USA VEN'.split(' '));

/** Houses of prayer, learning and healing. */
const OF_A_SITE: ReadonlySet<Sector> = new Set(['REL', 'EDU', 'MED']);

/** Those who tell or suffer what happens where they live: "…, police said". */
const OF_THE_PLACE: ReadonlySet<Sector> = new Set(['COP', 'CVL', 'MED']);

/** Whoever strikes at a state may come from anywhere; all others are likely of the land that the report is about. */
function atHome(scene: Scene, role: Role): { country: string; basis: string } | null {
  if (role.sectors.some((sector) => sector === 'UAF' || sector === 'CRM' || sector === 'MIL')) return null;
  const country = homeCountry(scene);
  return country === null ? null : { country, basis: 'report' };
}

/** "foreign troops", "international observers": of no land, and least of the one that the report is set in. */
function isFromAbroad({ doc }: Scene, head: number): boolean {
  // "The foreign minister" is of his own land.
  if (/^(?:minist|secretar|office|affair|service|committee|polic|advis|spokes)/i.test(doc.lemmas[head]!))
    return false;
  return (doc.tree.children[head] ?? []).some(
    (child) =>
      child < head &&
      /^(foreign|international|multinational|overseas|global)$/i.test(doc.tokens[child]!.text),
  );
}

/** "this regime" is that of whoever was named last. */
function isPointed({ doc }: Scene, head: number): boolean {
  return (doc.tree.children[head] ?? []).some(
    (child) => child < head && /^(this|that|these|those)$/i.test(doc.tokens[child]!.text),
  );
}

/** "the minister", "Iran's minister", "Minister"; not "ministers", "a minister". */
function isSingle(scene: Scene, head: number): boolean {
  const { doc } = scene;
  if (doc.xpos[head] === 'NNS' || doc.xpos[head] === 'NNPS') return false;
  return !(doc.tree.children[head] ?? []).some(
    (child) => child < head && /^(a|an|another|one|any|every|each|no)$/i.test(doc.tokens[child]!.text),
  );
}

/** Whether a phrase names something unknown as its own ("Qandil officials"): then the context is no help. */
function belongsElsewhere(scene: Scene, head: number, core: TokenRange): boolean {
  const { doc, marks } = scene;
  for (let at = core.from; at < core.to; at++) {
    if (at === head || !isProper(doc, at) || marks.roleAt[at]! >= 0 || marks.nameAt[at]! >= 0) continue;
    // Any word has a capital at the beginning of a sentence.
    const opens = at === doc.sentences[doc.tokens[at]!.sentence]!.from;
    if (!opens || marks.ownNameAt[at]! >= 0) return true;
  }
  return (doc.tree.children[head] ?? []).some(
    (child) => child > head && caseOf(doc, child) === 'of' && doc.upos[child] === 'PROPN',
  );
}
