import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Listing } from '../../registry/registry.js';
import type { Sector } from '../../registry/sectors.js';
import { isState } from '../../registry/sectors.js';
import type { Marks, NameMark } from './marks.js';
import { caseOf, conjuncts, edge } from './phrase.js';
import { mergeSectors } from './scene.js';
import { STATE_ORGANS } from './sectors.js';

/** A country that a phrase gives, and what gave it: demonym, name, capital, place. */
export interface Origin {
  readonly code: string;
  readonly basis: 'demonym' | 'name' | 'capital' | 'place' | 'organisation';
}

/** What a phrase itself says about whose somebody is. */
export interface Belonging {
  /** More than one where the phrase shares its noun: "Russian and Chinese diplomats". */
  readonly countries: readonly Origin[];
  /** The organisation that somebody belongs to: "Hamas leader", "UN envoy". */
  readonly organisation: Listing | null;
  /** Sectors of the organisation and of the roles among the modifiers: "police officer", "opposition leader". */
  readonly sectors: readonly Sector[];
}

/** Participles that tie a name to what follows without making it its country: "US-backed rebels". */
const TIED = new Set(['led', 'based', 'born']);

/** Reads off names and roles within a phrase, possessors aside from deeper ones, and in the phrases that hang on it. */
export function markedBelonging(doc: Document, marks: Marks, head: number, core: TokenRange): Belonging {
  const countries: Origin[] = [];
  let organisation: Listing | null = null;
  const sectors: (readonly Sector[])[] = [];
  let nearest: NameMark | undefined;
  for (const mark of marksWithin(marks, core, head)) {
    if (!bindsTo(doc, mark, head)) continue;
    const stated = originOf(mark.listing);
    // "Toronto lawyer" says more than "lawyer in Toronto".
    const origin = stated?.basis === 'place' ? { ...stated, basis: 'name' as const } : stated;
    if (origin !== undefined) {
      if (nearest === undefined) {
        nearest = mark;
        countries.push(origin);
      } else if (coordinated(doc, mark, nearest) || hyphened(doc, marks, mark, nearest, head)) {
        countries.unshift(origin);
      }
    } else if (organisation === null && isBody(mark.listing)) {
      organisation = mark.listing;
      sectors.push(mark.listing.sectors);
    }
  }
  const own = marks.roleAt[head] ?? -1;
  for (let at = core.from; at < core.to; at++) {
    const index = marks.roleAt[at]!;
    const role = marks.roles[index];
    if (role === undefined || index === own || role.head !== at) continue;
    const relation = doc.tree.relations[at]!;
    if (relation === 'compound' || relation === 'amod') sectors.push(role.role.sectors);
  }
  if (countries.length === 0) countries.push(...originsBehind(doc, marks, head));
  if (countries.length === 0) countries.push(...sharedOrigins(doc, marks, head));
  if (organisation === null) organisation = organisationBehind(doc, marks, head);
  if (isEnvoy(marks, head)) organisation = null;
  if (organisation !== null && sectors.length === 0) sectors.push(organisation.sectors);
  if (sectors.length === 0) sectors.push(sectorsBehind(doc, marks, head));
  if (countries.length === 0 && organisation?.country != null) {
    countries.push({ code: organisation.country, basis: 'organisation' });
  }
  return { countries, organisation, sectors: mergeSectors(...sectors) };
}

/** "UN ambassador", "ambassador to the EU": sent to the body, not by it. */
function isEnvoy(marks: Marks, head: number): boolean {
  const lemma = marks.roles[marks.roleAt[head] ?? -1]?.role.lemma ?? '';
  return lemma.endsWith('ambassador') || lemma.endsWith('representative');
}

/** Marks within the phrase, the nearest to its head first; the head's own name left out. */
function* marksWithin(marks: Marks, core: TokenRange, head: number): Generator<NameMark> {
  let last = -1;
  for (let at = core.to - 1; at >= core.from; at--) {
    const index = marks.nameAt[at]!;
    if (index < 0 || index === last) continue;
    last = index;
    const mark = marks.names[index]!;
    if (head < mark.from || head >= mark.to) yield mark;
  }
}

