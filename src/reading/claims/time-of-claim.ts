import type { Document } from '../../document/document.js';
import type { Council } from '../../registry/registry.js';
import type { Material } from './found-claim.js';

/** The day up to which a report can know of votes: that of publication, else that of the latest vote that it tells. */
export function claimDay(doc: Document, votes: Material['votes']): string | null {
  const { published, publishedNotBefore } = doc.report;
  const days = votes.flatMap(({ vote }) => vote.record?.date ?? []).sort();
  return published ?? days.at(-1) ?? publishedNotBefore;
}

/** The year that a claim in the present tense is about; the last one of the record where nothing dates the report. */
export function claimYear(doc: Document, votes: Material['votes'], council: Council): number {
  return Number((claimDay(doc, votes) ?? council.covers.to).slice(0, 4));
}
