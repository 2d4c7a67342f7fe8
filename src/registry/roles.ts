import { foldMarks } from './gazetteer/fold.js';
import type { Role, Roles } from './registry.js';
import { sectorsCell } from './sector-cell.js';
import { malformed, oneOf, optional, type ReadRows, readTable } from './table.js';

interface Entry {
  readonly role: Role;
  /** Its words but the last, the last of them first. */
  readonly before: readonly string[];
}

/** Offices, institutions and other nouns that act. **Errors** `data.malformed`. */
export function loadRoles(offices: { has(office: string): boolean }, read: ReadRows = readTable): Roles {
  const byLast = new Map<string, Entry[]>();
  const seen = new Set<string>();
  for (const row of read('roles.csv', ['lemma', 'kind', 'sectors', 'office'])) {
    const { lemma, office } = row.cells;
    if (lemma === '' || lemma !== lemma.toLowerCase() || seen.has(lemma)) {
      throw malformed(row, 'lemma', 'lower-case words that no other line has');
    }
    if (office !== '' && !offices.has(office))
      throw malformed(row, 'office', 'a key of offices.csv, or nothing');
    seen.add(lemma);
    const role: Role = {
      lemma,
      kind: oneOf(row, 'kind', KINDS),
      sectors: sectorsCell(row, 'sectors'),
      office: optional(office),
    };
    for (const words of wordings(lemma)) {
      const [last, ...before] = words.reverse();
      const entries = byLast.get(last!);
      if (entries === undefined) byLast.set(last!, [{ role, before }]);
      else entries.push({ role, before });
    }
  }
  for (const entries of byLast.values()) entries.sort((a, b) => b.before.length - a.before.length);
  return { endingAt: (lemmas, at) => findEnding(byLast, lemmas, at) };
}

const KINDS: ReadonlySet<Role['kind']> = new Set(['office', 'institution', 'group', 'individual']);

function findEnding(
  byLast: ReadonlyMap<string, readonly Entry[]>,
  lemmas: readonly string[],
  at: number,
): ReturnType<Roles['endingAt']> {
  const lemma = lemmas[at];
  if (lemma === undefined) return undefined;
  const entries = byLast.get(normal(lemma)) ?? byLast.get(singular(lemma));
  if (entries === undefined) return undefined;
  for (const { role, before } of entries) {
    const from = startOf(before, lemmas, at);
    if (from !== undefined) return { role, length: at + 1 - from };
  }
  return undefined;
}

/** Where the words of a role begin that ends at a token, hyphens between them skipped. */
function startOf(before: readonly string[], lemmas: readonly string[], at: number): number | undefined {
  let index = at;
  for (const word of before) {
    index--;
    while (lemmas[index] === '-' || lemmas[index] === '‑') index--;
    const lemma = lemmas[index];
    if (lemma === undefined || (normal(lemma) !== word && !startsVariant(word, lemma))) return undefined;
  }
  return index;
}

/** The first part of a compound may keep its plural: "weapons inspector", "affairs minister". */
function startsVariant(word: string, lemma: string): boolean {
  return normal(lemma) === singular(word) || singular(lemma) === word;
}

/** A role's words as a tokeniser may cut them: a possessive stands alone, a hyphen parts words or stays within one. */
function wordings(lemma: string): string[][] {
  const parted = lemma.replace(/'s?(?=\s|$)/g, (mark) => ` ${mark}`);
  const words = (text: string): string[] => text.split(/\s+/).filter(Boolean).map(normal);
  return lemma.includes('-') ? [words(parted.replaceAll('-', ' ')), words(parted)] : [words(parted)];
}

function normal(lemma: string): string {
  if (PLAIN.test(lemma)) return lemma;
  return /^['’]/.test(lemma) ? "'s" : foldMarks(lemma).toLowerCase();
}

/** Proper nouns keep their plural as lemma ("Rebels"), and taggers differ over them. */
function singular(lemma: string): string {
  const word = normal(lemma);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

const PLAIN = /^[a-z]+$/;
