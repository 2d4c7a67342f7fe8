import type { TokenRange } from '../../document/span.js';
import type { Role } from '../../registry/registry.js';
import type { Sector } from '../../registry/sectors.js';
import { type Belonging, markedBelonging } from './belonging.js';
import { collective } from './collective.js';
import { clausePlace, lastPlace } from './context.js';
import type { NameMark } from './marks.js';
import { isFormer, type Person, type PersonName } from './people.js';
import { caseOf, headsPhrase, phraseCore } from './phrase.js';
import { type Identity, isState, mergeSectors, type Resolved, type Scene, words } from './scene.js';
import { extend } from './span-of.js';
import { isLocative, standingOf } from './stands-for.js';

/** Says who the phrase that hangs on a token is; null where it is nobody who can act. */
export function resolvePhrase(scene: Scene, head: number): Resolved | null {
  const { doc } = scene;
  const core = phraseCore(doc, head);
  const pair = collective(scene, head, core);
  if (pair.length > 0) return { head, core, range: core, kind: 'described', identities: pair };
  const bearer = bearerOf(scene, head, core);
  if (bearer !== undefined) return person(scene, head, core, bearer);
  const mark = scene.marks.names[scene.marks.nameAt[head] ?? -1];
  if (mark !== undefined && !isPartOfName(scene, mark)) return named(scene, head, core, mark);
  const known = described(scene, head, core);
  if (known !== null) return known;
  return unlisted(scene, head, core) ?? counted(scene, head, core) ?? landWord(scene, head, core);
}

/** The person that a phrase names: at its head, in its apposition, or after its title. */
function bearerOf(scene: Scene, head: number, core: TokenRange): PersonName | undefined {
  const { doc, people } = scene;
  const own = people.at(head);
  if (own !== undefined) return own;
  const role = scene.marks.roles[scene.marks.roleAt[head] ?? -1];
  if (role === undefined || role.role.kind === 'institution' || role.role.kind === 'group') return undefined;
  for (const child of doc.tree.children[head] ?? []) {
    const relation = doc.tree.relations[child]!;
    if (child < head || !/^(appos|flat|nmod:desc|nmod:unmarked|compound|dep)$/.test(relation)) continue;
    const name = people.at(child);
    if (name !== undefined) return name;
  }
  const after = people.at(core.to);
  return after !== undefined && after.from === core.to && doc.tree.heads[after.head] === head
    ? after
    : undefined;
}

function person(scene: Scene, head: number, core: TokenRange, name: PersonName): Resolved {
  const identity = personIdentity(scene, head, name.person);
  const range = extend(scene, head, { from: Math.min(core.from, name.from), to: Math.max(core.to, name.to) });
  return { head, core, range, kind: 'named', identities: [identity] };
}

function personIdentity(scene: Scene, head: number, known: Person): Identity {
  const context = known.wantsCountry ? contextFor(scene, head, true) : null;
  return {
    name: known.name,
    country: known.country ?? context,
    sectors: known.sectors,
    title: known.title,
    person: known.name,
    id: known.id,
    resolvedBy: context === null ? known.resolvedBy : `${known.resolvedBy}+context`,
  };
}

/** A name inside a longer one that the text's own name finder has seen is no actor by itself: "Bank of China". */
export function isPartOfName(scene: Scene, mark: NameMark): boolean {
  const own = scene.doc.names[scene.marks.ownNameAt[mark.from] ?? -1];
  if (own === undefined || own.type === 'people' || own.type === 'place') return false;
  const longer = own.from <= mark.from && own.to >= mark.to && own.to - own.from > mark.to - mark.from;
  return longer && own.head !== mark.head;
}

function named(scene: Scene, head: number, core: TokenRange, mark: NameMark): Resolved | null {
  const { doc, registry } = scene;
  const { listing } = mark;
  const make = (identity: Identity): Resolved => ({
    head,
    core,
    range: extend(scene, head, core),
    kind: 'named',
    identities: [identity],
  });
  const country = listing.country === null ? undefined : registry.countries.get(listing.country);
  const state = (resolvedBy: string): Identity => ({
    name: country?.name ?? listing.name,
    country: listing.country,
    sectors: ['GOV'],
    title: null,
    person: null,
    id: country?.id ?? listing.id,
    resolvedBy,
  });
  const body = (resolvedBy: string, sectors: readonly Sector[]): Identity => ({
    name: listing.name,
    country: listing.country,
    sectors,
    title: null,
    person: null,
    id: listing.id,
    resolvedBy,
  });
  switch (listing.kind) {
    case 'country':
      return isLocative(doc, head) ? null : make(state('name'));
    case 'capital':
      return standingOf(doc, head).acts ? make(state('capital')) : null;
    case 'seat':
      return standingOf(doc, head).acts ? make(body('seat', listing.sectors)) : null;
    case 'demonym': {
      if (headsPhrase(doc, head) && doc.xpos[head] !== 'JJ') {
        return make({ ...body('demonym', ['CVL']), name: words(doc, core) });
      }
      return make(state('demonym'));
    }
    case 'place': {
      const standing = standingOf(doc, head);
      return standing.acts ? make(body('place', [])) : null;
    }
    case 'person':
      return make({ ...body('name', listing.sectors), person: listing.name });
    default:
      return make(body('name', listing.sectors));
  }
}

