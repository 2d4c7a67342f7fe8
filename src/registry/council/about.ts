/** What a country is called, as far as titles name it. */
export interface NamedCountry {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly demonyms: readonly string[];
}

/** Names that are not in countries.csv, or that stand for more than one country. */
const MORE: readonly (readonly [name: string, codes: readonly string[]])[] = [
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

/** Tells which countries the title of a draft or an item of an agenda names. */
export function titleReader(countries: Iterable<NamedCountry>): (title: string) => string[] {
  const names = new Map(MORE);
  for (const { code, name, aliases, demonyms } of countries) {
    for (const one of [name, ...aliases, ...demonyms]) {
      if (one.length > 3 && !names.has(one)) names.set(one, [code]);
    }
  }
  const escaped = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`, 'gu');
  return (title) => {
    // A letter's sender is not what it is about where it says what it concerns.
    const concerned = /concerning (.*)/s.exec(title)?.[1] ?? title;
    const text = concerned.replace(/^Letters? dated .* from the USA.*?(?=the situation|$)/, '');
    return [...new Set([...text.matchAll(pattern)].flatMap(([name]) => names.get(name) ?? []))].sort();
  };
}
