import { readFileSync } from 'node:fs';
import type { Range } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';

/**
 * One labelled relation; some rows lack one of the parties.
 *
 * **Units** ranges count UTF-16 units of `sentence`.
 */
export interface RelationRow {
  readonly id: string;
  readonly sentence: string;
  readonly type: string;
  readonly quad: string;
  readonly actor: Range | null;
  readonly recipient: Range | null;
}

/** Reads rows whose `marked` sentence has `<s>` around the actor and `<t>` around the recipient. */
export function readRelationRows(path: string): RelationRow[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const { id, marked, type, quad } = JSON.parse(line) as Record<string, string>;
    if (marked === undefined || type === undefined || quad === undefined) {
      throw new RapporteurError(
        'evaluation.gold',
        `${path}, line ${index + 1} lacks "marked", "type" or "quad". Each line is one JSON object with all three.`,
      );
    }
    return [{ id: id ?? String(index), type, quad, ...unmark(marked) }];
  });
}

function unmark(marked: string) {
  let sentence = '';
  let at = 0;
  const edges = new Map<string, number>();
  for (const tag of marked.matchAll(/<\/?[st]>/g)) {
    sentence += marked.slice(at, tag.index);
    edges.set(tag[0], sentence.length);
    at = tag.index + tag[0].length;
  }
  sentence += marked.slice(at);
  const range = (name: string): Range | null => {
    const start = edges.get(`<${name}>`);
    const end = edges.get(`</${name}>`);
    return start === undefined || end === undefined ? null : { start, end };
  };
  return { sentence, actor: range('s'), recipient: range('t') };
}
