/** Armed conflicts with states on both sides, a row for each two states and each stretch of years. */
import { readCsv } from '../council/sources.mjs';
import { readStates, spells } from './states.mjs';

export const ARMED_HEADER = 'one,other,from,to,intensity,about,role-one,role-other,within,id';

/** **Source** the UCDP/PRIO Armed Conflict Dataset (Gleditsch and others 2002), 1946 to 2024. */
export function armedRows(folder, data) {
  const { codeOf, left } = readStates(data, { pacific: true });
  const material = readCsv(folder, 'ucdp_acd.csv');
  const end = Math.max(...material.map(year));
  const pairs = new Map();
  let skipped = 0;
  for (const row of material) {
    for (const opponents of opponentsIn(row)) {
      const sides = opponents
        .map(({ number, role }) => ({ code: codeOf(number, year(row)), role }))
        .sort((a, b) => (a.code < b.code ? -1 : 1));
      if (sides.some(({ code }) => code === null)) {
        skipped++;
        continue;
      }
      const key = [row.conflict_id, ...sides.flatMap(({ code, role }) => [code, role])].join(' ');
      const within = isBetweenStates(row) ? '' : codeOf(row.gwno_a, year(row));
      pairs.set(key, { sides, within, rows: [...(pairs.get(key)?.rows ?? []), row] });
    }
  }
  const rows = [...pairs.values()].flatMap(({ sides: [one, other], within, rows: all }) => {
    const areParties = one.role === 'party' && other.role === 'party';
    return spells(all.map(year)).map(([from, to]) => {
      const own = all.filter((row) => year(row) >= from && year(row) <= to);
      return [
        one.code,
        other.code,
        areParties ? startOf(own, from) : from,
        to === end ? `${to}+` : areParties ? endOf(own, to) : to,
        own.some((row) => Number(row.intensity_level) === 2) ? 'war' : 'minor',
        aboutOf(own),
        one.role,
        other.role,
        within,
        Number(own[0].conflict_id),
      ];
    });
  });
  return { rows, left, skipped };
}

/**
 * Who stood against whom. Parties face each other, and those who send troops to the other side; two that only support
 * opposite sides do not face each other: peacekeepers and allies far from each other are among them.
 */
function opponentsIn(row) {
  const a = { number: row.gwno_a, role: 'party' };
  const behindA = { number: row.gwno_a_2nd, role: 'support' };
  const b = { number: row.gwno_b, role: 'party' };
  const behindB = { number: row.gwno_b_2nd, role: 'support' };
  return [
    [a, b],
    [a, behindB],
    [behindA, b],
  ].filter((pair) => pair.every(({ number }) => number !== ''));
}

function isBetweenStates(row) {
  return row.gwno_b !== '';
}

function aboutOf(rows) {
  const about = rows.flatMap(({ incompatibility }) =>
    incompatibility === 'both' ? ['government', 'territory'] : [incompatibility],
  );
  return [...new Set(about)].sort().join('|');
}

/** Turkey landed on Cyprus on 20 July 1974, and not a month before. */
const MENDED = { '323 1974-06-20': '1974-07-20' };

/** The day or month on which the episode began, where it began in that year and the source knows so much. */
function startOf(rows, from) {
  const first = rows.toSorted((a, b) => (a.start_date2 < b.start_date2 ? -1 : 1))[0];
  const day = MENDED[`${Number(first.conflict_id)} ${first.start_date2}`] ?? first.start_date2;
  if (Number(day.slice(0, 4)) !== from) return from;
  const precision = Number(first.start_prec2);
  return precision === 1 ? day : precision <= 3 ? day.slice(0, 7) : from;
}

/** Of an end that is not known to the day the source gives the last day of the year. */
function endOf(rows, to) {
  const last = rows.findLast((row) => year(row) === to);
  const day = Number(last.ep_end) === 1 ? last.ep_end_date : '';
  return Number(day.slice(0, 4)) === to && !day.endsWith('-12-31') ? day : to;
}

function year(row) {
  return Number(row.year);
}
