import { RapporteurError } from '../../errors.js';
import { EVENT_TYPES, type EventType, QUAD_CATEGORIES, type QuadCategory } from '../../reading/contract.js';
import { type ReadRows, type Row, readTable } from '../table.js';
import type {
  Codebook,
  Entry,
  Idiom,
  NounFrame,
  ObliqueCondition,
  TypeFacts,
  VerbFrame,
  Words,
} from './codebook.js';

/** The folder of `data` that holds types, classes, contexts and the frames of verbs and nouns. */
const FOLDER = 'codebook';

/**
 * The codebook, read from `data/codebook`, or from wherever `read` finds files of these names.
 *
 * **Errors** `data.malformed`, naming file, line, value and what is allowed.
 */
export function loadCodebook(read: ReadRows = readTable): Codebook {
  const classes = loadClasses(read);
  const types = loadTypes(read);
  const contexts = loadContexts(read);
  const resolve = resolverOf(classes);
  return {
    types,
    classes,
    contexts,
    verbs: loadVerbs(read, types, resolve),
    nouns: loadNouns(read, types, resolve),
    idioms: loadIdioms(read, resolve),
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
        requiresRecipient: row.cells['requires-recipient'] === 'yes',
      });
    } else if (quad !== '')
      throw wrong(row, 'quad', quad, ['nothing: a mode has the quad category of its type']);
  }
  return types;
}

function loadClasses(read: ReadRows): Classes {
  const classes = new Map<string, Set<string>>();
  // Operators are classes too: of words that say what became of the event under them.
  for (const file of ['classes', 'operators']) {
    for (const { cells } of read(`${FOLDER}/${file}.csv`, ['class', 'lemma'])) {
      const words = classes.get(cells.class) ?? new Set<string>();
      classes.set(cells.class, words.add(cells.lemma));
    }
  }
  return classes;
}

function loadContexts(read: ReadRows): ReadonlyMap<string, readonly string[]> {
  const contexts = new Map<string, string[]>();
  for (const { cells } of read(`${FOLDER}/contexts.csv`, ['lemma', 'context'])) {
    contexts.set(cells.lemma, [...(contexts.get(cells.lemma) ?? []), cells.context]);
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
      clause: clause === '' ? null : oneOf(row, 'clause', CLAUSES),
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

function loadIdioms(read: ReadRows, resolve: Resolve): ReadonlyMap<string, readonly Idiom[]> {
  const idioms = new Map<string, Idiom[]>();
  const columns = ['part', 'lemma', 'modifier', 'particle', 'object', 'oblique', 'example'] as const;
  for (const row of read(`${FOLDER}/idioms.csv`, columns)) {
    const part = oneOf(row, 'part', ['noun', 'verb']);
    const { lemma, modifier, particle, object, oblique } = row.cells;
    // A noun is told by its modifier, a verb by what it takes: anything else in a row would be asked for by nobody.
    const others = part === 'noun' ? { particle, object, oblique } : { modifier };
    for (const [column, cell] of Object.entries(others))
      if (cell !== '') throw wrong(row, column, cell, [`nothing, for a ${part}`]);
    add(idioms, `${part} ${lemma}`, {
      lemma,
      modifier: modifier === '' ? null : resolve(row, 'modifier', modifier),
      particle: particle === '' ? null : particle,
      object: object === '' ? null : resolve(row, 'object', object),
      oblique: obliqueOf(row, resolve),
    });
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

type Resolve = (row: Row<string>, column: string, cell: string) => Words;

/** The words that a cell names. Most cells stand in many rows: their sets are made once and shared. */
function resolverOf(classes: Classes): Resolve {
  const made = new Map<string, Words>();
  return (row, column, cell) => {
    const words = made.get(cell) ?? wordsOf(row, column, cell, classes);
    made.set(cell, words);
    return words;
  };
}

/** "ambassador|[envoy]": lemmas and classes, any of them. */
function wordsOf(row: Row<string>, column: string, cell: string, classes: Classes): Words {
  const words = new Set<string>();
  for (const part of cell.split('|')) {
    if (!part.startsWith('[')) {
      words.add(part);
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

/** Those of the user's before all of ours, so that they win whatever ours ask for. */
function heaviestFirst<Frame extends { readonly weight: number; readonly entry: Entry }>(
  frames: Map<string, Frame[]>,
): ReadonlyMap<string, readonly Frame[]> {
  for (const all of frames.values()) {
    all.sort((a, b) => Number(b.entry.isOwn) - Number(a.entry.isOwn) || b.weight - a.weight);
  }
  return frames;
}

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
