/** Numbers of states, as the Correlates of War and Gleditsch and Ward give them, and our codes for them. */
import { readCsv } from '../council/sources.mjs';

/** Numbers that name a state of ours beside its own in data/country-codes.csv. */
const OTHERS = {
  260: 'DEU',
  340: 'SRB',
  678: 'YEM',
};

/** Where Gleditsch and Ward number the small states of the Pacific otherwise. */
const PACIFIC = { 970: 'KIR', 971: 'NRU', 972: 'TON', 973: 'TUV' };

/**
 * A reader of numbers, which counts those that name no state of ours.
 *
 * **Shape** `codeOf(number, year)` gives a code, or null for a former state without one (Hanover, South Yemen, the
 * Republic of Vietnam …); `left` counts these.
 */
export function readStates(data, { pacific = false } = {}) {
  const codes = new Map(
    readCsv(data, 'country-codes.csv').flatMap(({ code, correlates }) =>
      correlates === '' ? [] : [[Number(correlates), code]],
    ),
  );
  for (const [number, code] of Object.entries({ ...OTHERS, ...(pacific ? PACIFIC : {}) }))
    codes.set(Number(number), code);
  const left = new Map();
  return {
    left,
    codeOf: (text, year) => {
      const number = Number(text);
      // One number runs from the Serbia of old through Yugoslavia to the Serbia of today.
      if (number === 345) return year > 1918 && year < 1992 ? 'YUG' : 'SRB';
      const code = codes.get(number) ?? null;
      if (code === null) left.set(number, (left.get(number) ?? 0) + 1);
      return code;
    },
  };
}

/** Years that follow each other, as first and last. */
export function spells(years) {
  const found = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else found.push([year, year]);
  }
  return found;
}
