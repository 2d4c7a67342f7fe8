import { expect, it } from 'vitest';
import { loadBlocs } from './load-blocs.js';

const members = (name: string, from: string | null, to: string | null) =>
  loadBlocs()
    .find((one) => one.name === name)!
    .membersBetween(from, to);

it('counts who belonged to a bloc on some day of a stretch', () => {
  expect(members('EU', '2020-06-01', '2021-06-01')).not.toContain('GBR');
  expect(members('EU', '2019-06-01', '2021-06-01')).toContain('GBR');
  expect(members('NATO', null, '1950-01-01')).toHaveLength(12);
  expect(members('NATO', '2024-06-01', null)).toHaveLength(32);
  expect(members('EU', '2024-01-01', null)).toHaveLength(27);
});

it('lets a member leave and come back', () => {
  expect(members('LAS', '2015-01-01', '2015-12-31')).not.toContain('SYR');
  expect(members('LAS', '2024-01-01', null)).toContain('SYR');
});
