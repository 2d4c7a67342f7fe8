import type { Archive } from '../archive/index.js';
import { RapporteurError } from '../errors.js';

/** Connections that look things up in one open archive, a question each at a time. */
export interface Looking {
  /**
   * Does some looking up with the next free connection.
   *
   * **Errors** `server.full` where too many wait already; `server.slow` where it takes longer than is allowed.
   */
  look<T>(work: (archive: Archive) => Promise<T>): Promise<T>;
  /** Gives up what is under way. */
  close(): Promise<void>;
}

export interface LookingOptions {
  readonly connections: number;
  /** **Units** milliseconds that a question may take, once it has its connection. */
  readonly withinMs: number;
}

/** More than this wait for nothing: whoever asked has given up before their turn. */
const MOST_WAITING = 256;

export async function openLooking(
  archive: Archive,
  { connections, withinMs }: LookingOptions,
): Promise<Looking> {
  const all = await Promise.all(Array.from({ length: connections }, () => archive.connectAgain()));
  const free = [...all];
  const waiting: ((connection: Archive) => void)[] = [];
  const take = async () => {
    const connection = free.pop();
    if (connection !== undefined) return connection;
    if (waiting.length >= MOST_WAITING)
      throw new RapporteurError(
        'server.full',
        `More than ${MOST_WAITING} questions are waiting. Ask again in a moment, and fewer at a time.`,
      );
    return new Promise<Archive>((resolve) => waiting.push(resolve));
  };
  const giveBack = (connection: Archive) => {
    const next = waiting.shift();
    if (next === undefined) free.push(connection);
    else next(connection);
  };
  return {
    look: async (work) => {
      const connection = await take();
      try {
        return await within(connection, work, withinMs);
      } finally {
        giveBack(connection);
      }
    },
    close: async () => {
      for (const { connection } of all) connection.interrupt();
      for (let left = all.length; left > 0; left--) (await take()).close();
    },
  };
}

/** Stops a question that takes too long. */
async function within<T>(
  archive: Archive,
  work: (archive: Archive) => Promise<T>,
  withinMs: number,
): Promise<T> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    archive.connection.interrupt();
  }, withinMs);
  try {
    return await work(archive);
  } catch (error) {
    if (!isLate) throw error;
    throw new RapporteurError(
      'server.slow',
      `The question took longer than ${withinMs / 1000} s and was given up. Narrow it: fewer days, one country, a type.`,
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
}
