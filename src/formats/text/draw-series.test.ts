import { expect, it } from 'vitest';
import { drawSeries, drawStrip } from './draw-series.js';

it('draws a rising line from the lower left to the upper right', () => {
  const points = [0, 1, 2, 3].map((value) => ({ value, low: null, high: null }));
  const rows = drawSeries(points, { width: 2, rows: 1, least: 0, most: 3 });
  expect(rows).toEqual(['⣠⠞']);
});

it('leaves a gap where nothing is known', () =>
  expect(
    drawSeries([{ value: null, low: null, high: null }], { width: 3, rows: 1, least: -1, most: 1 }),
  ).toEqual(['⠀⠀⠀']));

it('draws counts as blocks, the greatest full and none as nothing', () =>
  expect(drawStrip([0, 1, 2, 8], 4)).toBe(' ▁▂█'));
