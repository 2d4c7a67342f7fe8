import type { IntakeItem } from './index.js';
import type { Defaults } from './make-report.js';
import type { Parser } from './parsing/parser.js';
import type { ColumnMap } from './tables/columns.js';

/** Bytes to read reports from, and what whoever gave them says of them. */
export interface Source {
  /** Names it for people. */
  readonly origin: string;
  /** A file's name, or the end of an address, whose extension tells what it is. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** `text/html`, without its parameters; null where nobody says. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  /** Where it was published. */
  readonly url: string | null;
  /** How many wrappings (gzip, WARC) were taken off before. */
  readonly depth: number;
}

/** What every source is read with. */
export interface Tools {
  readonly defaults: Defaults;
  readonly columns: ColumnMap;
  readonly parser: Parser;
}

/** Reads the reports of a source within another. */
export type ReadInner = (source: Source, tools: Tools) => AsyncGenerator<IntakeItem>;
