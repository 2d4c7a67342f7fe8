import { type Entity, lastSeenFrom } from './entity.js';
import type { Candidate } from './link-mentions.js';
import { GENDER, type Mention, mix } from './mention.js';

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
  const type = formOf(mention);
  const own = Math.imul(type, 0x27d4eb2f);
  push(out, 0, own, 1, 0);
  push(out, 0, own, 2, mention.word);
  push(out, 0, own, 3, mention.first);
  push(out, 0, own, 4, mention.before);
  push(out, 0, own, 5, mention.after);
  push(out, 0, own, 6, mention.role);
  push(out, 0, own, 7, Math.min(6, mention.to - mention.from));
  push(out, 0, own, 8, mention.sort);
  push(out, 0, own, 9, mention.overWord);
  let matches = 0;
  for (const { entity, byWord } of candidates) {
    if (!byWord) continue;
    if (entity.phrases.includes(mention.phrase)) matches |= 1;
    else if (entity.heads.includes(mention.word)) matches |= 2;
    else matches |= 4;
  }
  push(out, 0, own, 10, matches);
  push(out, 0, own, 11, mix(matches, mention.sort));
  push(out, 0, own, 12, mix(matches, Math.min(6, mention.to - mention.from)));
  push(out, 0, own, 13, mention.quote < 0 ? 0 : mention.speaker < 0 ? 1 : 2);
  push(out, 0, own, 14, Math.min(mention.sentence, 4));
  push(out, 0, own, 20, mention.isInner ? 1 : 0);
  push(out, 0, own, 15, mention.equals < 0 ? 0 : mention.isPredicate ? 1 : 2);
  push(out, 0, own, 16, Math.min(candidates.length, 6));
  push(out, 0, own, 17, mix(mention.role, mention.sort));
  push(out, 0, own, 18, mix(mention.first, mention.after));
  push(out, 0, own, 19, mix(matches, mention.role));
}

