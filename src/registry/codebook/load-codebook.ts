import { EVENT_TYPES, type EventType, QUAD_CATEGORIES } from '../../reading/contract.js';
import { list, malformed, number, oneOf, readTable } from '../table.js';
import type { Codebook, ContextWords, TypeEntry } from './codebook.js';
import { loadFrames } from './load-frames.js';
import { makeWordSet, type WordSet } from './word-set.js';

/** The codebook, from `data/codebook/`. **Errors** `data.malformed`. */
export function loadCodebook(): Codebook {
  const types = loadTypes();
  const classes = loadClasses();
  const sets = new Map<string, WordSet>();
  return {
    types,
    verbs: loadFrames('codebook/verbs.csv', 'verb', types, classes),
    nouns: loadFrames('codebook/nouns.csv', 'noun', types, classes),
    adjectives: loadFrames('codebook/adjectives.csv', 'adjective', types, classes),
    contexts: loadContexts(),
    wordsOf: (name) => {
      const known = sets.get(name) ?? makeWordSet(classes.get(name) ?? []);
      sets.set(name, known);
      return known;
    },
  };
}

function loadTypes(): ReadonlyMap<EventType, TypeEntry> {
  const types = new Map<EventType, TypeEntry>();
  const columns = ['type', 'quad', 'score', 'modes', 'requires recipient', 'reciprocal'] as const;
  for (const row of readTable('codebook/types.csv', columns)) {
    const type = oneOf(row, 'type', new Set(EVENT_TYPES));
    const modes = list(row.cells.modes).map((entry) => {
      const [name = '', score] = entry.split(':');
      if (name === '' || !Number.isFinite(Number(score ?? Number.NaN))) {
        throw malformed(row, 'modes', 'name:score, parted by |', entry);
      }
      return [name, Number(score)] as const;
    });
    const score = number(row, 'score');
    if (score === null) throw malformed(row, 'score', 'a number');
    types.set(type, {
      type,
      quad: oneOf(row, 'quad', new Set(QUAD_CATEGORIES)),
      score,
      modes: new Map(modes),
      requiresRecipient: oneOf(row, 'requires recipient', YES_NO) === 'yes',
      reciprocal: oneOf(row, 'reciprocal', YES_NO) === 'yes',
    });
  }
  return types;
}

const YES_NO: ReadonlySet<'yes' | 'no'> = new Set(['yes', 'no']);

function loadClasses(): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const row of readTable('codebook/word-classes.csv', ['class', 'words'])) {
    if (row.cells.words === '') throw malformed(row, 'words', 'a word or a phrase');
    const members = classes.get(row.cells.class);
    if (members === undefined) classes.set(row.cells.class, [row.cells.words]);
    else members.push(row.cells.words);
  }
  return classes;
}

function loadContexts(): ReadonlyMap<string, readonly ContextWords[]> {
  const contexts = new Map<string, ContextWords[]>();
  for (const row of readTable('codebook/contexts.csv', ['words', 'context'])) {
    const before = row.cells.words.split(' ');
    const last = before.pop()!;
    const entry = { before, context: row.cells.context };
    const known = contexts.get(last);
    if (known === undefined) contexts.set(last, [entry]);
    else known.push(entry);
  }
  return contexts;
}