/** A phrase whose head is a role: "Syrian government", "police in Tehran", "the country's foreign minister". */
function described(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc, marks } = scene;
  const mark = marks.roles[marks.roleAt[head] ?? -1];
  if (mark === undefined || mark.head !== head) return null;
  if (doc.upos[head] === 'ADJ' && !headsPhrase(doc, head)) return null;
  const { role } = mark;
  const belonging = markedBelonging(doc, marks, head, core);
  const range = extend(scene, head, core);
  const former = isFormer(doc, mark.from);
  const make = (country: string | null, resolvedBy: string, given: readonly Sector[]): Identity => {
    const holder = former ? undefined : holderOf(scene, role, country);
    return {
      name: holder?.person ?? words(doc, range),
      country,
      sectors: former ? ['ELI'] : composeSectors(role, given),
      title: role.kind === 'office' ? words(doc, mark) : null,
      person: holder?.person ?? null,
      id: holder?.id ?? null,
      resolvedBy,
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
  if (belonging.countries.length > 0 && !isRelational(scene, head)) {
    return found(
      official || belonging.countries.some((origin) => origin.basis !== 'place') ? 'described' : 'generic',
      belonging.countries.map((origin) => make(origin.code, `role+${origin.basis}`, belonging.sectors)),
    );
  }
  const owner = ownerOf(scene, head, core);
  if (owner !== null && !isRelational(scene, head)) {
    const given = mergeSectors(
      belonging.sectors,
      owner.sectors.filter((sector) => sector !== 'GOV'),
    );
    const country = owner.country;
    return found('described', [make(country, country === null ? 'role' : 'role+possessor', given)]);
  }
  const referred = referent(scene, head, role);
  if (referred !== null) return found('described', referred);
  if (belonging.organisation !== null) {
    return found('described', [make(belonging.organisation.country, 'role+organisation', belonging.sectors)]);
  }
  const guess = isRelational(scene, head) ? null : guessCountry(scene, head, mark.from, role, belonging);
  return found(official ? 'described' : 'generic', [
    make(guess?.country ?? null, guess === null ? 'role' : `role+${guess.basis}`, belonging.sectors),
  ]);
}

/** The role's own sectors and those of what it belongs to; of a plain member or leader the latter come first. */
function composeSectors(role: Role, given: readonly Sector[]): Sector[] {
  if (role.kind === 'individual' || role.sectors.length === 0) {
    return mergeSectors(given, given.length > 0 ? [] : role.sectors, role.sectors);
  }
  return mergeSectors(role.sectors, given);
}

/** Who held the office on the report's day, where one person does. */
function holderOf(scene: Scene, role: Role, country: string | null) {
  if (role.office === null || country === null || scene.date === null) return undefined;
  const holders = scene.registry.tenures.byOffice(country, role.office, scene.date);
  return holders.length === 1 ? holders[0] : undefined;
}

/** Nouns whose bearer does not belong to the one who has them. */
const RELATIONAL = new Set(
  `ally enemy foe rival opponent neighbour neighbor partner counterpart friend adversary competitor backer sponsor
  patron`.split(/\s+/),
);

function isRelational(scene: Scene, head: number): boolean {
  return RELATIONAL.has(scene.doc.lemmas[head]!.toLowerCase());
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
  for (let at = core.from; at < head; at++) {
    const name = people.at(at);
    if (name === undefined || doc.tree.relations[name.head] === 'nmod:poss') continue;
    return personIdentity(scene, head, name.person);
  }
  return null;
}

const OWNED_BY = new Set(['of', 'for', 'from', 'at', 'with']);

/** Whom a definite description takes up again: "the demonstrators", "the ministry". */
function referent(scene: Scene, head: number, role: Role | null): readonly Identity[] | null {
  const { doc, references } = scene;
  const reference = references.get(head);
  if (reference !== undefined && reference.antecedent !== null && reference.antecedent !== head) {
    const antecedent = scene.resolve(reference.antecedent);
    if (antecedent !== null && antecedent.identities.length > 0) {
      const suits = role === null || antecedent.identities.some((one) => shares(one.sectors, role.sectors));
      if (suits) return antecedent.identities.map((one) => ({ ...one, resolvedBy: 'reference' }));
    }
  }
  if (role === null || !isDefinite(scene, head)) return null;
  const lemma = doc.lemmas[head]!.toLowerCase();
  const [earlier] = scene.salience.latest(
    head,
    1,
    (one) => one.country !== null && one.person === null && lastWord(one.name) === lemma,
  );
  return earlier === undefined ? null : [{ ...earlier, resolvedBy: 'role+reference' }];
}

function lastWord(name: string): string {
  const lower = name.toLowerCase();
  const short = lower.split(/ (?:in|of|from|at|for) /)[0]!;
  return short.slice(short.lastIndexOf(' ') + 1);
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));
}

