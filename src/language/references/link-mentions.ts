import { type Entity, join, makeEntity } from './entity.js';
import { FIRST_SINGULAR, type Interview, partyOf } from './find-interview.js';
import type { Mention } from './mention.js';
import { GENDER, mix, NUMBER } from './mention.js';
import { isBodySort, PERSON, PROPER } from './sorts.js';

/** An entity that a mention may tell of, and how many nearer ones there were. */
export interface Candidate {
  readonly entity: Entity;
  readonly rank: number;
  /** How many of the nearer ones agree with the mention in gender, number and kind. */
  readonly fitting: number;
  /** Whether it was found by its words, not only by standing near. */
  readonly byWord: boolean;
  /** Whether it is the named person that the report has told of most. */
  readonly isMain: boolean;
}

/** Chooses among candidates: the place of one in the list, or -1 for somebody new. */
export type Choose = (
  mention: Mention,
  candidates: readonly Candidate[],
  state: { readonly isSettled: boolean },
) => number;

/** The entity of each mention, in order of mentions. */
export interface Linked {
  readonly entities: readonly Entity[];
  readonly entityOf: readonly Entity[];
}

/**
 * Reads mentions in order and gives each to an entity told of before or to a new one, as `choose` says.
 *
 * **Shape** names and nouns are weighed against the last few entities that share a word with them, pronouns and "the
 * minister" against the nearest. So the work for one mention has a bound, however long the report.
 */
export function linkMentions(mentions: readonly Mention[], interview: Interview, choose: Choose): Linked {
  const entities: Entity[] = [];
  const entityOf: (Entity | undefined)[] = [];
  const byWord = new Map<number, Entity[]>();
  const byHead = new Map<number, Entity>();
  let main: Entity | undefined;
  const take = (mention: Mention, candidates: readonly Candidate[], chosen: number) => {
    let entity = chosen < 0 ? undefined : candidates[chosen]?.entity;
    if (entity === undefined) {
      entity = makeEntity(entities.length, mention);
      entities.push(entity);
    } else join(entity, mention);
    entityOf[mention.index] = entity;
    return entity;
  };
  const settle = (mention: Mention, entity: Entity | undefined) => {
    const candidates = entity === undefined ? [] : [certain(entity)];
    return take(mention, candidates, choose(mention, candidates, { isSettled: entity !== undefined }));
  };
  const late: Mention[] = [];
  for (const mention of mentions) {
    if (speaksInQuote(mention)) {
      // Who speaks often stands after the quote, so this waits.
      late.push(mention);
      continue;
    }
    let entity: Entity;
    const party = partyOf(mention, interview);
    const teller = mention.teller < 0 ? undefined : byHead.get(mention.teller);
    if (teller !== undefined && isBodySort(teller.sort) && canBe(mention, teller))
      entity = settle(mention, teller);
    else if (party !== null && party.index < mention.index) entity = settle(mention, entityOf[party.index]);
    else {
      const candidates = candidatesOf(mention, mentions, entityOf, byWord, byHead, main);
      entity = take(mention, candidates, choose(mention, candidates, OPEN));
    }
    if (entity.name?.sort === PERSON && entity.size > (main?.size ?? 0)) main = entity;
    if (mention.kind !== 'group') byHead.set(mention.head, entity);
    if (mention.isPronoun) continue;
    for (const key of keysOf(mention)) remember(byWord, key, entity);
    for (const role of mention.roles) remember(byWord, role, entity);
  }
  for (const mention of late) settle(mention, byHead.get(mention.speaker));
  return { entities, entityOf: entityOf as Entity[] };
}

const OPEN = { isSettled: false };

function certain(entity: Entity): Candidate {
  return { entity, rank: 0, fitting: 0, byWord: true, isMain: true };
}

/** "The army said it …", "police said they …": a body's words about itself. */
function canBe({ gender, number }: Mention, body: Entity): boolean {
  return (gender === GENDER.thing || number === NUMBER.many) && (body.number === 0 || body.number === number);
}

/** "I" within a quote whose speaker is seen. */
function speaksInQuote({ form, speaker }: Mention): boolean {
  return form === FIRST_SINGULAR && speaker >= 0;
}

/** How far back the nearest are looked for, in mentions and sentences, and how many entities are weighed. */
const REACH = { pronoun: 60, noun: 24 } as const;
const NEAR = { pronoun: 16, noun: 6 } as const;
const SENTENCES = { pronoun: 8, noun: 4 } as const;
/** How many entities are weighed for each word. */
const PER_WORD = 4;

