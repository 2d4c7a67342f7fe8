/**
 * Makes data/country-codes.csv: what other lists call the countries of data/countries.csv.
 *
 *     node scripts/data/build-country-codes.mjs FOLDER PACKAGE
 *
 * FOLDER holds the list of states that data/README.md names, PACKAGE is the unpacked npm package country-code-lookup.
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { readCsv } from './council/sources.mjs';
import { writeCsv } from './write-csv.mjs';

/** States of the Correlates of War whose names are none of ours, or the name of another of ours. */
const RENAMED = {
  56: 'LCA',
  57: 'VCT',
  60: 'KNA',
  484: 'COG',
};

/** What the package lacks (FSM), or has though FIPS 10-4 has no such code (ALA, BES). */
const FIPS = { FSM: 'FM', ALA: '', BES: '' };

const [folder, unpacked] = process.argv.slice(2);
if (folder === undefined || unpacked === undefined)
  throw new Error(
    'Say where the material and the package are: node scripts/data/build-country-codes.mjs FOLDER PACKAGE',
  );
const data = join(import.meta.dirname, '..', '..', 'data');
const countries = readCsv(data, 'countries.csv');
const lookup = createRequire(import.meta.url)(resolve(unpacked));
const fips = new Map(lookup.countries.map((one) => [one.iso3, one.fips]));
const correlates = statesOf();

writeCsv(
  join(data, 'country-codes.csv'),
  'code,correlates,fips',
  countries.flatMap(({ code }) => {
    const codes = [correlates.get(code) ?? '', FIPS[code] ?? fips.get(code) ?? ''];
    return codes.every((one) => one === '') ? [] : [[code, ...codes]];
  }),
);

/** The number of each country: of several, that of the state that lasted longest. */
function statesOf() {
  const byName = new Map(
    countries.flatMap((row) =>
      [row.name, ...row.aliases.split('|')].map((name) => [name.toLowerCase(), row.code]),
    ),
  );
  const found = new Map();
  for (const row of readCsv(folder, 'cow_states_1816-2016.csv')) {
    const number = Number(row.ccode);
    const code = RENAMED[number] ?? byName.get(row.statenme.toLowerCase());
    // The list goes on with Yugoslavia's number for the Serbia of today.
    const last = code === 'YUG' && Number(row.endyear) === 2016 ? 'SRB' : undefined;
    for (const one of [code, last]) {
      const before = found.get(one);
      if (one !== undefined && (before === undefined || before.until <= Number(row.endyear)))
        found.set(one, { number, until: Number(row.endyear) });
    }
  }
  return new Map([...found].map(([code, { number }]) => [code, number]));
}
