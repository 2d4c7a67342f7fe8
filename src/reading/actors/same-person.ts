import { type Gender, mayBeSame } from './gender-of-person.js';
import type { FoundName } from './person-names.js';

interface Group {
  whole: readonly string[];
  gender: Gender | null;
  readonly names: FoundName[];
}

/** Joins the names of one person: whole names that agree, and single words that are one of a whole name's. */
export function groupByPerson(found: readonly FoundName[]): FoundName[][] {
  const bySurname = new Map<string, Group[]>();
  const byWord = new Map<string, Group[]>();
  const groups: Group[] = [];
  const groupOf = new Map<FoundName, Group>();
  const open = (name: FoundName): Group => {
    const group = { whole: name.words, gender: name.gender, names: [] };
    groups.push(group);
    push(bySurname, name.words.at(-1)!, group);
    for (const word of name.words) push(byWord, word, group);
    return group;
  };
  for (const name of found) {
    if (name.words.length < 2) continue;
    const group =
      bySurname
        .get(name.words.at(-1)!)
        ?.find(({ whole, gender }) => agree(whole, name.words) && mayBeSame(gender, name.gender)) ??
      open(name);
    if (name.words.length > group.whole.length) group.whole = name.words;
    groupOf.set(name, group);
  }
  // A single word stands for the bearer named last before it, else for the first one named after. Once a report has
  // called somebody by it more than once, a namesake named in passing ("his son, …") does not take it over.
  const current = new Map<string, Group>();
  const timesCalled = new Map<string, number>();
  for (const name of found) {
    let group = groupOf.get(name);
    if (group === undefined) {
      const word = name.words[0]!;
      const fits = (one: Group) => mayBeSame(one.gender, name.gender);
      const candidates = [current.get(word), ...(bySurname.get(word) ?? []), ...(byWord.get(word) ?? [])];
      group = candidates.find((one) => one !== undefined && fits(one)) ?? open(name);
      group.gender ??= name.gender;
      current.set(word, group);
      timesCalled.set(word, (timesCalled.get(word) ?? 0) + 1);
    } else {
      for (const word of group.whole) if (bySurname.get(word) === undefined) current.set(word, group);
      const surname = group.whole.at(-1)!;
      if ((timesCalled.get(surname) ?? 0) < SETTLED) current.set(surname, group);
    }
    group.names.push(name);
  }
  return groups.map(({ names }) => names);
}

/** **Units** times that a single word has been used for somebody. */
const SETTLED = 2;

function push(map: Map<string, Group[]>, key: string, group: Group): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [group]);
  else list.push(group);
}

/** Whether two whole names of one surname can be one person's: first names equal, cut short or left out. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return true;
  const [first, other] = [short[0]!, long[0]!];
  return first === other || initialOf(first, other) || initialOf(other, first) || long.includes(first);
}

function initialOf(short: string, long: string): boolean {
  return /^[a-z]\.?$/.test(short) && long.startsWith(short[0]!);
}
