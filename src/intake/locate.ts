import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { RapporteurError } from '../errors.js';
import { fromSystem } from './system-error.js';

export type Located =
  | { readonly path: string }
  | { readonly failure: RapporteurError; readonly origin: string };

/** Files that tell about a folder instead of being reports. */
const ABOUT_THE_FOLDER = /^(readme|licen[cs]e|notice|copying|changelog|contributing|makefile|authors)\b/i;

/** What lies beside reports as tables, settings and code, and is no report. */
const NO_REPORTS = new Set(
  '.csv .tsv .xml .yml .yaml .toml .ini .js .mjs .ts .py .sh .css .sql .map .log .lock .duckdb .wal'.split(
    ' ',
  ),
);

/**
 * The files that a path stands for: itself, those in a folder and its folders, or those that a glob matches.
 *
 * **Shape** sorted by name, so that the order is the same on every machine. Within folders hidden files are left
 * out, and so are tables, settings and code, files about the folder (README), and files that belong to a report
 * (`embassy.expect.json` beside `embassy.txt`, the folder `embassy_files` beside `embassy.html`). Whatever else is there is tried, so that nothing goes missing in
 * silence.
 */
export async function* locate(path: string): AsyncGenerator<Located> {
  if (path === '-') {
    yield { path };
    return;
  }
  try {
    const found = await stat(path);
    if (!found.isDirectory()) yield { path };
    else yield* inFolder(path, path);
  } catch (error) {
    if (isMissing(error) && isDynamicPattern(path)) yield* byGlob(path);
    else yield { failure: await explain(path, error), origin: path };
  }
}

async function* byGlob(pattern: string): AsyncGenerator<Located> {
  const files = (await glob(pattern, { onlyFiles: true, expandDirectories: false })).sort(byName);
  for (const path of files) yield { path };
  if (files.length > 0) return;
  const message = `No file matches "${pattern}". Quote the pattern, and check it with ls.`;
  yield { failure: new RapporteurError('input.missing', message), origin: pattern };
}

async function* inFolder(folder: string, top: string): AsyncGenerator<Located> {
  let count = 0;
  for await (const one of walk(folder, new Set())) {
    count++;
    yield one;
  }
  if (count > 0) return;
  const message = `The folder ${top} holds no report. Reports are texts, pages, feeds, mail, JSON and web archives; tables (.csv) and .xml are read where they are named.`;
  yield { failure: new RapporteurError('input.empty', message), origin: top };
}

/** `above` holds the folders that lead here, so that a link back to one of them is not followed for ever. */
async function* walk(folder: string, above: ReadonlySet<string>): AsyncGenerator<Located> {
  let names: string[];
  let trail: ReadonlySet<string>;
  try {
    const real = await realpath(folder);
    if (above.has(real)) return;
    trail = new Set(above).add(real);
    names = (await readdir(folder)).sort(byName);
  } catch (error) {
    yield { failure: await explain(folder, error), origin: folder };
    return;
  }
  const stems = new Set(names.map((name) => name.slice(0, name.length - extname(name).length)));
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = join(folder, name);
    try {
      const found = await stat(path);
      if (found.isDirectory()) {
        if (!isOfPage(name, stems)) yield* walk(path, trail);
      } else if (!found.isFile()) yield { failure: noFile(path), origin: path };
      else if (mayBeReport(name, stems)) yield { path };
    } catch (error) {
      yield { failure: await explain(path, error), origin: path };
    }
  }
}

/** Browsers save a page's pictures and scripts beside it. */
function isOfPage(folder: string, stems: ReadonlySet<string>): boolean {
  return /_files$/.test(folder) && stems.has(folder.slice(0, -'_files'.length));
}

function mayBeReport(name: string, stems: ReadonlySet<string>): boolean {
  const extension = extname(name.replace(/\.gz$/i, ''));
  if (NO_REPORTS.has(extension.toLowerCase()) || ABOUT_THE_FOLDER.test(name)) return false;
  const stem = name.slice(0, name.length - extname(name).length);
  const inner = extname(stem);
  return inner === '' || !stems.has(stem.slice(0, stem.length - inner.length));
}

/** A pipe may be read where it is named, but one that lies about could be waited on for ever. */
function noFile(path: string): RapporteurError {
  const message = `${path} is a pipe, socket or device and was left out. Name it by itself to read it.`;
  return new RapporteurError('input.unreadable', message);
}

async function explain(path: string, error: unknown): Promise<RapporteurError> {
  const link = await lstat(path).catch(() => undefined);
  if (isMissing(error) && link?.isSymbolicLink()) {
    const message = `${path} is a symbolic link to a file that does not exist. Mend the link or leave it out.`;
    return new RapporteurError('input.missing', message, { cause: error });
  }
  return fromSystem(path, error);
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
