/** Readers of the material on the Security Council: each gives plain records, faults mended as they are known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

export function readCsv(folder, name) {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return parse(text, { columns: true, bom: true, relax_quotes: true });
}

/** The seat's country in a reader's sense; data/council-seats.csv says who held it when. */
export function seat(code) {
  return { SUN: 'RUS', TWN: 'CHN' }[code] ?? code;
}

/** `S/RES/2459(2019)` and `S/RES/2459 (2019)` are `S/RES/2459`; drafts lose "(as amended)" and the like. */
export function symbol(text) {
  return text.replace(/\s*\(.*|\s+and .*|,.*/, '').trim();
}

/** A draft without its revision or correction, by which one list goes and another does not. */
export function unrevised(key) {
  return key.replace(/\/(?:Rev|Corr|Add)\.\d+/g, '');
}

/** "14-15 December 2001", "30 January 86", "2/16/1946": the last day of a range. */
export function isoDay(text) {
  const american = /^(\d+)\/(\d+)\/(\d{4})$/.exec(text);
  if (american) return `${american[3]}-${american[1].padStart(2, '0')}-${american[2].padStart(2, '0')}`;
  const [, day, month, year] = /(\d+)\s+([A-Z][a-z]+)\s+(\d{2,4})$/.exec(text);
  const number = MONTHS.indexOf(month.slice(0, 3)) + 1;
  return `${year.length === 2 ? `19${year}` : year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Who cast a veto, from "China ; Russian Federation". */
export function vetoers(text) {
  return text
    .split(/\s*[;,]\s*/)
    .filter(Boolean)
    .map((name) => PERMANENT[name])
    .sort();
}

const PERMANENT = {
  China: 'CHN',
  France: 'FRA',
  Russia: 'RUS',
  'Russian Federation': 'RUS',
  UK: 'GBR',
  USA: 'USA',
  USSR: 'RUS',
};

/** Members by year, from the list of terms. */
export function readMembers(folder) {
  const members = new Map();
  for (const row of readCsv(folder, 'sc_membership_1946-2026.csv')) {
    const year = Number(row.year);
    if (!members.has(year)) members.set(year, []);
    members.get(year).push({ code: seat(row.iso3), permanent: row.permanent === '1' });
  }
  return members;
}

/** Codes of states as the UN names them. */
export function codesByName(dataFolder) {
  const codes = new Map(
    readCsv(dataFolder, 'countries.csv').flatMap((row) =>
      [row.name, ...row.aliases.split('|')].map((name) => [name, row.code]),
    ),
  );
  return (name) =>
    codes.get(name) ?? codes.get(name.replace(/ \(.*| Arab Jamahiriya$/, '').replace("Cote d' ", "Cote d'"));
}

/** The states that laid a draft before the Council, from "Bolivia, Ivory Coast and the Netherlands."; others are left out. */
export function sponsors(text, codes) {
  const names = text
    .replace(/\.\s*$/, '')
    .replace(/^\s*by\s+/i, '')
    .split(
      /\s*;\s*|,\s+(?:and\s+)?|\s+and\s+(?:the\s+)?(?!Tobago|Herzegovina|Northern Ireland|Nevis|Barbuda|the Grenadines|Montenegro|Principe)/,
    );
  const found = names
    .map((name) => name.trim().replace(/^(?:the\s+|and\s+)+/, ''))
    .flatMap((name) => (name === '' ? [] : (codes(name) ?? [])));
  return [...new Set(found)].sort();
}
