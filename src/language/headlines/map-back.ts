import type { WordTree } from '../parsing/parse-words.js';
import type { Expansion } from './expand-headline.js';
import type { SyntaxNames } from './weigh-reading.js';

/**
 * The tree of a headline from that of its expansion: what was put in is taken out, and what hung on it hangs on the
 * word that takes its place.
 *
 * **Shape** parallel to the headline's words. `at` is the word that takes the place of any that it hangs on, -1 for none.
 */
export function mapBack(
  count: number,
  { tags, heads, relations }: WordTree,
  { origins, restored }: Expansion,
  at: number,
  { tagNames, relationNames }: SyntaxNames,
): WordTree {
  const result: WordTree = {
    tags: new Int32Array(count),
    heads: new Int32Array(count),
    relations: new Int32Array(count),
  };
  const heirs = heirsOf(heads, origins, at);
  for (const [place, origin] of origins.entries()) {
    if (origin < 0) continue;
    let from = place;
    let head = heads[place]!;
    let relation = relations[place]!;
    while (head >= 0 && origins[head]! < 0) {
      const heir = heirs[head]!;
      if (heir !== from) {
        head = heir;
        continue;
      }
      relation = relations[head]!;
      from = head;
      head = heads[head]!;
    }
    const tag = restored.get(origin);
    result.tags[origin] = tag === undefined ? tags[place]! : tagNames.indexOf(tag);
    result.heads[origin] = head < 0 ? -1 : origins[head]!;
    result.relations[origin] = relation;
    if (tag === 'PART|TO') result.relations[origin] = relationNames.indexOf('mark');
    if (tag === 'PUNCT|,') result.relations[origin] = relationNames.indexOf('punct');
  }
  return result;
}

/** For every word that was put in and has others hanging on it, the one of them that takes its place. */
function heirsOf(heads: Int32Array, origins: readonly number[], at: number): readonly number[] {
  const parents = new Set(heads);
  const rank = (child: number) => {
    const origin = origins[child]!;
    if (origin >= 0) return origin === at ? 3 : 2;
    return parents.has(child) ? 1 : 0;
  };
  const heirs = origins.map(() => -1);
  for (const [child, head] of heads.entries()) {
    if (head < 0 || origins[head]! >= 0) continue;
    const heir = heirs[head]!;
    if (heir < 0 || rank(child) > rank(heir)) heirs[head] = child;
  }
  return heirs;
}
