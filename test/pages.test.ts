import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractPage } from '../src/intake/pages/extract-page.js';
import { packagePath } from '../src/package-root.js';

const names = readdirSync(packagePath('test', 'pages'))
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length));

/** Invented pages of the kinds that there are; beside each what a reader takes from it. */
describe('what a reader takes from a page', () => {
  for (const name of names) {
    it(name, () => {
      const { title, published, publisher, url, warnings, text } = extractPage(page(`${name}.html`), null);
      const known = [`title: ${title}`, `published: ${published}`, `publisher: ${publisher}`, `url: ${url}`];
      if (warnings.length > 0) known.push(`warnings: ${warnings.length}`);
      expect(`${known.join('\n')}\n\n${text}\n`).toBe(page(`${name}.txt`));
    });
  }
});

function page(name: string): string {
  return readFileSync(packagePath('test', 'pages', name), 'utf8');
}
