/**
 * Makes data/militarised-disputes.csv, data/rivalries.csv and data/armed-conflicts.csv from the material on conflicts
 * between states, and says which states were left out for want of a code.
 *
 *     node scripts/data/build-conflicts.mjs FOLDER
 *
 * FOLDER holds the files that data/README.md names; data/country-codes.csv must be there.
 */
import { join } from 'node:path';
import { ARMED_HEADER, armedRows } from './conflicts/armed.mjs';
import { DISPUTE_HEADER, disputeRows } from './conflicts/disputes.mjs';
import { RIVALRY_HEADER, rivalryRows } from './conflicts/rivalries.mjs';
import { writeCsv } from './write-csv.mjs';

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the material is: node scripts/data/build-conflicts.mjs FOLDER');
const data = join(import.meta.dirname, '..', '..', 'data');

for (const [file, header, { rows, left, skipped }] of [
  ['militarised-disputes.csv', DISPUTE_HEADER, disputeRows(folder, data)],
  ['rivalries.csv', RIVALRY_HEADER, rivalryRows(folder, data)],
  ['armed-conflicts.csv', ARMED_HEADER, armedRows(folder, data)],
]) {
  writeCsv(join(data, file), header, rows);
  const counts = [...left].sort(([a], [b]) => a - b).map(([number, count]) => `${number} ×${count}`);
  console.log(
    `${file}: ${rows.length} rows; ${skipped} left out for states without a code: ${counts.join(', ')}`,
  );
}