/** "the", "this", or no determiner in a headline; "a" and bare plurals tell of somebody new. */
function isDefinite(scene: Scene, head: number): boolean {
  const { doc } = scene;
  for (const child of doc.tree.children[head] ?? []) {
    if (child > head) break;
    if (doc.tree.relations[child] !== 'det') continue;
    return /^(the|this|that|these|those)$/i.test(doc.tokens[child]!.text);
  }
  return false;
}

const STATE_ORGANS = new Set<Sector>(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY', 'PRM']);

/** The country of somebody whose phrase does not tell it: from the place of the clause, else from what is in mind. */
function guessCountry(
  scene: Scene,
  head: number,
  from: number,
  role: Role,
  belonging: Belonging,
): { country: string; basis: string } | null {
  const place = clausePlace(scene, head);
  const organ = role.sectors.some((sector) => STATE_ORGANS.has(sector)) && belonging.organisation === null;
  if (place !== null && role.office === null) return { country: place, basis: 'place' };
  const ministry = referent(scene, from, null)?.[0]?.country ?? null;
  if (ministry !== null) return { country: ministry, basis: 'reference' };
  if (organ && (isDefinite(scene, head) || role.kind !== 'individual')) {
    const country = contextFor(scene, head, role.kind === 'office');
    return country === null ? null : { country, basis: 'context' };
  }
  const last = lastPlace(scene, head);
  return last === null ? null : { country: last, basis: 'context' };
}

/** The state in mind at a token: for offices the one that acted last, for groups rather the scene of events. */
function contextFor(scene: Scene, head: number, office: boolean): string | null {
  const before = phraseCore(scene.doc, head).from;
  const state = scene.salience.state(before);
  if (office) return state;
  return clausePlace(scene, head) ?? state ?? lastPlace(scene, head);
}

/** An organisation that no list has: its name says what it is ("Supreme Court") and whose ("Bank of Chile"). */
function unlisted(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc, marks } = scene;
  const name = doc.names[marks.ownNameAt[head] ?? -1];
  if (name === undefined || (name.type !== 'organisation' && name.type !== 'people')) return null;
  const belonging = markedBelonging(doc, marks, head, core);
  const range = extend(scene, head, { from: Math.min(core.from, name.from), to: Math.max(core.to, name.to) });
  const referred = scene.references.get(head)?.antecedent ?? null;
  const earlier = referred === null || referred === head ? null : scene.resolve(referred);
  if (earlier !== null && earlier.identities.length > 0) {
    return { head, core, range, kind: 'named', identities: earlier.identities };
  }
  const origin = belonging.countries[0];
  return {
    head,
    core,
    range,
    kind: 'named',
    identities: [
      {
        name: name.text,
        country: origin?.code ?? null,
        sectors: belonging.sectors,
        title: null,
        person: null,
        id: null,
        resolvedBy: origin === undefined ? 'name' : `name+${origin.basis}`,
      },
    ],
  };
}

const QUANTITIES = new Set(
  `thousand hundred dozen million group number score crowd majority handful some many most several few one two three
  four five six seven eight nine ten all part half member any none each team band bunch couple pair wave series
  hundreds thousands dozens scores tens`.split(/\s+/),
);

/** "thousands of textile workers", "a group of settlers", "three of the soldiers": those who are counted. */
function counted(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc } = scene;
  if (!QUANTITIES.has(doc.lemmas[head]!.toLowerCase()) && doc.upos[head] !== 'NUM') return null;
  for (const child of doc.tree.children[head] ?? []) {
    if (child < head || caseOf(doc, child) !== 'of') continue;
    const inner = scene.resolve(child) ?? counted(scene, child, phraseCore(doc, child));
    if (inner === null) continue;
    const range = { from: core.from, to: Math.max(core.to, inner.range.to) };
    return { head, core, range, kind: inner.kind, identities: inner.identities };
  }
  return null;
}

const LAND_WORDS = new Set(['country', 'nation', 'kingdom', 'republic', 'state', 'emirate', 'island']);

/** "the country", "the kingdom": the state taken up again, by reference or by what is in mind. */
function landWord(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc, registry } = scene;
  const referred = referent(scene, head, null);
  if (referred !== null) return { head, core, range: core, kind: 'described', identities: referred };
  if (!LAND_WORDS.has(doc.lemmas[head]!.toLowerCase()) || !isDefinite(scene, head)) return null;
  if (doc.xpos[head] !== 'NN' && doc.xpos[head] !== 'NNP') return null;
  const code = scene.salience.state(core.from);
  const country = isState(code) ? registry.countries.get(code) : undefined;
  if (country === undefined) return null;
  const identity: Identity = {
    name: country.name,
    country: country.code,
    sectors: ['GOV'],
    title: null,
    person: null,
    id: country.id,
    resolvedBy: 'context',
  };
  return { head, core, range: core, kind: 'described', identities: [identity] };
}
