import type { Name, Reference, Timed } from '../../document/document.js';
import type { Watch } from './choose-by-model.js';
import { isEmptyIt } from './empty-it.js';
import type { Entity } from './entity.js';
import type { Candidate } from './link-mentions.js';
import { GENDER, type Mention } from './mention.js';
import { nounClass, type PronounDemand, pronounDemand } from './reference-words.js';
import { ORGANISATION, PERSON, PLACE, PROPER } from './sorts.js';

/** Writes down references while mentions are linked. */
export interface Reader {
  readonly references: Reference[];
  readonly watch: Watch;
}

/** A likelihood below which it stays open what a pronoun, or a description, stands for. **Units** 0–1 */
const SURE_PRONOUN = 0.6;
const SURE_THING = 0.5;
const SURE_DESCRIPTION = 0.4;
/** What is asked for on top of it at the head of a paragraph. */
const OPENING = 0.2;
const MOST_CANDIDATES = 5;

/**
 * Reads off, from what each mention's candidates scored, what a pronoun, a surname or a description stands for: the
 * latest name of the likeliest entity, else its latest noun. Where none is likely enough it stays open.
 */
export function makeReader(doc: Timed): Reader {
  const references: Reference[] = [];
  const nameOf = new Map(doc.names.map((name) => [name.head, name]));
  const watch: Watch = (mention, candidates, scores) => {
    const reference = mention.isPronoun
      ? pronoun(doc, mention, candidates, scores)
      : mention.kind === 'name' && nameOf.has(mention.head)
        ? surname(nameOf, mention, candidates, scores)
        : mention.kind !== 'group'
          ? description(doc, mention, candidates, scores)
          : undefined;
    if (reference !== undefined) references.push(reference);
  };
  return { references, watch };
}

type NamesByHead = ReadonlyMap<number, Name>;

/** The token that says who an entity is, as far as the report has been read. */
function standFor({ name, noun }: Entity): number | null {
  return name?.named ?? noun?.head ?? null;
}

interface Ranked {
  readonly likely: readonly { readonly entity: Entity; readonly share: number }[];
}

function rank(candidates: readonly Candidate[], scores: readonly number[]): Ranked {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - most);
  const likely = candidates.map(({ entity }, at) => ({ entity, share: Math.exp(scores[at]! - most) / sum }));
  return { likely: likely.sort((a, b) => b.share - a.share) };
}

function pronoun(
  doc: Timed,
  mention: Mention,
  candidates: readonly Candidate[],
  scores: readonly number[],
): Reference | undefined {
  const isAddressed = mention.person === 2;
  const demand = isAddressed ? ADDRESSED : pronounDemand(doc.tokens[mention.head]!.text.toLowerCase());
  if (demand === undefined || (demand.who === 'thing' && isEmptyIt(doc, mention.head))) return undefined;
  const { likely } = rank(candidates, scores);
  const isPersonal = demand.who === 'male' || demand.who === 'female';
  const [first] = likely;
  const sure = demand.who === 'thing' || demand.who === 'plural' ? SURE_THING : SURE_PRONOUN;
  const goesOn = candidates.some((one) => one.entity === first?.entity && (one.turn === 1 || one.isFocus));
  const least = opensParagraph(doc, mention.head) && !(isPersonal && goesOn) ? sure + OPENING : sure;
  const isSure =
    first !== undefined && first.share >= least && !(isPersonal && hasTwin(doc, first.entity, likely));
  // "I" that is told to be "a writer" stays open until somebody is named.
  const isSpeaker = demand.who === 'speaker' && candidates.length > 1;
  const stands = isSure ? (isSpeaker ? (first.entity.name?.named ?? null) : standFor(first.entity)) : null;
  if (isAddressed && stands === null) return undefined;
  // Somebody new may be likeliest by far; whom else it could mean is still worth showing.
  const told = likely.reduce((sum, { share }) => sum + share, 0);
  return {
    from: mention.from,
    to: mention.to,
    head: mention.head,
    kind: 'pronoun',
    antecedent: stands,
    candidates:
      stands === null && demand.who !== 'speaker'
        ? candidatesOf(isPersonal ? likely.filter(({ entity }) => isSomebody(doc, entity)) : likely, told)
        : [],
  };
}

/** Whether another one that fits stands beside it in the same part of the sentence: "Smith and Brown met. He …". */
function hasTwin(doc: Timed, { last }: Entity, likely: Ranked['likely']): boolean {
  return likely.some(
    ({ entity }) =>
      isSomebody(doc, entity) &&
      entity.last !== last &&
      entity.last.kind !== 'group' &&
      (entity.last.over === last.head || last.over === entity.last.head) &&
      entity.last.isSubject &&
      last.isSubject,
  );
}

/**
 * Whether it is a person, as far as is known. A title before a name is none beside whom it is the title of, nor is an
 * unknown name that only narrows another down ("U.S. envoy").
 */
function isSomebody(doc: Timed, { sort, gender, name }: Entity): boolean {
  const relation = name === null ? '' : doc.tree.relations[name.head]!;
  if (relation === 'nmod:desc') return false;
  if (gender === GENDER.male || gender === GENDER.female || sort === PERSON) return true;
  return sort === PROPER && !NARROWING.has(relation);
}

