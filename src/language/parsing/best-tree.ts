import type { Scores } from '../encoding/network.js';

/** What is known of the way up from a word: it may still be followed, and lead to the root or into a circle. */
const UNKNOWN = 0;
const ON_THE_WAY = 1;
const ROOTED = 2;
const CIRCLING = 3;

/**
 * The tree whose arcs score best: exactly one word hangs on the root, and all others lead to it. Arcs may cross.
 *
 * **Shape** row by row, a word's scores of every head, the root being the last, `count`; so is it in the answer.
 * **Source** every word takes its best head; where that makes a circle, the circle is broken at the arc whose
 * replacement costs least, the cheapest circle first. (Chu and Liu, 1965, and Edmonds, 1967, would think again later;
 * trees that would gain by it are too rare to matter.)
 */
export function bestTree(memory: Float32Array, { at, stride }: Scores, count: number): Int32Array {
  const score = (word: number, head: number) => memory[at + word * stride + head]!;
  const heads = new Int32Array(count);
  for (let word = 0; word < count; word++) heads[word] = bestHead(word, count, score);
  keepOneRoot(heads, score);
  const state = new Int32Array(count);
  const circles: (readonly number[])[] = [];
  for (let word = 0; word < count; word++) {
    const circle = follow(word, heads, state);
    if (circle.length > 0) circles.push(circle);
  }
  while (circles.length > 0) breakOne(circles, heads, state, score);
  return heads;
}

type Score = (word: number, head: number) => number;

/** The best of the heads below `end` that is not the word itself; the root where there is no other word. */
function bestHead(word: number, end: number, score: Score, root = end): number {
  let best = -1;
  for (let head = 0; head <= end; head++) {
    if (head === word) continue;
    if (best < 0 || score(word, head) > score(word, best)) best = head;
  }
  return best < 0 ? root : best;
}

/** Of the words that would hang on the root, that one stays which would lose most by another head. */
function keepOneRoot(heads: Int32Array, score: Score): void {
  const count = heads.length;
  if (count === 0) return;
  const others = new Int32Array(count).fill(-1);
  let root = -1;
  let most = Number.NEGATIVE_INFINITY;
  const some = heads.includes(count);
  for (let word = 0; word < count; word++) {
    if (some && heads[word] !== count) continue;
    others[word] = bestHead(word, count - 1, score, count);
    const other = others[word]!;
    const loss = other === count ? 0 : score(word, count) - score(word, other);
    if (root < 0 || loss > most) {
      root = word;
      most = loss;
    }
  }
  for (let word = 0; word < count; word++)
    if (heads[word] === count && word !== root) heads[word] = others[word]!;
  heads[root] = count;
}

/** Follows the way up from a word; the words of a circle, if it ends in a new one, else none. */
function follow(word: number, heads: Int32Array, state: Int32Array): number[] {
  const way: number[] = [];
  let at = word;
  while (at < heads.length && state[at] === UNKNOWN) {
    state[at] = ON_THE_WAY;
    way.push(at);
    at = heads[at]!;
  }
  const isCircle = at < heads.length && state[at] === ON_THE_WAY;
  const isRooted = at === heads.length || state[at] === ROOTED;
  for (const one of way) state[one] = isRooted ? ROOTED : CIRCLING;
  return isCircle ? way.slice(way.indexOf(at)) : [];
}

/** Breaks that circle which costs least: one of its words comes to hang on a word that leads to the root. */
function breakOne(circles: (readonly number[])[], heads: Int32Array, state: Int32Array, score: Score): void {
  let broken = 0;
  let from = -1;
  let to = -1;
  let least = Number.POSITIVE_INFINITY;
  circles.forEach((circle, index) => {
    for (const word of circle) {
      const now = score(word, heads[word]!);
      for (let head = 0; head < heads.length; head++) {
        if (state[head] !== ROOTED) continue;
        const loss = now - score(word, head);
        if (from >= 0 && loss >= least) continue;
        least = loss;
        broken = index;
        from = word;
        to = head;
      }
    }
  });
  heads[from] = to;
  circles.splice(broken, 1);
  // What hung on the circle leads to the root now.
  for (let word = 0; word < heads.length; word++) if (state[word] === CIRCLING) state[word] = UNKNOWN;
  for (let word = 0; word < heads.length; word++) follow(word, heads, state);
}
