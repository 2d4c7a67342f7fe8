import { RapporteurError } from '../src/errors.js';
import type { Engine } from '../src/pipeline.js';
import { fitArbiter, hashOfSentence, inFolds } from '../training/arbiter/fit.js';
import { goldBeside, LEARNED_FILES, ownLessons } from '../training/arbiter/lessons.js';

const FOLDS = 5;

/** Engines that have learned nothing of what they are scored on. */
export interface HeldOut {
  readonly engineFor: (sentence: string) => Engine;
  /** Null where the engine that ships has learned from none of the sentences and reads them itself. */
  readonly folds: number | null;
}

/**
 * An engine for each sentence that has learned nothing from it.
 *
 * Where the arbiter that ships has learned from any of them, or `folds` are asked for, arbiters are fitted anew, each
 * without a fold, on the files that the one that ships learned from, which must lie beside the file that is scored.
 * **Errors** `evaluation.gold` where they do not.
 */
export function holdOut(
  path: string,
  sentences: readonly string[],
  engine: Engine,
  folds: number | null,
): HeldOut {
  const known = sentences.filter((one) => engine.arbiter.learned.has(hashOfSentence(one))).length;
  if (folds === null && known === 0) return { engineFor: () => engine, folds: null };
  const lessons = goldBeside(path, engine);
  if (lessons.length === 0) {
    throw new RapporteurError(
      'evaluation.gold',
      `The arbiter that ships has learned from ${known} of the ${sentences.length} sentences of ${path}, and beside ` +
        `it lies none of ${LEARNED_FILES.join(', ')} to fit another on. Put those files into the same folder.`,
    );
  }
  const own = ownLessons(engine);
  const parts = inFolds(lessons, folds ?? FOLDS);
  const engines = parts.map((part) => ({
    ...engine,
    arbiter: fitArbiter([...parts.filter((one) => one !== part).flat(), ...own]),
  }));
  const partOf = new Map(
    parts.flatMap((part, at) => part.map(({ sentence }) => [hashOfSentence(sentence), at] as const)),
  );
  return {
    engineFor: (sentence) => engines[partOf.get(hashOfSentence(sentence)) ?? 0]!,
    folds: folds ?? FOLDS,
  };
}