/** What speaks for a mention's telling of an entity told of before. */
export function pairFeatures(out: Features, mention: Mention, candidate: Candidate): void {
  out.size = 0;
  const { entity, rank, fitting } = candidate;
  const a = mention.isPronoun ? lastSeenFrom(mention, entity) : entity.last;
  const type = formOf(mention);
  const both = mix(type, a.isPronoun ? formOf(a) : 64 + (a.form >> 4));
  const own = Math.imul(type, 0x27d4eb2f);
  const pair = Math.imul(both, 0x165667b1);
  const sentences = bucket(mention.sentence - a.sentence);
  const paragraphs = Math.min(4, mention.paragraph - a.paragraph);
  push(out, own, pair, 30, 0);
  push(out, own, pair, 31, sentences);
  push(out, own, pair, 33, paragraphs);
  push(out, own, pair, 34, mix(sentences, a.role));
  push(out, own, pair, 35, mix(sentences, Math.min(rank, 8)));
  push(out, own, pair, 61, mix(Math.min(fitting, 6), sentences));
  push(out, own, pair, 62, mix(Math.min(fitting, 6), a.role));
  const told = entity.name ?? entity.noun;
  push(out, own, pair, 63, told === null ? 15 : bucket(mention.sentence - told.sentence));
  const isSame = !mention.isPronoun && entity.phrases.includes(mention.phrase);
  const isHead = !mention.isPronoun && entity.heads.includes(mention.word);
  const match = mention.isPronoun ? 0 : matchOf(mention, entity, isSame, isHead);
  push(out, own, pair, 36, match);
  push(out, own, pair, 37, mix(match, sentences));
  push(out, own, pair, 38, mix(match, mention.sort));
  const agreement = genderAgreement(mention, entity) * 16 + entity.number * 4 + mention.number;
  push(out, own, pair, 39, agreement);
  push(out, own, pair, 40, mix(entity.sort, mention.sort));
  push(out, own, pair, 41, mix(a.role, mention.role));
  push(out, own, pair, 42, entity.sort);
  const size = Math.min(entity.size, 5);
  const entityWord = (entity.noun ?? entity.name)?.word ?? 0;
  if (mention.isPronoun) {
    push(out, own, pair, 43, entityWord);
    push(out, own, pair, 67, mix((entity.noun ?? entity.first).ending, entity.sort));
    push(out, own, pair, 45, mix(mention.role, sentences));
    const { subject } = entity;
    const since = subject === null ? 15 : bucket(mention.sentence - subject.sentence);
    push(out, own, pair, 68, mix(since, mention.isSubject ? 1 : 0));
    push(out, own, pair, 69, mix(Math.min(entity.recent, 4), mix(sentences, entity.subjects > 2 ? 1 : 0)));
    const silent = entity.said === null ? 15 : bucket(mention.sentence - entity.said.sentence);
    push(out, own, pair, 81, mix(mention.speaks ? 1 : 0, silent));
    push(out, own, pair, 82, mix(mention.speaks ? 1 : 0, entity.sort));
    push(out, own, pair, 70, mix(mention.overWord, mix(mention.role, entity.sort)));
    push(out, own, pair, 71, mix(mix(sentences, a.role), mix(mention.role, Math.min(fitting, 3))));
    push(out, own, pair, 72, mix(agreement, mix(entity.sort, sentences)));
    push(out, own, pair, 73, mix(mention.overWord, entityWord));
    const teller = mention.teller < 0 ? 0 : entity.tokens.includes(mention.teller) ? 1 : 2;
    push(out, own, pair, 83, mix(teller, mention.speaks ? 1 : 0));
    push(out, own, pair, 84, mix(candidate.turn, mix(mention.speaks ? 1 : 0, silent)));
    push(
      out,
      own,
      pair,
      85,
      mix(candidate.turn, mix(mention.speaks ? 1 : 0, mix(paragraphs, a.isSubject ? 1 : 0))),
    );
    const focus = candidate.isFocus ? 1 + bucket(mention.sentence - (entity.focus?.sentence ?? 0)) : 0;
    push(out, own, pair, 87, mix(focus, mention.speaks ? 1 : 0));
    push(out, own, pair, 88, mix(focus, mix(mention.role, paragraphs)));
    push(
      out,
      own,
      pair,
      86,
      mix(mention.quote < 0 ? 1 : 0, mix(entity.told === null ? 1 : 0, mention.speaks ? 1 : 0)),
    );
    push(out, own, pair, 74, mix(paragraphs, mix(sentences, a.isSubject ? 1 : 0)));
  } else {
    push(out, own, pair, 47, mention.word);
    push(out, own, pair, 48, mix(match, mention.first));
    push(out, own, pair, 75, mix(mention.word, entityWord));
    push(out, own, pair, 76, mix(match, mix(mention.form, entity.first.form)));
    push(out, own, pair, 77, mix(match, mix(Math.min(rank, 4), Math.min(size, 3))));
    push(out, own, pair, 78, mix(match, mix(mention.ending, 1)));
    push(out, own, pair, 79, mix(match, mix(mention.words.length, sentences)));
  }
  push(out, own, pair, 49, relationOf(mention, a, entity));
  push(out, own, pair, 50, quoteRelation(mention, a, entity));
  push(out, own, pair, 51, size * 4 + (entity.name === null ? 0 : 1) + (entity.noun === null ? 0 : 2));
  if (mention.person < 3 || a.person < 3) {
    push(out, own, pair, 53, mix(a.form, turns(mention, a)));
    push(out, own, pair, 54, mix(entity.speaking?.form ?? 0, entity.sort));
    const asked = (mention.asks ? 1 : 0) + asksOf(entity.speaking) * 2 + asksOf(entity.spokenTo) * 6;
    push(out, own, pair, 64, mix(asked, candidate.isMain ? 1 : 0));
    push(out, own, pair, 65, mix(entity.name === null ? 0 : 1, asked));
    push(out, own, pair, 66, mix(candidate.isMain ? 1 : 0, mention.quote < 0 ? 0 : 1));
    push(out, own, pair, 58, turns(mention, entity.speaking));
    push(out, own, pair, 59, turns(mention, entity.spokenTo));
    push(out, own, pair, 60, mix(turns(mention, entity.speaking), turns(mention, entity.spokenTo)));
  }
  push(out, own, pair, 55, mix(a.overWord, mention.overWord));
  push(out, own, pair, 56, mix(entity.first.form, Math.min(4, mention.sentence - entity.first.sentence)));
  push(
    out,
    own,
    pair,
    57,
    a.before === mention.before && a.after === mention.after ? 1 : a.overWord === mention.overWord ? 2 : 0,
  );
}

/** A pronoun's form, "he" and "she" as one: whom either stands for is learned from both. */
function formOf({ form }: Mention): number {
  return form === SHE ? HE : form;
}

const HE = 4;
const SHE = 5;

/** What both genders are; of "he" and "she" whether they agree, for that holds of both alike. */
function genderAgreement(mention: Mention, { gender }: Entity): number {
  const own = mention.gender;
  if (own !== GENDER.male && own !== GENDER.female) return gender * 4 + own;
  return 16 + (gender === own ? 0 : gender === GENDER.unknown ? 1 : gender === GENDER.thing ? 2 : 3);
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

/** A feature twice: with what the mention is (or by itself), and with what both are. */
function push(out: Features, own: number, pair: number, template: number, value: number): void {
  let hash = Math.imul(value ^ Math.imul(template, 0x3779b97f), 0x85ebca6b);
  hash ^= hash >>> 15;
  out.at[out.size] = Math.imul(hash ^ own, 0xc2b2ae35) >>> 14;
  out.at[out.size + 1] = Math.imul(hash ^ pair, 0xc2b2ae35) >>> 14;
  out.size += 2;
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
