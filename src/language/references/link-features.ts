import type { Entity } from './entity.js';
import type { Candidate } from './link-mentions.js';
import { type Mention, mix } from './mention.js';

/** Rows of the table of weights, a power of two. */
export const ROWS = 1 << 18;
export const MOST_FEATURES = 128;

/** Features of one decision: `at` holds their rows, the first `size` of them. */
export interface Features {
  readonly at: Int32Array;
  size: number;
}

export function makeFeatures(): Features {
  return { at: new Int32Array(MOST_FEATURES), size: 0 };
}

/** What speaks for a mention's telling of somebody new. */
export function newFeatures(out: Features, mention: Mention, candidates: readonly Candidate[]): void {
  out.size = 0;
  const type = mention.form;
  const add = (template: number, value: number) => push(out, template, value, type);
  add(1, 0);
  add(2, mention.word);
  add(3, mention.first);
  add(4, mention.before);
  add(5, mention.after);
  add(6, mention.role);
  add(7, Math.min(6, mention.to - mention.from));
  add(8, mention.sort);
  add(9, mention.overWord);
  let matches = 0;
  for (const { entity, byWord } of candidates) {
    if (!byWord) continue;
    if (entity.phrases.includes(mention.phrase)) matches |= 1;
    else if (entity.heads.includes(mention.word)) matches |= 2;
    else matches |= 4;
  }
  add(10, matches);
  add(11, mix(matches, mention.sort));
  add(12, mix(matches, Math.min(6, mention.to - mention.from)));
  add(13, mention.quote < 0 ? 0 : mention.speaker < 0 ? 1 : 2);
  add(14, Math.min(mention.sentence, 4));
  add(20, mention.isInner ? 1 : 0);
  add(15, mention.equals < 0 ? 0 : mention.isPredicate ? 1 : 2);
  add(16, Math.min(candidates.length, 6));
  add(17, mix(mention.role, mention.sort));
  add(18, mix(mention.first, mention.after));
  add(19, mix(matches, mention.role));
}

/** What speaks for a mention's telling of an entity told of before. */
export function pairFeatures(out: Features, mention: Mention, candidate: Candidate): void {
  out.size = 0;
  const { entity, rank, fitting } = candidate;
  const a = entity.last;
  const type = mention.form;
  const both = mix(type, a.isPronoun ? a.form : 64 + (a.form >> 4));
  const add = (template: number, value: number) => {
    const hash = mix(Math.imul(template, 0x3779b97f), value);
    out.at[out.size++] = row(hash ^ Math.imul(type, 0x27d4eb2f));
    out.at[out.size++] = row(hash ^ Math.imul(both, 0x165667b1));
  };
  const sentences = bucket(mention.sentence - a.sentence);
  const paragraphs = Math.min(4, mention.paragraph - a.paragraph);
  add(30, 0);
  add(31, sentences);
  add(33, paragraphs);
  add(34, mix(sentences, a.role));
  add(35, mix(sentences, Math.min(rank, 8)));
  add(61, mix(Math.min(fitting, 6), sentences));
  add(62, mix(Math.min(fitting, 6), a.role));
  const told = entity.name ?? entity.noun;
  add(63, told === null ? 15 : bucket(mention.sentence - told.sentence));
  const isSame = !mention.isPronoun && entity.phrases.includes(mention.phrase);
  const isHead = !mention.isPronoun && entity.heads.includes(mention.word);
  const match = mention.isPronoun ? 0 : matchOf(mention, entity, isSame, isHead);
  add(36, match);
  add(37, mix(match, sentences));
  add(38, mix(match, mention.sort));
  const agreement = (entity.gender * 4 + mention.gender) * 16 + entity.number * 4 + mention.number;
  add(39, agreement);
  add(40, mix(entity.sort, mention.sort));
  add(41, mix(a.role, mention.role));
  add(42, entity.sort);
  const entityWord = (entity.noun ?? entity.name)?.word ?? 0;
  if (mention.isPronoun) {
    add(43, entityWord);
    add(45, mix(mention.role, sentences));
  } else {
    add(47, mention.word);
    add(48, mix(match, mention.first));
  }
  add(49, relationOf(mention, a, entity));
  add(50, quoteRelation(mention, a, entity));
  const size = Math.min(entity.size, 5);
  add(51, size * 4 + (entity.name === null ? 0 : 1) + (entity.noun === null ? 0 : 2));
  if (mention.person < 3 || a.person < 3) {
    add(53, mix(a.form, turns(mention, a)));
    add(54, mix(entity.speaking?.form ?? 0, entity.sort));
    const asked = (mention.asks ? 1 : 0) + asksOf(entity.speaking) * 2 + asksOf(entity.spokenTo) * 6;
    add(64, mix(asked, candidate.isMain ? 1 : 0));
    add(65, mix(entity.name === null ? 0 : 1, asked));
    add(66, mix(candidate.isMain ? 1 : 0, mention.quote < 0 ? 0 : 1));
    add(58, turns(mention, entity.speaking));
    add(59, turns(mention, entity.spokenTo));
    add(60, mix(turns(mention, entity.speaking), turns(mention, entity.spokenTo)));
  }
  add(55, mix(a.overWord, mention.overWord));
  add(56, mix(entity.first.form, Math.min(4, mention.sentence - entity.first.sentence)));
  add(
    57,
    a.before === mention.before && a.after === mention.after ? 1 : a.overWord === mention.overWord ? 2 : 0,
  );
}

