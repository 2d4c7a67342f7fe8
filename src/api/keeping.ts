import { type Archive, type Saved, type Saving, saveReadings } from '../archive/index.js';
import { Relations } from '../relations/relations.js';
import { programVersion } from '../version.js';

/** Saves readings one batch after the other, whoever hands them in. */
export interface Keeping {
  save(savings: readonly Saving[]): Promise<Saved>;
  /** A number that goes up whenever the archive changes. */
  revision(): number;
  /** Waits for what was handed in. */
  close(): Promise<void>;
}

/** Keeps readings in an archive, by a connection that nothing else uses. */
export function openKeeping(archive: Archive): Keeping {
  const relations = new Relations(archive);
  const version = programVersion();
  let last: Promise<unknown> = Promise.resolve();
  let revision = 0;
  const save = async (savings: readonly Saving[]) => {
    const saved = await saveReadings(archive, savings, version, relations.relate);
    if (saved.added + saved.replaced > 0) revision += 1;
    return saved;
  };
  return {
    save: (savings) => {
      const turn = last.then(() => save(savings));
      // What fails here is told to whoever handed it in, and must not stop the next.
      last = turn.catch(() => relations.forget());
      return turn;
    },
    revision: () => revision,
    close: async () => {
      await last;
    },
  };
}
