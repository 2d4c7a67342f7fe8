import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { RapporteurError } from '../src/errors.js';

const party = z.object({ actorText: z.string().optional(), code: z.string().optional() });
const parties = z.union([z.array(party), z.string(), z.null()]).optional();
const shape = z.object({
  id: z.string(),
  event: z.string(),
  text: z.string(),
  source: parties,
  target: parties,
});

/** Labels of the records' own day. */
const TYPES: Readonly<Record<string, string>> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
};

/** A party of a record: the words that name it and its code; either may be missing. */
export type GoldParty = z.infer<typeof party>;

/** One of PLOVER's gold standard records, its type as it is called today. */
export interface GoldRecord {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly actors: readonly GoldParty[];
  readonly recipients: readonly GoldParty[];
}

/** **Errors** `evaluation.gold` where the file holds anything else. */
export function readGoldRecords(path: string): GoldRecord[] {
  const parsed = z.array(shape).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    throw new RapporteurError(
      'evaluation.gold',
      `${path} holds no list of PLOVER records: ${parsed.error.message}`,
    );
  }
  return parsed.data.map(({ id, event, text, source, target }) => ({
    id,
    type: TYPES[event] ?? event,
    text: text.replace(/^\{|\}$/g, ''),
    actors: Array.isArray(source) ? source : [],
    recipients: Array.isArray(target) ? target : [],
  }));
}
