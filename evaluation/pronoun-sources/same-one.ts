/**
 * Whether two stretches that name, or describe, somebody name the same one, as far as words tell: one is the
 * beginning or the end of the other ("Mike", "Le Pen"), or the last word is the same and given names begin alike.
 */
export function sameOne(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 1 && short[0] === long[0]) return true;
  if (short.every((word, at) => word === long[long.length - short.length + at])) return true;
  return a.at(-1) === b.at(-1) && a[0]![0] === b[0]![0];
}

const LEFT_OUT = /^(?:the|mr|mrs|ms|sen|rep|gov|president|senator|secretary|jr|sr|ii|iii)$/;

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d-]+/u)
    .filter((word) => word !== '' && word !== 's' && !LEFT_OUT.test(word));
}
