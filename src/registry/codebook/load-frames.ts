import type { EventType } from '../../reading/contract.js';
import { list, malformed, oneOf, optional, readTable } from '../table.js';
import type { Frame, TypeEntry } from './codebook.js';
import { CONDITION_FORM, readConditions, specificityOf } from './read-conditions.js';

type Kind = Frame['kind'];

/**
 * Reads the frames of one kind of word.
 *
 * **Errors** `data.malformed` for an unknown type, mode or class, or a condition of another form.
 */
export function loadFrames(
  file: string,
  kind: Kind,
  types: ReadonlyMap<EventType, TypeEntry>,
  classes: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly Frame[]> {
  const frames = new Map<string, Frame[]>();
  const names: ReadonlySet<EventType> = new Set(types.keys());
  for (const row of readTable(file, [kind, 'when', 'type', 'mode', 'actor', 'recipient', 'cameo', 'example'])) {
    const cells: Readonly<Record<string, string>> = row.cells;
    const word = cells[kind]!.replaceAll('_', ' ');
    const conditions = readConditions(row.cells.when, classes);
    if (conditions === undefined) throw malformed(row, 'when', CONDITION_FORM);
    const type = row.cells.type === '' ? null : oneOf(row, 'type', names);
    const modes = type === null ? undefined : types.get(type)!.modes;
    const mode = optional(row.cells.mode);
    if (mode !== null && !modes?.has(mode)) {
      throw malformed(row, 'mode', `one of: ${[...(modes?.keys() ?? [])].join(', ')}; or nothing`);
    }
    const frame: Frame = {
      id: `${kind}:${[word.replaceAll(' ', '-'), row.cells.when].filter(Boolean).join(' ')}`,
      kind,
      word,
      conditions,
      type,
      mode,
      actor: list(row.cells.actor === '' ? DEFAULT_ACTOR[kind] : row.cells.actor),
      recipient: list(row.cells.recipient),
      cameo: optional(row.cells.cameo),
      example: row.cells.example,
      specificity: specificityOf(conditions),
    };
    for (const form of formsOf(word, kind)) {
      const known = frames.get(form);
      if (known === undefined) frames.set(form, [frame]);
      else known.push(frame);
    }
  }
  for (const known of frames.values()) known.sort((a, b) => b.specificity - a.specificity);
  return frames;
}

const DEFAULT_ACTOR: Readonly<Record<Kind, string>> = { verb: 'subj', adjective: 'subj', noun: 'poss|by|mod' };

/** A word in both spellings of English; a noun of several words is found by its last. */
function formsOf(word: string, kind: Kind): readonly string[] {
  if (kind === 'noun') return [word.slice(word.lastIndexOf(' ') + 1)];
  const american = word.replace(/ise$/, 'ize').replace(/our$/, 'or');
  return american === word ? [word] : [word, american];
}
