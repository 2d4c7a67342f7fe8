import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../src/api/routes/index.js';
import { type RunningApi, startServer } from '../src/api/server.js';
import { packagePath } from '../src/package-root.js';

const page = readFileSync(packagePath('docs', 'api.md'), 'utf8');
const commands = [...page.matchAll(/^curl .*$/gm)].map(([line]) => line);

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
let server: RunningApi;
beforeAll(async () => {
  server = await startServer({ archive: join(folder, 'a.duckdb') });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Does what curl does with the few options that the page uses. */
function curl(line: string): Promise<Response> {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c!);
  const init: RequestInit & { headers: Record<string, string> } = { headers: {} };
  let url = '';
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    if (word === '-X') init.method = words[++at]!;
    else if (word === '-H') {
      const [name, value] = words[++at]!.split(': ');
      init.headers[name!] = value!;
    } else if (word === '--data-binary') init.body = words[++at]!;
    else if (word.startsWith('-')) throw new Error(`The page uses ${word}, which is not known here: ${line}`);
    else url = word.replace('$URL', server.url);
  }
  return fetch(url, init);
}

describe('docs/api.md', () => {
  for (const line of commands) {
    it(`shows what works: ${line}`, async () => {
      const response = await curl(line);
      expect([response.status < 300, line]).toEqual([true, line]);
      await response.arrayBuffer();
    });
  }

  it('shows addresses that there are, of every kind', () => {
    const tags = new Set(ROUTES.map(({ tag }) => tag));
    const shown = new Set(
      commands.flatMap((line) => {
        const [, path = ''] = /\$URL([^?"]*)/.exec(line) ?? [];
        return ROUTES.filter(({ address }) =>
          new RegExp(`^${address.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
        ).map(({ tag }) => tag);
      }),
    );
    expect([...tags].filter((tag) => !shown.has(tag))).toEqual(['about', 'copies']);
  });
});
