import type { Name, Timed } from '../../document/document.js';
import { baseRelation, childBy } from '../../document/tree.js';
import { nameWords } from '../names/name-words.js';
import { genderOf, type NounClass, nounClass } from './reference-words.js';

export type Gender = 'male' | 'female' | null;

/** Somebody or something that a report tells of, under one name or more. Grows as the report is read. */
export interface Entity {
  readonly index: number;
  readonly kind: 'person' | 'group' | 'place' | 'people' | 'thing';
  gender: Gender;
  /** Words that say what a person is ("minister", "ambassador"), as lemmas. */
  readonly roles: Set<string>;
  /** Head of the first mention that gave the whole name of a person. */
  fullest: number | null;
}

/** A place in the text where an entity is told of, by a name or a noun. */
export interface Mention {
  readonly head: number;
  readonly sentence: number;
  readonly entity: Entity;
  readonly name: Name | null;
  readonly isPlural: boolean;
  /** The token whose place in the tree is the mention's: the title of "Mr Brown" where the name hangs on it. */
  readonly role: number;
  /** The name or noun that says who it is: the head itself, but for a pronoun. */
  readonly stands: number;
}

/** All names and nouns that a pronoun could stand for, in text order. */
export function findMentions(doc: Timed): Mention[] {
  const entities: Entity[] = [];
  const byName = new Map<string, Entity>();
  const covered = new Map<number, Name>();
  const mentions: Mention[] = [];
  for (const name of doc.names)
    for (let token = name.from; token < name.to; token++) covered.set(token, name);
  for (let token = 0; token < doc.tokens.length; token++) {
    const name = covered.get(token);
    const { sentence } = doc.tokens[token]!;
    if (name !== undefined) {
      if (name.head !== token || isModifier(doc, name)) continue;
      const entity = entityOf(doc, name, byName, entities);
      mentions.push({
        head: token,
        sentence,
        entity,
        name,
        isPlural: doc.xpos[token] === 'NNPS' && name.type === 'people',
        role: roleOf(doc, token),
        stands: token,
      });
      continue;
    }
    if (doc.upos[token] !== 'NOUN' && doc.upos[token] !== 'PROPN') continue;
    const carried =
      nounClass(doc.lemmas[token]!.toLowerCase()) === 'person' ? carriedName(doc, token, covered) : undefined;
    if (carried !== undefined) {
      const entity = entityOf(doc, carried, byName, entities);
      mentions.push({
        head: token,
        sentence,
        entity,
        name: null,
        isPlural: false,
        role: token,
        stands: carried.head,
      });
    } else if (doc.upos[token] === 'NOUN' && CORE.has(baseRelation(doc, token))) {
      const entity = nounEntity(doc, token, entities.length);
      entities.push(entity);
      mentions.push({
        head: token,
        sentence,
        entity,
        name: null,
        isPlural: doc.xpos[token] === 'NNS',
        role: roleOf(doc, token),
        stands: token,
      });
    }
  }
  return mentions;
}

/** A name that hangs on its title ("Mr Brown") has the title's place in the clause. */
function roleOf(doc: Timed, token: number): number {
  let role = token;
  while (doc.tree.relations[role] === 'flat' && doc.tree.heads[role]! >= 0) role = doc.tree.heads[role]!;
  return role;
}

const CORE = new Set(['nsubj', 'obj', 'iobj', 'obl', 'root', 'conj', 'appos', 'nmod']);

/** "Trump administration", "U.S. strikes": a name that only describes another noun. */
function isModifier(doc: Timed, name: Name): boolean {
  const relation = baseRelation(doc, name.head);
  return name.type !== 'place' && name.type !== 'people' && (relation === 'compound' || relation === 'amod');
}

