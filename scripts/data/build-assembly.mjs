/**
 * Makes data/assembly/ (roll calls, voters, ideal points) and data/alliances.csv from the material on the
 * General Assembly and on alliances.
 *
 *     node scripts/data/build-assembly.mjs FOLDER
 *
 * FOLDER holds the files that data/README.md names.
 */
import { join } from 'node:path';
import { ALPHA3 } from './alpha3.mjs';
import { readCsv } from './council/sources.mjs';
import { writeCsv } from './write-csv.mjs';

/** Members that no code of today names; what is left of Yemen's and Germany's first states voted on as YEM and DEU. */
const PAST = {
  'Federal Republic of Germany': 'DEU',
  'German Democratic Republic': 'DDR',
  'Yemen Arab Republic': 'YEM',
  "Yemen People's Republic": 'YMD',
  Zanzibar: 'EAZ',
  Yugoslavia: 'YUG',
  Czechoslovakia: 'CSK',
};

/** Codes of the Correlates of War project whose states the ideal points do not hold, or hold under another code. */
const CORRELATES = { 260: 'DEU', 265: 'DDR', 315: 'CSK', 345: 'YUG', 678: 'YEM', 680: 'YMD', 713: 'TWN' };

/** **Units** characters of a description that are kept. */
const DESCRIBED = 160;

/** What allies promise, by the columns of the material. */
const PLEDGES = {
  defense: 'defence',
  offense: 'offence',
  neutral: 'neutrality',
  nonagg: 'nonaggression',
  consul: 'consultation',
};

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the material is: node scripts/data/build-assembly.mjs FOLDER');
const data = join(import.meta.dirname, '..', '..', 'data');

const points = readCsv(folder, 'unga_ideal_points_2020.csv');
const codeOf = new Map(points.map((row) => [row.ccode, row.iso3c]));
for (const [ccode, code] of Object.entries(CORRELATES)) codeOf.set(ccode, code);
writeRollCalls();
writeIdealPoints();
writeAlliances();

function writeRollCalls() {
  const codes = new Set();
  const ballots = new Map();
  for (const row of readCsv(folder, 'unga_votes.csv.gz')) {
    const id = Number(row.rcid);
    const code = PAST[row.country] ?? ALPHA3[row.country_code];
    if (code === undefined) throw new Error(`No code for ${row.country} (${row.country_code})`);
    codes.add(code);
    const cast = ballots.get(id) ?? new Map();
    ballots.set(id, cast.set(code, { yes: 'y', no: 'n', abstain: 'a' }[row.vote]));
  }
  const voters = [...codes].sort();
  const titles = [];
  const issues = new Map();
  for (const { rcid, short_name } of readCsv(folder, 'unga_issues.csv')) {
    issues.set(Number(rcid), [...(issues.get(Number(rcid)) ?? []), short_name]);
  }
  const rows = readCsv(folder, 'unga_roll_calls_1946-2019.csv').flatMap((row) => {
    const id = Number(row.rcid);
    const cast = ballots.get(id);
    if (cast === undefined) return [];
    const title = shorten(
      row.short.trim() === row.short.trim().toUpperCase() ? sentence(row.short) : row.short,
    );
    const text = shorten(row.descr === row.descr.toUpperCase() ? sentence(row.descr) : row.descr);
    const key = String(id).padStart(4, '0');
    titles.push([key, title, text === title ? '' : text]);
    return [
      [
        key,
        Number(row.session),
        row.date,
        symbolOf(row.unres),
        Number(row.amend) === 1 ? 'amendment' : Number(row.para) === 1 ? 'paragraph' : 'whole',
        (issues.get(id) ?? []).sort().join('|'),
        voters
          .map((code) => cast.get(code) ?? '.')
          .join('')
          .replace(/\.+$/, ''),
      ],
    ];
  });
  writeCsv(
    join(data, 'assembly', 'voters.csv'),
    'code',
    voters.map((code) => [code]),
  );
  writeCsv(join(data, 'assembly', 'roll-calls.csv'), 'id,session,date,symbol,on,issues,ballots', rows);
  writeCsv(join(data, 'assembly', 'titles.csv'), 'id,title,text', titles);
}

/** `R/73/88` is A/RES/73/88; up to the 30th session the material's numbers are its own and no resolution's. */
function symbolOf(unres) {
  const [, session, number] = /^R\/(\d+)\/(\S+)$/.exec(unres) ?? [];
  if (session === undefined) return unres.startsWith('A/RES/') ? unres : '';
  return Number(session) > 30 ? `A/RES/${session}/${number}` : '';
}

function sentence(text) {
  const lower = text.trim().toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** What says only that this is a resolution says nothing. */
function shorten(text) {
  const bare = text.replace(/\s*:?\s*resolution \/ adopted by the General Assembly.*$/i, '').trim();
  return bare.length <= DESCRIBED ? bare : `${bare.slice(0, bare.lastIndexOf(' ', DESCRIBED))} …`;
}

function writeIdealPoints() {
  const rows = points.flatMap((row) => {
    const code = codeOf.get(row.ccode);
    const { IdealPoint: point, NVotes: votes } = row;
    if (code === undefined || code === '' || code === 'NA' || !Number.isFinite(Number.parseFloat(point)))
      return [];
    return [[String(row.session).padStart(2, '0'), code, Number(point).toFixed(3), votes]];
  });
  writeCsv(join(data, 'assembly', 'ideal-points.csv'), 'session,code,point,votes', rows);
}

/** Years in a row with the same pledges are one line. */
function writeAlliances() {
  const years = new Map();
  const unknown = new Set();
  for (const row of readCsv(folder, 'atop_alliance_dyadyear.csv')) {
    const [a, b] = [codeOf.get(row.ccode1), codeOf.get(row.ccode2)].sort();
    if (a === undefined || b === undefined) {
      for (const ccode of [row.ccode1, row.ccode2]) if (!codeOf.has(ccode)) unknown.add(ccode);
      continue;
    }
    const pledges = Object.keys(PLEDGES).flatMap((key) =>
      Number(row[`atop_${key}`]) === 1 ? [PLEDGES[key]] : [],
    );
    if (pledges.length === 0) continue;
    const key = `${a},${b},${pledges.join('|')}`;
    years.set(key, (years.get(key) ?? new Set()).add(Number(row.year)));
  }
  if (unknown.size > 0) console.log('states without a code, left out:', [...unknown].join(' '));
  const rows = [...years].flatMap(([key, set]) => {
    const [a, b, pledges] = key.split(',');
    return spells([...set].sort((x, y) => x - y)).map(([from, to]) => [a, b, from, to, pledges]);
  });
  writeCsv(join(data, 'alliances.csv'), 'one,other,from,to,pledges', rows);
}

function spells(years) {
  const found = [];
  for (const year of years) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else found.push([year, year]);
  }
  return found;
}
