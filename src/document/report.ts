/** How the date of publication is known. */
export type PublishedBasis = 'given' | 'dateline' | 'metadata' | 'record' | null;

/**
 * One text from one publisher, as intake hands it on.
 *
 * **Shape** `text` is what was read, headline included where the source has one; where it has, `title` repeats it
 * and `text` begins with it. Dates are `YYYY-MM-DD`. `id` is made from the text and the publisher, so the same
 * report has the same id wherever it was found.
 */
export interface Report {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly published: string | null;
  readonly publishedNotBefore: string | null;
  readonly publishedBasis: PublishedBasis;
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 639-1, null when it could not be told. */
  readonly language: string | null;
}

/** Whether the language engine can make anything of a report: it is English, or too short to tell. */
export function isReadable(report: Report): boolean {
  return report.language === null || report.language === 'en';
}
