import type { FoundName } from './person-names.js';

/** Names of one person: whole names that agree, and single words that are one of a whole name's. */
export function groupByPerson(found: readonly FoundName[]): FoundName[][] {
  const groups: { whole: readonly string[]; names: FoundName[] }[] = [];
  for (const name of found) {
    if (name.words.length < 2) continue;
    const group = groups.find(({ whole }) => agree(whole, name.words));
    if (group === undefined) groups.push({ whole: name.words, names: [name] });
    else {
      group.names.push(name);
      if (name.words.length > group.whole.length) group.whole = name.words;
    }
  }
  for (const name of found) {
    if (name.words.length >= 2) continue;
    const word = name.words[0]!;
    const group =
      nearest(
        groups.filter(({ whole }) => whole.at(-1) === word),
        name,
      ) ??
      nearest(
        groups.filter(({ whole }) => whole.includes(word)),
        name,
      );
    if (group === undefined) groups.push({ whole: name.words, names: [name] });
    else group.names.push(name);
  }
  return groups.map(({ names }) => names.sort((a, b) => a.from - b.from));
}

/** Whether two whole names can be one person's: the same surname, and first names equal, cut short or left out. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  if (a.join(' ') === b.join(' ')) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.at(-1) !== long.at(-1)) return false;
  if (short.length === 1) return true;
  const [first, other] = [short[0]!, long[0]!];
  return first === other || initialOf(first, other) || initialOf(other, first);
}

function initialOf(short: string, long: string): boolean {
  return /^[a-z]\.?$/.test(short) && long.startsWith(short[0]!);
}

/** Of several people who share a name, the one named last before it, else the first after. */
function nearest<Group extends { names: FoundName[] }>(
  groups: readonly Group[],
  name: FoundName,
): Group | undefined {
  let best: Group | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const group of groups) {
    for (const one of group.names) {
      const score = one.from < name.from ? one.from : -one.from;
      if (score > top) {
        top = score;
        best = group;
      }
    }
  }
  return best;
}
