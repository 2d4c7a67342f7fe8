/** Document in, reading out. Knows politics, no storage. */
import type { Document } from '../document/document.js';
import { isReadable, type Report } from '../document/report.js';
import { tokenAt } from '../document/tree.js';
import { resolveReferences } from '../language/references/resolve-references.js';
import { findTimes } from '../language/times/find-times.js';
import type { Registry } from '../registry/registry.js';
import { findCast } from './actors/find-cast.js';
import { makeCast } from './cast.js';
import { checkClaims } from './claims/check-claims.js';
import type { Reading, Vote } from './contract.js';
import { findDisputes } from './disputes/find-disputes.js';
import type { Arbiter } from './events/arbiter/arbiter.js';
import { findEvents } from './events/find-events.js';
import { isTalk } from './events/is-talk.js';
import { mergeTellings } from './events/merge-tellings.js';
import { speechEvents } from './events/speech-events.js';
import { settingOf } from './events/trust/signs.js';
import type { Trust } from './events/trust/trust.js';
import { trusted } from './events/trust/weigh-events.js';
import { takeNotes } from './notes/take-notes.js';
import { addStances, findStatements } from './statements/find-statements.js';
import { findVotes } from './votes/find-votes.js';

/** What a document is read with. */
export interface Knowledge {
  readonly registry: Registry;
  readonly arbiter: Arbiter;
  /** Null tells all that was found, each as sure as what proposed it. */
  readonly trust: Trust | null;
}

/**
 * Reads a document: who did what to whom, who said what, how councils voted, what can be checked. Of a report in a
 * language that the engine does not know there is only a note.
 *
 * A report without a date is dated by the record of a vote that it tells: its times are then counted from the day
 * of the vote, and the reading begins again.
 */
export function readDocument(doc: Document, knowledge: Knowledge): Reading {
  const { registry, arbiter, trust } = knowledge;
  if (!isReadable(doc.report)) return unread(doc);
  const cast = findCast(doc, registry);
  const found = findVotes(doc, cast, registry);
  const votes = found.map(({ vote }) => vote);
  const dated = dateByRecord(doc, votes);
  if (dated !== undefined) return readDocument(dated, knowledge);
  const said = findStatements(doc, cast);
  const setting = settingOf(doc, cast, registry.codebook);
  const told = trusted(findEvents(doc, cast, said, votes, registry, arbiter), setting, trust);
  const statements = addStances(doc, cast, said, told);
  const vouched = statements.filter(({ cue, content }) => {
    const at = cue ?? content[0];
    return at === undefined || !isTalk(doc, tokenAt(doc, at.start), setting.turns);
  });
  const spoken = trusted(speechEvents(doc.report.id, vouched, told, registry.codebook), setting, trust);
  const tellings = [...told, ...spoken].sort((a, b) => a.cue.start - b.cue.start);
  const disputes = findDisputes(doc, cast, statements, tellings);
  const { events, standsFor } = mergeTellings(doc, tellings, registry);
  const link = (id: string | null) => (id === null ? null : (standsFor.get(id) ?? id));
  return {
    report: { ...doc.report },
    ...(registry.own === undefined ? {} : { knowledge: registry.own.digest }),
    events: [...events],
    statements: statements.map((one) => ({
      ...one,
      stance: one.stance.map((stance) => ({ ...stance, event: link(stance.event) })),
    })),
    votes,
    claims: checkClaims(doc, cast, found, statements, registry),
    disputes: disputes.map((one) => ({ ...one, event: link(one.event) })),
    notes: takeNotes(doc, cast, { events: tellings, statements, votes }),
  };
}

function unread(doc: Document): Reading {
  const nothing = { events: [], statements: [], votes: [] };
  const notes = takeNotes(doc, makeCast([], []), nothing);
  return { report: { ...doc.report }, ...nothing, claims: [], disputes: [], notes };
}

/**
 * The document dated by the latest vote that the record knows; undefined when it has a date or no such vote. A vote
 * that the text gives a year is looked back on, and does not say when the report appeared.
 */
function dateByRecord(doc: Document, votes: readonly Vote[]): Document | undefined {
  if (doc.report.published !== null || doc.report.publishedNotBefore !== null) return undefined;
  const day = votes
    .flatMap((vote) => (/\d{4}/.test(vote.when.text ?? '') ? [] : (vote.record?.date ?? [])))
    .sort()
    .at(-1);
  if (day === undefined) return undefined;
  const report: Report = { ...doc.report, publishedNotBefore: day, publishedBasis: 'record' };
  return resolveReferences.run(findTimes.run({ ...doc, report }, undefined), undefined);
}
