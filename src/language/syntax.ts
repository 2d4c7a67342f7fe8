import { readFileSync } from 'node:fs';
import type { Tokenised } from '../document/document.js';
import { RapporteurError } from '../errors.js';
import { packagePath } from '../package-root.js';
import { type EncoderWeights, readEncoder } from './encoding/encoder-weights.js';
import { Network } from './encoding/network.js';
import { unpackTensors } from './encoding/tensor-file.js';
import { makeHeadlineWords } from './headlines/known-words.js';
import type { HeadlineReader } from './headlines/read-clause.js';
import { readHeadline } from './headlines/read-headline.js';
import type { Kernel } from './kernel/kernel.js';
import { makeKernel } from './kernel/wasm.js';
import { type Analysis, parseSentences, weighSentences } from './parsing/parse-words.js';

/** Tags and trees of a document, one analysis a sentence. Numbers are explained by `tagNames`, `relationNames`. */
export interface SyntaxModel {
  readonly tagNames: readonly string[];
  readonly relationNames: readonly string[];
  /**
   * The analyses of a document's sentences. Worked out once a document, since tags and trees come from one encoding;
   * remembered only as long as the document's tokens are.
   */
  readonly analyse: (doc: Tokenised) => readonly Analysis[];
  /** What headlines are read with. */
  readonly headlines: HeadlineReader;
}

/** **Units** words. What is longer is no headline, whatever it was taken for. */
const LONGEST_HEADLINE = 40;

/** Loads the models of tags and trees. **Errors** `model.missing`, `model.malformed`. */
export function loadSyntaxModel(kernel: (size: number) => Kernel = makeKernel): SyntaxModel {
  const weights = readEncoder(unpackTensors(readModel('parser.bin'), 'models/syntax/parser.bin'));
  return makeSyntaxModel(weights, kernel);
}

/** A model from its parts, for training and tests as for use. */
export function makeSyntaxModel(weights: EncoderWeights, kernel: (size: number) => Kernel): SyntaxModel {
  const network = new Network(weights, kernel);
  const { tags, relations } = weights;
  const tagIds = new Map(tags.map((name, index) => [name, index]));
  const reader: HeadlineReader = {
    tagNames: tags,
    relationNames: relations,
    known: makeHeadlineWords(weights.seenAs),
    weigh: (sentences) =>
      weighSentences(
        sentences.map(({ words, forced }) => ({
          words,
          tags: new Map([...forced].map(([at, name]) => [at, tagIds.get(name)!])),
        })),
        network,
        weights,
      ),
  };
  const known = new WeakMap<Tokenised['tokens'], readonly Analysis[]>();
  const analyse = (doc: Tokenised) => {
    let analyses = known.get(doc.tokens);
    if (analyses === undefined) {
      const sentences = doc.sentences.map(({ from, to, kind }) => {
        const words = doc.tokens.slice(from, to).map((token) => token.text);
        return { words, isHeadline: kind === 'headline' && words.length <= LONGEST_HEADLINE };
      });
      const parsed = parseSentences(
        sentences.map(({ words }) => words),
        network,
        weights,
      );
      analyses = sentences.map(({ words, isHeadline }, at) =>
        isHeadline ? { ...parsed[at]!, ...readHeadline(words, reader) } : parsed[at]!,
      );
      known.set(doc.tokens, analyses);
    }
    return analyses;
  };
  return { tagNames: tags, relationNames: relations, analyse, headlines: reader };
}

function readModel(name: string): Uint8Array {
  const path = packagePath('models', 'syntax', name);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new RapporteurError(
      'model.missing',
      `There is no model at ${path}. Restore it from the package, or make it as training/README.md says.`,
      { cause },
    );
  }
}
