import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';

/** One attribution of a gold file. **Units** characters, as annotated; `source` may be empty. */
export interface GoldAttribution {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** A text with its attributions, by the first annotator in order of name. */
export interface GoldReport {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

const ROLES = { Source: 'source', Cue: 'cue', Content: 'content' } as const;
const LINE = /^[TE]\d+\t/;

/**
 * Reads a folder with `text/` and `attributions/` (brat standoff).
 *
 * **Shape** of several annotators of one text the first in order of name counts. Roles carry a number where an
 * attribution has two spans of a kind ("Content2"); `Discuss` and `Discard` are no roles and fall away.
 * **Errors** `evaluation.gold` where a folder is missing or holds no annotated text.
 */
export function readAttributionGold(folder: string): GoldReport[] {
  const files = list(join(folder, 'attributions')).filter((file) => file.endsWith('.ann'));
  const reports: GoldReport[] = [];
  for (const file of list(join(folder, 'text'))) {
    const name = file.replace(/\.txt$/, '');
    const own = files.filter((one) => one.replace(/_[0-9a-f]{4}\.ann$/, '') === name).sort();
    if (own[0] === undefined) continue;
    const text = readFileSync(join(folder, 'text', file), 'utf8');
    const standoff = readFileSync(join(folder, 'attributions', own[0]), 'utf8');
    reports.push({ name, text, attributions: parseStandoff(standoff, unitsOf(text)) });
  }
  if (reports.length === 0) throw new RapporteurError('evaluation.gold', `No annotated text in ${folder}.`);
  return reports;
}

/**
 * Attributions of one standoff file. Lines that go on from an annotated line break are passed over.
 *
 * **Units** the file counts code points; `unitOf` gives the UTF-16 unit of each.
 */
export function parseStandoff(standoff: string, unitOf: (codePoint: number) => number): GoldAttribution[] {
  const spans = new Map<string, Range[]>();
  const events: string[][] = [];
  for (const line of standoff.split('\n')) {
    if (!LINE.test(line)) continue;
    const [id, body = ''] = line.split('\t');
    if (id!.startsWith('E')) events.push(body.split(' '));
    else spans.set(id!, parseOffsets(body.slice(body.indexOf(' ') + 1), unitOf));
  }
  return events.map((roles) => gather(roles, spans)).filter((one) => one.cue.length + one.content.length > 0);
}

function gather(roles: readonly string[], spans: ReadonlyMap<string, Range[]>): GoldAttribution {
  const found = { source: [] as Range[], cue: [] as Range[], content: [] as Range[] };
  for (const role of roles) {
    const [label = '', id = ''] = role.split(':');
    const kind = ROLES[label.replace(/\d+$/, '') as keyof typeof ROLES];
    if (kind !== undefined) found[kind].push(...(spans.get(id) ?? []));
  }
  return found;
}

function parseOffsets(offsets: string, unitOf: (codePoint: number) => number): Range[] {
  return offsets.split(';').map((pair) => {
    const [start, end] = pair.split(' ').map(Number);
    return { start: unitOf(start!), end: unitOf(end!) };
  });
}

/** UTF-16 offset of each code point of a text; the two differ after an emoji. */
function unitsOf(text: string): (codePoint: number) => number {
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (codePoint) => units[codePoint] ?? text.length;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    throw new RapporteurError(
      'evaluation.gold',
      `Cannot read ${folder}. Give a folder with text/ and attributions/.`,
      {
        cause,
      },
    );
  }
}
