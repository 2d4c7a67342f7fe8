import { foldName } from '../gazetteer/fold.js';

/** Names as reports spell them differently: one spelling each, so that "Sergey" finds "Sergei". */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mohammed: 'mohammad mohamed mohamad muhammad muhammed mohammod',
    abdul: 'abdel abdal',
    ahmed: 'ahmad',
    al: 'el',
    sergei: 'sergey serhiy',
    dmitry: 'dmitri dmitriy dmytro',
    alexander: 'aleksandr aleksander oleksandr alyaksandr',
    andrei: 'andrey andriy andrii',
    nikolai: 'nikolay',
    yuri: 'yury yuriy',
    hussein: 'husain hussain',
    yousef: 'yusuf youssef yusef',
    omar: 'umar',
    khalid: 'khaled',
    osama: 'usama',
    mikhail: 'mikhael',
    alexei: 'alexey aleksei oleksiy oleksii',
    valery: 'valeriy valerii',
  }).flatMap(([kept, others]) => others.split(' ').map((other): [string, string] => [other, kept])),
);

const HONORIFICS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron president premier chancellor prime ' +
    'minister foreign defence defense interior finance secretary general gen lieutenant lt major maj colonel col ' +
    'brigadier captain capt commander admiral adm marshal field senior king queen prince princess crown sultan emir ' +
    'sheikh sheik shaikh ayatollah grand mullah maulana imam sayyed sayyid seyed hojatoleslam pope archbishop ' +
    'cardinal bishop patriarch rev reverend father rabbi senator sen representative rep congressman congresswoman ' +
    'ambassador speaker governor gov mayor judge justice comrade former ex the then late vice deputy acting interim'
  ).split(' '),
);

const PARTICLES: ReadonlySet<string> = new Set(
  'al el de da do dos das del della di du la le van von der den zu bin bint ibn ben abu ould af ter st mac'.split(
    ' ',
  ),
);

/** Particles that a surname may lose: "al-Assad" is "Assad", but "bin Salman" is never "Salman". */
const LOOSE: ReadonlySet<string> = new Set(['al', 'el']);

const SUFFIXES: ReadonlySet<string> = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'xiv',
  'xvi',
]);

/** A person's name as it is looked up: marks gone, lower case, common spellings made one. */
export function personKey(name: string): string {
  return foldName(name.replace(/['’]s$/, ''))
    .split(' ')
    .map((word) => SPELLINGS.get(word) ?? word)
    .join(' ');
}

/** A key without the titles before it, and without initials between: at least one word is left. */
export function bareKeys(key: string): readonly string[] {
  const words = key.split(' ');
  let from = 0;
  while (from < words.length - 1 && HONORIFICS.has(words[from]!)) from++;
  const bare = words.slice(from);
  const keys = [bare.join(' ')];
  if (bare.length > 2) {
    keys.push([bare[0], ...bare.slice(1, -1).filter((word) => word.length > 1), bare.at(-1)].join(' '));
    keys.push(`${bare[0]} ${bare.at(-1)}`);
  }
  return keys;
}

/**
 * Keys under which a surname alone finds its bearer. Which word is the surname goes by the customs of the country.
 */
export function surnameKeys(name: string, country: string | null): readonly string[] {
  const words = name.split(/\s+/);
  while (words.length > 1 && SUFFIXES.has(foldName(words.at(-1)!))) words.pop();
  if (words.length < 2) return [personKey(name)];
  const custom = customOf(country, words);
  if (custom === 'none') return [];
  if (custom === 'first') return [personKey(words[0]!)];
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has(personKey(words[from - 1]!))) from--;
  const key = personKey(words.slice(from).join(' '));
  const parts = key.split(' ');
  const keys = [key];
  if (parts.length > 1 && LOOSE.has(parts[0]!)) keys.push(parts.slice(1).join(' '));
  return keys;
}

/** Whether the family name comes first, or there is none and people go by the first, or by no single word. */
function customOf(country: string | null, words: readonly string[]): 'first' | 'last' | 'none' {
  switch (country) {
    case 'CHN':
    case 'KOR':
    case 'PRK':
    case 'ETH':
    case 'ERI':
      return 'first';
    case 'TWN':
    case 'HKG':
      return /-[a-z]/.test(words.at(-1)!) ? 'first' : 'last';
    case 'SGP':
      return words.length === 3 ? 'first' : 'last';
    case 'MMR':
    case 'KHM':
    case 'VNM':
    case 'ISL':
      return 'none';
    default:
      return 'last';
  }
}
