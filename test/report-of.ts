import { reportId } from '../src/document/identity.js';
import type { Report } from '../src/document/report.js';

/** A report that is nothing but its text, and its headline where the text begins with one. */
export function reportOf(text: string, title: string | null = null): Report {
  return {
    id: reportId(text, null),
    title,
    text,
    published: null,
    publishedNotBefore: null,
    publishedBasis: null,
    publisher: null,
    url: null,
    language: 'en',
  };
}
