// Builds data/cameo.csv from the tables of CAMEO's scores and of its codes' PLOVER types:
// node scripts/data/build-cameo.mjs FOLDER, which holds goldstein-cameo.csv and cameo-to-plover.txt.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Name the folder that holds goldstein-cameo.csv and cameo-to-plover.txt.');
  process.exit(2);
}

const MODES = modesOf(readFileSync(join(root, 'data', 'codebook', 'types.csv'), 'utf8'));
const plover = new Map();
for (const line of readFileSync(join(folder, 'cameo-to-plover.txt'), 'utf8').split('\n')) {
  const [, code, type, mode] = /^(\d{2,4}):\s*([A-Z]+)\s*(?:,\s*([a-z-]*))?/.exec(line) ?? [];
  // Draft modes that the codebook has not are left out; its types are all there.
  if (code !== undefined && MODES.has(type)) plover.set(code, [type, MODES.get(type).has(mode) ? mode : '']);
}
const rows = [];
for (const line of readFileSync(join(folder, 'goldstein-cameo.csv'), 'utf8').trim().split('\n').slice(1)) {
  const [, code, score] = /^(\d+),(?:"[^"]*"|[^",]*),(-?[\d.]+)/.exec(line.trim()) ?? [];
  if (code === undefined) continue;
  // Statements and appeals (01, 02) are not in the table: an appeal is a request, a statement no event.
  const [type, mode] = plover.get(code) ??
    plover.get(code.slice(0, 3)) ??
    plover.get(code.slice(0, 2)) ?? [code.startsWith('02') ? 'REQUEST' : '', ''];
  rows.push(`${code},${Number(score)},${type},${mode}`);
}
rows.sort();
writeFileSync(join(root, 'data', 'cameo.csv'), `code,score,type,mode\n${rows.join('\n')}\n`);
console.error(`${rows.length} codes, ${rows.filter((row) => /,[A-Z]+,/.test(row)).length} with a type`);

function modesOf(csv) {
  const modes = new Map();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [type, mode] = line.split(',');
    if (!modes.has(type)) modes.set(type, new Set());
    modes.get(type).add(mode);
  }
  return modes;
}
