import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RapporteurError } from '../errors.js';
import { packagePath } from '../package-root.js';
import { openPool, type Pool, TookTooLong } from './pool.js';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker of the built package that loads what the code says. */
function worker(name: string, load: string): string {
  const path = join(folder, `${name}.mjs`);
  const built = (file: string) => pathToFileURL(packagePath('dist', 'src', file)).href;
  writeFileSync(
    path,
    `import { serve } from '${built('threads/serve.js')}';
     import { RapporteurError } from '${built('errors.js')}';
     serve(() => { ${load} });`,
  );
  return path;
}

const unused = () => {
  throw new Error('Other threads load by themselves.');
};

describe('a pool of two threads', () => {
  let pool: Pool<string, unknown>;
  beforeAll(async () => {
    const path = worker(
      'odd',
      `return (input) => {
         if (input === 'throw') throw new RapporteurError('input.binary', 'It is a picture.');
         if (input === 'exit') process.exit(7);
         if (input === 'function') return () => undefined;
         return input.toUpperCase();
       };`,
    );
    pool = await openPool<string, unknown>({ threads: 2, path, load: unused });
  });
  afterAll(() => pool.close());

  const all = (inputs: readonly string[]) => Promise.allSettled(inputs.map((input) => pool.run(input)));

  it('answers each task with what came of it', async () => {
    const inputs = Array.from({ length: 50 }, (_, at) => `task ${at}`);
    expect(await Promise.all(inputs.map((input) => pool.run(input)))).toEqual(
      inputs.map((input) => input.toUpperCase()),
    );
  });

  it('hands on what a task throws, with its code, and goes on', async () => {
    const [one, two, three] = await all(['a', 'throw', 'b']);
    expect([one, three]).toEqual([
      { status: 'fulfilled', value: 'A' },
      { status: 'fulfilled', value: 'B' },
    ]);
    const { reason } = two as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(RapporteurError);
    expect(reason).toMatchObject({ code: 'input.binary', message: 'It is a picture.' });
  });

  it('loses only the task that ended its thread, even where both threads end', async () => {
    const outcomes = await all(['exit', 'a', 'b', 'exit', 'c', 'd', 'e', 'f']);
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : 'lost'))).toEqual([
      ...['lost', 'A', 'B', 'lost', 'C', 'D', 'E', 'F'],
    ]);
    expect((outcomes[0] as PromiseRejectedResult).reason.message).toContain('7');
  });

  it('takes an answer that cannot be copied for a fault', async () => {
    const [one, two] = await all(['function', 'a']);
    expect(one!.status).toBe('rejected');
    expect(two).toEqual({ status: 'fulfilled', value: 'A' });
  });
});

describe('a pool', () => {
  it('does not open where its threads cannot load, and says why', async () => {
    const path = worker('unfit', `throw new RapporteurError('model.missing', 'There is no model.');`);
    const opening = openPool({ threads: 2, path, load: unused });
    await expect(opening).rejects.toMatchObject({ code: 'model.missing', message: 'There is no model.' });
  });

  it('does not open where there is no such worker', async () => {
    const path = join(folder, 'nowhere.mjs');
    await expect(openPool({ threads: 2, path, load: unused })).rejects.toThrow('nowhere.mjs');
  });

  it('takes no tasks once it is closed', async () => {
    const path = worker('plain', 'return (input) => input;');
    const pool = await openPool<string, string>({ threads: 2, path, load: unused });
    await pool.close();
    await expect(pool.run('a')).rejects.toThrow('ended');
  });

  it('of one thread apart does its work there', async () => {
    const path = worker('apart', 'return () => typeof globalThis.here;');
    const pool = await openPool<string, string>({ threads: 1, isApart: true, path, load: unused });
    (globalThis as { here?: boolean }).here = true;
    expect(await pool.run('a')).toBe('undefined');
    await pool.close();
  });

  it('gives up a task that takes too long, and no other', async () => {
    const path = worker('slow', `return (input) => { while (input === 'slow'); return input; };`);
    const pool = await openPool<string, string>({
      threads: 1,
      isApart: true,
      path,
      load: unused,
      withinMs: 300,
    });
    const [slow, next, last] = await Promise.allSettled(['slow', 'b', 'c'].map((input) => pool.run(input)));
    expect((slow as PromiseRejectedResult).reason).toBeInstanceOf(TookTooLong);
    expect([next, last]).toEqual(['b', 'c'].map((value) => ({ status: 'fulfilled', value })));
    await pool.close();
  });

  it('of one thread does its work here', async () => {
    const load = () => (input: string) => input.length;
    const pool = await openPool({ threads: 1, path: join(folder, 'nowhere.mjs'), load });
    expect(await pool.run('four')).toBe(4);
    await pool.close();
  });
});
