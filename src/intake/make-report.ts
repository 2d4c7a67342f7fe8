import { reportId } from '../document/identity.js';
import type { Report } from '../document/report.js';
import { RapporteurError } from '../errors.js';
import { dayOfAnyForm } from './dates.js';
import { detectLanguage } from './detect-language.js';
import type { FoundReport } from './found-report.js';
import { tooLarge } from './items.js';
import { type ColumnMap, candidates, type Field } from './tables/columns.js';
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
export function fromText(text: string, origin: string, defaults: Defaults, url: string | null = null): Made {
  const { published, publisher } = defaults;
  refuseEmpty(text, origin);
  return { report: reportFromText(text, { published, publisher, url }), warnings: [] };
}

/**
 * A report from a JSON value.
 *
 * **Shape** `columns` names the keys of fields, with dots into objects (`source.name`); others are known by their usual
 * names. A text or title must be there; where the text does not begin with the title, the report's text is the title, a
 * blank line, the text. A date that cannot be read is left out, with a warning.
 *
 * **Errors** `input.malformed`, `input.empty`.
 */
export function fromRecord(
  value: unknown,
  origin: string,
  defaults: Defaults,
  columns: ColumnMap = {},
): Made {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(origin, `is ${kindOf(value)} where a report was expected`);
  }
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record);
  const read = (field: Field): string | null => {
    const named = columns[field];
    const found = named === undefined ? (record[field] ?? null) : valueAt(record, named);
    const text = asText(found, field);
    if (text !== undefined) return text;
    if (found !== null) {
      throw malformed(origin, `has ${kindOf(found)} as "${named ?? field}" where a string was expected`);
    }
    if (named !== undefined) return null;
    for (const key of candidates(field, keys)) {
      const guessed = asText(record[key] ?? null, field);
      if (guessed !== undefined) return guessed;
    }
    return null;
  };
  const title = read('title');
  const text = read('text') ?? title;
  if (text === null) throw malformed(origin, 'has neither "text" nor "title"');
  const known = { title, text, published: read('published'), publisher: read('publisher'), url: read('url') };
  return fromFound({ ...known, key: null, warnings: [] }, origin, defaults);
}

/**
 * A report from what another format has of it: its text begins with its title.
 *
 * **Errors** `input.empty`, `input.too-large`.
 */
export function fromFound(found: FoundReport, origin: string, defaults: Defaults): Made {
  const warnings = [...found.warnings];
  const published = found.published === null ? null : dayOfAnyForm(found.published);
  if (found.published !== null && published === null) {
    warnings.push(
      `The date of publication is given as "${found.published.slice(0, 60)}", which is no date that can be read in one way only, and was left out. Write it as 2017-04-12 or 2017-04-12T09:30:00Z.`,
    );
  }
  const title = found.title === null ? null : mendSurrogates(found.title).trim() || null;
  const text = mendSurrogates(found.text);
  const begins = title === null || text.trimStart().startsWith(title);
  const fields = {
    title,
    text: begins ? text : text.trim() === '' ? title : `${title}\n\n${text}`,
    published: published ?? defaults.published,
    publisher: found.publisher ?? defaults.publisher,
    url: found.url,
  };
  refuseEmpty(fields.text, origin);
  if (fields.text.length > defaults.maxBytes) throw tooLarge(origin, defaults.maxBytes);
  return { report: build(fields, published === null ? 'given' : 'metadata'), warnings };
}

/** The value under a key, or under a path of keys with dots. */
function valueAt(record: Record<string, unknown>, path: string): unknown {
  if (record[path] !== undefined) return record[path];
  let at: unknown = record;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null) return null;
    at = Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : null;
  }
  return at ?? null;
}

/** A value as a field's text; undefined where it is none. Machines count the seconds, and publishers have names. */
function asText(value: unknown, field: Field): string | undefined {
  if (typeof value === 'string') return value;
  if (field === 'published' && typeof value === 'number') return String(value);
  if (field === 'publisher' && typeof value === 'object' && value !== null) {
    const { name, title } = value as { name?: unknown; title?: unknown };
    return typeof name === 'string' ? name : typeof title === 'string' ? title : undefined;
  }
  return undefined;
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
