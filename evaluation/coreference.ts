import type { Timed } from '../src/document/document.js';
import { RapporteurError } from '../src/errors.js';
import { goldChains, keyOf } from './coreference-gold.js';
import { addCounts, bCubed, type Chains, type Counts, ceafe, muc } from './coreference-score.js';
import { linkedTexts } from './linked-texts.js';
import type { Scores, Task } from './task.js';

/**
 * Who is who: chains of mentions against GUM's, by MUC, B³ and CEAFe as the CoNLL reference scorer counts them.
 * Tokens and sentences are gold; tags, trees, names, mentions and chains are ours.
 */
export const coreference: Task = {
  name: 'coreference',
  takes: 'a CoNLL-U file of GUM',
  run: (path, { engine, folds, errors }) => {
    const texts = linkedTexts(path, engine().model, folds).map(({ gold, doc }) => ({
      id: gold.id,
      doc,
      chains: goldChains(gold),
      found: doc.chains.map(({ mentions }) => mentions.map(keyOf)),
    }));
    if (texts.every(({ chains }) => chains.length === 0))
      throw new RapporteurError('evaluation.gold', `No chain of two mentions or more in ${path}.`);
    if (errors) for (const text of texts) complain(text.id, text.doc, text.chains, text.found);
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
