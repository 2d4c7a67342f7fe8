import { createHash } from 'node:crypto';
import type { Range } from './span.js';

/** 96 bits of SHA-256 in base64url: short enough to type, long enough for a billion records. */
export function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('base64url').slice(0, 16);
}

/** The id of a report: the same text from the same publisher has the same id. */
export function reportId(text: string, publisher: string | null): string {
  return `r-${digestOf(text, publisher ?? '')}`;
}

/** Kinds of record that carry an id of their own. */
export type RecordKind = 'event' | 'statement' | 'vote' | 'claim' | 'dispute';

const PREFIX: Record<RecordKind, string> = {
  event: 'e',
  statement: 's',
  vote: 'v',
  claim: 'c',
  dispute: 'd',
};

/**
 * The id of a record within a reading, made from what identifies it in the text, so that it survives a second
 * reading that changed nothing.
 *
 * **Shape** `span` is the record's cue (event), source and content cover (statement) or sentence part (vote,
 * claim), phrase (dispute); `type` tells apart records of one kind on one span, such as two recipients of one verb.
 */
export function recordId(report: string, kind: RecordKind, span: Range, type: string): string {
  return `${PREFIX[kind]}-${digestOf(report, kind, `${span.start}-${span.end}`, type)}`;
}

/** The id of an incident, made from the smallest id among the events that tell it. */
export function incidentId(event: string): string {
  return `i-${digestOf(event)}`;
}
