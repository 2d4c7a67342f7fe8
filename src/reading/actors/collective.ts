import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { isState } from '../../registry/sectors.js';
import type { Marks } from './marks.js';
import { conjuncts } from './phrase.js';
import type { Identity, Scene } from './scene.js';

const STATES = new Set(
  `country nation state government side power capital neighbour neighbor ally rival foe party army military
  delegation land republic`.split(/\s+/),
);
const PEOPLE = new Set(
  'leader president minister man woman politician diplomat official statesman premier chancellor head'.split(
    ' ',
  ),
);

/**
 * Who is meant by "both countries", "the two leaders", "the two", "both foreign ministers": the two that the text has
 * in mind; by "the three countries": the three named in one breath. Empty where the phrase is no such collective or fewer than two have been named.
 */
export function collective(scene: Scene, head: number, core: TokenRange): readonly Identity[] {
  const { doc } = scene;
  const count = countOf(doc, head, core);
  if (count > 2) return joined(scene, head, count);
  if (!isPair(doc, head, core)) return [];
  const lemma = doc.lemmas[head]!.toLowerCase();
  const office = officeOf(scene.marks, head);
  const bare = lemma === 'two' || lemma === 'both' || lemma === 'pair' || lemma === 'duo';
  if (office !== null && !bare) {
    const subject = subjectCountries(scene, head);
    const holders = scene.salience.latest(
      head,
      2,
      (one) => !subject.has(one.country) && holds(scene, one, office),
    );
    if (holders.length === 2) return by(holders);
    const states = scene.salience.pair(head, subject);
    return states.length === 2 ? states.map((state) => officer(scene, state, office, head)) : [];
  }
  if (PEOPLE.has(lemma) || bare) {
    const people = scene.salience.latest(head, 2, (one) => one.person !== null);
    if (people.length === 2 && (!bare || nearer(scene, head, people))) return by(people);
  }
  if (!STATES.has(lemma) && !bare && !PEOPLE.has(lemma)) return [];
  const states = scene.salience.pair(head, subjectCountries(scene, head));
  const wide =
    states.length === 2 ? states : distinct(scene.salience.latest(head, 6, (one) => isState(one.country)));
  return wide.length < 2 ? [] : by(wide.slice(-2).map((one) => asState(scene, one)));
}

const COUNTS = ['three', 'four', 'five', 'six', 'seven'];
const COMPANIES: ReadonlyMap<string, number> = new Map([
  ['trio', 3],
  ['threesome', 3],
  ['quartet', 4],
  ['foursome', 4],
  ['quintet', 5],
]);

/** "the three countries", "all four": how many a phrase takes up again; 0 where it takes up none. */
function countOf(doc: Document, head: number, core: TokenRange): number {
  const lemma = doc.lemmas[head]!.toLowerCase();
  const words = doc.tokens.slice(core.from, core.to).map(({ text }) => text.toLowerCase());
  if (!words.some((word) => /^(?:the|these|those|all)$/.test(word))) return 0;
  const company = COMPANIES.get(lemma);
  if (company !== undefined) return isNarrowed(doc, head) ? 0 : company;
  const count = words.map((word) => COUNTS.indexOf(word)).find((at) => at >= 0);
  return count !== undefined && (STATES.has(lemma) || COUNTS.includes(lemma)) ? count + 3 : 0;
}

/** "the trio of banks": new ones, not those named before. */
function isNarrowed(doc: Document, head: number): boolean {
  return (doc.tree.children[head] ?? []).some((child) =>
    /^(nmod|acl|appos)/.test(doc.tree.relations[child]!),
  );
}

const FARTHEST = 400;

