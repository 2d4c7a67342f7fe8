import { reportId } from '../document/identity.js';
import type { Report } from '../document/report.js';
import { RapporteurError } from '../errors.js';
import { detectLanguage } from './detect-language.js';
import { dayOf } from './published.js';
import { findTitle } from './title.js';

export interface Defaults {
  readonly published: string | null;
  readonly publisher: string | null;
  readonly maxBytes: number;
}

export interface Made {
  readonly report: Report;
  readonly warnings: readonly string[];
}

/** What is known of a report beside its text. */
interface Fields {
  readonly title: string | null;
  readonly text: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
}

/** A report from a text alone, whatever it holds. */
export function reportFromText(text: string, known: Partial<Omit<Fields, 'text'>> = {}): Report {
  const nothing = { title: null, published: null, publisher: null, url: null };
  return build({ ...nothing, ...known, text }, 'given');
}

/** A report from a text file. **Errors** `input.empty`. */
export function fromText(text: string, origin: string, defaults: Defaults): Made {
  const { published, publisher } = defaults;
  refuseEmpty(text, origin);
  return { report: reportFromText(text, { published, publisher }), warnings: [] };
}

/**
 * A report from a JSON value.
 *
 * **Shape** `text` or `title` must be there; where the text does not begin with the title, the report's text is the
 * title, a blank line, the text. A date that cannot be read is left out, with a warning.
 *
 * **Errors** `input.malformed`, `input.empty`, `input.too-large`.
 */
export function fromRecord(value: unknown, origin: string, defaults: Defaults): Made {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(origin, `is ${kindOf(value)} where a report was expected`);
  }
  const record = value as Record<string, unknown>;
  const read = (key: string): string | null => {
    const found = record[key] ?? null;
    if (found !== null && typeof found !== 'string') {
      throw malformed(origin, `has ${kindOf(found)} as "${key}" where a string was expected`);
    }
    return found === null ? null : mendSurrogates(found);
  };
  const title = read('title')?.trim() || null;
  const text = read('text') ?? title;
  if (text === null) throw malformed(origin, 'has neither "text" nor "title"');
  const warnings: string[] = [];
  const stated = read('published');
  const published = stated === null ? null : dayOf(stated);
  if (stated !== null && published === null) {
    warnings.push(
      `"published" is "${stated}", which is no date, and was left out. Write it as 2017-04-12 or 2017-04-12T09:30:00Z.`,
    );
  }
  const begins = title === null || text.trimStart().startsWith(title);
  const fields = {
    title,
    text: begins ? text : `${title}\n\n${text}`,
    published: published ?? defaults.published,
    publisher: read('publisher') ?? defaults.publisher,
    url: read('url'),
  };
  refuseEmpty(fields.text, origin);
  return { report: build(fields, published === null ? 'given' : 'metadata'), warnings };
}

function build(fields: Fields, basis: 'given' | 'metadata'): Report {
  return {
    id: reportId(fields.text, fields.publisher),
    title: fields.title ?? findTitle(fields.text),
    text: fields.text,
    published: fields.published,
    publishedNotBefore: null,
    publishedBasis: fields.published === null ? null : basis,
    publisher: fields.publisher,
    url: fields.url,
    language: detectLanguage(fields.text),
  };
}

function refuseEmpty(text: string, origin: string): void {
  if (text.trim() !== '') return;
  const what = text === '' ? 'is empty' : 'holds nothing but white space';
  throw new RapporteurError('input.empty', `${origin} ${what}: there is no report in it.`);
}

/** Half of a surrogate pair is no character and cannot be stored. */
function mendSurrogates(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd').replaceAll('\0', '\ufffd');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return `the ${typeof value} ${JSON.stringify(value)?.slice(0, 40)}`;
}

function malformed(origin: string, what: string): RapporteurError {
  return new RapporteurError(
    'input.malformed',
    `${origin} ${what}. A report is an object such as {"title": "…", "text": "…", "published": "2017-04-12", "url": "…", "publisher": "…"}; only "text" must be there.`,
  );
}
