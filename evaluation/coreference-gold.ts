import type { Timed } from '../src/document/document.js';
import {
  dateByDateline,
  findNames,
  findTimes,
  type LanguageModel,
  parse,
  tag,
} from '../src/language/index.js';
import { documentFromConllu, type GoldDocument } from './conllu.js';
import { mentionsOf } from './entity-gold.js';

/** A treebank's text with gold tokens and sentences, analysed by our own models up to its times. */
export function timedFromConllu(gold: GoldDocument, model: LanguageModel): Timed {
  const tokenised = dateByDateline.run(documentFromConllu(gold), undefined);
  const parsed = parse.run(tag.run(tokenised, model), model);
  return findTimes.run(findNames.run(parsed, model), undefined);
}

/**
 * GUM's chains: mentions with one number. Bridging and split antecedents stand in keys of their own and are no
 * identity; of two mentions with the same words the first counts; chains of one are left out.
 */
export function goldChains(gold: GoldDocument): string[][] {
  const chains = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const mention of mentionsOf(gold)) {
    const key = keyOf(mention);
    if (seen.has(key)) continue;
    seen.add(key);
    chains.set(mention.entity, [...(chains.get(mention.entity) ?? []), key]);
  }
  return [...chains.values()].filter((chain) => chain.length > 1);
}

export function keyOf({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${from} ${to}`;
}
