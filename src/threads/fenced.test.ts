import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath } from '../package-root.js';
import { openFenced } from './fenced.js';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fenced-'));
  path = join(folder, 'worker.mjs');
  const serve = pathToFileURL(packagePath('dist', 'src', 'threads', 'serve.js')).href;
  await writeFile(
    path,
    `import { serve } from '${serve}';
     const work = {
       for: () => { for (;;); },
       never: () => new Promise(() => {}),
       eat: () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); },
       fail: () => { throw new Error('no good'); },
       end: () => process.exit(3),
     };
     serve(() => async (word) => work[word] ? work[word]() : word.toUpperCase());`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function outcomes(words: readonly string[], limitMs = 1_000): Promise<string[]> {
  const fenced = openFenced<string, string>({ path, limitMs, memoryMb: 64 });
  const settled = await Promise.allSettled(words.map((word) => fenced.run(word)));
  await fenced.close();
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message));
}

const check = (title: string, words: string[], expected: unknown[]) =>
  it(title, async () => expect(await outcomes(words)).toEqual(expected));

check('does one task after another', ['a', 'b', 'c'], ['A', 'B', 'C']);
check('gives up what never ends, and goes on', ['a', 'for', 'b'], ['A', 'It took longer than 1 s.', 'B']);
check('gives up what waits for ever, and goes on', ['never', 'b'], ['It took longer than 1 s.', 'B']);
check('gives up what eats all memory, and goes on', ['eat', 'b'], [expect.stringMatching(/memory/), 'B']);
check('tells what a task threw, and goes on', ['fail', 'b'], ['no good', 'B']);
check('goes on after a task that ends its thread', ['end', 'b'], ['The thread ended.', 'B']);

it('fails what comes after its end', async () => {
  const fenced = openFenced<string, string>({ path, limitMs: 1_000, memoryMb: 64 });
  await fenced.close();
  await expect(fenced.run('a')).rejects.toThrow(/ended/);
});
