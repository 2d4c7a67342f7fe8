import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order.js';

/** Work that is done when the test says so. */
function byHand() {
  const open = new Map<string, { done: (answer: string) => void; fail: (error: Error) => void }>();
  const work = (input: string) =>
    new Promise<string>((done, fail) => {
      open.set(input, { done, fail });
    });
  return { open, work };
}

/** Lets everything that can go on do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('answers in order', () => {
  it('come as their inputs did, whichever is done first', async () => {
    const { open, work } = byHand();
    const answers = inOrder(['a', 'b', 'c'], 3, work);
    const first = answers.next();
    await settled();
    open.get('c')!.done('C');
    open.get('b')!.done('B');
    open.get('a')!.done('A');
    expect([await first, await answers.next(), await answers.next(), await answers.next()]).toEqual([
      { done: false, value: 'A' },
      { done: false, value: 'B' },
      { done: false, value: 'C' },
      { done: true, value: undefined },
    ]);
  });

  it('take only so many inputs ahead', async () => {
    const { open, work } = byHand();
    const answers = inOrder('abcdef', 2, work);
    const first = answers.next();
    await settled();
    expect([...open.keys()]).toEqual(['a', 'b']);
    open.get('a')!.done('A');
    await first;
    await settled();
    expect([...open.keys()]).toEqual(['a', 'b']);
    answers.next();
    await settled();
    expect([...open.keys()]).toEqual(['a', 'b', 'c']);
  });

  it('are handed on while the next input is still to come', async () => {
    async function* slow() {
      yield 'a';
      await new Promise(() => undefined);
    }
    const answers = inOrder(slow(), 4, async (input) => input.toUpperCase());
    expect(await answers.next()).toEqual({ done: false, value: 'A' });
    await answers.return(undefined);
  });

  it('fail in their turn', async () => {
    const answers = inOrder(['a', 'b'], 2, async (input) => {
      if (input === 'b') throw new Error('no b');
      return input;
    });
    expect((await answers.next()).value).toBe('a');
    await expect(answers.next()).rejects.toThrow('no b');
  });

  it('come before what the inputs throw', async () => {
    function* broken() {
      yield 'a';
      throw new Error('torn');
    }
    const answers = inOrder(broken(), 4, async (input) => input);
    expect((await answers.next()).value).toBe('a');
    await expect(answers.next()).rejects.toThrow('torn');
  });
});
