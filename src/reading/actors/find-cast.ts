import type { Document, Reference } from '../../document/document.js';
import { cut } from '../../document/span.js';
import { hasCase } from '../../document/tree.js';
import { tellerOf } from '../../language/references/place-in-clause.js';
import type { Registry } from '../../registry/registry.js';
import { type ActorMention, type Cast, makeCast } from '../cast.js';
import { findPlaces } from '../places/find-places.js';
import { markDocument, type RoleMark } from './marks.js';
import { isPartOfName } from './named.js';
import { findPeople } from './people.js';
import { conjuncts, firstConjunct, headsPhrase } from './phrase.js';
import { resolvePhrase } from './resolve.js';
import { makeSalience } from './salience.js';
import type { Identity, Resolved, Scene } from './scene.js';
import { makeShortNames } from './short-names.js';

/**
 * Finds everybody in a document who can act, and says who they are.
 *
 * **Shape** a state acting by its name, demonym or capital has the sectors `['GOV']`; a people ("the Ghanaians")
 * `['CVL']`; somebody of whom the text says no more than a name has none. Countries come from the phrase, then from
 * the registry by the report's date, then from the context; `resolvedBy` says which, its parts joined by `+`: `name`,
 * `demonym`, `capital`, `seat`, `tenure`, `title`, `role`, `possessor`, `place`, `organisation`, `reference`,
 * `abbreviation`, `context`, `collective`, `pronoun`, `number` ("Dozens were arrested"), `surname` (one that all who
 * bear it bear for the same state), `report` (the land whose home affairs the report tells). A
 * recipient of an event that no role of its frame gives adds `nearby`. What none of them tells
 * is null.
 */
export function findCast(doc: Document, registry: Registry): Cast {
  const scene = openScene(doc, registry);
  const mentions: Resolved[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    const isPhrase = headsPhrase(doc, token) || isPossessivePronoun(doc, token) || isWilling(doc, token);
    const found = isPhrase ? scene.resolve(token) : null;
    if (found === null || isAbsorbed(scene, found)) continue;
    mentions.push(found);
    scene.shortNames.learn(found);
    if (found.kind === 'pronoun') continue;
    for (const identity of found.identities) scene.salience.add(token, identity);
  }
  for (const found of looseNames(scene, mentions)) mentions.push(found);
  return makeCast(
    withoutEchoes(scene, mentions).map((found) => toMention(doc, found)),
    findPlaces(scene),
  );
}

/**
 * Drops a mention within a longer one of the same: a title and a name that the tree has parted, "the Congo" in "the
 * Democratic Republic of the Congo".
 */
function withoutEchoes(scene: Scene, mentions: readonly Resolved[]): Resolved[] {
  return mentions.filter((mention, index) => {
    if (mention.kind !== 'named' || mention.identities.length === 0) return true;
    // What covers a mention hangs on a token near to it.
    for (let other = Math.max(0, index - 8); other < Math.min(mentions.length, index + 9); other++) {
      const whole = mentions[other]!;
      if (whole.kind === 'pronoun' || whole.identities.length === 0) continue;
      if (covers(whole, mention) && isSame(scene, mention, whole)) return false;
    }
    return true;
  });
}

function isSame({ marks }: Scene, own: Resolved, outer: Resolved): boolean {
  const person = own.identities[0]?.person;
  if (person != null) return person === outer.identities[0]?.person;
  const mark = marks.names[marks.nameAt[outer.head]!];
  return mark !== undefined && own.core.from >= mark.from && own.core.to <= mark.to;
}

function covers({ range: outer }: Resolved, { range: inner }: Resolved): boolean {
  return outer.from <= inner.from && outer.to >= inner.to && outer.to - outer.from > inner.to - inner.from;
}

