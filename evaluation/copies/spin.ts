import { readFileSync } from 'node:fs';

/** Replaces words by others that may stand for them. */
export type Spin = (sentence: string, rate: number, next: () => number) => string;

/**
 * A spinner that knows the pairs of PPDB's lexical synonyms, one TAB-separated pair a line, of which both words stand in
 * a vocabulary. The program's own lists are not made from it.
 *
 * **Source** Ganitkevitch, Van Durme and Callison-Burch 2013.
 */
export function makeSpin(path: string, vocabulary: ReadonlySet<string>): Spin {
  const others = new Map<string, string[]>();
  for (const line of readFileSync(path, 'latin1').split('\n')) {
    const [a, b] = line.split('\t');
    if (a === undefined || b === undefined || !vocabulary.has(a) || !vocabulary.has(b)) continue;
    if (a.length < 4 || b.length < 4) continue;
    others.set(a, [...(others.get(a) ?? []), b]);
    others.set(b, [...(others.get(b) ?? []), a]);
  }
  return (sentence, rate, next) => {
    const swapped = COUNTRIES.reduce((text, [from, to]) => text.replaceAll(from, to), sentence);
    return swapped.replaceAll(/[A-Za-z]{4,}/g, (word) => {
      const known = others.get(word.toLowerCase());
      if (known === undefined || next() >= rate) return word;
      const other = known[Math.floor(next() * known.length)]!;
      return /^[A-Z]/.test(word) ? other[0]!.toUpperCase() + other.slice(1) : other;
    });
  };
}

/** Long and short names of states as spinners exchange them. */
const COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/\bRussia\b/g, 'the Russian Federation'],
  [/\bthe United States\b/g, 'America'],
  [/\bUS (?=[A-Z])/g, 'American '],
  [/\bU\.S\. /g, 'American '],
  [/\bthe United Kingdom\b/g, 'Britain'],
  [/\bUK (?=[A-Za-z])/g, 'British '],
  [/\bNorth Korea\b/g, "the Democratic People's Republic of Korea"],
  [/\bSouth Korea\b/g, 'the Republic of Korea'],
  [/\bIran\b/g, 'the Islamic Republic of Iran'],
  [/\bChina\b/g, "the People's Republic of China"],
  [/\bSyria\b/g, 'the Syrian Arab Republic'],
  [/\bTurkey\b/g, 'the Republic of Turkey'],
];
