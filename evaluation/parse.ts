import type { Parsed, Tagged, Tokenised } from '../src/document/document.js';
import { parse as parseStage, tag, tokenise } from '../src/language/index.js';
import type { LanguageModel } from '../src/language/model.js';
import { lemmatise } from '../src/language/tagging/lemmatise.js';
import { documentFromConllu, readConllu, reportOf } from './conllu.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

export const parse: Task = {
  name: 'parse',
  takes: 'a CoNLL-U file',
  run: (path, { engine, errors }) => {
    const golds = readConllu(path).map(documentFromConllu);
    const { model } = engine();
    const counts = makeCounts();
    for (const gold of golds) {
      countWords(gold, model, counts, errors);
      countRaw(gold, model, counts, errors);
    }
    return scoresOf(counts);
  },
};

/** Scores of tokens and sentences alone, which need no model. */
export const segmentation: Task = {
  name: 'segmentation',
  takes: 'a CoNLL-U file',
  run: (path, { errors }) => {
    const counts = makeCounts();
    for (const document of readConllu(path)) {
      const gold = documentFromConllu(document);
      counts.rows += gold.tokens.length;
      counts.sentences += gold.sentences.length;
      counts.lemmasOfGoldTags += lemmasRight(gold);
      countSpans(gold, tokenise.run({ report: reportOf(document) }, undefined), counts, errors);
    }
    const { rows, sentences, tokenF1, sentenceF1 } = scoresOf(counts);
    return {
      rows,
      sentences,
      tokenF1,
      sentenceF1,
      lemmasOfGoldTags: percent(counts.lemmasOfGoldTags, counts.rows, 2),
    };
  },
};

interface Counts {
  rows: number;
  sentences: number;
  upos: number;
  xpos: number;
  lemmas: number;
  lemmasOfGoldTags: number;
  heads: number;
  arcs: number;
  rawTokens: number;
  rawSentences: number;
  sameTokens: number;
  sameSentences: number;
  rawArcs: number;
}

function makeCounts(): Counts {
  return {
    rows: 0,
    sentences: 0,
    upos: 0,
    xpos: 0,
    lemmas: 0,
    lemmasOfGoldTags: 0,
    heads: 0,
    arcs: 0,
    rawTokens: 0,
    rawSentences: 0,
    sameTokens: 0,
    sameSentences: 0,
    rawArcs: 0,
  };
}

function scoresOf(counts: Counts): Scores {
  const { rows, sentences, rawTokens } = counts;
  return {
    rows,
    sentences,
    upos: percent(counts.upos, rows, 2),
    xpos: percent(counts.xpos, rows, 2),
    lemmas: percent(counts.lemmas, rows, 2),
    lemmasOfGoldTags: percent(counts.lemmasOfGoldTags, rows, 2),
    uas: percent(counts.heads, rows, 2),
    las: percent(counts.arcs, rows, 2),
    tokenF1: percent(2 * counts.sameTokens, rows + rawTokens, 2),
    sentenceF1: percent(2 * counts.sameSentences, sentences + counts.rawSentences, 2),
    rawLas: percent(2 * counts.rawArcs, rows + rawTokens, 2),
  };
}

/** **Shape** one decimal place is for people; two are kept, so that small steps show. */
/** Gold words and sentences, everything above them predicted. Relations count with their subtypes, marks count too. */
function countWords(gold: Parsed, model: LanguageModel, counts: Counts, errors: boolean) {
  const { report, tokens, sentences, quotes } = gold;
  const bare: Tokenised = { report, tokens, sentences, quotes };
  const found = parseStage.run(tag.run(bare, model), model);
  counts.rows += tokens.length;
  counts.sentences += sentences.length;
  counts.lemmasOfGoldTags += lemmasRight(gold);
  for (const { index, text, sentence } of tokens) {
    counts.upos += Number(found.upos[index] === gold.upos[index]);
    counts.xpos += Number(found.xpos[index] === gold.xpos[index]);
    counts.lemmas += Number(found.lemmas[index] === gold.lemmas[index]);
    const sameHead = found.tree.heads[index] === gold.tree.heads[index];
    const sameArc = sameHead && found.tree.relations[index] === gold.tree.relations[index];
    counts.heads += Number(sameHead);
    counts.arcs += Number(sameArc);
    if (errors && !sameArc) {
      console.error(`arc\t${sentence}\t${text}\t${arc(gold, index)}\t${arc(found, index)}`);
    }
  }
}

function arc(doc: Parsed, index: number): string {
  const head = doc.tree.heads[index]!;
  return `${doc.tree.relations[index]} < ${doc.tokens[head]?.text ?? 'ROOT'}`;
}

function lemmasRight({ tokens, upos, xpos, lemmas }: Tagged): number {
  return tokens.filter(({ index, text }) => lemmatise(text, upos[index]!, xpos[index]!) === lemmas[index])
    .length;
}

function countRaw(gold: Parsed, model: LanguageModel, counts: Counts, errors: boolean) {
  const found = parseStage.run(tag.run(tokenise.run({ report: gold.report }, undefined), model), model);
  const twins = countSpans(gold, found, counts, errors);
  for (const [index, twin] of twins) {
    const head = found.tree.heads[index]!;
    const goldHead = gold.tree.heads[twin]!;
    const sameHead = head < 0 ? goldHead < 0 : twins.get(head) === goldHead;
    if (sameHead && found.tree.relations[index] === gold.tree.relations[twin]) counts.rawArcs += 1;
  }
}

/** Counts tokens and sentences that cut the same characters; answers with the gold twin of each such token. */
function countSpans(gold: Parsed, found: Tokenised, counts: Counts, errors: boolean): Map<number, number> {
  const twins = new Map<number, number>();
  const wanted = new Map(gold.tokens.map((token) => [`${token.start}-${token.end}`, token.index]));
  for (const token of found.tokens) {
    const twin = wanted.get(`${token.start}-${token.end}`);
    if (twin !== undefined) twins.set(token.index, twin);
  }
  const spans = new Set(gold.sentences.map((sentence) => `${sentence.start}-${sentence.end}`));
  const same = found.sentences.filter((sentence) => spans.has(`${sentence.start}-${sentence.end}`));
  counts.rawTokens += found.tokens.length;
  counts.rawSentences += found.sentences.length;
  counts.sameTokens += twins.size;
  counts.sameSentences += same.length;
  if (errors) printSpans(gold, found, twins);
  return twins;
}

function printSpans(gold: Parsed, found: Tokenised, twins: ReadonlyMap<number, number>) {
  const { text } = gold.report;
  const reached = new Set(twins.values());
  for (const token of gold.tokens) {
    if (reached.has(token.index)) continue;
    const ours = found.tokens.filter((one) => one.start < token.end && token.start < one.end);
    console.error(`token\t${token.text}\t${ours.map((one) => one.text).join(' ')}`);
  }
  const goldEnds = new Set(gold.sentences.map((sentence) => sentence.end));
  const foundEnds = new Set(found.sentences.map((sentence) => sentence.end));
  const around = (end: number) =>
    `${text.slice(Math.max(0, end - 40), end)} ¦ ${text.slice(end, end + 40)}`.replace(/\s+/gu, ' ');
  for (const end of goldEnds) if (!foundEnds.has(end)) console.error(`joined\t${around(end)}`);
  for (const end of foundEnds) if (!goldEnds.has(end)) console.error(`cut\t${around(end)}`);
}
