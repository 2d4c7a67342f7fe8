import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../package-root.js';
import { foldName } from '../gazetteer/fold.js';
import { distanceBetween } from './geography.js';
import { loadGeography } from './load-geography.js';

const geography = loadGeography();

const check = (name: string, ...expected: readonly string[]) =>
  it(name, () => {
    const found = geography.named(name).map((one) => `${one.kind} ${one.country} ${one.region ?? '-'}`);
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });

describe('the places of a name', () => {
  check('Innisfail', 'city AUS Queensland', 'city CAN Alberta');
  check('SAINT-MARC', 'city HTI Artibonite');
  check('St. Marc', 'city HTI Artibonite');
  check('Tocantins', 'region BRA -');
  check('Abia', 'region NGA -');
  check('Abia State', 'region NGA -');
  check('Scott County', 'district USA Iowa', 'district USA Kentucky');
  it('are none where nobody knows it', () => expect(geography.named('Qwghlm')).toEqual([]));
  it('are none for no name', () => expect(geography.named(' - ')).toEqual([]));
});

it('settlements stand in the order of their folded names, each line whole', () => {
  const text = readFileSync(packagePath('data', 'geography', 'settlements.csv'), 'utf8');
  const lines = text.trimEnd().split('\n').slice(1);
  let previous = '';
  for (const line of lines) {
    const cells = line.split(',');
    const name = foldName(cells[0]!);
    if (name < previous || cells.length !== 7 || !/^(?:city|district)$/.test(cells[1]!)) {
      expect.fail(`settlements.csv: "${line}" after a place that folds to "${previous}"`);
    }
    previous = name;
  }
  expect(lines.length).toBeGreaterThan(180_000);
});

describe('distances', () => {
  const [quito, singapore] = [
    { latitude: -0.22, longitude: -78.51 },
    { latitude: 1.29, longitude: 103.85 },
  ];
  it('are nothing to oneself', () => expect(distanceBetween(quito, quito)).toBe(0));
  it('go round the earth', () => expect(distanceBetween(quito, singapore)).toBeCloseTo(19_703, -2));
});
