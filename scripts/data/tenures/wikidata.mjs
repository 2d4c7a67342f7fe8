/** Heads of state and government from Wikidata (CC0), as they stood in the middle of 2022. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const SNAPSHOT = '2022-06-30';

export function* readHeads(folder, codes) {
  const rows = parse(readFileSync(join(folder, 'wikidata_heads_2022.csv'), 'utf8'), { columns: true });
  for (const row of rows) {
    const country =
      codes.get(row.country) ?? codes.get(row.country.replace(/^The |^Kingdom of (?:the )?/, ''));
    const label = row.positionLabel;
    const [, office] = OFFICES.find(([pattern]) => pattern.test(label)) ?? [];
    if (country === undefined || office === undefined || row.end_year !== '') continue;
    if (/^Q\d/.test(row.officeholderLabel) || row.officeholderLabel === 'Charles III') continue;
    yield {
      person: row.officeholderLabel.replace(/ of [A-Z].*| I of .*/, ''),
      country,
      office,
      as_of: SNAPSHOT,
      origin: 'wikidata-2022',
    };
  }
}

const OFFICES = [
  [/Federal Chancellor/, 'chancellor'],
  [/prime minister|premier of|Taoiseach/i, 'prime-minister'],
  [/^president of(?! the executive)/i, 'president'],
  [/^(?:king|monarch|emperor|sultan|emir|ngwenyama)\b/i, 'monarch'],
];