const NARROWING = new Set(['compound', 'nmod:poss', 'amod']);

const ADDRESSED: PronounDemand = { who: 'speaker', reflexive: false };

/** Reports are cut and stitched between paragraphs: the first word of one must have its owner close by. */
function opensParagraph(doc: Timed, token: number): boolean {
  const sentence = doc.sentences[doc.tokens[token]!.sentence]!;
  return token === sentence.from && doc.sentences[sentence.index - 1]?.paragraph !== sentence.paragraph;
}

/** Those that come near, best first: a share of `whole` is asked for. */
function candidatesOf(likely: Ranked['likely'], whole: number): number[] {
  const heads: number[] = [];
  for (const { entity, share } of likely) {
    const stands = standFor(entity);
    if (stands !== null && share > FAINT * whole && heads.length < MOST_CANDIDATES) heads.push(stands);
  }
  return heads;
}

const FAINT = 0.03;

/** "Tillerson" after "Rex Tillerson". */
function surname(
  nameOf: NamesByHead,
  mention: Mention,
  candidates: readonly Candidate[],
  scores: readonly number[],
): Reference | undefined {
  if (mention.words.length !== 1 || mention.sort !== 1) return undefined;
  const [first] = rank(candidates, scores).likely;
  const name = first === undefined || first.share < SURE_PRONOUN ? null : first.entity.fullest;
  if (name === null || name.words.length < 2 || name.words.at(-1) !== mention.word) return undefined;
  const { head } = mention;
  const own = nameOf.get(head);
  return {
    from: own?.from ?? head,
    to: own?.to ?? head + 1,
    head,
    kind: 'surname',
    antecedent: name.named,
    candidates: [],
  };
}

function description(
  doc: Timed,
  mention: Mention,
  candidates: readonly Candidate[],
  scores: readonly number[],
): Reference | undefined {
  const { head, from } = mention;
  const opening = doc.tokens[from]!.text;
  if (from === head || !/^(?:the|this|that|both|these|those)$/i.test(opening)) return undefined;
  if (nounClass(doc.lemmas[head]!) === undefined) return undefined;
  const { likely } = rank(candidates, scores);
  const bare = { from, to: head + 1, head, kind: 'description' } as const;
  const pair = pairOf(doc, mention, candidates);
  if (pair !== undefined) return { ...bare, antecedent: null, candidates: pair };
  const [first] = likely;
  const stands =
    first !== undefined && first.share >= SURE_DESCRIPTION
      ? isOutshone(mention, first.entity, candidates)
        ? null
        : standFor(first.entity)
      : placeFor(doc, mention, candidates);
  if (stands !== null) return { ...bare, antecedent: stands, candidates: [] };
  const open = candidatesOf(likely, 1);
  return open.length === 0 ? undefined : { ...bare, antecedent: null, candidates: open };
}

/**
 * "The country": the place told of last, where no other was told of in the same sentence, or it alone is a subject.
 */
function placeFor(doc: Timed, { head, words }: Mention, candidates: readonly Candidate[]): number | null {
  const noun = nounClass(doc.lemmas[head]!);
  if (words.length > 0 || (noun !== 'land' && noun !== 'town') || doc.xpos[head] === 'NNS') return null;
  const [first, second] = candidates
    .flatMap(({ entity }) => (entity.name?.sort === PLACE ? [entity] : []))
    .sort((a, b) => b.last.index - a.last.index);
  if (first === undefined) return null;
  const isClear =
    second === undefined ||
    first.last.sentence > second.last.sentence ||
    (first.last.isSubject && !second.last.isSubject);
  return isClear ? first.name!.head : null;
}

/** Whether a place is an object beside another that acts: "Iran attacked Iraq. The country …" may be either. */
function isOutshone(mention: Mention, { sort, last }: Entity, candidates: readonly Candidate[]): boolean {
  if (sort !== PLACE || mention.words.length > 0 || last.isSubject) return false;
  return candidates.some(
    ({ entity }) =>
      entity.name?.sort === PLACE && entity.last.sentence === last.sentence && entity.last.isSubject,
  );
}

/** "The two countries", "both ministers": the two told of last, without choosing one. */
function pairOf(doc: Timed, mention: Mention, candidates: readonly Candidate[]): number[] | undefined {
  const { head, from } = mention;
  if (doc.xpos[head] !== 'NNS' || !(/^both$/i.test(doc.tokens[from]!.text) || hasTwo(doc, head)))
    return undefined;
  const noun = nounClass(doc.lemmas[head]!);
  const fits = ({ sort }: Mention) =>
    noun === 'land' || noun === 'town'
      ? sort === PLACE
      : noun === 'person'
        ? sort === PERSON
        : sort === ORGANISATION;
  const named = candidates
    .flatMap(({ entity }) => (entity.name !== null && fits(entity.name) ? [entity.name.head] : []))
    .sort((a, b) => b - a)
    .slice(0, 2);
  return named.length === 2 ? named.reverse() : undefined;
}

function hasTwo(doc: Timed, head: number): boolean {
  return (doc.tree.children[head] ?? []).some(
    (child) => doc.tree.relations[child] === 'nummod' && doc.tokens[child]!.text.toLowerCase() === 'two',
  );
}