function openScene(doc: Document, registry: Registry): Scene {
  const marks = markDocument(doc, registry);
  const date = doc.report.published ?? doc.report.publishedNotBefore;
  const references = new Map<number, Reference>();
  for (const reference of doc.references) references.set(reference.head, reference);
  const memory = new Map<number, Resolved | null>();
  let depth = 0;
  const scene: Scene = {
    doc,
    registry,
    marks,
    people: findPeople(doc, registry, marks, date),
    salience: makeSalience(doc),
    shortNames: makeShortNames(doc),
    references,
    date,
    resolve: (head) => {
      const known = memory.get(head);
      if (known !== undefined) return known;
      // A phrase that leads back to itself gets no help from itself.
      memory.set(head, null);
      if (depth >= DEEPEST) return null;
      depth++;
      // "the WHO" is no pronoun.
      const isPronoun = doc.upos[head] === 'PRON' && marks.nameAt[head]! < 0;
      const found = isPronoun ? pronoun(scene, head) : resolvePhrase(scene, head);
      depth--;
      memory.set(head, found);
      return found;
    },
  };
  return scene;
}

/** Whether a mention is the apposition of another one that has taken it in. */
function isAbsorbed(scene: Scene, found: Resolved): boolean {
  if (scene.doc.tree.relations[found.head] !== 'appos') return false;
  const whole = scene.resolve(scene.doc.tree.heads[found.head]!);
  return whole !== null && whole.range.from <= found.range.from && whole.range.to >= found.range.to;
}

/** Phrases within phrases; what hangs deeper stays unresolved. */
const DEEPEST = 60;

const PRONOUNS = new Set(
  `i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself
  they them their theirs themselves`.split(/\s+/),
);
const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const THINGS = new Set(['it', 'its', 'itself']);

function isPossessivePronoun(doc: Document, token: number): boolean {
  return doc.upos[token] === 'PRON' && doc.tree.relations[token] === 'nmod:poss';
}

/** A personal pronoun: whoever its antecedent is; nobody where that stays open. Null where a thing is meant. */
function pronoun(scene: Scene, head: number): Resolved | null {
  const { doc, references } = scene;
  const word = doc.tokens[head]!.text.toLowerCase();
  const reference = references.get(head);
  if (!PRONOUNS.has(word) && reference === undefined) return null;
  if (doc.tree.relations[head]?.startsWith('expl') === true && !isWilling(doc, head)) return null;
  const range = { from: head, to: head + 1 };
  const antecedent = reference?.antecedent ?? tellerOfSelf(scene, head);
  const named = antecedent === null || antecedent === head ? null : scene.resolve(antecedent);
  const found = named ?? (antecedent !== null && PLURAL.has(word) ? ownerOf(scene, antecedent) : null);
  if (found === null && !PRONOUNS.has(word)) return null;
  if (found === null && antecedent !== null && THINGS.has(word)) return null;
  const all = found === null || !PLURAL.has(word) ? [found] : together(scene, found);
  const identities = all
    .flatMap((one) => one?.identities ?? [])
    .map((one) => ({ ...one, resolvedBy: 'pronoun' }));
  return { head, core: range, range, kind: 'pronoun', identities };
}

/** "Raided the offices of the party, accusing them …": of a thing that nobody is, whoever has it. */
function ownerOf(scene: Scene, thing: number): Resolved | null {
  const owner = (scene.doc.tree.children[thing] ?? []).find(
    (child) =>
      scene.doc.tree.relations[child] === 'nmod:poss' ||
      (scene.doc.tree.relations[child] === 'nmod' && hasCase(scene.doc, child, 'of')),
  );
  return owner === undefined ? null : scene.resolve(owner);
}

/** "Chile says it is willing to …": only somebody is willing, whatever the tree makes of "it". */
function isWilling(doc: Document, pronoun: number): boolean {
  if (doc.upos[pronoun] !== 'PRON' || doc.tree.relations[pronoun] !== 'expl') return false;
  return WILLING.has(doc.lemmas[doc.tree.heads[pronoun] ?? -1]?.toLowerCase() ?? '');
}

const WILLING = new Set(
  'committed determined eager keen prepared ready reluctant unwilling willing'.split(' '),
);

