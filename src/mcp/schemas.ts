import { z } from 'zod';
import { dayOf } from '../intake/published.js';
import { EVENT_TYPES, STANDINGS } from '../reading/contract.js';
import { LISTED_FROM } from '../reading/events/trust/listed.js';

/** What tools are asked, and what they answer. */

export const day = z
  .string()
  .refine((text) => dayOf(text) === text, 'Give a day as YYYY-MM-DD, such as 2017-04-12.');
export const words = z.string().min(1).max(200);

export const days = {
  from: day.optional().describe('Not before this day, YYYY-MM-DD.'),
  to: day.optional().describe('Not after this day, YYYY-MM-DD.'),
};

export const paging = {
  limit: z.int().min(1).max(100).default(20).describe('At most so many.'),
  after: z
    .string()
    .max(500)
    .optional()
    .describe('What the answer before gave as "next", for what comes after it.'),
};

export const minConfidence = z
  .number()
  .min(0)
  .max(1)
  .default(LISTED_FROM)
  .describe('Only events at least so likely right; 0 for all.');

export const WHO = 'A country code such as FRA, or part of a name.';

export const citation = z
  .strictObject({
    report: z.string().describe('Id of the report.'),
    title: z.string().nullable(),
    published: z.string().nullable(),
    start: z.int().describe('Where the quote begins in the report’s text, in UTF-16 units.'),
    end: z.int(),
    quote: z.string().describe('Exactly the characters from start to end.'),
  })
  .describe('Where in which report it stands.');

const party = z.strictObject({
  name: z.string(),
  country: z.string().nullable(),
  citation,
});

export const event = z.strictObject({
  id: z.string(),
  type: z.enum(EVENT_TYPES).describe('PLOVER event type.'),
  mode: z.string().nullable(),
  quad: z.string(),
  actors: z.array(party).describe('Who did it.'),
  recipients: z.array(party).describe('To whom.'),
  from: z.string().nullable().describe('The days between which it happened.'),
  to: z.string().nullable(),
  place: z.string().nullable(),
  standing: z.enum(STANDINGS).describe('How far the report vouches for it.'),
  auxiliary: z.array(z.string()).describe('historical, future, hypothetical or negation.'),
  confidence: z.number(),
  citation: citation.describe('The word that tells it.'),
  context: z.string().describe('The text around it.'),
});

export const statement = z.strictObject({
  id: z.string(),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  speaker: z
    .strictObject({ name: z.string(), title: z.string().nullable(), country: z.string().nullable() })
    .nullable(),
  stance: z.array(z.string()).describe('What is done by saying it, and towards whom.'),
  from: z.string().nullable(),
  to: z.string().nullable(),
  confidence: z.number(),
  said: z.array(citation).describe('What was said, word by word of the report.'),
});

export const vote = z.strictObject({
  id: z.string(),
  body: z.string(),
  matter: z.string(),
  draft: z.string().nullable(),
  outcome: z.enum(['adopted', 'vetoed', 'failed', 'unknown']),
  for: z.int().nullable(),
  against: z.int().nullable(),
  abstain: z.int().nullable(),
  vetoedBy: z.array(z.string()),
  members: z.array(z.strictObject({ country: z.string(), vote: z.string(), inferred: z.boolean() })),
  from: z.string().nullable(),
  to: z.string().nullable(),
  record: z
    .strictObject({ symbol: z.string().nullable(), meeting: z.string().nullable(), date: z.string() })
    .nullable()
    .describe('The entry of the official record.'),
  citation,
});

export const claim = z.strictObject({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  verdict: z.enum(['supported', 'contradicted', 'unverifiable']),
  because: z.string(),
  evidence: z
    .array(
      z.strictObject({
        source: z.string(),
        entry: z.string(),
        fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    )
    .describe('The entries of the official record that the verdict rests on.'),
  citation,
});

export const dispute = z.strictObject({
  id: z.string(),
  about: z.string(),
  positions: z.array(z.strictObject({ party: z.string(), stance: z.string(), citation })),
});

export const next = z
  .string()
  .nullable()
  .describe('What to give as "after" for what comes next; null at the end.');
