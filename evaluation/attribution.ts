import type { Document } from '../src/document/document.js';
import type { TokenRange } from '../src/document/span.js';
import { reportFromText } from '../src/intake/index.js';
import { analyseReport, type Engine } from '../src/pipeline.js';
import { type Attribution, findAttributions } from '../src/reading/statements/find-attributions.js';
import { type GoldReport, readAttributionGold } from './attribution-gold.js';
import {
  align,
  type GoldTokens,
  type ScoredText,
  scoreAttributions,
  type TokenAttribution,
} from './attribution-score.js';
import { goldTokens } from './attribution-tokens.js';
import type { Scores, Task } from './task.js';

export const attribution: Task = {
  name: 'attribution',
  takes: 'a folder with text/ and attributions/ (brat standoff, PolNeAR)',
  run: (path, { engine, errors }) => run(path, engine(), errors),
};

function run(path: string, engine: Engine, errors: boolean): Scores {
  const texts = readAttributionGold(path).map((gold) => {
    const doc = analyseGold(gold, engine);
    const found = findAttributions(doc).map(toSets);
    const text = { gold: goldTokens(doc, gold.attributions), found, edge: edgeOf(doc) };
    if (errors) printErrors(gold.name, doc, text);
    return text;
  });
  return scoreAttributions(texts);
}

/** The analysis of a gold text, whose characters must stay what the annotators counted. */
export function analyseGold(gold: GoldReport, engine: Engine): Document {
  return analyseReport({ ...reportFromText(gold.text), text: gold.text }, engine);
}

function toSets(one: Attribution): TokenAttribution {
  return { source: new Set(one.source), cue: new Set(range(one.cue)), content: new Set(one.content) };
}

function range({ from, to }: TokenRange): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function edgeOf(doc: Document): (token: number) => boolean {
  return (token) => /^["'`“”‘’,.;:!?\-–—―()[\]{}…]+$/u.test(doc.tokens[token]!.text);
}

function printErrors(name: string, doc: Document, text: ScoredText): void {
  const pairs = align(text.gold, text.found);
  const words = (tokens: ReadonlySet<number>) =>
    [...tokens]
      .sort((a, b) => a - b)
      .map((token) => doc.tokens[token]!.text)
      .join(' ');
  const tell = (label: string, one: TokenAttribution) =>
    console.error(`${name}: ${label} [${words(one.source)}] <${words(one.cue)}> {${words(one.content)}}`);
  text.gold.forEach((one: GoldTokens, index) => {
    const pair = pairs.find((other) => other.gold === index);
    if (pair === undefined) tell('missed', one);
    else if (!overlapAll(one, text.found[pair.found]!)) {
      tell('gold', one);
      tell('  as', text.found[pair.found]!);
    }
  });
  text.found.forEach((one, index) => {
    if (!pairs.some((pair) => pair.found === index)) tell('spurious', one);
  });
}

function overlapAll(gold: TokenAttribution, found: TokenAttribution): boolean {
  const share = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].some((token) => b.has(token));
  return (
    share(gold.content, found.content) &&
    (share(gold.source, found.source) || gold.source.size + found.source.size === 0)
  );
}
