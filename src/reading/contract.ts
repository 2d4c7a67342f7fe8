/**
 * The contract of a reading: what `rapporteur read --format json` prints, one object a report. The JSON Schema in
 * `schema/reading.schema.json` is made from these; the rest of the program imports the types only.
 */
import { z } from 'zod';
import { MEDIA, STANCE_ACTS } from './acts.js';

export { MEDIA, STANCE_ACTS };

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const span = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0), text: z.string() })
  .describe('Characters of report.text, half-open, in UTF-16 units.');

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

export const QUAD_CATEGORIES = [
  'verbal cooperation',
  'material cooperation',
  'verbal conflict',
  'material conflict',
] as const;

export const AUXILIARIES = ['historical', 'future', 'hypothetical', 'negation'] as const;
export const STANDINGS = ['reported', 'attributed', 'alleged', 'denied'] as const;
export const actor = z.strictObject({
  name: z.string().describe('Canonical name, or the mention where none is known.'),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .describe('ISO 3166 alpha-3, or UNO EUR IGO NGO IMG MNC ISM.'),
  sectors: z.array(z.string()).describe('PLOVER sectors, the leading one first.'),
  title: z.string().nullable(),
  person: z.string().nullable(),
  id: z.string().nullable().describe('Wikidata id.'),
  mention: span.describe(
    'The phrase that names it; of a party, the whole by which it takes part: "Chinese goods".',
  ),
  resolvedBy: z.string().describe('What resolved it: name, demonym, office, pronoun, context …'),
});

export const when = z.strictObject({
  start: day.nullable(),
  end: day.nullable(),
  precision: z.enum(['day', 'week', 'month', 'year', 'unknown']),
  text: z.string().nullable().describe('The words that say it, null when none do.'),
  basis: z.enum(['stated', 'published', 'context', 'record', 'none']),
});

export const place = z.strictObject({
  name: z.string(),
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  kind: z.enum(['site', 'city', 'region', 'country']),
  span,
});

export const event = z.strictObject({
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  quad: z.enum(QUAD_CATEGORIES),
  score: z.number(),
  cameo: z.string().nullable(),
  actors: z.array(actor),
  recipients: z.array(actor),
  when,
  place: place.nullable(),
  auxiliary: z.array(z.enum(AUXILIARIES)),
  standing: z.enum(STANDINGS),
  attributedTo: z.string().nullable().describe('Id of the statement that tells it.'),
  dead: z.int().nullable(),
  injured: z.int().nullable(),
  cue: span,
  alsoAt: z.array(span).describe('Cues of the other places in the report that tell the same event again.'),
  sentence: z.int().min(0),
  confidence: z.number().min(0).max(1),
  by: z.string().describe('What produced it: the frame that matched.'),
});

export const stance = z.strictObject({
  act: z.enum(STANCE_ACTS),
  toward: actor.nullable(),
  event: z.string().nullable(),
});

export const statement = z.strictObject({
  id: z.string(),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  speaker: actor.nullable(),
  source: z.array(span),
  cue: span.nullable(),
  content: z.array(span),
  addressee: actor.nullable(),
  when,
  place: place.nullable(),
  medium: z
    .strictObject({ kind: z.enum(MEDIA), span })
    .nullable()
    .describe('The way in which it was said, and the words that tell so; null where none do.'),
  stance: z.array(stance),
  sentence: z.int().min(0),
  confidence: z.number().min(0).max(1),
  by: z.string(),
});

export const memberVote = z.strictObject({
  country: z.string(),
  vote: z.enum(['for', 'against', 'abstain', 'absent']),
  span: span.nullable(),
  inferred: z.boolean().describe('True where the record says it and the report does not.'),
});

const recordedVote = z.strictObject({
  symbol: z.string().nullable(),
  meeting: z.string().nullable(),
  date: day,
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
  members: z.array(memberVote),
  vetoedBy: z.array(z.string()),
  when,
  span,
  record: recordedVote.nullable().describe('The entry of the official record that it is.'),
  candidates: z
    .array(recordedVote)
    .describe('Entries that it may be, the likeliest first, where none of them is clearly it.'),
});

export const evidence = z.strictObject({
  source: z.string().describe('The registry file that the entry stands in.'),
  entry: z.string().describe('The entry, by its key.'),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export const claim = z.strictObject({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  span,
  by: z.string().nullable().describe('Id of the statement that makes it, null for the report itself.'),
  verdict: z.enum(['supported', 'contradicted', 'unverifiable']),
  because: z.string(),
  evidence: z.array(evidence),
});

export const position = z.strictObject({
  party: actor,
  stance: z.enum(['accuses', 'denies', 'doubts', 'confirms', 'withholds']),
  statement: z.string().nullable(),
  span,
});

export const dispute = z.strictObject({
  id: z.string(),
  about: z.string(),
  event: z.string().nullable(),
  positions: z.array(position),
  decider: actor
    .nullable()
    .describe('The body that is to find out or to decide, where the report tells of one.'),
});

export const note = z.strictObject({
  kind: z.enum(['contradiction', 'unclear', 'unresolved', 'copy', 'dating', 'language', 'damage']),
  text: z.string(),
  spans: z.array(span),
});

export const report = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  text: z.string(),
  published: day.nullable(),
  publishedNotBefore: day.nullable(),
  publishedBasis: z.enum(['given', 'dateline', 'metadata', 'record']).nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
});

export const reading = z
  .strictObject({
    report,
    knowledge: z
      .string()
      .optional()
      .describe("Digest of the user's own knowledge that it was read with; absent where there was none."),
    events: z.array(event),
    statements: z.array(statement),
    votes: z.array(vote),
    claims: z.array(claim),
    disputes: z.array(dispute),
    notes: z.array(note),
  })
  .describe('What Rapporteur found in one report.');

export type EventType = (typeof EVENT_TYPES)[number];
export type QuadCategory = (typeof QUAD_CATEGORIES)[number];
export type Auxiliary = (typeof AUXILIARIES)[number];
export type Standing = (typeof STANDINGS)[number];
export type StanceAct = (typeof STANCE_ACTS)[number];
export type MediumKind = (typeof MEDIA)[number];
export type Actor = z.infer<typeof actor>;
export type When = z.infer<typeof when>;
export type Place = z.infer<typeof place>;
export type Event = z.infer<typeof event>;
export type Stance = z.infer<typeof stance>;
export type Statement = z.infer<typeof statement>;
export type MemberVote = z.infer<typeof memberVote>;
export type Vote = z.infer<typeof vote>;
export type Evidence = z.infer<typeof evidence>;
export type Claim = z.infer<typeof claim>;
export type Position = z.infer<typeof position>;
export type Dispute = z.infer<typeof dispute>;
export type Note = z.infer<typeof note>;
export type Reading = z.infer<typeof reading>;
