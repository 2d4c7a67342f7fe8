/** Ministers, ambassadors and heads from the CIA's list of June 2019 (public domain): a snapshot without dates. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const SNAPSHOT = '2019-06-15';

export function* readMinisters(folder, codes) {
  const rows = parse(readFileSync(join(folder, 'cia_world_leaders_2019-06.csv'), 'utf8'), { columns: true });
  for (const row of rows) {
    const country = codeOf(row.country, codes);
    const [, office, title] = OFFICES.find(([pattern]) => pattern.test(row.office)) ?? [];
    if (country === undefined || office === undefined || row.name === '') continue;
    yield {
      person: nameOf(row.name),
      country,
      office,
      title: title ?? '',
      as_of: SNAPSHOT,
      origin: 'cia-2019',
    };
  }
}

/** What is kept of nearly six thousand posts: those whose holders reports name. */
const OFFICES = [
  [
    /^(?:Permanent Representative to the UN|Ambassador to the UN), New York$|^Permanent Representative to the UN/,
    'un-ambassador',
  ],
  [/^Ambassador to the US$/, 'us-ambassador'],
  [/^President$/, 'president'],
  [/^Vice President$|^First Vice President$/, 'vice-president'],
  [/^(?:Prime Minister|Premier)$/, 'prime-minister'],
  [/^(?:King|Queen|Emir|Amir|Sultan|Grand Duke|Emperor|Prince)$/, 'monarch'],
  [/^(?:First )?Dep(?:uty|\.) Prime Minister$/, 'deputy-prime-minister'],
  [
    /^Min(?:ister|\.) (?:of|for) (?:Foreign|External) (?:Affairs|Relations)|^Foreign (?:Minister|Secretary)$/,
    'foreign-minister',
  ],
  [/^Min(?:ister|\.) (?:of|for) (?:National )?Defen[cs]e$/, 'defence-minister'],
  [/^Min(?:ister|\.) (?:of|for) (?:the )?(?:Interior|Internal Affairs|Home Affairs)/, 'interior-minister'],
  [/^Min(?:ister|\.) (?:of|for) (?:Economy & )?Finance/, 'finance-minister'],
  [/^Min(?:ister|\.) (?:of|for) Justice$/, 'justice-minister'],
  [/^Min(?:ister|\.) (?:of|for) (?:Public )?Health$/, 'health-minister'],
  [/^Min(?:ister|\.) (?:of|for) (?:Petroleum|Oil|Energy)/, 'energy-minister'],
  [/^Attorney General$|^Prosecutor General$/, 'attorney-general'],
  [
    /^(?:Governor|Chairman|President)(?: of)?,? (?:the )?(?:Central|Reserve|National) Bank/,
    'central-bank-governor',
  ],
];

/** "Hamdullah MOHIB" is "Hamdullah Mohib"; "bin MOHAMMED" and "al-SISI" keep their small letters. */
function nameOf(name) {
  return name
    .replace(/"[^"]*"|\([^)]*\)/g, '')
    .replace(/\p{Lu}[\p{Lu}'’]+/gu, (word) => word[0] + word.slice(1).toLowerCase())
    .replace(/\bMc([a-z])/g, (_, letter) => `Mc${letter.toUpperCase()}`)
    .replace(/\b([OD])['’]([a-z])/g, (_, start, letter) => `${start}'${letter.toUpperCase()}`)
    .replace(/\s+/g, ' ')
    .replace(/,? (?:Dr|Gen|Lt|Col|Maj|Capt|Ret|Sir|Dame|Brig|Adm)\.?(?= |$)/g, '')
    .trim();
}

function codeOf(country, codes) {
  const [name, rest] = country.split(', ');
  const turned = rest === undefined ? name : `${rest} ${name}`;
  return (
    codes.get(turned) ??
    codes.get(turned.replace(/ the /, ' ').replace(/^The /, '')) ??
    codes.get(name.replace(/ \(.*/, ''))
  );
}
