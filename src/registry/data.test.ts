import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../package-root.js';
import { loadRegistry } from './index.js';

const files = readdirSync(packagePath('data')).filter((name) => name.endsWith('.csv'));
const read = (name: string) => readFileSync(packagePath('data', name), 'utf8');

describe('data files', () => {
  it('all pass the checks of their loaders', () => {
    const registry = loadRegistry();
    expect(registry.countries.size).toBeGreaterThan(230);
    expect(registry.council.votes.length).toBeGreaterThan(2800);
  });

  it('are described in data/README.md, and nothing else is', () => {
    const described = [...read('README.md').matchAll(/^\| ([\w-]+\.csv) \|/gm)].map((match) => match[1]);
    expect(described).toEqual([...files].sort());
  });

  it.each(files)('%s is sorted, has no line twice, and ends with one line break', (name) => {
    const text = read(name);
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    const lines = text.split('\n').slice(1, -1);
    expect(new Set(lines).size).toBe(lines.length);
    const keys = lines.map(sortKey);
    expect(keys).toEqual([...keys].sort(compare));
  });

  it.each(files)('%s has no blank at the edge of a value', (name) => {
    const bad = read(name)
      .split('\n')
      .filter((line) => /(^|[,|]) | ([,|]|$)/.test(line.replace(/"[^"]*"/g, '')));
    expect(bad).toEqual([]);
  });
});

/** Lines stand in the order of their cells, not of their commas: "Iran" before "Iran Air". */
function sortKey(line: string): string {
  return line.replaceAll('"', '').replaceAll(',', '\u0000');
}

/** By code points, as every language sorts without a locale. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
