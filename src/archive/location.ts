import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** In place of a path: an archive that lives in memory and is gone when closed. */
export const IN_MEMORY = ':memory:';

/** Where the archive lies when nobody says otherwise: the XDG data folder, or the system's own kind of one. */
export function defaultArchivePath(): string {
  return join(envPaths('rapporteur', { suffix: '' }).data, 'archive.duckdb');
}

/** Where an archive lies, whole; the default one where no path is given. */
export function archivePath(path: string | undefined): string {
  if (path === IN_MEMORY) return path;
  return path === undefined ? defaultArchivePath() : resolve(path);
}

/** The path to open, its folder made where it is missing. */
export function prepareArchivePath(path: string | undefined): string {
  const whole = archivePath(path);
  if (whole !== IN_MEMORY) makeFolder(dirname(whole));
  return whole;
}

/** Node's own recursive mkdir never comes back where the system lets nobody make folders, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
