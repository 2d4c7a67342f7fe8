/** Which countries a vote is about: from a table kept by hand, the crisis named for a veto, and names in its titles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const HERE = import.meta.dirname;

export function makeAbout(dataFolder) {
  const byHand = new Map(
    parse(readFileSync(join(HERE, 'about.csv'), 'utf8'), { columns: true }).map((row) => [
      row.key,
      row.about.split('|'),
    ]),
  );
  const names = nameTable(dataFolder);
  return ({ symbol, draft, crisis, topic, matter }) => {
    const known = byHand.get(symbol) ?? byHand.get(draft) ?? byHand.get(crisis);
    if (known !== undefined) return known;
    const inMatter = find(names, matter);
    return inMatter.length > 0 ? inMatter : find(names, topic);
  };
}

/** Names that are not in countries.csv, or that stand for more than one country. */
const MORE = [
  ['occupied Arab territories', ['ISR', 'PSE']],
  ['Palestine question', ['ISR', 'PSE']],
  ['Palestinian question', ['ISR', 'PSE']],
  ['Gaza', ['ISR', 'PSE']],
  ['Jerusalem', ['ISR', 'PSE']],
  ['UNDOF', ['ISR', 'SYR']],
  ['Disengagement Observer', ['ISR', 'SYR']],
  ['Golan', ['ISR', 'SYR']],
  ['UNIFIL', ['LBN']],
  ['Interim Force in Lebanon', ['LBN']],
  ['MONUC', ['COD']],
  ['Darfur', ['SDN']],
  ['Abyei', ['SDN', 'SSD']],
  ['UNMIK', ['XKX']],
  ['the Congo', ['COD']],
  ['Goa', ['IND', 'PRT']],
  ['former Yugoslavia', []],
  ['International Tribunal — Yugoslavia', []],
  ['Middle East', []],
  ['Southern Africa', ['ZAF']],
  ['Korean', ['KOR', 'PRK']],
];

function nameTable(dataFolder) {
  const names = new Map(MORE);
  for (const row of parse(readFileSync(join(dataFolder, 'countries.csv'), 'utf8'), { columns: true })) {
    for (const name of [row.name, ...row.aliases.split('|'), ...row.demonyms.split('|')]) {
      if (name.length > 3 && !names.has(name)) names.set(name, [row.code]);
    }
  }
  const escaped = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { names, pattern: new RegExp(`(?<![\\p{L}])(?:${escaped.join('|')})(?![\\p{L}])`, 'gu') };
}

/** A letter's sender is not what it is about where it says what it concerns. */
function find({ names, pattern }, text) {
  const concerned = /concerning (.*)/s.exec(text)?.[1] ?? text;
  const found = new Set();
  for (const [name] of concerned
    .replace(/^Letters? dated .* from the USA.*?(?=the situation|$)/, '')
    .matchAll(pattern)) {
    for (const code of names.get(name)) found.add(code);
  }
  return [...found].sort();
}
