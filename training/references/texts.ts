import type { GoldDocument } from '../../evaluation/conllu.js';
import { goldChains, keyOf, timedFromConllu } from '../../evaluation/coreference-gold.js';
import type { Timed } from '../../src/document/document.js';
import type { LanguageModel } from '../../src/language/index.js';
import { type Scene, sceneOf } from '../../src/language/references/resolve-references.js';

/** A document of GUM with our own analysis up to its mentions, and what its annotators said of them. */
export interface LinkText {
  readonly gold: GoldDocument;
  readonly doc: Timed;
  readonly scene: Scene;
  /** The chain of each mention, -1 for none. */
  readonly chainOf: Int32Array;
}

export function textFromConllu(gold: GoldDocument, model: LanguageModel): LinkText {
  const doc = timedFromConllu(gold, model);
  const scene = sceneOf(doc);
  const owners = new Map(
    goldChains(gold).flatMap((chain, index) => chain.map((key) => [key, index] as const)),
  );
  const chainOf = Int32Array.from(scene.mentions, (one) => owners.get(keyOf(one)) ?? -1);
  return { gold, doc, scene, chainOf };
}