function candidatesOf(
  mention: Mention,
  mentions: readonly Mention[],
  entityOf: readonly (Entity | undefined)[],
  byWord: ReadonlyMap<number, readonly Entity[]>,
  byHead: ReadonlyMap<number, Entity>,
  main: Entity | undefined,
): Candidate[] {
  const found: Candidate[] = [];
  let fitting = 0;
  const add = (entity: Entity | undefined, isByWord: boolean) => {
    if (entity === undefined || holds(entity.last, mention) || isOther(mention, entity)) return;
    for (const one of found) if (one.entity === entity) return;
    found.push({ entity, rank: found.length, fitting, byWord: isByWord, isMain: entity === main });
    if (agrees(mention, entity)) fitting++;
  };
  if (!mention.isPronoun)
    for (const key of keysOf(mention)) for (const one of byWord.get(key) ?? []) add(one, true);
  if (mention.equals >= 0) add(byHead.get(mention.equals), true);
  if (mention.speaker >= 0 && mention.person < 3) add(byHead.get(mention.speaker), true);
  const depth = mention.isPronoun ? 'pronoun' : 'noun';
  const last = mention.index - 1;
  const most = mention.isPronoun || mention.takesUp ? NEAR[depth] : 0;
  let near = 0;
  for (let at = last; at >= 0 && last - at < REACH[depth] && near < most; at--) {
    const other = mentions[at]!;
    if (mention.sentence - other.sentence > SENTENCES[depth]) break;
    const entity = entityOf[at];
    if (entity === undefined || entity.last !== other) continue;
    const size = found.length;
    add(entity, false);
    if (found.length > size) near++;
  }
  if (mention.person < 3) {
    add(main, false);
    // Who speaks may have been silent for long.
    for (let at = last, seen = 0; at >= 0 && last - at < LONG && seen < 4; at--) {
      if (mentions[at]!.person > 2) continue;
      seen++;
      add(entityOf[at], false);
    }
  }
  return found;
}

const LONG = 200;

/**
 * "He" is no woman, no country and no mere thing, "it" nobody, "I" no mere noun; what never spoke says nothing; nor is
 * a pronoun the subject of its own verb.
 */
function isOther(mention: Mention, entity: Entity): boolean {
  const { gender, number, sort, tokens, name, noun, speaking, spokenTo, said } = entity;
  if (!mention.isPronoun) return false;
  if (mention.person < 3 && name === null && speaking === null && spokenTo === null) return true;
  if (mention.rival >= 0 && tokens.includes(mention.rival)) return true;
  const isThing = name === null && noun !== null && sort === 0 && !noun.isHuman;
  if (mention.speaks && isThing && said === null) return true;
  const own = mention.gender;
  if (own === GENDER.male || own === GENDER.female) {
    if (name === null && noun !== null && (!noun.isHuman || number === NUMBER.many)) return true;
    return (gender !== GENDER.unknown && gender !== own) || (isBodySort(sort) && sort !== PROPER);
  }
  return own === GENDER.thing && mention.form === IT && sort === PERSON;
}

/** The number of "it" among the forms of pronouns. */
const IT = 6;

/** Whether nothing known of an entity speaks against a pronoun. */
function agrees({ gender, number, isPronoun }: Mention, entity: Entity): boolean {
  if (!isPronoun) return true;
  if (number !== 0 && entity.number !== 0 && number !== entity.number) return false;
  if (gender === 0) return true;
  if (entity.gender !== 0) return gender === entity.gender;
  return isPersonal(entity.sort) === (gender !== GENDER.thing);
}

function isPersonal(sort: number): boolean {
  return sort === 0 || sort === PERSON;
}

function holds(outer: Mention, inner: Mention): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

function keysOf(mention: Mention): number[] {
  const keys = [mention.word];
  if (mention.kind === 'name') {
    for (const word of mention.words) if (word !== mention.word) keys.push(word);
    if (mention.letters !== 0) keys.push(mix(mention.letters, 3));
  }
  return keys;
}

function remember(byWord: Map<number, Entity[]>, key: number, entity: Entity): void {
  const known = byWord.get(key);
  if (known === undefined) {
    byWord.set(key, [entity]);
    return;
  }
  const at = known.indexOf(entity);
  if (at >= 0) known.splice(at, 1);
  known.unshift(entity);
  if (known.length > PER_WORD) known.pop();
}