/** The person whom a noun stands beside as title or apposition: "spokesman Gao Feng", "the founder, Jack Herrick". */
function carriedName(doc: Timed, token: number, covered: ReadonlyMap<number, Name>): Name | undefined {
  const head = doc.tree.heads[token]!;
  const relation = doc.tree.relations[token]!;
  if (head >= 0 && (relation === 'appos' || relation === 'compound' || relation === 'nmod:desc')) {
    const over = covered.get(head);
    if (over?.type === 'person') return over;
  }
  for (const child of doc.tree.children[token] ?? []) {
    const name = covered.get(child);
    if (name?.type === 'person' && CARRIED.has(doc.tree.relations[child]!)) return name;
  }
  return undefined;
}

const CARRIED = new Set(['flat', 'appos', 'nmod:desc']);

const KINDS: Readonly<Record<Name['type'], Entity['kind']>> = {
  person: 'person',
  organisation: 'group',
  place: 'place',
  people: 'people',
  facility: 'thing',
  weapon: 'thing',
  document: 'thing',
  event: 'thing',
  other: 'thing',
};

function entityOf(doc: Timed, name: Name, byName: Map<string, Entity>, entities: Entity[]): Entity {
  const whole = nameKey(doc, name);
  const surname = doc.tokens[name.to - 1]!.text.toLowerCase();
  const known = byName.get(whole) ?? (name.type === 'person' ? byName.get(`~${surname}`) : undefined);
  const entity = known ?? {
    index: entities.length,
    kind: KINDS[name.type],
    gender: null,
    roles: new Set<string>(),
    fullest: null,
  };
  if (known === undefined) entities.push(entity);
  byName.set(whole, entity);
  if (name.type === 'person') {
    byName.set(`~${surname}`, entity);
    entity.gender ??= genderOfName(doc, name);
    if (name.to - name.from > 1) entity.fullest ??= name.head;
    for (const role of rolesOf(doc, name)) {
      entity.roles.add(role);
      entity.gender ??= genderOf(role);
    }
  }
  return entity;
}

function nameKey(doc: Timed, name: Name): string {
  return doc.tokens
    .slice(name.from, name.to)
    .map((token) => token.text.toLowerCase())
    .join(' ');
}

/** By form of address ("Ms Haley"), else by given name. */
function genderOfName(doc: Timed, name: Name): Gender {
  const title = name.from > 0 ? doc.tokens[name.from - 1]!.text.toLowerCase().replace(/\.$/, '') : '';
  const addressed = genderOf(title);
  if (addressed !== null) return addressed;
  if (name.to - name.from < 2) return null;
  const words = nameWords();
  const given = doc.tokens[name.from]!.text;
  const [male, female] = [words.is(given, 'male'), words.is(given, 'female')];
  return male === female ? null : male ? 'male' : 'female';
}

/** Nouns that tell what a person is: titles before the name, apposition, "X is the leader". */
function rolesOf(doc: Timed, name: Name): string[] {
  const roles: string[] = [];
  const add = (token: number) => {
    const lemma = doc.lemmas[token]!.toLowerCase();
    if (nounClass(lemma) === 'person') roles.push(lemma);
  };
  for (let token = name.from - 1; token >= Math.max(0, name.from - 5); token--) {
    const upos = doc.upos[token];
    if (upos !== 'PROPN' && upos !== 'NOUN' && upos !== 'ADJ') break;
    add(token);
  }
  for (const child of doc.tree.children[name.head] ?? [])
    if (baseRelation(doc, child) === 'appos') add(child);
  const over = doc.tree.heads[name.head] ?? -1;
  if (over < 0) return roles;
  const relation = baseRelation(doc, name.head);
  if (relation === 'appos' || relation === 'flat') add(over);
  if (relation === 'nsubj' && childBy(doc, over, 'cop') !== undefined) add(over);
  return roles;
}

function nounEntity(doc: Timed, token: number, index: number): Entity {
  const lemma = doc.lemmas[token]!;
  const kind = kindOfNoun(nounClass(lemma));
  return {
    index,
    kind,
    gender: genderOf(lemma),
    roles: new Set(kind === 'person' ? [lemma] : []),
    fullest: null,
  };
}

function kindOfNoun(noun: NounClass | undefined): Entity['kind'] {
  if (noun === undefined) return 'thing';
  return noun === 'land' || noun === 'town' ? 'place' : noun;
}
