import { createHash } from 'node:crypto';
import type { Report } from '../document/report.js';
import type { Archive } from './open.js';

/** What a reading follows from, beside the report itself. */
export interface Grounds {
  /** The program's. */
  readonly version: string;
  /** Digest of the user's own knowledge. */
  readonly knowledge?: string | undefined;
}

/**
 * A hash of all that a reading follows from: two reports with the same one have the same reading.
 *
 * **Shape** a whole number of 52 bits, which a number holds exactly; among a million reports
 * two that differ have the same one with a likelihood of one in ten thousand.
 */
export function inputOf(report: Report, { version, knowledge = '' }: Grounds): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([version, knowledge, report]))
    .digest();
  return digest.readUIntBE(0, 6) * 16 + (digest[6]! >> 4);
}

/** What the readings in an archive were made from. **Units** 40 bytes a report in memory. */
export async function knownInputs(archive: Archive): Promise<Set<number>> {
  const known = new Set<number>();
  const result = await archive.connection.stream('SELECT input FROM reports WHERE input IS NOT NULL');
  for await (const rows of result.yieldRowsJs()) for (const [input] of rows) known.add(Number(input));
  return known;
}
