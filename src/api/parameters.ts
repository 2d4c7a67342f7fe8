import { z } from 'zod';
import { dayOf } from '../intake/published.js';
import { LISTED_FROM } from '../reading/events/trust/listed.js';

/** What stands in addresses is text; each of these says what it must be, and makes it that. */

const toNumber = (text: unknown) =>
  typeof text === 'string' && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;

export const words = z
  .string()
  .max(200)
  .refine((text) => text.trim() !== '', 'It is empty. Leave it out, or say something.');

export const day = z
  .string()
  .refine(
    (text) => /^\d{4}-/.test(text) && dayOf(text) === text,
    'Give a day as YYYY-MM-DD, such as 2017-04-12.',
  )
  .meta({ format: 'date' });

export const share = z.preprocess(toNumber, z.number().min(0).max(1));
export const count = z.preprocess(toNumber, z.int().min(1).max(1_000_000));
export const id = z.string().min(1).max(80);

export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .pipe(z.boolean());

/** Several of some words, joined by commas. */
export function listOf<const Words extends readonly [string, ...string[]]>(allowed: Words) {
  return z.preprocess(
    (text) => (typeof text === 'string' ? text.split(',').map((word) => word.trim().toUpperCase()) : text),
    z.array(z.enum(allowed)).min(1).max(allowed.length),
  );
}

export const LIMIT = 50;
export const MOST_ITEMS = 500;

export const paging = {
  limit: z
    .preprocess(toNumber, z.int().min(1).max(MOST_ITEMS))
    .default(LIMIT)
    .describe('At most so many items.'),
  after: z
    .string()
    .max(500)
    .optional()
    .describe('What the page before says as `next`; left out for the first page.'),
};

export const days = {
  from: day.optional().describe('Not before this day.'),
  to: day.optional().describe('Not after this day.'),
};

export const minConfidence = share
  .default(LISTED_FROM)
  .describe('Only what is at least so likely right. Those left out are counted; 0 lists all.');
