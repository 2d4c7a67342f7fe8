import { z } from 'zod';
import { reading } from './contract.js';

/** The JSON Schema (draft 2020-12) of what `rapporteur read --format json` prints for one report. */
export function readingSchema(): Record<string, unknown> {
  return { title: 'Reading', ...z.toJSONSchema(reading, { reused: 'ref' }) };
}
