import type { Report } from '../document/report.js';
import { RapporteurError } from '../errors.js';
import type { IntakeItem } from '../intake/index.js';
import { intake } from '../intake/index.js';
import { openReaders } from '../pipeline.js';
import type { Reading } from '../reading/contract.js';
import type { OwnKnowledge } from '../registry/own/own-knowledge.js';
import { type Pool, TookTooLong } from '../threads/pool.js';

/** Threads that read reports, started when the first report comes. */
export interface Readers {
  /** **Errors** `server.full` where too many wait already; what reading throws. */
  read(report: Report): Promise<Reading>;
  /** How many are worth handing in at once. */
  readonly ahead: number;
  close(): Promise<void>;
}

export interface ReadersOptions {
  readonly threads: number;
  readonly knowledge: OwnKnowledge | undefined;
  /** **Units** milliseconds that a report may take. */
  readonly withinMs: number;
}

/** More reports than these, waiting or being read, are refused. */
const MOST_AT_ONCE = 256;
/** **Units** reports of one job that wait for a thread. */
const AHEAD = 4;

export function openReading({ threads, knowledge, withinMs }: ReadersOptions): Readers {
  let pool: Promise<Pool<Report, Reading>> | undefined;
  let atOnce = 0;
  let isClosed = false;
  const ending = () =>
    new RapporteurError('server.full', 'The server is ending. Send the report again to the next.');
  const open = () => {
    const opening = openReaders(threads, { knowledge }, { isApart: true, withinMs });
    // Where models cannot be loaded, whoever comes next is told so again, and may find it mended.
    opening.catch(() => {
      pool = undefined;
    });
    return opening;
  };
  return {
    ahead: AHEAD * threads,
    read: async (report) => {
      if (isClosed) throw ending();
      if (atOnce >= MOST_AT_ONCE)
        throw new RapporteurError(
          'server.full',
          `${MOST_AT_ONCE} reports are being read. Send this one again in a moment.`,
        );
      atOnce += 1;
      try {
        pool ??= open();
        return await (await pool).run(report);
      } catch (error) {
        if (isClosed) throw ending();
        if (!(error instanceof TookTooLong)) throw error;
        throw new RapporteurError(
          'input.too-large',
          `Reading this report took longer than ${withinMs / 1000} s and was given up. Split it.`,
        );
      } finally {
        atOnce -= 1;
      }
    },
    close: async () => {
      isClosed = true;
      await (await pool?.catch(() => undefined))?.close();
    },
  };
}

export interface SentOptions {
  /** What the sender calls it: a file's name. */
  readonly name?: string;
  readonly published?: string;
  readonly publisher?: string;
}

/** The reports in a body that was sent, whatever it holds that intake knows. */
export async function* reportsIn(
  body: Uint8Array,
  { name = 'the body', published, publisher }: SentOptions,
): AsyncGenerator<IntakeItem> {
  const stdin = (async function* () {
    yield body;
  })();
  const options = {
    stdin,
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
  };
  const named = (text: string) => text.replaceAll('standard input', () => name);
  for await (const item of intake(['-'], options)) {
    const origin = named(item.origin);
    if ('failure' in item)
      yield { failure: new RapporteurError(item.failure.code, named(item.failure.message)), origin };
    else yield { ...item, origin };
  }
}

/** The one report in a body. **Errors** `input.*`; `request.malformed` where there are several. */
export async function reportIn(body: Uint8Array, options: SentOptions) {
  let only: Exclude<IntakeItem, { readonly failure: RapporteurError }> | undefined;
  for await (const item of reportsIn(body, options)) {
    if ('failure' in item) throw item.failure;
    if (only !== undefined)
      throw new RapporteurError(
        'request.malformed',
        'The body holds several reports, and one is read here. Send many to /api/jobs.',
      );
    only = item;
  }
  if (only === undefined)
    throw new RapporteurError('input.empty', 'The body is empty: there is no report in it.');
  return only;
}
