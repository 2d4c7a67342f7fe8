import type { Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { baseRelation, childrenBy } from '../../document/tree.js';
import type { Sector } from '../../registry/sectors.js';
import { isEthnic, isRelational, markedBelonging, originsBehind } from './belonging.js';
import { clausePlace, contextCountry } from './context.js';
import { homeCountry } from './home-country.js';
import type { NameMark } from './marks.js';
import type { Person, PersonName } from './people.js';
import { caseOf, firstConjunct, headsPhrase, isProper } from './phrase.js';
import { earlierBody } from './referent.js';
import { type Identity, type Resolved, type Scene, words } from './scene.js';
import { extend } from './span-of.js';
import { isLocative, standingOf } from './stands-for.js';

/** The person that a phrase names: at its head, in its apposition, or after its title. */
export function bearerOf(scene: Scene, head: number, core: TokenRange): PersonName | undefined {
  const { doc, people } = scene;
  const own = people.at(head);
  if (own !== undefined) return own;
  const flat = (doc.tree.children[head] ?? []).find((child) => doc.tree.relations[child] === 'flat');
  // "Mr Weiss" and "U.N. Secretary-General Weiss" may hang the name on their first word.
  if (flat !== undefined && people.at(flat)?.from === flat) return people.at(flat);
  const role = scene.marks.roles[scene.marks.roleAt[head] ?? -1];
  if (role === undefined ? !isRelational(doc, head) : role.role.kind === 'institution') return undefined;
  if (doc.xpos[head] === 'NNS' || doc.xpos[head] === 'NNPS') return undefined;
  for (const child of doc.tree.children[head] ?? []) {
    const relation = doc.tree.relations[child]!;
    if (child < head || !/^(appos|flat|nmod:desc|nmod:unmarked|compound|dep)$/.test(relation)) continue;
    const name = people.at(child);
    if (name !== undefined) return name;
  }
  const behind = role === undefined ? undefined : people.at(role.to);
  if (behind?.from === role?.to && behind !== undefined && hangsWithin(doc, behind, role!)) return behind;
  const after = people.at(core.to);
  return after !== undefined && after.from === core.to && doc.tree.heads[after.head] === head
    ? after
    : undefined;
}

/** "Secretary of State Weiss": the tree may hang the name on any word of the title. */
function hangsWithin(doc: Scene['doc'], name: PersonName, role: TokenRange): boolean {
  const above = doc.tree.heads[name.head]!;
  return (above >= role.from && above < role.to) || doc.tree.heads[role.to - 1] === name.head;
}

export function person(scene: Scene, head: number, core: TokenRange, name: PersonName): Resolved {
  const identity = personIdentity(scene, head, name.person);
  const whole = { from: Math.min(core.from, name.from), to: Math.max(core.to, name.to) };
  return { head, core, range: extend(scene, head, whole, name), kind: 'named', identities: [identity] };
}

export function personIdentity(scene: Scene, head: number, known: Person): Identity {
  const home = known.wantsCountry ? homeCountry(scene) : null;
  const context =
    known.wantsCountry && home === null
      ? (earlierBody(scene, head) ??
        contextCountry(scene, firstOf(scene, known) ?? head, true) ??
        contextCountry(scene, head, true))
      : null;
  const basis = context !== null ? '+context' : home !== null ? '+report' : '';
  return {
    name: known.name,
    country: known.country ?? context ?? home,
    sectors: known.sectors,
    title: known.title,
    person: known.name,
    id: known.id,
    resolvedBy: `${known.resolvedBy}${basis}`,
  };
}

/** Where somebody is named first: whoever he is of there he stays. */
function firstOf({ people }: Scene, known: Person): number | undefined {
  return people.names.find(({ person }) => person === known)?.head;
}

/** A name inside a longer one that the text's own name finder has seen is no actor by itself: "Bank of China". */
export function isPartOfName(scene: Scene, mark: NameMark): boolean {
  const own = scene.doc.names[scene.marks.ownNameAt[mark.from] ?? -1];
  if (own === undefined || own.type === 'people' || own.type === 'place' || own.type === 'person')
    return false;
  const longer = own.from <= mark.from && own.to >= mark.to && own.to - own.from > mark.to - mark.from;
  return longer && own.head !== mark.head;
}

/** "Nine billion US dollars", "the Turkish lira". */
function isMoney(doc: Scene['doc'], head: number): boolean {
  const above = doc.tree.heads[head]!;
  return above >= 0 && doc.upos[above] !== 'VERB' && MONEY.has(doc.lemmas[above]!.toLowerCase());
}

const MONEY = new Set(
  'dinar dirham dollar euro franc krona krone lira peso pound rand real riyal rouble ruble rupee yen yuan'.split(
    ' ',
  ),
);

/** Whoever a name of the registry is where it stands; null where it is only a place there. */
export function named(scene: Scene, head: number, core: TokenRange, mark: NameMark): Resolved | null {
  const { doc, registry } = scene;
  const { listing } = mark;
  if (isMoney(doc, head)) return null;
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
      return make(state(isLocative(doc, head) ? 'place' : 'name'));
    case 'capital':
      return standingOf(doc, head).acts ? make(state('capital')) : null;
    case 'seat':
      return standingOf(doc, head).acts ? make(body('seat', listing.sectors)) : null;
    case 'demonym': {
      if (headsPhrase(doc, head) && (doc.xpos[head] !== 'JJ' || isCounted(doc, head))) {
        const people = { ...body('demonym', ['CVL']), name: words(doc, core) };
        const [home] = originsBehind(doc, scene.marks, head);
        // "the Hungarians of Slovakia" are a people of that land; "Hungarians in Rome" remain who they are.
        const settled = home !== undefined && isOfPhrase(doc, head);
        if (!isEthnic(doc, mark.from) && !settled && listing.country !== null) return make(people);
        const place = home?.code ?? clausePlace(scene, head) ?? homeCountry(scene);
        return make({ ...people, country: place, resolvedBy: place === null ? 'name' : 'name+place' });
      }
      return listing.country === null ? null : make(state('demonym'));
    }
    case 'place': {
      if (listing.isMinor === true) return null;
      const standing = standingOf(doc, head);
      return standing.acts ? make(body('place', [])) : null;
    }
    case 'person':
      return make({ ...body('name', listing.sectors), person: listing.name });
    case 'bloc':
      return make(body('name', listing.sectors.length > 0 ? listing.sectors : ['GOV']));
    default:
      return make(body('name', listing.sectors));
  }
}

