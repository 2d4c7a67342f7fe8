import { type Entity, join, lastSeenFrom, makeEntity } from './entity.js';
import { FIRST_SINGULAR, type Interview, partyOf } from './find-interview.js';
import type { Mention } from './mention.js';
import { GENDER, mix, NUMBER } from './mention.js';
import { isBodySort, PERSON } from './sorts.js';
import { agrees, isHim, isOther } from './whom-it-may-mean.js';

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
  /** Its place among those who spoke last, outside of quotes: 1 for the last; 0 where it is none of them. */
  readonly turn: number;
  /** Whether, of those who agree with a pronoun, it is the one that a main clause was last about. */
  isFocus: boolean;
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
  const sayers: Entity[] = [];
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
    if (speaksInQuote(mention) || isAhead(mention)) {
      // Who is meant often stands behind it, so this waits.
      late.push(mention);
      continue;
    }
    let entity: Entity;
    const party = partyOf(mention, interview);
    const teller = mention.teller < 0 ? undefined : byHead.get(mention.teller);
    if (teller !== undefined && (isBodySort(teller.sort) ? canBe(mention, teller) : isHim(mention, teller)))
      entity = settle(mention, teller);
    else if (party !== null && party.index < mention.index) entity = settle(mention, entityOf[party.index]);
    else {
      const candidates = candidatesOf(mention, mentions, entityOf, byWord, byHead, main, sayers);
      entity = take(mention, candidates, choose(mention, candidates, OPEN));
    }
    if (entity.name?.sort === PERSON && entity.size > (main?.size ?? 0)) main = entity;
    if (mention.kind !== 'group') byHead.set(mention.head, entity);
    if (mention.minds && mention.isMain && mention.quote < 0) noteSayer(sayers, entity);
    if (mention.isPronoun) continue;
    for (const key of keysOf(mention)) remember(byWord, key, entity);
    for (const role of mention.roles) remember(byWord, role, entity);
  }
  for (const mention of late) {
    const entity = byHead.get(speaksInQuote(mention) ? mention.speaker : mention.ahead);
    const isMeant = speaksInQuote(mention) || (entity !== undefined && isHim(mention, entity));
    settle(mention, isMeant ? entity : undefined);
  }
  return { entities, entityOf: entityOf as Entity[] };
}

const OPEN = { isSettled: false };

function certain(entity: Entity): Candidate {
  return { entity, rank: 0, fitting: 0, byWord: true, isMain: true, turn: 1, isFocus: true };
}

/** How many of those who spoke last are remembered. */
const SAYERS = 3;

function noteSayer(sayers: Entity[], entity: Entity): void {
  const at = sayers.indexOf(entity);
  if (at >= 0) sayers.splice(at, 1);
  sayers.unshift(entity);
  if (sayers.length > SAYERS) sayers.pop();
}

/** "The army said it …", "police said they …": a body's words about itself. */
function canBe({ gender, number }: Mention, body: Entity): boolean {
  return (gender === GENDER.thing || number === NUMBER.many) && (body.number === 0 || body.number === number);
}

/** "I" within a quote whose speaker is seen. */
function speaksInQuote({ form, speaker }: Mention): boolean {
  return form === FIRST_SINGULAR && speaker >= 0;
}

/** "As he left, Smith …" */
function isAhead({ gender, ahead }: Mention): boolean {
  return ahead >= 0 && (gender === GENDER.male || gender === GENDER.female);
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
  sayers: readonly Entity[],
): Candidate[] {
  const found: Candidate[] = [];
  let fitting = 0;
  const add = (entity: Entity | undefined, isByWord: boolean) => {
    if (entity === undefined || holds(entity.last, mention) || isOther(mention, entity)) return;
    for (const one of found) if (one.entity === entity) return;
    found.push({
      entity,
      rank: found.length,
      fitting,
      byWord: isByWord,
      isMain: entity === main,
      turn: 1 + sayers.indexOf(entity),
      isFocus: false,
    });
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
    if (entity === undefined || (mention.isPronoun ? lastSeenFrom(mention, entity) : entity.last) !== other)
      continue;
    const size = found.length;
    add(entity, false);
    if (found.length > size) near++;
  }
  if (mention.isPronoun) markFocus(mention, found);
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

/** Of two who share one clause, "Smith and Brown met", neither is before the other. */
function markFocus(mention: Mention, found: readonly Candidate[]): void {
  let last: Mention | undefined;
  const about = (one: Candidate) => (agrees(mention, one.entity) ? one.entity.focus : null);
  for (const one of found) {
    const focus = about(one);
    if (focus !== null && focus.index > (last?.index ?? -1)) last = focus;
  }
  for (const one of found) if (last !== undefined && about(one)?.clause === last.clause) one.isFocus = true;
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
