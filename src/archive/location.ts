import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** In place of a path: an archive that lives in memory and is gone when closed. */
export const IN_MEMORY = ':memory:';

/** Where the archive lies when nobody says otherwise: the XDG data folder, or the system's own kind of one. */
export function defaultArchivePath(): string {
  return join(envPaths('rapporteur', { suffix: '' }).data, 'archive.duckdb');
}

/** The path to open, its folder made where it is missing. */
export function prepareArchivePath(path: string | undefined): string {
  if (path === IN_MEMORY) return path;
  const whole = path === undefined ? defaultArchivePath() : resolve(path);
  mkdirSync(dirname(whole), { recursive: true });
  return whole;
}