/** "Two Chinese", "thousands of Lebanese": who can be counted are people, not their state. */
function isCounted(doc: Parsed, head: number): boolean {
  if (childrenBy(doc, head, 'nummod').length > 0) return true;
  const above = doc.tree.heads[head]!;
  const isOf = above >= 0 && baseRelation(doc, head) === 'nmod' && caseOf(doc, head) === 'of';
  return (
    isOf &&
    /^(?:thousand|dozen|hundred|million|score|crowd|number|group|ten)s?$/i.test(doc.tokens[above]!.text)
  );
}

function isOfPhrase(doc: Scene['doc'], head: number): boolean {
  return (doc.tree.children[head] ?? []).some((child) => child > head && caseOf(doc, child) === 'of');
}

/** An organisation that no list has: its name says what it is ("Supreme Court") and whose ("Bank of Chile"). */
export function unlisted(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc, marks } = scene;
  const name = doc.names[marks.ownNameAt[head] ?? -1];
  const body = name?.type === 'organisation' || name?.type === 'people';
  const loose = name === undefined || name.type === 'other' || name.type === 'place';
  if (!body && !(loose && isUnknownActor(scene, head))) return null;
  const belonging = markedBelonging(doc, marks, head, core);
  const whole =
    name === undefined ? core : { from: Math.min(core.from, name.from), to: Math.max(core.to, name.to) };
  const range = extend(scene, head, whole);
  const referred = scene.references.get(head)?.antecedent ?? null;
  const earlier = referred === null || referred === head ? null : scene.resolve(referred);
  if (earlier !== null && earlier.identities.length > 0) {
    return { head, core, range, kind: 'named', identities: earlier.identities };
  }
  const origin = belonging.countries[0];
  const identity: Identity = {
    name: name?.text ?? words(doc, core),
    country: origin?.code ?? null,
    sectors: belonging.sectors,
    title: null,
    person: null,
    id: null,
    resolvedBy: origin === undefined ? 'name' : `name+${origin.basis}`,
  };
  return { head, core, range, kind: 'named', identities: [identity] };
}

/** A proper noun that nobody knows, where only somebody can stand: "Weiss resigned", "talks with Oldfield". */
function isUnknownActor(scene: Scene, head: number): boolean {
  const { doc } = scene;
  if (!isProper(doc, head) || !/^\p{Lu}/u.test(doc.tokens[head]!.text)) return false;
  if (scene.marks.timeAt[head] === 1) return false;
  const relation = doc.tree.relations[firstConjunct(doc, head)] ?? '';
  return /^(nsubj|obj|iobj|obl:agent)/.test(relation) || WITH.has(caseOf(doc, head) ?? '');
}

const WITH = new Set(['with', 'against', 'by']);
