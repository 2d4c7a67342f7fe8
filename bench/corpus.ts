import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { reportId } from '../src/document/identity.js';
import type { Report } from '../src/document/report.js';
import { packagePath } from '../src/package-root.js';

/** Reports to measure on, and what to call them in the results. */
export interface Corpus {
  readonly name: string;
  readonly reports: readonly Report[];
}

/**
 * The reports to measure on: those of a JSONL file (`title`, `text`, `published`) where one is given, else the
 * package's own examples.
 */
export async function loadCorpus(path: string | undefined): Promise<Corpus> {
  if (path === undefined || !existsSync(path)) return { name: 'examples', reports: loadExamples() };
  const reports: Report[] = [];
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    if (line.trim() === '') continue;
    const { title, text, published } = JSON.parse(line) as {
      title?: string;
      text: string;
      published?: string;
    };
    reports.push(makeReport(text, title ?? null, published ?? null));
  }
  return { name: path, reports };
}

/** So many reports, the corpus over and over, each time with another publisher, so that no two are the same. */
export function* repeat(corpus: Corpus, count: number): Generator<Report> {
  for (let index = 0; index < count; index++) {
    const report = corpus.reports[index % corpus.reports.length]!;
    const publisher = `edition ${Math.floor(index / corpus.reports.length)}`;
    yield { ...report, publisher, id: reportId(report.text, publisher) };
  }
}

function loadExamples(): Report[] {
  const folder = packagePath('examples');
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return makeReport(text, text.split('\n', 1)[0]!, null);
  });
}

function makeReport(body: string, title: string | null, published: string | null): Report {
  const text = title === null || body.startsWith(title) ? body : `${title}\n\n${body}`;
  return {
    id: reportId(text, null),
    title,
    text,
    published,
    publishedNotBefore: null,
    publishedBasis: published === null ? null : 'metadata',
    publisher: null,
    url: null,
    language: 'en',
  };
}