/**
 * "The rebels said they would …": where nothing else is known of the subject of what is said, and its form allows it,
 * whoever says so speaks of himself.
 */
function tellerOfSelf({ doc }: Scene, head: number): number | null {
  if (!/^(?:nsubj|expl)$/.test(doc.tree.relations[head]!)) return null;
  const teller = tellerOf(doc, head);
  if (teller < 0 || doc.upos[teller] === 'PRON') return null;
  const word = doc.tokens[head]!.text.toLowerCase();
  const isPlural = /^NNP?S$/.test(doc.xpos[teller]!) || conjuncts(doc, firstConjunct(doc, teller)).length > 1;
  if (word === 'they') return isPlural || doc.upos[teller] !== 'PROPN' ? teller : null;
  return word === 'it' && !isPlural ? teller : null;
}

/** A mention and those that are joined to it: "they" are all of a coordination. */
function together(scene: Scene, found: Resolved): Resolved[] {
  const members = conjuncts(scene.doc, firstConjunct(scene.doc, found.head));
  const all = members.flatMap((member) => scene.resolve(member) ?? []);
  return all.some((one) => one.head === found.head) ? all : [found];
}

/** Names that modify what cannot act itself: "the Russian veto", "a US missile strike". */
function* looseNames(scene: Scene, mentions: readonly Resolved[]): Generator<Resolved> {
  const { doc, marks } = scene;
  const taken = new Uint8Array(doc.tokens.length);
  for (const { head, core } of mentions) {
    for (let at = core.from; at < core.to; at++) if (!isPossessed(doc, at, head)) taken[at] = 1;
  }
  for (const mark of marks.names) {
    if (taken[mark.head] === 1 || mark.listing.kind === 'place') continue;
    if (headsPhrase(doc, mark.head) || isPartOfName(scene, mark)) continue;
    const found = scene.resolve(mark.head);
    if (found === null) continue;
    yield { ...found, core: mark, range: { from: mark.from, to: mark.to } };
  }
  for (const mark of marks.roles) {
    if (taken[mark.head] === 1 || !isDoerOfDeed(scene, mark)) continue;
    const found = scene.resolve(mark.head);
    if (found !== null) yield found;
  }
  for (const name of scene.people.names) {
    if (taken[name.head] === 1 || headsPhrase(doc, name.head)) continue;
    const found = scene.resolve(name.head);
    if (found !== null) yield { ...found, range: { from: name.from, to: name.to } };
  }
}

/** "A rebel attack", "the army offensive": a role before a deed is whoever does it. */
function isDoerOfDeed({ doc, registry, marks }: Scene, { head, role }: RoleMark): boolean {
  // "A press conference" is not the press's.
  const canAct = role.office === null && role.sectors[0] !== 'JRN';
  if (doc.tree.relations[head] !== 'compound' || marks.nameAt[head]! >= 0 || !canAct) return false;
  const deed = doc.tree.heads[head]!;
  return doc.upos[deed] === 'NOUN' && registry.codebook.nouns.has(doc.lemmas[deed]!.toLowerCase());
}

/** Whether a token belongs to a possessor within the phrase of a head. */
function isPossessed(doc: Document, token: number, head: number): boolean {
  for (let at = token, steps = 0; at >= 0 && at !== head && steps < 8; at = doc.tree.heads[at]!, steps++) {
    if (doc.tree.relations[at] === 'nmod:poss') return true;
  }
  return false;
}

function toMention(doc: Document, found: Resolved): ActorMention {
  const { from, to } = found.range;
  const mention = cut(doc.report.text, doc.tokens[from]!.start, doc.tokens[to - 1]!.end);
  return {
    head: found.head,
    from,
    to,
    kind: found.kind,
    actors: found.identities.map((identity) => toActor(identity, mention)),
  };
}

function toActor(identity: Identity, mention: ReturnType<typeof cut>) {
  const { name, country, title, person, id, resolvedBy } = identity;
  return { name, country, sectors: [...identity.sectors], title, person, id, mention, resolvedBy };
}
