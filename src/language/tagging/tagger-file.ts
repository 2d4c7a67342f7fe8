import { RapporteurError } from '../../errors.js';
import type { FirstTagger } from './first-tags.js';
import type { TagDictionary, TagEntry } from './tag-features.js';

interface Header {
  readonly tags: readonly string[];
  readonly bits: number;
  readonly entries: number;
  /** Word, only tag, choices, ambiguity. */
  readonly dictionary: readonly (readonly [string, number, readonly number[] | null, number])[];
}

const MAGIC = 0x31474154;

/** Packs a tagger: header in JSON, then how many entries each bucket has, their tags, and their weights. */
export function packTagger(tagger: FirstTagger): Uint8Array {
  const { tags, bits, starts, tagIds, weights, dictionary } = tagger;
  const header: Header = {
    tags,
    bits,
    entries: weights.length,
    dictionary: [...dictionary].map(([word, entry]) => [word, entry.only, entry.choices, entry.ambiguity]),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const counts = new Uint8Array(1 << bits);
  for (let bucket = 0; bucket < counts.length; bucket++)
    counts[bucket] = starts[bucket + 1]! - starts[bucket]!;
  const bytesOf = (data: { buffer: ArrayBufferLike; byteOffset: number; byteLength: number }) =>
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const head = bytesOf(new Uint32Array([MAGIC, json.length]));
  return new Uint8Array(Buffer.concat([head, json, counts, tagIds, bytesOf(weights)]));
}

/** Unpacks what `packTagger` packed. **Errors** `model.malformed`; `name` says which file. */
export function unpackTagger(file: Uint8Array, name: string): FirstTagger {
  const { buffer } = Uint8Array.from(file);
  const [magic, length = 0] = buffer.byteLength < 8 ? [] : new Uint32Array(buffer, 0, 2);
  if (magic !== MAGIC || 8 + length > buffer.byteLength) throw malformed(name);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as Header;
  const { tags, bits, entries } = header;
  const buckets = 1 << bits;
  const countsAt = 8 + length;
  const weightsAt = countsAt + buckets + entries;
  if (weightsAt + 2 * entries !== buffer.byteLength) throw malformed(name);
  const counts = new Uint8Array(buffer, countsAt, buckets);
  const starts = new Uint32Array(buckets + 1);
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] = starts[bucket]! + counts[bucket]!;
  const dictionary: TagDictionary = new Map(
    header.dictionary.map(([word, only, choices, ambiguity]): [string, TagEntry] => [
      word,
      { only, choices, ambiguity },
    ]),
  );
  return {
    tags,
    dictionary,
    bits,
    starts,
    tagIds: new Uint8Array(buffer, countsAt + buckets, entries),
    weights: new Int16Array(buffer.slice(weightsAt)),
  };
}

function malformed(name: string): RapporteurError {
  return new RapporteurError(
    'model.malformed',
    `The model file ${name} is not what this version reads. Restore it from the package, or make it anew as training/README.md says.`,
  );
}
