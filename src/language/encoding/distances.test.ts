import { describe, expect, it } from 'vitest';
import { DISTANCES, distanceOf } from './distances.js';

describe('kinds of distance', () => {
  it('tell near ones apart', () => expect(new Set([-3, -2, -1, 1, 2, 3].map(distanceOf)).size).toBe(6));

  it('take far ones together', () => {
    expect(distanceOf(31)).toBe(distanceOf(400));
    expect(distanceOf(9)).toBe(distanceOf(10));
    expect(distanceOf(10)).not.toBe(distanceOf(11));
  });

  it('tell left from right, and keep to their number', () => {
    for (let offset = 1; offset < 600; offset++) {
      expect(distanceOf(-offset)).not.toBe(distanceOf(offset));
      expect(distanceOf(-offset)).toBeLessThan(DISTANCES);
    }
  });
});
