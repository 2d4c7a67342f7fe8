import { RapporteurError } from '../../errors.js';
import { EVENT_TYPES, type EventType, QUAD_CATEGORIES, type QuadCategory } from '../../reading/contract.js';
import { type ReadRows, type Row, readTable } from '../table.js';
import type {
  ClauseCondition,
  Codebook,
  Entry,
  Idiom,
  NounFrame,
  ObliqueCondition,
  PredicateFrame,
  TypeFacts,
  VerbFrame,
  Words,
} from './codebook.js';
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
  return {
    types,
    classes,
    contexts: loadContexts(read, spell),
    verbs: spelt(loadVerbs(read, types, resolve), spell),
    nouns: spelt(loadNouns(read, types, resolve), spell),
    predicates: spelt(loadPredicates(read, types, resolve), spell),
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

const CLAUSES = ['to', 'that', 'ing'] as const;

function loadVerbs(
  read: ReadRows,
  types: Types,
  resolve: Resolve,
): ReadonlyMap<string, readonly VerbFrame[]> {
  const frames = new Map<string, VerbFrame[]>();
  const rows = read(`${FOLDER}/verbs.csv`, [
    'lemma',
    'particle',
    'object',
    'oblique',
    'clause',
    'type',
    'mode',
    'recipient',
    'contexts',
    'cameo',
    'example',
  ]);
  for (const row of rows) {
    const { lemma, particle, object, clause } = row.cells;
    const intransitive = object === '-';
    const objectActs = object === '*';
    const { oblique } = row.cells;
    const frame: VerbFrame = {
      ...coding(row, 'verb', [lemma, particle, intransitive ? '' : object, oblique], types),
      weight: narrowness([lemma, particle, object, oblique, clause]),
      lemma,
      particle: particle === '' ? null : particle,
      object: intransitive || objectActs || object === '' ? null : resolve(row, 'object', object),
      objectActs,
      intransitive,
      oblique: obliqueOf(row, resolve),
      clause: clauseOf(row, clause, resolve),
    };
    add(frames, lemma, frame);
  }
  return heaviestFirst(frames);
}

function loadNouns(
  read: ReadRows,
  types: Types,
  resolve: Resolve,
): ReadonlyMap<string, readonly NounFrame[]> {
  const frames = new Map<string, NounFrame[]>();
  const rows = read(`${FOLDER}/nouns.csv`, [
    'lemma',
    'modifier',
    'oblique',
    'type',
    'mode',
    'actor',
    'recipient',
    'contexts',
    'cameo',
    'example',
  ]);
  for (const row of rows) {
    const { lemma, modifier, actor } = row.cells;
    const frame: NounFrame = {
      ...coding(row, 'noun', [lemma, modifier, row.cells.oblique], types),
      weight: narrowness([lemma, modifier, row.cells.oblique]),
      lemma,
      modifier: modifier === '' ? null : resolve(row, 'modifier', modifier),
      oblique: obliqueOf(row, resolve),
      actor: listOf(actor),
    };
    add(frames, lemma, frame);
  }
  return heaviestFirst(frames);
}

function loadPredicates(
  read: ReadRows,
  types: Types,
  resolve: Resolve,
): ReadonlyMap<string, readonly PredicateFrame[]> {
  const frames = new Map<string, PredicateFrame[]>();
  const rows = read(`${FOLDER}/predicates.csv`, [
    'lemma',
    'preposition',
    'oblique',
    'clause',
    'type',
    'mode',
    'actor',
    'recipient',
    'contexts',
    'cameo',
    'example',
  ]);
  for (const row of rows) {
    const { lemma, preposition, oblique, clause, actor } = row.cells;
    add(frames, lemma, {
      ...coding(row, 'is', [preposition, lemma, oblique], types),
      weight: narrowness([lemma, preposition, oblique, clause]),
      lemma,
      preposition: preposition === '' ? null : preposition,
      oblique: obliqueOf(row, resolve),
      clause: clauseOf(row, clause, resolve),
      actor: listOf(actor),
    });
  }
  return heaviestFirst(frames);
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
    for (const word of spell(lemma)) add(idioms, `${part} ${word}`, idiom);
  }
  return idioms;
}

type Coded = 'type' | 'mode' | 'recipient' | 'contexts' | 'cameo' | 'example';

function coding(row: Row<Coded>, kind: string, parts: readonly string[], types: Types) {
  const { mode, recipient, contexts, cameo } = row.cells;
  const type = oneOf(row, 'type', EVENT_TYPES);
  const modes = types.get(type)?.modes ?? new Map<string, number>();
  if (mode !== '' && !modes.has(mode)) throw wrong(row, 'mode', mode, ['nothing', ...modes.keys()]);
  const conditions = parts.filter((part) => part !== '');
  return {
    id: `${kind}:${conditions.join('+')}`,
    type,
    mode: mode === '' ? null : mode,
    recipient: listOf(recipient),
    contexts: listOf(contexts),
    cameo: cameo === '' ? null : cameo,
    entry: {
      file: row.file,
      line: row.line,
      example: row.cells.example === '' ? null : row.cells.example,
      isOwn: row.isOwn === true,
    },
  };
}

