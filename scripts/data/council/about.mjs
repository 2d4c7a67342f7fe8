/** Which countries a vote is about: from a table kept by hand, the crisis named for a veto, and names in its titles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { titleReader } from '../../../dist/src/registry/council/about.js';

const HERE = import.meta.dirname;

export function makeAbout(dataFolder) {
  const byHand = new Map(
    parse(readFileSync(join(HERE, 'about.csv'), 'utf8'), { columns: true }).map((row) => [
      row.key,
      row.about.split('|'),
    ]),
  );
  const countries = parse(readFileSync(join(dataFolder, 'countries.csv'), 'utf8'), { columns: true });
  const find = titleReader(
    countries.map((row) => ({
      code: row.code,
      name: row.name,
      aliases: row.aliases.split('|'),
      demonyms: row.demonyms.split('|'),
    })),
  );
  return ({ symbol, draft, crisis, topic, matter }) => {
    const known = byHand.get(symbol) ?? byHand.get(draft) ?? byHand.get(crisis);
    if (known !== undefined) return known;
    const inMatter = find(matter);
    return inMatter.length > 0 ? inMatter : find(topic);
  };
}
