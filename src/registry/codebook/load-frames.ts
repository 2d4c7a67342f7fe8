import { EVENT_TYPES, type EventType } from '../../reading/contract.js';
import type { ReadRows, Row } from '../table.js';
import { listOf, oneOf, wrong } from './cells.js';
import type {
  ClauseCondition,
  Entry,
  NounFrame,
  ObliqueCondition,
  PredicateFrame,
  TypeFacts,
  VerbFrame,
  Words,
} from './codebook.js';
import { clauseOf, narrowness, obliqueOf, type Resolve } from './conditions.js';

/** What every file of frames is read with. */
export interface FrameSource {
  readonly read: ReadRows;
  /** The folder of `data` that holds them. */
  readonly folder: string;
  readonly types: ReadonlyMap<EventType, TypeFacts>;
  readonly resolve: Resolve;
}

type Frames<Frame> = ReadonlyMap<string, readonly Frame[]>;

const VERBS = [
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
] as const;

/** Frames of verbs by lemma, the narrowest first. **Errors** `data.malformed`. */
export function loadVerbs(source: FrameSource): Frames<VerbFrame> {
  return loadFrames(source, 'verbs.csv', VERBS, (row) => {
    const { lemma, particle, object, oblique, clause } = row.cells;
    const intransitive = object === '-';
    const objectActs = object === '*';
    return {
      ...coding(row, 'verb', [lemma, particle, intransitive ? '' : object, oblique], source.types),
      weight: narrowness([lemma, particle, object, oblique, clause]),
      lemma,
      particle: particle === '' ? null : particle,
      object: intransitive || objectActs || object === '' ? null : source.resolve(row, 'object', object),
      objectActs,
      intransitive,
      oblique: obliqueOf(row, source.resolve),
      clause: clauseOf(row, clause, source.resolve),
    };
  });
}

const NOUNS = [
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
] as const;

/** Frames of nouns by lemma, the narrowest first. **Errors** `data.malformed`. */
export function loadNouns(source: FrameSource): Frames<NounFrame> {
  return loadFrames(source, 'nouns.csv', NOUNS, (row) => {
    const { lemma, modifier, oblique, actor } = row.cells;
    return {
      ...coding(row, 'noun', [lemma, modifier, oblique], source.types),
      weight: narrowness([lemma, modifier, oblique]),
      lemma,
      modifier: modifier === '' ? null : source.resolve(row, 'modifier', modifier),
      oblique: obliqueOf(row, source.resolve),
      actor: listOf(actor),
    };
  });
}

const PREDICATES = [
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
] as const;

/** Frames of predicates by lemma, the narrowest first. **Errors** `data.malformed`. */
export function loadPredicates(source: FrameSource): Frames<PredicateFrame> {
  return loadFrames(source, 'predicates.csv', PREDICATES, (row) => {
    const { lemma, preposition, oblique, clause, actor } = row.cells;
    return {
      ...coding(row, 'is', [preposition, lemma, oblique], source.types),
      weight: narrowness([lemma, preposition, oblique, clause]),
      lemma,
      preposition: preposition === '' ? null : preposition,
      oblique: obliqueOf(row, source.resolve),
      clause: clauseOf(row, clause, source.resolve),
      actor: listOf(actor),
    };
  });
}

/** One frame a row. */
function loadFrames<Column extends string, Frame extends Asking & { readonly lemma: string }>(
  { read, folder }: FrameSource,
  file: string,
  columns: readonly Column[],
  toFrame: (row: Row<Column>) => Frame,
): Frames<Frame> {
  const frames = new Map<string, Frame[]>();
  for (const row of read(`${folder}/${file}`, columns)) {
    const frame = toFrame(row);
    const all = frames.get(frame.lemma);
    if (all === undefined) frames.set(frame.lemma, [frame]);
    else all.push(frame);
  }
  return heaviestFirst(frames);
}

type Coded = 'type' | 'mode' | 'recipient' | 'contexts' | 'cameo' | 'example';

function coding(row: Row<Coded>, kind: string, parts: readonly string[], types: FrameSource['types']) {
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
