/** Writes a data file as all of them stand: a header, then one entry a line in the order of its cells. */
import { writeFileSync } from 'node:fs';

export function writeCsv(path, header, rows) {
  const tidy = rows.map((row) =>
    row.map((cell) =>
      String(cell ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
  tidy.sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  const lines = tidy.map((row) => row.map(quote).join(','));
  writeFileSync(path, `${[header, ...new Set(lines)].join('\n')}\n`);
}

function sortKey(row) {
  return Buffer.from(row.join('\0').replaceAll('"', ''));
}

function quote(cell) {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
