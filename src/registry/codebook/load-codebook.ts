import { EVENT_TYPES, type EventType, QUAD_CATEGORIES, type QuadCategory } from '../../reading/contract.js';
import { type ReadRows, readTable } from '../table.js';
import { numberOf, oneOf, wrong } from './cells.js';
import type { Codebook, Idiom, TypeFacts, Words } from './codebook.js';
import { obliqueOf, type Resolve, resolverOf } from './conditions.js';
import { loadNouns, loadPredicates, loadVerbs } from './load-frames.js';
import { loadSpellings, type Spell } from './spellings.js';

/** The folder of `data` that holds types, classes, contexts and the frames of verbs and nouns. */
const FOLDER = 'codebook';

/**
 * The codebook, read from `data/codebook`, or from wherever `read` finds files of these names.
 *
 * **Errors** `data.malformed`, naming file, line, value and what is allowed.
 */
export function loadCodebook(read: ReadRows = readTable): Codebook {
  const spell = loadSpellings(read);
  const classes = loadClasses(read, spell);
  const types = loadTypes(read);
  const resolve = resolverOf(classes, spell);
  const source = { read, folder: FOLDER, types, resolve };
  return {
    types,
    classes,
    contexts: loadContexts(read, spell),
    verbs: spelt(loadVerbs(source), spell),
    nouns: spelt(loadNouns(source), spell),
    predicates: spelt(loadPredicates(source), spell),
    idioms: loadIdioms(read, resolve, spell),
  };
}

type Types = ReadonlyMap<EventType, TypeFacts>;
type Classes = ReadonlyMap<string, Words>;

function loadTypes(read: ReadRows): Types {
  const types = new Map<EventType, TypeFacts>();
  const columns = ['type', 'mode', 'quad', 'score', 'requires-recipient'] as const;
  const rows = read(`${FOLDER}/types.csv`, columns);
  for (const row of rows) {
    const { mode, quad, score } = row.cells;
    const type = oneOf(row, 'type', EVENT_TYPES);
    if (mode === '') {
      types.set(type, {
        type,
        quad: oneOf(row, 'quad', QUAD_CATEGORIES) as QuadCategory,
        score: numberOf(row, score),
        modes: new Map(
          rows
            .filter((other) => other.cells.type === type && other.cells.mode !== '')
            .map((other) => [other.cells.mode, numberOf(other, other.cells.score)]),
        ),
        requiresRecipient: oneOf(row, 'requires-recipient', ['yes', 'no']) === 'yes',
      });
    } else if (quad !== '')
      throw wrong(row, 'quad', quad, ['nothing: a mode has the quad category of its type']);
  }
  return types;
}

/** Entries under every spelling of their lemma. */
function spelt<Entry>(entries: ReadonlyMap<string, Entry>, spell: Spell): ReadonlyMap<string, Entry> {
  const all = new Map<string, Entry>();
  for (const [lemma, entry] of entries) for (const word of spell(lemma)) all.set(word, entry);
  return all;
}

function loadClasses(read: ReadRows, spell: Spell): Classes {
  const classes = new Map<string, Set<string>>();
  // Operators are classes too: of words that say what became of the event under them.
  for (const file of ['classes', 'operators']) {
    for (const { cells } of read(`${FOLDER}/${file}.csv`, ['class', 'lemma'])) {
      const words = classes.get(cells.class) ?? new Set<string>();
      for (const word of spell(cells.lemma)) words.add(word);
      classes.set(cells.class, words);
    }
  }
  return classes;
}

function loadContexts(read: ReadRows, spell: Spell): ReadonlyMap<string, readonly string[]> {
  const contexts = new Map<string, string[]>();
  for (const { cells } of read(`${FOLDER}/contexts.csv`, ['lemma', 'context'])) {
    for (const word of spell(cells.lemma)) contexts.set(word, [...(contexts.get(word) ?? []), cells.context]);
  }
  return contexts;
}

function loadIdioms(read: ReadRows, resolve: Resolve, spell: Spell): ReadonlyMap<string, readonly Idiom[]> {
  const idioms = new Map<string, Idiom[]>();
  const columns = ['part', 'lemma', 'modifier', 'particle', 'object', 'oblique', 'example'] as const;
  for (const row of read(`${FOLDER}/idioms.csv`, columns)) {
    const part = oneOf(row, 'part', ['noun', 'verb']);
    const { lemma, modifier, particle, object } = row.cells;
    // A noun has no particle and no object, a verb no modifier: such a cell would be asked for by nobody.
    const others = part === 'noun' ? { particle, object } : { modifier };
    for (const [column, cell] of Object.entries(others))
      if (cell !== '') throw wrong(row, column, cell, [`nothing, for a ${part}`]);
    const idiom: Idiom = {
      lemma,
      modifier: modifier === '' ? null : resolve(row, 'modifier', modifier),
      particle: particle === '' ? null : particle,
      object: object === '' ? null : resolve(row, 'object', object),
      oblique: obliqueOf(row, resolve),
    };
    for (const word of spell(lemma)) {
      const key = `${part} ${word}`;
      idioms.set(key, [...(idioms.get(key) ?? []), idiom]);
    }
  }
  return idioms;
}