/** How many paragraphs ago, and whether an even number: in talk, every other paragraph is the same person's. */
function turns(mention: Mention, other: Mention | null): number {
  if (other === null) return 15;
  const distance = mention.paragraph - other.paragraph;
  return distance < 4 ? distance : 4 + (distance & 1);
}

function asksOf(mention: Mention | null): number {
  return mention === null ? 0 : mention.asks ? 1 : 2;
}

function push(out: Features, template: number, value: number, type: number): void {
  const hash = mix(Math.imul(template, 0x3779b97f), value);
  out.at[out.size++] = row(hash);
  out.at[out.size++] = row(hash ^ Math.imul(type, 0x27d4eb2f));
}

function row(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35) >>> 14;
}

function bucket(distance: number): number {
  return distance < 5
    ? distance
    : distance < 8
      ? 5
      : distance < 16
        ? 6
        : distance < 32
          ? 7
          : distance < 64
            ? 8
            : 9;
}

/** How the words of a name or noun are like those of an entity. */
function matchOf(mention: Mention, entity: Entity, isSame: boolean, isHead: boolean): number {
  const { name } = entity;
  if (isSame) return mention.kind === 'name' ? 1 : mention.words.length > 0 ? 2 : 3;
  let shared = 0;
  for (const word of mention.words) if (entity.words.includes(word) || entity.heads.includes(word)) shared++;
  const isWhole = shared === mention.words.length;
  if (mention.kind === 'name' && name !== null) {
    if (mention.letters !== 0 && mention.letters === name.letters && mention.isAcronym !== name.isAcronym)
      return 4;
    if (isHead) {
      if (isWhole) return mention.words.length === 1 ? 5 : 21;
      return name.words.length === 1 ? 6 : shared === name.words.length ? 22 : 7;
    }
    if (isWhole) return 8;
    return shared === 0 ? 10 : shared === name.words.length ? 20 : 9;
  }
  if (isHead) {
    if (mention.words.length === 0) return entity.words.length === 0 ? 11 : 12;
    return isWhole ? 13 : entity.words.length === 0 ? 14 : shared > 0 ? 15 : 16;
  }
  if (entity.roles.includes(mention.word)) return mention.words.length === 0 ? 23 : 24;
  if (entity.words.includes(mention.word)) return 17;
  return shared > 0 ? 18 : 19;
}

/** What the tree says of two phrases: apposition, predicate, parts of one verb, one within the other. */
function relationOf(mention: Mention, a: Mention, entity: Entity): number {
  if (mention.equals >= 0 && entity.tokens.includes(mention.equals)) return mention.isPredicate ? 1 : 2;
  if (a.sentence !== mention.sentence) return 0;
  if (mention.from <= a.from && mention.to >= a.to) return 3;
  if (mention.over === a.over && mention.over >= 0) return mention.isReflexive ? 4 : 5;
  if (mention.isPossessive && mention.over === a.head) return 6;
  if (mention.clause === a.clause)
    return mention.isPossessive ? (a.isSubject ? 7 : 8) : mention.isReflexive ? 9 : 10;
  if (mention.over === a.head) return 11;
  return a.isSubject && mention.isSubject ? 12 : 13;
}

/** Who speaks where: the first person is its quote's speaker, whom the quote does not name. */
function quoteRelation(mention: Mention, a: Mention, entity: Entity): number {
  const speaks = mention.quote >= 0 && mention.speaker >= 0 && entity.tokens.includes(mention.speaker);
  if (speaks) return 1;
  const said = a.quote >= 0 && a.quote !== mention.quote && a.person === 1 && a.speaker === mention.head;
  if (said) return 2;
  const place =
    a.quote === mention.quote ? (mention.quote < 0 ? 3 : 4) : mention.quote < 0 ? 5 : a.quote < 0 ? 6 : 7;
  const known = mention.quote >= 0 && mention.speaker >= 0 ? 8 : 0;
  return place + known + (a.speaks && mention.speaks ? 16 : 0);
}
