import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import { phraseCore, trim } from '../actors/phrase.js';
import { type ActorMention, type Cast, LONGEST } from '../cast.js';
import { countedIn, prepositionOf } from './noun-phrases.js';

/** Who or whose a thing is: what stands behind these words takes part by the whole phrase. */
const BONDS = new Set(['nmod:poss', 'amod', 'compound', 'nmod:unmarked', 'nmod:desc']);

/** Classes of things that stand for whoever they belong to, wherever that is said. */
const STANDING_IN = ['person', 'area', 'structure', 'troop', 'army', 'envoy', 'vessel'];
const TYING = new Set(['of', 'by', 'from', 'in', 'at', 'near']);

/** How many things may stand between a party and the event: "the decision of the court of Norway". */
const FARTHEST = 3;

/**
 * The whole phrase by which somebody takes part in an event: "Chinese goods" where it is China that they are taxed
 * against, "dozens of demonstrators", "the minister's offer". The word that tells the event ends it.
 */
export function partyPhrase(
  doc: Document,
  cast: Cast,
  mention: ActorMention,
  event: number,
  codebook: Codebook,
): TokenRange {
  const { head, from, to } = namedInstead(doc, cast, mention);
  let range = { from, to };
  let at = head;
  for (let steps = 0; steps < FARTHEST; steps++) {
    const above = doc.tree.heads[at]!;
    if (above < 0 || above === event || !isThing(doc, above) || !isTied(doc, at, above, codebook)) break;
    const core = phraseCore(doc, above);
    const whole = { from: Math.min(core.from, range.from), to: Math.max(core.to, range.to) };
    if (whole.to - whole.from > LONGEST || (whole.from <= event && event < whole.to)) break;
    range = trim(doc, whole, above);
    at = above;
  }
  return range;
}

/** A pronoun's name, where it stands before it in the same sentence: "Chile says that it will pay". */
function namedInstead(doc: Document, cast: Cast, mention: ActorMention): ActorMention {
  if (mention.kind !== 'pronoun' || mention.actors.length !== 1) return mention;
  const reference = doc.references.find(({ head }) => head === mention.head);
  const named = reference?.antecedent == null ? undefined : cast.at(reference.antecedent);
  const isHere =
    named !== undefined &&
    named.head < mention.head &&
    doc.tokens[named.head]!.sentence === doc.tokens[mention.head]!.sentence &&
    named.actors[0]?.name === mention.actors[0]!.name;
  return isHere ? named : mention;
}

function isThing(doc: Document, token: number): boolean {
  return /^(?:NOUN|PROPN|NUM)$/.test(doc.upos[token]!);
}

function isTied(doc: Document, token: number, above: number, codebook: Codebook): boolean {
  const relation = doc.tree.relations[token]!;
  if (BONDS.has(relation)) return true;
  if (!relation.startsWith('nmod')) return false;
  const preposition = prepositionOf(doc, token);
  if (preposition === 'of' && countedIn(doc, above) === token) return true;
  const lemma = doc.lemmas[above]!.toLowerCase();
  return TYING.has(preposition) && STANDING_IN.some((name) => codebook.classes.get(name)?.has(lemma));
}
