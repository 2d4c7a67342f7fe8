import type { JudgedRow } from './judged-rows.js';

/** **Units** UTF-16 units of text shown before and after the cue. */
const AROUND = 420;

/** An event for a reader to judge, with the words around it; the other reader's verdict is left out. */
export function printRow(row: JudgedRow, text: string, number: number): string {
  const before = flat(text.slice(Math.max(0, row.start - AROUND), row.start));
  const after = flat(text.slice(row.end, row.end + AROUND / 2));
  const status = [row.standing, row.auxiliary].filter((one) => one !== '').join(', ');
  return [
    `#${number} ${row.type}${row.mode === '' ? '' : `/${row.mode}`} [${status}] ${row.confidence} ${row.by}`,
    `  actor      ${row.actors || 'nobody'}`,
    `  recipient  ${row.recipients || 'nobody'}`,
    `  ${before}⟦${flat(text.slice(row.start, row.end))}⟧${after}`,
    '',
  ].join('\n');
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
