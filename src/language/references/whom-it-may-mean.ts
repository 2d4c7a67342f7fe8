import type { Entity } from './entity.js';
import { TURN } from './find-turns.js';
import { GENDER, type Mention, NUMBER } from './mention.js';
import { isBodySort, ORGANISATION, PERSON, PROPER, TIME } from './sorts.js';

/**
 * "He" is no woman, no country and no mere thing, "it" nobody, "I" no mere noun; what never spoke says nothing; nor is
 * a pronoun the subject of its own verb.
 */
export function isOther(mention: Mention, entity: Entity): boolean {
  const { gender, number, sort, tokens, name, noun, speaking, spokenTo, said } = entity;
  if (!mention.isPronoun) return isOfOtherKind(mention, entity);
  if (mention.person < 3 && name === null && speaking === null && spokenTo === null) return true;
  if (isAuthor(mention) && name !== null && (speaking === null || speaking.quote >= 0)) return true;
  if (mention.form === THEY && name !== null && sort === PERSON && number === NUMBER.one) return true;
  if (mention.rival >= 0 && tokens.includes(mention.rival)) return true;
  if (isBeside(mention, entity.last)) return true;
  const isThing =
    name === null && noun !== null && (sort === TIME || (sort === 0 && !noun.isHuman && !noun.isCrowd));
  if (mention.minds && isThing && said === null) return true;
  const own = mention.gender;
  if (own === GENDER.male || own === GENDER.female) {
    if (name === null && noun !== null && (!noun.isHuman || number === NUMBER.many)) return true;
    if (sort === PROPER && entity.first.kind === 'name' && entity.first.form % 16 !== 0) return true;
    return (gender !== GENDER.unknown && gender !== own) || (isBodySort(sort) && sort !== PROPER);
  }
  return own === GENDER.thing && mention.form === IT && sort === PERSON;
}

/** Whether nothing known of an entity speaks against a pronoun. */
export function agrees({ gender, number, isPronoun }: Mention, entity: Entity): boolean {
  if (!isPronoun) return true;
  if (number !== 0 && entity.number !== 0 && number !== entity.number) return false;
  if (gender === 0) return true;
  if (entity.gender !== 0) return gender === entity.gender;
  return isPersonal(entity.sort) === (gender !== GENDER.thing);
}

/** "Smith said he …": a person's words about himself. */
export function isHim({ gender }: Mention, { sort, gender: own, number, noun }: Entity): boolean {
  if (gender !== GENDER.male && gender !== GENDER.female) return false;
  return (
    (sort === PERSON || (sort === 0 && noun?.isHuman === true)) &&
    number !== NUMBER.many &&
    (own === gender || own === GENDER.unknown)
  );
}

/** A person is neither an organisation, nor several people, nor somebody whose name has no word in common with his. */
function isOfOtherKind(mention: Mention, entity: Entity): boolean {
  const { kind, sort, words, word, number } = mention;
  const { name, heads, fullest } = entity;
  if (name === null || name.sort !== PERSON || name.number !== NUMBER.one) return false;
  if (kind === 'name' && sort === PERSON && isNamesake(mention, entity)) return true;
  if (heads.includes(word)) return false;
  if (kind === 'group' || number === NUMBER.many) return true;
  const isStrange = kind === 'name' && !words.some(isIn(entity));
  return isStrange && (sort === ORGANISATION || sort === PERSON || (fullest !== null && sort === PROPER));
}

/** "Bill Clinton" is not "Hillary Clinton", nor "Mr. Clinton" she. */
function isNamesake({ given, gender }: Mention, { gender: own, fullest }: Entity): boolean {
  if (given !== 0 && fullest !== null && fullest.given !== 0 && fullest.given !== given) return true;
  return gender !== GENDER.unknown && own !== GENDER.unknown && own !== GENDER.thing && gender !== own;
}

function isIn({ heads, words }: Entity): (word: number) => boolean {
  return (word) => heads.includes(word) || words.includes(word);
}

/** "Through a spokesman, he declined": a pronoun and a noun that are parts of one verb are two. */
function isBeside({ over, isReflexive, isPossessive }: Mention, other: Mention): boolean {
  if (isReflexive || isPossessive || other.isPronoun) return false;
  return over >= 0 && other.over === over && other.isObject;
}

/** The numbers of "it" and "they" among the forms of pronouns. */
const IT = 6;
export const THEY = 7;

/** "I" of the report itself, neither quoted nor in a turn of an interview: who writes, and nobody that is written of. */
function isAuthor({ person, quote, turn }: Mention): boolean {
  return person === 1 && quote < 0 && turn === TURN.telling;
}

function isPersonal(sort: number): boolean {
  return sort === 0 || sort === PERSON || sort === PROPER;
}
