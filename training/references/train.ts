/**
 * Trains the model that links mentions into chains and writes it to `models/references/`.
 *
 *     node dist/training/references/train.js GUM-TRAIN.conllu [GUM-DEV.conllu]
 *
 * Each mention chooses among the entities that its own earlier choices made, or somebody new; the loss is that of a
 * softmax whose right answers are all entities last told of by a mention of the same chain, and which minds a missed
 * link most (Durrett and Klein 2013). AdaGrad; the weights are averaged. Tags, trees, names and mentions are our own,
 * as when it is used. The seed is fixed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readConllu } from '../../evaluation/conllu.js';
import { goldChains, keyOf, scoreChains, timedFromConllu } from '../../evaluation/coreference.js';
import { loadLanguageModel } from '../../src/language/index.js';
import { chooseByModel, sumOf } from '../../src/language/references/choose-by-model.js';
import { describeMentions } from '../../src/language/references/describe-mentions.js';
import { findInterviewee } from '../../src/language/references/find-interviewee.js';
import { findMentions } from '../../src/language/references/find-mentions.js';
import {
  type Features,
  makeFeatures,
  newFeatures,
  pairFeatures,
  ROWS,
} from '../../src/language/references/link-features.js';
import { type Choose, linkMentions } from '../../src/language/references/link-mentions.js';
import type { Mention } from '../../src/language/references/mention.js';
import { decodeReferenceModel, encodeReferenceModel } from '../../src/language/references/reference-model.js';
import { packagePath } from '../../src/package-root.js';

const EPOCHS = 3;
const RATE = 0.1;
/** What a false link, a missed link and a link to the wrong entity cost. */
const FALSE_LINK = 0.1;
const MISSED_LINK = 3;
const WRONG_LINK = 2;
/** Share of features left out at random, and of choices that follow the right answer and not the guess. */
const DROPPED = 0.3;
const LED = 0.3;
/** **Units** documents; the weights are averaged over about as many. */
const AVERAGED = 250;
const MOST_CANDIDATES = 120;

interface Text {
  readonly id: string;
  readonly mentions: readonly Mention[];
  readonly interviewee: Mention | null;
  readonly chains: readonly (readonly string[])[];
  readonly goldOf: Int32Array;
}

const [path, devPath] = process.argv.slice(2);
if (path === undefined) throw new Error('Give the path of a CoNLL-U file with GUM entities.');
const language = loadLanguageModel();
const texts = prepare(path);
const dev = devPath === undefined ? [] : prepare(devPath);
const weights = train(texts);
const packed = encodeReferenceModel(weights);
mkdirSync(packagePath('models', 'references'), { recursive: true });
writeFileSync(packagePath('models', 'references', 'links.bin'), packed);
console.log('packed:', report(dev, decodeReferenceModel(packed)));

function prepare(file: string): Text[] {
  return readConllu(file).map((gold) => {
    const doc = timedFromConllu(gold, language);
    const mentions = describeMentions(doc, findMentions(doc));
    const chains = goldChains(gold);
    const owners = new Map(chains.flatMap((chain, index) => chain.map((key) => [key, index] as const)));
    const interviewee = findInterviewee(doc, mentions);
    return {
      id: gold.id,
      mentions,
      interviewee,
      chains,
      goldOf: Int32Array.from(mentions, (one) => owners.get(keyOf(one)) ?? -1),
    };
  });
}

function train(all: readonly Text[]): Float32Array {
  const random = seeded(11);
  const weight = new Float32Array(ROWS);
  const squares = new Float32Array(ROWS).fill(1e-6);
  const mean = new Float32Array(ROWS);
  const pool = Array.from({ length: MOST_CANDIDATES }, makeFeatures);
  let steps = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { mentions, interviewee, goldOf } of shuffled(all, random)) {
      linkMentions(mentions, interviewee, (mention, candidates, { isSettled }) => {
        if (isSettled) return 0;
        const gold = goldOf[mention.index]!;
        const size = candidates.length;
        newFeatures(pool[size]!, mention, candidates);
        for (const [at, candidate] of candidates.entries()) pairFeatures(pool[at]!, mention, candidate);
        const right = candidates.map(({ entity }) => gold >= 0 && goldOf[entity.last.index] === gold);
        const isLinked = right.includes(true);
        right.push(!isLinked);
        for (let at = 0; at <= size; at++) drop(pool[at]!, random);
        const scores = right.map((_, at) => sumOf(weight, pool[at]!));
        const guess = scores.indexOf(Math.max(...scores));
        const costly = scores.map((score, at) =>
          right[at] ? score : score + (at === size ? MISSED_LINK : isLinked ? WRONG_LINK : FALSE_LINK),
        );
        const most = Math.max(...costly);
        const odds = costly.map((score) => Math.exp(score - most));
        const sum = odds.reduce((a, b) => a + b, 0);
        const good = odds.reduce((total, odd, at) => total + (right[at] ? odd : 0), 0);
        odds.forEach((odd, at) => {
          const gradient = (right[at] ? odd / Math.max(good, 1e-30) : 0) - odd / sum;
          if (Math.abs(gradient) < 1e-4) return;
          const { at: rows, size: count } = pool[at]!;
          for (let one = 0; one < count; one++) {
            const row = rows[one]!;
            squares[row]! += gradient * gradient;
            weight[row]! += (RATE * gradient) / Math.sqrt(squares[row]!);
          }
        });
        const follow = epoch === 0 || random() < LED ? right.indexOf(true) : guess;
        return follow === size ? -1 : follow;
      });
      steps++;
      const share = Math.max(1 / steps, 1 / AVERAGED);
      for (let row = 0; row < ROWS; row++) mean[row]! += share * (weight[row]! - mean[row]!);
    }
    if (dev.length > 0) console.log(`epoch ${epoch}:`, report(dev, { weights: mean, scale: 1 }));
  }
  return mean;
}

function drop(features: Features, random: () => number): void {
  let kept = 0;
  for (let one = 0; one < features.size; one++)
    if (random() >= DROPPED) features.at[kept++] = features.at[one]!;
  features.size = kept;
}

function report(some: readonly Text[], model: Parameters<typeof chooseByModel>[0]): string {
  if (some.length === 0) return '';
  const scores = scoreChains(
    some.map(({ mentions, interviewee, chains }) => {
      const choose: Choose = chooseByModel(model);
      const { entityOf, entities } = linkMentions(mentions, interviewee, choose);
      const found = entities.map((): string[] => []);
      for (const [index, entity] of entityOf.entries()) found[entity.index]!.push(keyOf(mentions[index]!));
      return { chains, found: found.filter((chain) => chain.length > 1) };
    }),
  );
  return JSON.stringify(scores);
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other]!, copy[at]!];
  }
  return copy;
}

/** **Source** Mulberry32, Tommy Ettinger 2017. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
