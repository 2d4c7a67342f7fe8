import type { Parsed } from '../../document/document.js';
import type { RoughName } from './repair-names.js';

/** Names, and the names within them. */
interface Chosen {
  readonly outer: readonly RoughName[];
  readonly inner: readonly RoughName[];
}

/**
 * Parts what are two names by themselves: "Britain and the EU", "Ukraine's SBU". Where names within a longer one leave
 * nothing of it but "and", articles and "'s", or an owner's name stands before its "'s", each is a name of its own.
 */
export function partNames(doc: Parsed, { outer, inner }: Chosen): Chosen {
  const parted = new Set<RoughName>();
  const names = outer.flatMap((name) => {
    const parts = partsOf(doc, name, inner);
    if (parts === undefined) return [name];
    for (const part of parts) parted.add(part);
    return parts;
  });
  return { outer: names, inner: inner.filter((one) => !parted.has(one)) };
}

function partsOf(doc: Parsed, name: RoughName, inner: readonly RoughName[]): RoughName[] | undefined {
  const joint = jointOf(doc, name);
  if (joint === undefined) return undefined;
  const within = inner.filter(({ from, to }) => name.from <= from && to <= name.to);
  const left = within.find(({ from, to }) => from === name.from && to === joint);
  const right = within.find(({ from, to }) => to === name.to && from > joint && isJoining(doc, joint, from));
  if (left === undefined) return undefined;
  if (right !== undefined && areTwo(doc, left, right, joint)) return [left, right];
  // "France's Macron": what is left when the owner is taken off is what the whole was taken for.
  return doc.xpos[joint] === 'POS' ? [left, { ...name, from: joint + 1 }] : undefined;
}

/** "Health and Human Services" is one body's name; "Britain and the EU", "NATO and ASEAN", "Zarif and Kerry" are two. */
function areTwo(doc: Parsed, left: RoughName, right: RoughName, joint: number): boolean {
  if (doc.xpos[joint] === 'POS' || doc.upos[right.from - 1] === 'DET') return true;
  if ([left, right].some(({ type }) => type === 'person' || type === 'place')) return true;
  return left.to - left.from === 1 && /^\p{Lu}{2,}$/u.test(doc.tokens[left.from]!.text);
}

/** Where "and" or "'s" stands in a name. */
function jointOf(doc: Parsed, { from, to }: RoughName): number | undefined {
  for (let token = from + 1; token < to - 1; token++) {
    if (doc.upos[token] === 'CCONJ' || doc.xpos[token] === 'POS') return token;
  }
  return undefined;
}

/** Whether all from one token to another, that one left out, only joins. */
function isJoining(doc: Parsed, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    const isSmall = doc.upos[token] === 'CCONJ' || doc.upos[token] === 'DET' || doc.xpos[token] === 'POS';
    if (!isSmall) return false;
  }
  return true;
}
