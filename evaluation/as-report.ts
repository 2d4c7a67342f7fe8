import { reportId } from '../src/document/identity.js';
import type { Report } from '../src/document/report.js';

/** A bare sentence as a report: nothing known of it but its text. */
export function asReport(text: string): Report {
  return {
    id: reportId(text, null),
    title: null,
    text,
    published: null,
    publishedNotBefore: null,
    publishedBasis: null,
    publisher: null,
    url: null,
    language: 'en',
  };
}
