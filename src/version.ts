import { readFileSync } from 'node:fs';
import { packagePath } from './package-root.js';

/** The program's version, as in package.json. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string };
  return version;
}