/** Whether a name modifies the head itself, not a participle or a possessor's relative. */
function bindsTo(doc: Document, mark: NameMark, head: number): boolean {
  if (isEthnic(doc, mark.from)) return false;
  const next = doc.tokens[mark.to]?.text;
  if (next === '-' || next === '‑' || next === '–') {
    const after = doc.tokens[mark.to + 1]?.text.toLowerCase() ?? '';
    if (/(ed|held|run|made|built|born|backed|owned)$/.test(after) && !TIED.has(after)) return false;
  }
  // Within a possessor's phrase only the possessor's own name counts: "the Kremlin's ally" is not the Kremlin's man
  // where the ally is somebody else's possessor.
  let depth = 0;
  for (let at = mark.head; at !== head && at >= 0 && depth < 6; at = doc.tree.heads[at]!) depth++;
  return depth <= 3;
}

/** "ethnic Turks": of a people, and most often not of its state. */
export function isEthnic(doc: Document, from: number): boolean {
  return doc.tokens[from - 1]?.text.toLowerCase() === 'ethnic';
}

function coordinated(doc: Document, a: NameMark, b: NameMark): boolean {
  return (
    (doc.tree.relations[b.head] === 'conj' && doc.tree.heads[b.head] === a.head) ||
    (doc.tree.relations[a.head] === 'conj' && doc.tree.heads[a.head] === b.head) ||
    (doc.tree.relations[a.head] === 'conj' &&
      doc.tree.relations[b.head] === 'conj' &&
      doc.tree.heads[a.head] === doc.tree.heads[b.head])
  );
}

/** "Indo-Pakistani forces", "the US-Russia commission": of both; but an "Iranian-American journalist" is one person. */
function hyphened(doc: Document, marks: Marks, a: NameMark, b: NameMark, head: number): boolean {
  if (b.from !== a.to + 1 || !/^[-‐‑–]$/.test(doc.tokens[a.to]!.text)) return false;
  const role = marks.roles[marks.roleAt[head] ?? -1]?.role;
  if (role?.kind === 'institution') return true;
  const plural = doc.xpos[head] === 'NNS' || doc.xpos[head] === 'NNPS';
  return plural && role?.sectors.some((sector) => STATE_ORGANS.has(sector)) === true;
}

/** The country that a listing gives to what it modifies. */
export function originOf(listing: Listing): Origin | undefined {
  const { country, kind } = listing;
  if (country === null) return undefined;
  if (kind === 'country') return { code: country, basis: 'name' };
  if (kind === 'demonym') return { code: country, basis: 'demonym' };
  if (!isState(country)) return undefined;
  if (kind === 'capital' || kind === 'seat') return { code: country, basis: 'capital' };
  if (kind === 'place') return { code: country, basis: 'place' };
  return undefined;
}

function isBody(listing: Listing): boolean {
  return listing.kind === 'organisation' || listing.kind === 'group' || listing.kind === 'bloc';
}

const ORIGIN_WORDS = ['of', 'from', 'in', 'at', 'throughout', 'across', 'inside', 'within', 'around', 'near'];
const MEMBER_WORDS = new Set(['of', 'from', 'at', 'for', 'with']);

/** Countries in the prepositional phrases on a head: "president of Chile", "police in Tehran". */
export function originsBehind(doc: Document, marks: Marks, head: number): Origin[] {
  for (const word of ORIGIN_WORDS) {
    for (const child of doc.tree.children[head] ?? []) {
      if (child < head || !/^(nmod|obl)/.test(doc.tree.relations[child]!) || caseOf(doc, child) !== word)
        continue;
      const origins: Origin[] = [];
      for (const member of conjuncts(doc, child)) {
        const mark = marks.names[marks.nameAt[member] ?? -1];
        const origin = mark === undefined ? undefined : originOf(mark.listing);
        if (origin === undefined) continue;
        origins.push(word === 'of' ? origin : { code: origin.code, basis: 'place' });
        if (doc.xpos[head] !== 'NNS' && doc.xpos[head] !== 'NNPS') break;
      }
      if (origins.length > 0) return origins;
      // Whoever is somebody's is no land's: "forces of the Kremlin's ally".
      if (doc.upos[child] !== 'NOUN' || marks.roleAt[child]! >= 0 || isRelational(doc, child)) continue;
      const nested = nestedOrigin(doc, marks, child);
      if (nested !== undefined) return [nested];
    }
  }
  return originsOfClause(doc, marks, head);
}

