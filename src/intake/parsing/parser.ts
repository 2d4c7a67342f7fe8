import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import { openFenced } from '../../threads/fenced.js';
import type { Parsed, ParseTask } from './parse.js';

/** Takes apart pages, feeds, messages and Markdown in a thread of its own. */
export interface Parser {
  /**
   * **Errors** `input.*` with the input's name. What outstays its time or its memory is `input.malformed`: no report
   * does.
   */
  readonly parse: (task: ParseTask, origin: string) => Promise<Parsed>;
  readonly close: () => Promise<void>;
}

/** Real pages take a tenth of a second. */
const LIMIT_MS = 10_000;
const MEMORY_MB = 384;

/** Opens a parser; its thread starts with the first task. */
export function openParser(limitMs = LIMIT_MS): Parser {
  const path = packagePath('dist', 'src', 'intake', 'parsing', 'parse-worker.js');
  const fenced = openFenced<ParseTask, Parsed>({ path, limitMs, memoryMb: MEMORY_MB });
  return {
    parse: async (task, origin) => {
      try {
        return await fenced.run(task);
      } catch (error) {
        throw named(origin, error);
      }
    },
    close: fenced.close,
  };
}

function named(origin: string, error: unknown): RapporteurError {
  if (error instanceof RapporteurError)
    return new RapporteurError(error.code, `${origin} ${error.message}`, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  return new RapporteurError(
    'input.malformed',
    `${origin} could not be taken apart and was given up: ${reason} Save the text of the report alone, as .txt.`,
    { cause: error },
  );
}
