/** Strategic rivalries between two states. */
import { readCsv } from '../council/sources.mjs';
import { readStates } from './states.mjs';

const KINDS = ['positional', 'spatial', 'ideological', 'interventionary'];

export const RIVALRY_HEADER = 'one,other,from,to,kinds';

/** **Source** Thompson, Sakuwa and Suhas (2021). */
export function rivalryRows(folder, data) {
  const { codeOf, left } = readStates(data);
  const material = readCsv(folder, 'tss_rivalries.csv');
  const end = Math.max(...material.map((row) => Number(row.end)));
  const rows = material.flatMap((row) => {
    const [from, to] = [Number(row.start), Number(row.end)];
    const codes = [codeOf(row.ccode1, to), codeOf(row.ccode2, to)];
    if (codes.includes(null)) return [];
    const [one, other] = codes.sort();
    const kinds = KINDS.filter((kind) => Number(row[kind]) === 1);
    return [[one, other, from, to === end ? `${to}+` : to, kinds.join('|')]];
  });
  return { rows, left, skipped: material.length - rows.length };
}
