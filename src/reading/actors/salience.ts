import type { Document } from '../../document/document.js';
import { isState } from '../../registry/sectors.js';
import { firstConjunct } from './phrase.js';
import type { Identity } from './scene.js';

interface Entry {
  readonly head: number;
  readonly sentence: number;
  readonly weight: number;
  readonly identity: Identity;
}

/** Which actors a reader has in mind at a point of a text: those named last, subjects above the rest. */
export interface Salience {
  /** Notes a mention, in text order. */
  add(head: number, identity: Identity): void;
  /** The state most in mind before a token; null where none has been named. */
  state(before: number): string | null;
  /**
   * The `count` distinct actors most in mind before a token that pass a test, in order of mention; fewer where there
   * are fewer.
   */
  latest(before: number, count: number, accepts: (identity: Identity) => boolean): Identity[];
  /**
   * The two states that the text has set against each other before a token: those that shared most sentences, the
   * nearer the more; else the two named last. Fewer where fewer have been named. Countries in `but` are left out.
   */
  pair(before: number, but: ReadonlySet<string | null>): Identity[];
}

/** How far back a reader still has an actor in mind. **Units** sentences; mentions. */
const WINDOW = 12;
const REACH = 400;

export function makeSalience(doc: Document): Salience {
  const entries: Entry[] = [];
  return {
    add(head, identity) {
      const sentence = doc.tokens[head]!.sentence;
      entries.push({ head, sentence, weight: weightOf(doc, head), identity });
    },
    state(before) {
      return strongest(entries, doc.tokens[before]?.sentence ?? 0, before);
    },
    latest(before, count, accepts) {
      return latest(entries, before, count, accepts);
    },
    pair(before, but) {
      return pair(entries, doc.tokens[before]?.sentence ?? 0, before, but);
    },
  };
}

function weightOf(doc: Document, head: number): number {
  const relation = doc.tree.relations[firstConjunct(doc, head)] ?? '';
  if (relation.startsWith('nsubj')) return 4;
  if (relation === 'root' || relation === 'obl:agent') return 3;
  if (relation === 'nmod:poss' || relation === 'obj' || relation === 'iobj') return 2;
  return 1;
}

function strongest(entries: readonly Entry[], sentence: number, before: number): string | null {
  const scores = new Map<string, number>();
  const end = Math.max(0, entries.length - REACH);
  for (let index = entries.length - 1; index >= end; index--) {
    const entry = entries[index]!;
    if (entry.head >= before) continue;
    const distance = sentence - entry.sentence;
    if (distance > WINDOW) break;
    const country = entry.identity.country;
    if (!isState(country)) continue;
    const score = entry.weight / (1 + distance) ** 2;
    scores.set(country, Math.max(score, scores.get(country) ?? 0));
  }
  let best: string | null = null;
  let top = 0;
  // The map is in order of nearness, so of two equal ones the nearer wins.
  for (const [country, score] of scores) {
    if (score > top) {
      best = country;
      top = score;
    }
  }
  return best;
}

function latest(
  entries: readonly Entry[],
  before: number,
  count: number,
  accepts: (identity: Identity) => boolean,
): Identity[] {
  const found: Entry[] = [];
  const seen = new Set<string>();
  const end = Math.max(0, entries.length - REACH);
  for (let index = entries.length - 1; index >= end && found.length < count; index--) {
    const entry = entries[index]!;
    if (entry.head >= before || !accepts(entry.identity)) continue;
    const key = entry.identity.person ?? entry.identity.country ?? entry.identity.name;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(entry);
  }
  return found.reverse().map((entry) => entry.identity);
}

function pair(
  entries: readonly Entry[],
  sentence: number,
  before: number,
  but: ReadonlySet<string | null>,
): Identity[] {
  const accepts = (one: Identity) => isState(one.country) && one.person === null && !but.has(one.country);
  const states = latest(entries, before, 5, accepts);
  if (states.length <= 2) return states;
  const present = new Map<number, Set<string>>();
  for (let index = entries.length - 1; index >= Math.max(0, entries.length - REACH); index--) {
    const entry = entries[index]!;
    if (entry.head >= before || !isState(entry.identity.country)) continue;
    if (sentence - entry.sentence > WINDOW) break;
    const countries = present.get(entry.sentence) ?? new Set();
    countries.add(entry.identity.country);
    present.set(entry.sentence, countries);
  }
  let best = states.slice(-2);
  let top = 0;
  for (const [index, a] of states.entries()) {
    for (const b of states.slice(index + 1)) {
      let score = 0;
      for (const [at, countries] of present) {
        if (countries.has(a.country!) && countries.has(b.country!)) score += 1 / (1 + sentence - at);
      }
      if (score > top) {
        top = score;
        best = [a, b];
      }
    }
  }
  return best;
}
