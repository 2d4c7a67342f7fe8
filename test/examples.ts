import { readdirSync, readFileSync } from 'node:fs';
import { packagePath } from '../src/package-root.js';
import { type Engine, loadEngine } from '../src/pipeline.js';

let loaded: Engine | undefined;

/** The real models and registry, loaded once a test file. */
export function engine(): Engine {
  loaded ??= loadEngine();
  return loaded;
}

export function exampleNames(): string[] {
  const files = readdirSync(packagePath('examples')).filter((file) => file.endsWith('.txt'));
  return files.map((file) => file.slice(0, -'.txt'.length)).sort();
}

export function exampleText(name: string): string {
  return readFileSync(packagePath('examples', `${name}.txt`), 'utf8');
}
