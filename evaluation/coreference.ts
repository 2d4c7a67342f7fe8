import type { Timed } from '../src/document/document.js';
import { RapporteurError } from '../src/errors.js';
import {
  dateByDateline,
  findNames,
  findTimes,
  type LanguageModel,
  parse,
  resolveReferences,
  tag,
} from '../src/language/index.js';
import { documentFromConllu, type GoldDocument, readConllu } from './conllu.js';
import { addCounts, bCubed, type Chains, type Counts, ceafe, muc } from './coreference-score.js';
import { mentionsOf } from './entity-gold.js';
import type { Scores, Task } from './task.js';

/**
 * Who is who: chains of mentions against GUM's, by MUC, B³ and CEAFe as the CoNLL reference scorer counts them.
 * Tokens and sentences are gold; tags, trees, names, mentions and chains are ours.
 */
export const coreference: Task = {
  name: 'coreference',
  takes: 'a CoNLL-U file of GUM',
  run: (path, { engine, errors }) => {
    const { model } = engine();
    const texts = readConllu(path).map((gold) => {
      const doc = timedFromConllu(gold, model);
      const found = resolveReferences.run(doc, undefined).chains.map(({ mentions }) => mentions.map(keyOf));
      return { gold, doc, chains: goldChains(gold), found };
    });
    if (texts.every(({ chains }) => chains.length === 0))
      throw new RapporteurError('evaluation.gold', `No chain of two mentions or more in ${path}.`);
    if (errors) for (const text of texts) complain(text.gold.id, text.doc, text.chains, text.found);
    return scoreChains(texts);
  },
};

/** The three scores, and their mean, over texts. */
export function scoreChains(texts: readonly { readonly chains: Chains; readonly found: Chains }[]): Scores {
  const scores = Object.entries({ muc, bCubed, ceafe }).map(([name, scorer]) => {
    const counts = addCounts(texts.map(({ chains, found }) => scorer(chains, found)));
    return [name, figures(counts)] as const;
  });
  const mentions = addCounts(texts.map(({ chains, found }) => mentionCounts(chains, found)));
  const mean = scores.reduce((sum, [, { f1 }]) => sum + f1, 0) / scores.length;
  return {
    ...Object.fromEntries(scores),
    mentions: figures(mentions),
    meanF1: Math.round(100 * mean) / 100,
    documents: texts.length,
  };
}

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

function mentionCounts(gold: Chains, found: Chains): Counts {
  const known = new Set(gold.flat());
  const ours = found.flat();
  const right = ours.filter((mention) => known.has(mention)).length;
  return { precision: [right, ours.length], recall: [right, known.size] };
}

function figures({ precision, recall }: Counts): { precision: number; recall: number; f1: number } {
  const [p, r] = [precision, recall].map(([part, whole]) => (whole === 0 ? 0 : (100 * part) / whole));
  const f1 = p! + r! === 0 ? 0 : (2 * p! * r!) / (p! + r!);
  return { precision: round(p!), recall: round(r!), f1: round(f1) };
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}

/** For each gold chain the pieces that we made of it, in words. */
function complain(id: string, doc: Timed, gold: Chains, found: Chains): void {
  const owners = new Map(found.flatMap((chain, index) => chain.map((mention) => [mention, index] as const)));
  const inGold = new Set(gold.flat());
  for (const chain of gold) {
    const shown = chain.map((mention) => `${wordsOf(doc, mention)}=${owners.get(mention) ?? '-'}`);
    console.error(`${id}\tchain\t${shown.join(' · ')}`);
  }
  for (const [index, chain] of found.entries()) {
    const spurious = chain.filter((mention) => !inGold.has(mention));
    if (spurious.length > 0)
      console.error(`${id}\tspurious\t${index}: ${spurious.map((one) => wordsOf(doc, one)).join(' · ')}`);
  }
}

function wordsOf(doc: Timed, key: string): string {
  const [from, to] = key.split(' ').map(Number);
  const words = doc.tokens.slice(from, to).map((token) => token.text);
  return words.length > 8 ? `${words.slice(0, 7).join(' ')} … ${words.at(-1)}` : words.join(' ');
}
