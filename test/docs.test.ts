import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../src/package-root.js';

describe('the documentation', () => {
  it('shows the commands, options and output that the program has', () => {
    const { status, stderr } = spawnSync(process.execPath, [packagePath('scripts', 'docs.mjs'), '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('links only to files that are there', () => {
    expect(brokenLinks()).toEqual([]);
  });

  it('names every data file in data/README.md', () => {
    const readme = readFileSync(packagePath('data', 'README.md'), 'utf8');
    const files = readdirSync(packagePath('data'), { recursive: true, withFileTypes: true });
    const names = files.filter((file) => file.isFile() && file.name !== 'README.md').map((file) => file.name);
    expect(names.filter((name) => !readme.includes(name))).toEqual([]);
  });
});

/** Relative links of the Markdown files that lead nowhere. */
function brokenLinks(): string[] {
  const folders = ['', 'data', 'docs', 'evaluation', 'examples', 'models', 'training'];
  const pages = folders.flatMap((folder) =>
    readdirSync(packagePath(folder))
      .filter((file) => file.endsWith('.md'))
      .map((file) => packagePath(folder, file)),
  );
  return pages.flatMap((page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)];
    return links
      .map((link) => link[1]!)
      .filter((link) => !existsSync(join(dirname(page), link)))
      .map((link) => `${page}: ${link}`);
  });
}