/** "the president and prime minister of Chile": of the same land, where the phrase stands behind the last of them. */
function sharedOrigins(doc: Document, marks: Marks, head: number): readonly Origin[] {
  const last = conjuncts(doc, head).at(-1)!;
  if (last === head || marks.roles[marks.roleAt[last] ?? -1]?.role.kind !== 'office') return [];
  return originsBehind(doc, marks, last).filter(({ basis }) => basis === 'name');
}

/** "a group based in Malta", "refugees fleeing the war in Sudan", "an activist who lives in Lima". */
function originsOfClause(doc: Document, marks: Marks, head: number): Origin[] {
  for (const clause of doc.tree.children[head] ?? []) {
    if (clause < head || !/^(acl|amod)/.test(doc.tree.relations[clause]!)) continue;
    if (!DWELLING.has(doc.lemmas[clause]!.toLowerCase())) continue;
    for (const child of doc.tree.children[clause] ?? []) {
      if (child < clause || !/^(obl|obj|nmod)/.test(doc.tree.relations[child]!)) continue;
      const mark = marks.names[marks.nameAt[child] ?? -1];
      const origin = mark === undefined ? undefined : originOf(mark.listing);
      const code = origin?.code ?? nestedOrigin(doc, marks, child)?.code;
      if (code !== undefined) return [{ code, basis: 'place' }];
    }
  }
  return [];
}

/** What ties somebody to the place that goes with it. */
const DWELLING = new Set(
  `base headquarter locate live reside dwell operate work exile bear born flee imprison jail detain hold strand trap
  active native resident`.split(/\s+/),
);

/** Nouns whose bearer does not belong to the one who has them. */
const RELATIONAL = new Set(
  `ally enemy foe rival opponent neighbour neighbor partner counterpart friend adversary competitor backer sponsor
  patron`.split(/\s+/),
);

/** "Iran's ally", "her counterpart": somebody else's. */
export function isRelational(doc: Document, token: number): boolean {
  return RELATIONAL.has(doc.lemmas[token]!.toLowerCase());
}

/** "the northern city of Mosul", "Iran's south-east": a country one step further in. */
function nestedOrigin(doc: Document, marks: Marks, child: number): Origin | undefined {
  const { from, to } = edge(doc, child);
  for (let at = from; at < Math.min(to, from + 12); at++) {
    const mark = marks.names[marks.nameAt[at] ?? -1];
    const origin = mark === undefined ? undefined : originOf(mark.listing);
    if (origin !== undefined) return { code: origin.code, basis: 'place' };
  }
  return undefined;
}

/** "leader of the opposition", "head of the police": sectors of the body in the phrase behind. */
function sectorsBehind(doc: Document, marks: Marks, head: number): readonly Sector[] {
  for (const child of doc.tree.children[head] ?? []) {
    if (child < head || !MEMBER_WORDS.has(caseOf(doc, child) ?? '')) continue;
    const role = marks.roles[marks.roleAt[child] ?? -1]?.role;
    if (role !== undefined && role.kind !== 'office') return role.sectors;
  }
  return [];
}

/** "spokesman for the UN", "leader of Hamas", "ambassador to the EU" (who is not the EU's). */
function organisationBehind(doc: Document, marks: Marks, head: number): Listing | null {
  for (const child of doc.tree.children[head] ?? []) {
    if (child < head || !/^nmod/.test(doc.tree.relations[child]!)) continue;
    const word = caseOf(doc, child);
    if (word === null || !MEMBER_WORDS.has(word)) continue;
    const mark = marks.names[marks.nameAt[child] ?? -1];
    if (mark !== undefined && isBody(mark.listing)) return mark.listing;
  }
  return null;
}
