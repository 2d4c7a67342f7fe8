import { RapporteurError } from '../../errors.js';
import { PHRASE_LABELS } from '../names/phrase-labels.js';
import { DISTANCES } from './distances.js';
import type { Matrix, TensorFile } from './tensor-file.js';
import { SHARED_ROWS, type Vocabulary } from './word-rows.js';

/** A layer over a word and its neighbours, or one that carries what was read along the sentence, both ways. */
export type LayerKind = 'neighbours' | 'running';

/** What is known of the network beside its weights. */
export interface EncoderMeta {
  /** Words with a row of their own, in order of their rows, from row 1. */
  readonly words: readonly string[];
  /** Tags as pairs of Universal POS and Penn tag. */
  readonly tags: readonly string[];
  /** Relations of the tree, `root` among them. */
  readonly relations: readonly string[];
  /** The layers above the first. */
  readonly layers: readonly LayerKind[];
  /** Words whose tags are known, and the numbers of the tags that each may have. */
  readonly tagChoices: readonly (readonly [string, readonly number[]])[];
  /** By Universal POS, the words that were commonly seen as such, in their own case, a space between them. */
  readonly seenAs: Readonly<Record<string, string>>;
}

/** The tags that a word may have, where they are known. */
export type TagDictionary = ReadonlyMap<string, readonly number[]>;

/** The network as it was trained: one encoder with heads for tags, arcs and relations. */
export interface EncoderWeights extends EncoderMeta {
  readonly vocabulary: Vocabulary;
  readonly dictionary: TagDictionary;
  /** Width of a token's encoding. */
  readonly width: number;
  /** Width of what words and heads are compared by. */
  readonly arcWidth: number;
  /** Width of the hidden layer that chooses relations. */
  readonly hidden: number;
  readonly matrix: (name: string) => Matrix;
  readonly vector: (name: string) => Float32Array;
}

/** Reads the network out of its file. **Errors** `model.malformed` where shapes do not fit each other. */
export function readEncoder(file: TensorFile): EncoderWeights {
  const facts = file.meta as EncoderMeta;
  const from = <T>(all: ReadonlyMap<string, T>) => {
    return (name: string): T => {
      const found = all.get(name);
      if (found === undefined) throw unfit(`it has no "${name}"`);
      return found;
    };
  };
  const matrix = from(file.matrices);
  const weights: EncoderWeights = {
    ...facts,
    vocabulary: new Map(facts.words.map((word, index) => [word, index + 1])),
    dictionary: new Map(facts.tagChoices),
    width: matrix('first.weight').rows,
    arcWidth: matrix('query.weight').columns,
    hidden: matrix('distance').columns,
    matrix,
    vector: from(file.vectors),
  };
  const words = matrix('words');
  if (words.rows !== facts.words.length + SHARED_ROWS) throw unfit('its words do not fit its rows');
  if (matrix('first.weight').columns !== 5 * words.columns)
    throw unfit('its first layer does not fit its words');
  if (matrix('distance').rows !== DISTANCES || matrix('query.weight').rows !== weights.arcWidth + DISTANCES)
    throw unfit('it knows other kinds of distance');
  if (matrix('phrases.weight').rows !== PHRASE_LABELS.length)
    throw unfit('its labels of phrases are not ours');
  if (matrix('tags.weight').rows !== facts.tags.length) throw unfit('its tags do not fit their names');
  if (matrix('relations.weight').rows !== facts.relations.length)
    throw unfit('its relations do not fit their names');
  return weights;
}

function unfit(reason: string): RapporteurError {
  return new RapporteurError(
    'model.malformed',
    `The parser's model does not fit this version: ${reason}. Restore models/, or make them anew as training/README.md says.`,
  );
}
