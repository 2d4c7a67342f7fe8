import type { Document } from '../../document/document.js';
import { cut, overlaps, type Range } from '../../document/span.js';
import type { Reading } from '../contract.js';
import type { Knowledge } from '../index.js';
import { explainEvent } from './explain-event.js';
import { explainClaim, explainStatement, explainVote } from './explain-others.js';
import type { Explained, Explanation, Mark, Reason } from './explanation.js';

/** The record of an id; undefined where the reading has none that can be explained. */
export function recordOf(reading: Reading, id: string): Explained | undefined {
  const event = reading.events.find((one) => one.id === id);
  if (event !== undefined) return { kind: 'event', record: event };
  const statement = reading.statements.find((one) => one.id === id);
  if (statement !== undefined) return { kind: 'statement', record: statement };
  const vote = reading.votes.find((one) => one.id === id);
  if (vote !== undefined) return { kind: 'vote', record: vote };
  const claim = reading.claims.find((one) => one.id === id);
  return claim === undefined ? undefined : { kind: 'claim', record: claim };
}

/**
 * Explains a record of a reading from its text, analysed and read anew.
 *
 * **Shape** `doc` and `fresh` are of the reading's own text; where `fresh` has the record as it is, it is explained
 * to the frame, else as far as it carries its reasons itself.
 */
export function explain(
  { doc, fresh }: { readonly doc: Document; readonly fresh: Reading },
  reading: Reading,
  explained: Explained,
  knowledge: Knowledge,
): Explanation {
  const { record } = explained;
  const again = recordOf(fresh, record.id);
  const isCurrent = again !== undefined && JSON.stringify(again.record) === JSON.stringify(record);
  const parts = partsOf(explained);
  const passage = passageOf(doc, parts);
  const { id, title, published, publishedBasis } = reading.report;
  return {
    ...explained,
    id: record.id,
    report: { id, title, published, publishedBasis },
    passage,
    marks: parts.filter(({ span }) => overlaps(span, passage)).sort((a, b) => a.span.start - b.span.start),
    reasons: reasonsOf(doc, knowledge, explained, reading),
    isCurrent,
  };
}

function reasonsOf(doc: Document, knowledge: Knowledge, explained: Explained, reading: Reading): Reason[] {
  switch (explained.kind) {
    case 'event':
      return explainEvent(doc, knowledge, explained.record, reading.statements);
    case 'statement':
      return explainStatement(explained.record);
    case 'vote':
      return explainVote(explained.record);
    case 'claim':
      return explainClaim(explained.record);
  }
}

/** Every stretch of text that a record points to; those that make out its passage first. */
function partsOf(explained: Explained): Mark[] {
  switch (explained.kind) {
    case 'event': {
      const { cue, actors, recipients, place, alsoAt } = explained.record;
      return [
        { part: 'cue', span: cue },
        ...actors.map(({ mention }) => ({ part: 'actor', span: mention })),
        ...recipients.map(({ mention }) => ({ part: 'recipient', span: mention })),
        ...(place === null ? [] : [{ part: 'place', span: place.span }]),
        ...alsoAt.map((span) => ({ part: 'cue', span })),
      ];
    }
    case 'statement': {
      const { cue, source, content } = explained.record;
      return [
        ...(cue === null ? [] : [{ part: 'cue', span: cue }]),
        ...source.map((span) => ({ part: 'source', span })),
        ...content.map((span) => ({ part: 'content', span })),
      ];
    }
    case 'vote': {
      const { span, members } = explained.record;
      return [
        { part: 'vote', span },
        ...members.flatMap((one) => (one.span === null ? [] : [{ part: one.vote, span: one.span }])),
      ];
    }
    case 'claim':
      return [{ part: 'claim', span: explained.record.span }];
  }
}

/** How far apart a statement's parts may lie and still make one passage. **Units** characters. */
const LONGEST = 1_500;

/** The whole sentences of the first part, and of those near it that belong to the same words. */
function passageOf(doc: Document, parts: readonly Mark[]): ReturnType<typeof cut> {
  const [first] = parts;
  const near = parts.filter(
    ({ part, span }) =>
      part === 'source' || part === 'content' || overlaps(span, first!.span) || span === first!.span,
  );
  const all = near.map(({ span }) => sentencesOf(doc, span));
  const start = Math.min(...all.map((one) => one.start));
  const end = Math.max(...all.map((one) => one.end));
  const whole = end - start > LONGEST ? sentencesOf(doc, first!.span) : { start, end };
  return cut(doc.report.text, whole.start, whole.end);
}

function sentencesOf(doc: Document, span: Range): Range {
  const touched = doc.sentences.filter((one) => overlaps(one, span));
  if (touched.length === 0) return span;
  return { start: touched[0]!.start, end: touched.at(-1)!.end };
}
