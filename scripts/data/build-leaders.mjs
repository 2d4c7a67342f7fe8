/**
 * Makes data/leaders-by-day.csv: who led which state when, as evidence for what reports say of offices.
 *
 *     node scripts/data/build-leaders.mjs FOLDER
 *
 * FOLDER holds the files that data/README.md names.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readCsv } from './council/sources.mjs';
import { CODES } from './tenures/archigos.mjs';
import { writeCsv } from './write-csv.mjs';

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the material is: node scripts/data/build-leaders.mjs FOLDER');
const data = join(import.meta.dirname, '..', '..', 'data');
const countries = parse(readFileSync(join(data, 'countries.csv'), 'utf8'), { columns: true });
const known = new Set(countries.map(({ code }) => code));
const byName = new Map(
  countries.flatMap((row) => [row.name, ...row.aliases.split('|')].map((name) => [name, row.code])),
);

/** The council's record begins then. */
const FIRST = '1945';

writeCsv(join(data, 'leaders-by-day.csv'), 'country,name,office,start,end,origin', [
  ...leaders(),
  ...heads(),
]);

/** Effective leaders, whatever their office; the last day of the data ends nothing. */
function leaders() {
  return readCsv(folder, 'archigos_leaders_1840-2015.csv').flatMap((row) => {
    const code = row.obsid.slice(0, 3);
    const country = CODES[code] ?? code;
    const end = row.enddate.slice(0, 10);
    if (end < FIRST || !known.has(country)) return [];
    const name = row.leader.replace(/^(.*), (.*)$/, '$2 $1');
    return [
      [
        country,
        name,
        'leader',
        row.startdate.slice(0, 10),
        end >= '2015-12-31' ? '2015-12-31+' : end,
        'archigos',
      ],
    ];
  });
}

/** Heads of state and government about 2022, by years. */
function heads() {
  return readCsv(folder, 'wikidata_heads_2022.csv').flatMap((row) => {
    const country =
      byName.get(row.country) ?? byName.get(row.country.replace(/^(?:the |Kingdom of |Republic of )+/i, ''));
    if (country === undefined || row.start_year === '') return [];
    const office = /prime minister|head of government|chancellor|premier|taoiseach/i.test(row.positionLabel)
      ? 'head of government'
      : 'head of state';
    const end = row.end_year === '' ? '2022+' : row.end_year.replace(/\.0$/, '');
    return [
      [country, row.officeholderLabel, office, row.start_year.replace(/\.0$/, ''), end, 'wikidata-2022'],
    ];
  });
}
