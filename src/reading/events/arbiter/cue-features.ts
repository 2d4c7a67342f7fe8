import type {
  Codebook,
  NounFrame,
  ObliqueCondition,
  PredicateFrame,
  VerbFrame,
} from '../../../registry/codebook/codebook.js';
import { add, type FeatureBag, note } from './feature-bag.js';
import type { PairView } from './pair-view.js';

/** A frame of the codebook whose words stand near each other, whatever the tree says. */
interface Match {
  readonly place: number;
  readonly id: string;
  readonly type: string;
  readonly weight: number;
}

/** How many words behind a verb its object, its particle, its preposition or its clause may stand. */
const OBJECT = 7;
const PARTICLE = 4;
const PREPOSITION = 9;
const CLAUSE = 5;

/**
 * Which types the codebook's words point to, wherever in the sentence they stand: a second witness that needs no tree.
 *
 * Of the frames that begin at a word only the narrowest count in full.
 */
export function cueFeatures(view: PairView, codebook: Codebook): FeatureBag {
  const bag: FeatureBag = new Map();
  const matches = matchesOf(view, codebook);
  const best = new Map<number, number>();
  for (const { place, weight } of matches) best.set(place, Math.max(best.get(place) ?? 0, weight));
  for (const { place, id, type, weight } of matches) {
    const isNarrowest = weight === best.get(place);
    add(bag, type, isNarrowest ? 0.5 : 0.2);
    if (isNarrowest) note(bag, id, 0.5);
  }
  for (const [name, value] of bag) if (value > 2) bag.set(name, 2 + Math.log(value - 1));
  return bag;
}

function matchesOf(view: PairView, codebook: Codebook): Match[] {
  const { doc, words } = view;
  const found: Match[] = [];
  for (let place = 0; place < words.length; place++) {
    const { word, token } = words[place]!;
    if (token === null) continue;
    const isNoun = doc.upos[token] === 'NOUN' || doc.upos[token] === 'PROPN';
    const verbs = codebook.verbs.get(word) ?? [];
    const nouns = codebook.nouns.get(word) ?? [];
    const frames = isNoun
      ? [...nouns, ...(nouns.length === 0 ? verbs : [])]
      : [...verbs, ...(verbs.length === 0 ? nouns : [])];
    for (const frame of frames) {
      const weight = 'clause' in frame ? verbWeight(view, place, frame) : nounWeight(view, place, frame);
      if (weight !== undefined) found.push({ place, id: frame.id, type: frame.type, weight });
    }
    const form = doc.tokens[token]!.text.toLowerCase();
    for (const frame of codebook.predicates.get(form) ?? codebook.predicates.get(word) ?? []) {
      const weight = predicateWeight(view, place, frame);
      if (weight !== undefined) found.push({ place, id: frame.id, type: frame.type, weight });
    }
  }
  return found;
}

function verbWeight(view: PairView, place: number, frame: VerbFrame): number | undefined {
  let weight = 1;
  const { particle, object, oblique, clause } = frame;
  if (particle !== null) {
    if (!near(view, place, PARTICLE, (word) => word === particle)) return undefined;
    weight++;
  }
  if (object !== null) {
    const isObject = (word: string) => object.has(word);
    const isThere = near(view, place, OBJECT, isObject) || near(view, place, -OBJECT, isObject);
    if (!isThere) return undefined;
    weight++;
  }
  if (oblique !== null) {
    if (!hasOblique(view, place, oblique)) return undefined;
    weight++;
  }
  if (clause !== null) {
    const { kind, words } = clause;
    if (kind !== 'ing' && !near(view, place, CLAUSE, (word) => word === kind)) return undefined;
    if (words !== null && !near(view, place, OBJECT, (word) => words.has(word))) return undefined;
    weight += words === null ? 1 : 2;
  }
  return weight;
}

function predicateWeight(
  view: PairView,
  place: number,
  { preposition, oblique }: PredicateFrame,
): number | undefined {
  let weight = 1;
  if (preposition !== null) {
    if (!near(view, place, -2, (word) => word === preposition)) return undefined;
    weight++;
  }
  if (oblique !== null) {
    if (!hasOblique(view, place, oblique)) return undefined;
    weight++;
  }
  // A noun that asks for nothing tells what its own frames say.
  return weight > 1 ? weight : undefined;
}

function nounWeight(view: PairView, place: number, { modifier, oblique }: NounFrame): number | undefined {
  let weight = 1;
  if (modifier !== null) {
    if (!near(view, place, -3, (word) => modifier.has(word))) return undefined;
    weight++;
  }
  if (oblique !== null) {
    if (!hasOblique(view, place, oblique)) return undefined;
    weight++;
  }
  return weight;
}

function hasOblique(view: PairView, place: number, { preposition, words }: ObliqueCondition): boolean {
  for (let at = place + 1; at < view.words.length && at <= place + PREPOSITION; at++) {
    const { word } = view.words[at]!;
    if (word === '.' || word === ';') return false;
    if (word !== preposition) continue;
    if (words === null || near(view, at, 5, (one) => words.has(one))) return true;
  }
  return false;
}

/** Whether a word stands within some words behind a place, or, of a negative count, before it; not past a full stop. */
function near({ words }: PairView, place: number, count: number, is: (word: string) => boolean): boolean {
  const step = Math.sign(count);
  for (
    let at = place + step;
    at >= 0 && at < words.length && Math.abs(at - place) <= Math.abs(count);
    at += step
  ) {
    const { word } = words[at]!;
    if (word === '.' || word === ';') return false;
    if (is(word)) return true;
  }
  return false;
}
