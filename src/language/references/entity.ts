import { GENDER, type Mention } from './mention.js';
import { PERSON, PROPER } from './sorts.js';

/** Somebody or something that a report tells of, as far as it has been read. */
export interface Entity {
  readonly index: number;
  readonly first: Mention;
  last: Mention;
  /** The last mention that stood outside of quotes, appositions and predicates of an earlier one aside. */
  told: Mention | null;
  size: number;
  gender: number;
  /** By its number the mentions that gave it; 0 until one does. */
  number: number;
  sort: number;
  /** The last mention by name, and the last by a noun. */
  name: Mention | null;
  noun: Mention | null;
  /** The first mention that gave a whole name, of two words or more. */
  fullest: Mention | null;
  /** The last mentions by "I" or "we", and by "you". */
  speaking: Mention | null;
  spokenTo: Mention | null;
  /** The last mention, outside of quotes, that was the subject of a main clause. */
  focus: Mention | null;
  /** The last mention that was a subject, and how many were. */
  subject: Mention | null;
  subjects: number;
  /** The last mention that was the subject of a verb of saying. */
  said: Mention | null;
  /** Mentions in the sentence of the last one and the one before it. */
  recent: number;
  /** Whole phrases, heads and further words that it has been told by, the latest few. */
  readonly phrases: number[];
  readonly heads: number[];
  readonly words: number[];
  /** What the one is called beside the name. */
  readonly roles: number[];
  /** Tokens that are heads of its mentions, the latest few: who speaks in a quote is looked up among them. */
  readonly tokens: number[];
}

/** How much an entity remembers of itself. */
const KEPT = 8;

export function makeEntity(index: number, mention: Mention): Entity {
  const entity: Entity = {
    index,
    first: mention,
    last: mention,
    told: null,
    focus: null,
    size: 0,
    gender: 0,
    number: 0,
    sort: 0,
    name: null,
    noun: null,
    fullest: null,
    speaking: null,
    spokenTo: null,
    subject: null,
    subjects: 0,
    said: null,
    recent: 0,
    phrases: [],
    heads: [],
    words: [],
    roles: [],
    tokens: [],
  };
  join(entity, mention);
  return entity;
}

/** Adds a mention to an entity, which learns from it what it did not know. */
export function join(entity: Entity, mention: Mention): void {
  const gap = mention.sentence - entity.last.sentence;
  entity.recent = gap === 0 ? entity.recent + 1 : gap === 1 ? (entity.recent >> 1) + 1 : 1;
  if (mention.isSubject) {
    entity.subject = mention;
    entity.subjects++;
  }
  if (mention.speaks) entity.said = mention;
  if (mention.quote < 0 && mention.isSubject && mention.isMain) entity.focus = mention;
  entity.size++;
  entity.last = mention;
  if (mention.quote < 0 && !renames(mention, entity)) entity.told = mention;
  if (entity.gender === GENDER.unknown && !(mention.gender === GENDER.thing && entity.sort === PERSON))
    entity.gender = mention.gender;
  if (entity.number === 0) entity.number = mention.number;
  if (entity.sort === 0 || (mention.kind === 'name' && entity.name === null))
    entity.sort = mention.sort || entity.sort;
  else if (entity.sort === PROPER && mention.sort === PERSON) entity.sort = PERSON;
  keep(entity.tokens, mention.head);
  if (mention.isPronoun) {
    if (mention.person === 1) entity.speaking = mention;
    if (mention.person === 2) entity.spokenTo = mention;
    return;
  }
  if (mention.kind === 'name') {
    // "Smith, a Democrat, …" is told by his name, whatever else he is called.
    if (entity.name?.sort !== PERSON || mention.sort === PERSON) entity.name = mention;
    if (mention.words.length > 1) entity.fullest ??= mention;
  } else entity.noun = mention;
  keep(entity.phrases, mention.phrase);
  keep(entity.heads, mention.word);
  for (const word of mention.words) keep(entity.words, word);
  for (const role of mention.roles) keep(entity.roles, role);
}

/** "Smith, the founder, left": an apposition or predicate says who somebody is, and leaves him where he stood. */
function renames({ equals, sentence }: Mention, { told, tokens }: Entity): boolean {
  return equals >= 0 && told !== null && told.sentence === sentence && tokens.includes(equals);
}

function keep(list: number[], value: number): void {
  if (list.includes(value)) return;
  if (list.length >= KEPT) list.shift();
  list.push(value);
}

/**
 * The mention that a reader who has come to a pronoun last met an entity by: what people say of others between
 * quotation marks does not lead the report's own "he" astray.
 */
export function lastSeenFrom({ quote }: Mention, { last, told }: Entity): Mention {
  return quote < 0 ? (told ?? last) : last;
}