/** The last so many that were named in one breath: "France, Chile and Peru … the three countries". */
function joined(scene: Scene, head: number, count: number): readonly Identity[] {
  const { doc } = scene;
  for (let at = head - 1; at >= Math.max(0, head - FARTHEST); at--) {
    if (doc.tree.relations[at] === 'conj' || doc.upos[at] !== 'PROPN') continue;
    const members = conjuncts(doc, at);
    if (members.length !== count) continue;
    const named = members.flatMap((member) => scene.resolve(member)?.identities ?? []);
    if (named.length === count && named.every((one) => one.country !== null)) return by(named);
  }
  return [];
}

/** "both X", "the two X", "these two X"; "two X" alone tells of two that are new. */
function isPair(doc: Document, head: number, core: TokenRange): boolean {
  let definite = false;
  let two = false;
  const begin = doc.sentences[doc.tokens[head]!.sentence]!.from;
  // The tree may hang "both" on the verb before.
  for (let at = Math.max(begin, core.from - 1); at < core.to; at++) {
    const word = doc.tokens[at]!.text.toLowerCase();
    // "both the army and the police" joins two that it names.
    if (word === 'both')
      return !(doc.tree.children[head] ?? []).some((child) => doc.tree.relations[child] === 'conj');
    if (word === 'neither' || word === 'either') return STATES.has(doc.lemmas[head]!.toLowerCase());
    if (word === 'the' || word === 'these' || word === 'those') definite = true;
    if (word === 'two' || word === '2' || ((word === 'pair' || word === 'duo') && at === head)) two = true;
  }
  return definite && two;
}

/** Whoever does something to both is neither of them: "Kerry telephoned both foreign ministers". */
function subjectCountries(scene: Scene, head: number): ReadonlySet<string | null> {
  const { doc } = scene;
  if (doc.tree.relations[head]?.startsWith('nsubj') === true) return new Set();
  const governor = doc.tree.heads[head] ?? -1;
  const subject = (doc.tree.children[governor] ?? []).find((child) => doc.tree.relations[child] === 'nsubj');
  const found = subject === undefined ? null : scene.resolve(subject);
  return new Set(found?.identities.map((one) => one.country) ?? []);
}

function officeOf(marks: Marks, head: number): string | null {
  return marks.roles[marks.roleAt[head] ?? -1]?.role.office ?? null;
}

function holds(scene: Scene, identity: Identity, office: string): boolean {
  if (identity.person === null || identity.country === null) return false;
  return scene.registry.tenures
    .byOffice(identity.country, office, scene.date)
    .some((tenure) => tenure.person === identity.person);
}

function officer(scene: Scene, state: Identity, office: string, head: number): Identity {
  const holder =
    scene.date === null ? undefined : scene.registry.tenures.byOffice(state.country!, office, scene.date)[0];
  const role = scene.marks.roles[scene.marks.roleAt[head]!]!.role;
  return {
    name: holder?.person ?? `${role.lemma} of ${state.name}`,
    country: state.country,
    sectors: holder?.sectors ?? role.sectors,
    title: holder?.title ?? role.lemma,
    person: holder?.person ?? null,
    id: holder?.id ?? null,
    resolvedBy: holder === undefined ? 'collective' : 'collective+office',
  };
}

function asState(scene: Scene, identity: Identity): Identity {
  const country = scene.registry.countries.get(identity.country!);
  return {
    name: country?.name ?? identity.name,
    country: identity.country,
    sectors: ['GOV'],
    title: null,
    person: null,
    id: country?.id ?? identity.id,
    resolvedBy: 'collective',
  };
}

function by(identities: readonly Identity[]): Identity[] {
  return identities.map((one) => ({ ...one, resolvedBy: 'collective' }));
}

function distinct(identities: readonly Identity[]): Identity[] {
  const seen = new Map<string, Identity>();
  for (const one of identities) seen.set(one.country!, one);
  return [...seen.values()];
}

/** "the two" means people only where people were named later than states. */
function nearer(scene: Scene, head: number, people: readonly Identity[]): boolean {
  const [last] = scene.salience.latest(head, 1, () => true);
  return last !== undefined && people.some((one) => one.person === last.person);
}
