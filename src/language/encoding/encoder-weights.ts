import { RapporteurError } from '../../errors.js';
import type { FirstTagger } from '../tagging/first-tags.js';
import type { Matrix, TensorFile } from './tensor-file.js';
import { HASHED_ROWS, type Vocabulary } from './word-rows.js';

/** What is known of the network beside its weights. */
export interface EncoderMeta {
  /** Words with a row of their own, in order of their rows, from row 1. */
  readonly words: readonly string[];
  /** Tags as pairs of Universal POS and Penn tag; the same as the first tagger's. */
  readonly tags: readonly string[];
  /** Relations of the tree, `root` among them. */
  readonly relations: readonly string[];
  readonly layers: number;
}

/** The network as it was trained: one encoder with heads for tags and trees. */
export interface EncoderWeights extends EncoderMeta {
  readonly vocabulary: Vocabulary;
  /** Width of a token's encoding. */
  readonly width: number;
  /** Width of the hidden layer that chooses transitions. */
  readonly hidden: number;
  readonly matrix: (name: string) => Matrix;
  readonly vector: (name: string) => Float32Array;
}

/** Reads the network out of its file. **Errors** `model.malformed` where shapes do not fit each other. */
export function readEncoder(file: TensorFile, tagger: FirstTagger): EncoderWeights {
  const facts = file.meta as EncoderMeta;
  const from = <T>(all: ReadonlyMap<string, T>) => {
    return (name: string): T => {
      const found = all.get(name);
      if (found === undefined) throw unfit(`it has no "${name}"`);
      return found;
    };
  };
  const matrix = from(file.matrices);
  const width = matrix('emb').columns;
  const weights: EncoderWeights = {
    ...facts,
    vocabulary: new Map(facts.words.map((word, index) => [word, index + 1])),
    width,
    hidden: matrix('sp').columns,
    matrix,
    vector: from(file.vectors),
  };
  if (matrix('emb').rows !== facts.words.length + 1 + HASHED_ROWS)
    throw unfit('its words do not fit its rows');
  if (matrix('c1.weight').columns !== 5 * width) throw unfit('its first layer does not fit its words');
  if (facts.tags.join() !== tagger.tags.join()) throw unfit('its tags are not those of the first tagger');
  return weights;
}

function unfit(reason: string): RapporteurError {
  return new RapporteurError(
    'model.malformed',
    `The parser's model does not fit this version: ${reason}. Restore models/, or make them anew as training/README.md says.`,
  );
}
