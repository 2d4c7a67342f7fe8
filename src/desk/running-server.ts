import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { IN_MEMORY } from '../archive/index.js';

/** A server that holds an archive. */
export interface RunningServer {
  readonly url: string;
  readonly pid: number;
}

/** **Units** milliseconds. */
const PATIENCE_MS = 5_000;

/** The file beside an archive that says which server holds it. */
function noteOf(archive: string): string {
  return `${archive}.server.json`;
}

/** Says beside an archive who serves it; returns what takes that back. */
export function announceServer(archive: string, url: string): () => void {
  if (archive === IN_MEMORY) return () => undefined;
  const path = noteOf(archive);
  const note: RunningServer = { url, pid: process.pid };
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  renameSync(fresh, path);
  return () => {
    if (readNote(path)?.pid === process.pid) rmSync(path, { force: true });
  };
}

/**
 * The server that holds an archive; undefined where none runs.
 *
 * A note may be left from a server that was killed: its process must live, and whoever answers at its address must
 * hold this archive.
 */
export async function findServer(archive: string): Promise<RunningServer | undefined> {
  if (archive === IN_MEMORY) return undefined;
  const note = readNote(noteOf(archive));
  if (note === undefined || !isAlive(note.pid)) return undefined;
  try {
    const response = await fetch(new URL('/api', note.url), { signal: AbortSignal.timeout(PATIENCE_MS) });
    const told = (await response.json()) as { program?: string; archive?: { path?: string } };
    return told.program === 'rapporteur' && told.archive?.path === archive ? note : undefined;
  } catch {
    return undefined;
  }
}

function readNote(path: string): RunningServer | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { url, pid } = JSON.parse(readFileSync(path, 'utf8')) as Partial<RunningServer>;
    const isOurs =
      typeof url === 'string' && /^http:\/\/127\.0\.0\.1:\d+$/.test(url) && Number.isSafeInteger(pid);
    return isOurs ? { url, pid: pid! } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
