/**
 * Adds to data/tenures.csv what the material says and no editor wrote: leaders to 2015 (Archigos), office holders in
 * June 2019 (CIA), heads of state and government in mid-2022 (Wikidata). Rows of origin `editor` stay as they are.
 *
 *     node scripts/data/build-tenures.mjs FOLDER
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readLeaders } from './tenures/archigos.mjs';
import { readMinisters } from './tenures/cia.mjs';
import { readHeads } from './tenures/wikidata.mjs';
import { writeCsv } from './write-csv.mjs';

/** Offices that one person a country holds. */
const SINGLE = new Set(
  (
    'president prime-minister chancellor monarch foreign-minister defence-minister interior-minister finance-minister ' +
    'un-ambassador central-bank-governor supreme-leader army-chief attorney-general justice-minister'
  ).split(' '),
);

const HEADER = 'person,country,office,title,start,end,as_of,origin';

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the material is: node scripts/data/build-tenures.mjs FOLDER');
const data = join(import.meta.dirname, '..', '..', 'data');
const read = (name) => parse(readFileSync(join(data, name), 'utf8'), { columns: true });
const codes = new Map(
  read('countries.csv').flatMap((row) =>
    [row.name, ...row.aliases.split('|')].filter(Boolean).map((name) => [name, row.code]),
  ),
);
const rows = read('tenures.csv').filter((row) => row.origin === 'editor');
const names = new Map(
  read('people.csv').flatMap((row) =>
    [row.name, ...row.aliases.split('|')].map((name) => [plain(name), row.name]),
  ),
);
for (const row of rows) names.set(plain(row.person), row.person);

for (const row of [...readLeaders(folder), ...readMinisters(folder, codes), ...readHeads(folder, codes)]) {
  const person = names.get(plain(row.person)) ?? row.person;
  const known = rows.some(
    (other) =>
      other.country === row.country &&
      other.office === row.office &&
      (other.person === person
        ? overlap(other, row)
        : surname(other.person) === surname(person) && overlap(other, row)),
  );
  if (known || isTaken(row)) continue;
  names.set(plain(person), person);
  rows.push({ title: '', start: '', end: '', as_of: '', ...row, person });
}

writeCsv(
  join(data, 'tenures.csv'),
  HEADER,
  rows.map((row) => HEADER.split(',').map((column) => row[column])),
);

/** A snapshot adds nothing where an editor names who held the office then. */
function isTaken(row) {
  return (
    row.as_of !== undefined &&
    SINGLE.has(row.office) &&
    rows.some((other) => other.country === row.country && other.office === row.office && overlap(other, row))
  );
}

function overlap(a, b) {
  const [aStart, aEnd] = bounds(a);
  const [bStart, bEnd] = bounds(b);
  return aStart <= bEnd && bStart <= aEnd;
}

function bounds({ start = '', end = '', as_of: asOf = '' }) {
  if (asOf !== '') return [asOf, asOf];
  return [start, end === '' ? '9999' : `${end}~`];
}

function plain(name) {
  return name
    .normalize('NFD')
    .replace(/[^\p{L} -]/gu, '')
    .replaceAll('-', ' ')
    .toLowerCase();
}

function surname(name) {
  return plain(name).split(' ').at(-1);
}