/** How much a frame asks: "from:[treaty]" is narrower than any "from". */
function narrowness(conditions: readonly string[]): number {
  return conditions.reduce((sum, cell) => sum + (cell === '' ? 0 : cell.includes(':') ? 2 : 1), 0);
}

/** "from:[treaty]" asks for a word of a class after "from"; "with" alone for anything after "with". */
function obliqueOf(row: Row<'oblique'>, resolve: Resolve): ObliqueCondition | null {
  const cell = row.cells.oblique;
  if (cell === '') return null;
  const colon = cell.indexOf(':');
  if (colon < 0) return { preposition: cell, words: null };
  return {
    preposition: cell.slice(0, colon),
    words: resolve(row, 'oblique', cell.slice(colon + 1)),
  };
}

/** "to:[meeting]" asks for an infinitive of one of these verbs; "to" alone for any. */
function clauseOf(row: Row<'clause'>, cell: string, resolve: Resolve): ClauseCondition | null {
  if (cell === '') return null;
  const [kind, words] = cell.split(':') as [string, string?];
  const known = CLAUSES.find((one) => one === kind);
  if (known === undefined) throw wrong(row, 'clause', kind, CLAUSES);
  return { kind: known, words: words === undefined ? null : resolve(row, 'clause', words) };
}

type Resolve = (row: Row<string>, column: string, cell: string) => Words;

/** The words that a cell names. Most cells stand in many rows: their sets are made once and shared. */
function resolverOf(classes: Classes, spell: Spell): Resolve {
  const made = new Map<string, Words>();
  return (row, column, cell) => {
    const words = made.get(cell) ?? wordsOf(row, column, cell, classes, spell);
    made.set(cell, words);
    return words;
  };
}

/** "ambassador|[envoy]": lemmas and classes, any of them. */
function wordsOf(row: Row<string>, column: string, cell: string, classes: Classes, spell: Spell): Words {
  // A class by itself is shared, not copied: most of the time goes there.
  const alone = cell.startsWith('[') && cell.indexOf(']') === cell.length - 1;
  const shared = alone ? classes.get(cell.slice(1, -1)) : undefined;
  if (shared !== undefined) return shared;
  const words = new Set<string>();
  for (const part of cell.split('|')) {
    if (!part.startsWith('[')) {
      for (const word of spell(part)) words.add(word);
      continue;
    }
    const members = classes.get(part.slice(1, -1));
    if (members === undefined)
      throw wrong(
        row,
        column,
        part,
        [...classes.keys()].map((name) => `[${name}]`),
      );
    for (const word of members) words.add(word);
  }
  return words;
}

function listOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split('|');
}

function add<Frame>(frames: Map<string, Frame[]>, lemma: string, frame: Frame): void {
  const all = frames.get(lemma);
  if (all === undefined) frames.set(lemma, [frame]);
  else all.push(frame);
}

interface Asking {
  readonly weight: number;
  readonly entry: Entry;
  readonly object?: Words | null;
  readonly modifier?: Words | null;
  readonly oblique: ObliqueCondition | null;
  readonly clause?: ClauseCondition | null;
}

/** Those of the user's before all of ours, so that they win whatever ours ask for. */
function heaviestFirst<Frame extends Asking>(
  frames: Map<string, Frame[]>,
): ReadonlyMap<string, readonly Frame[]> {
  for (const all of frames.values()) {
    if (all.length === 1) continue;
    const breadths = new Map(all.map((frame) => [frame, breadth(frame)]));
    all.sort(
      (a, b) =>
        Number(b.entry.isOwn) - Number(a.entry.isOwn) ||
        b.weight - a.weight ||
        breadths.get(a)! - breadths.get(b)!,
    );
  }
  return frames;
}

/**
 * Among frames of as many conditions, one that asks for one of a few words is narrower than one of many, and that
 * narrower than one that takes whoever acts, or anything.
 */
function breadth({ object, modifier, oblique, clause }: Asking): number {
  return [object, modifier, oblique?.words, clause?.words].reduce(
    (sum, words) => sum + (words?.size ?? (words === undefined ? 0 : BROAD)),
    0,
  );
}

/** More than any set of words holds. */
const BROAD = 10_000;

function oneOf<const Value extends string, Column extends string>(
  row: Row<Column>,
  column: NoInfer<Column>,
  allowed: readonly Value[],
): Value {
  const found = allowed.find((value) => value === row.cells[column]);
  if (found === undefined) throw wrong(row, column, row.cells[column], allowed);
  return found;
}

function numberOf(row: Row<string>, cell: string): number {
  const value = Number(cell);
  if (cell === '' || !Number.isFinite(value)) throw wrong(row, 'score', cell, ['a number']);
  return value;
}

function wrong(row: Row<string>, column: string, value: string, allowed: readonly string[]): RapporteurError {
  return new RapporteurError(
    'data.malformed',
    `Unknown ${column} "${value}" in ${row.file}, line ${row.line}. Use one of: ${allowed.join(', ')}.`,
  );
}
