import { describe, expect, it } from 'vitest';
import { RapporteurError } from '../../../errors.js';
import { reportFromText } from '../../../intake/index.js';
import { hashText } from '../../../language/kernel/hash.js';
import { type Engine, loadEngine, readReport } from '../../../pipeline.js';
import { type Arbiter, judge, reasonsFor } from './arbiter.js';
import { decodeArbiter, encodeArbiter } from './load-arbiter.js';

const small: Arbiter = {
  version: 'test',
  types: ['ACCUSE', 'AID', 'ASSAULT'],
  rows: new Map([
    [hashText('run|blame', 0), 0],
    [hashText('run|aid', 0), 1],
  ]),
  weights: Int8Array.from([100, -50, -50, -20, 60, -40]),
  scale: 0.02,
  sharpness: 1,
  learned: new Set([7, -8]),
};

describe('judge', () => {
  it('gives odds that sum to one, the largest where the weights point', () => {
    const odds = judge(small, new Map([['run|blame', 1]]));
    expect(odds.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
    expect(odds[0]! / odds[1]!).toBeCloseTo(Math.exp(3), 6);
  });

  it('passes over what it has never seen', () =>
    expect([...judge(small, new Map([['run|unheard-of', 1]]))]).toEqual([1 / 3, 1 / 3, 1 / 3]));
});

describe('reasonsFor', () => {
  it('lists what speaks for one type rather than another', () => {
    const bag = new Map([
      ['run|blame', 1],
      ['run|aid', 0.5],
    ]);
    expect(reasonsFor(small, bag, 'ACCUSE', 'AID')).toEqual([{ feature: 'run|blame', weight: 3 }]);
  });
});

describe('the file', () => {
  it('comes back as it went', () => expect(decodeArbiter(encodeArbiter(small), 'here')).toEqual(small));

  it('is refused where bytes are missing', () =>
    expect(() => decodeArbiter(encodeArbiter(small).subarray(0, -1), 'here')).toThrow(RapporteurError));

  it('is refused where it is something else', () =>
    expect(() => decodeArbiter(new Uint8Array(20), 'here')).toThrow(/begins with no header/));
});

describe('in a reading', () => {
  let engine: Engine | undefined;
  const eventsOf = (text: string) => {
    engine ??= loadEngine();
    return readReport(reportFromText(text), engine).events;
  };

  it('is surer of an event that the whole clause tells', () => {
    const plain = eventsOf('Turkish jets bombed Kurdish rebels in northern Iraq.')[0]!;
    expect(plain.type).toBe('ASSAULT');
    expect(plain.confidence).toBeGreaterThan(0.5);
  });

  it('leaves a frame of several words as it is', () => {
    const [event] = eventsOf('The European Union imposed sanctions on 40 Belarusian officials.');
    expect(event).toMatchObject({ type: 'SANCTION', by: 'verb:impose+[sanction]|fee|tax' });
  });
});
