import type { Parsed } from '../document/document.js';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000 };
const LARGEST = 1_000_000_000;

/**
 * The whole number that a token stands for: "12", "1,200", "twelve", "twenty-one", "two thousand" (from its last
 * word). Null for what is no number and for what leaves it open ("dozens", "hundreds").
 */
export function readNumber(doc: Parsed, token: number): number | null {
  const own = numberOf(doc.tokens[token]!.text);
  const scale = SCALES[doc.tokens[token]!.text.toLowerCase()];
  let sum = scale ?? own;
  if (sum === null || sum === undefined) return null;
  for (const child of doc.tree.children[token] ?? []) {
    if (child > token || !/^(compound|nummod)/.test(doc.tree.relations[child]!)) continue;
    const part = readNumber(doc, child);
    if (part === null) continue;
    // "two thousand" multiplies, "twenty one" adds.
    sum = scale === undefined ? sum + part : sum * part;
  }
  return Number.isInteger(sum) && sum <= LARGEST ? sum : null;
}

function numberOf(text: string): number | null {
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const ten = TENS.indexOf(word);
  return ten >= 0 ? (ten + 2) * 10 : null;
}
