import { EVENT_TYPES, type EventType } from '../../reading/contract.js';
import { malformed, number, optional, readTable } from '../table.js';

/** A CAMEO code: its score on Goldstein's scale and the PLOVER type and mode that it is now. */
export interface CameoCode {
  readonly code: string;
  /** **Units** -10 to 10. **Source** Goldstein 1992, as carried over to CAMEO. */
  readonly score: number;
  /** Null for statements that are no event in PLOVER. */
  readonly type: EventType | null;
  readonly mode: string | null;
}

let shared: ReadonlyMap<string, CameoCode> | undefined;

/** CAMEO's codes by number, "190"; read on first use and then kept. **Errors** `data.malformed`. */
export function loadCameo(): ReadonlyMap<string, CameoCode> {
  shared ??= new Map(
    readTable('cameo.csv', ['code', 'score', 'type', 'mode']).map((row) => {
      const { code, type, mode } = row.cells;
      const score = number(row, 'score');
      if (score === null) throw malformed(row, 'score', 'a number');
      if (type !== '' && !(EVENT_TYPES as readonly string[]).includes(type))
        throw malformed(row, 'type', `one of: ${EVENT_TYPES.join(', ')}, or nothing`);
      return [code, { code, score, type: optional(type) as EventType | null, mode: optional(mode) }];
    }),
  );
  return shared;
}

/** What a code is, or the broader one that it belongs to; undefined where neither is known. */
export function cameoOf(code: string): CameoCode | undefined {
  const codes = loadCameo();
  // Files written by spreadsheets lose the zero at the front.
  const whole = codes.has(code) || !codes.has(`0${code}`) ? code : `0${code}`;
  for (let length = whole.length; length >= 2; length--) {
    const found = codes.get(whole.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The quad category of a CAMEO code by its root, 1 to 4. */
export function quadOfRoot(code: string): number {
  const root = Number(code.slice(0, 2));
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 14 ? 3 : 4;
}
