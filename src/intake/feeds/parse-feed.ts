import { parseFeed as parseAnyFeed } from 'feedsmith';
import { RapporteurError } from '../../errors.js';
import type { FoundReport } from '../found-report.js';
import { fragmentText } from '../pages/fragment-text.js';
import { plainLine } from '../pages/parse-html.js';

/**
 * The entries of a feed (RSS, RDF, Atom, JSON Feed) as reports: each with its full text where the feed has it, else its
 * summary.
 *
 * **Shape** `url` is the feed's own address, against which links are resolved. A feed that breaks off gives the
 * entries before the break, the first with a warning.
 * **Errors** `input.malformed`, `input.empty`, without the feed's name.
 */
export function parseFeed(text: string, url: string | null): FoundReport[] {
  const { parsed, isBroken } = parseWhatThereIs(text.replace(DOCTYPE, ''));
  const found = entriesOf(parsed).map((entry) => toReport(entry, parsed, url));
  if (found.length === 0) throw new RapporteurError('input.empty', 'is a feed without entries.');
  if (!isBroken) return found;
  const warning = `The feed breaks off; ${found.length} whole ${found.length === 1 ? 'entry was' : 'entries were'} read.`;
  return found.map((one, at) => (at === 0 ? { ...one, warnings: [...one.warnings, warning] } : one));
}

/** What is declared there could grow without end, or point at files; no feed needs it. */
const DOCTYPE = /<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/i;

type Parsed = ReturnType<typeof parseAnyFeed>;

/** What entries of all formats have in common. Texts may be HTML. */
interface Entry {
  readonly key: string | undefined;
  readonly title: string | undefined;
  readonly text: string | undefined;
  readonly summary: string | undefined;
  readonly isPlain: boolean;
  readonly date: string | undefined;
  readonly publisher: string | undefined;
  readonly link: string | undefined;
}

function entriesOf(parsed: Parsed): Entry[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        key: item.guid?.value,
        title: item.title,
        text: item.content?.encoded,
        summary: item.description ?? item.media?.description?.value,
        isPlain: false,
        date: item.pubDate ?? first(item.dc?.dates),
        publisher: item.source?.title,
        link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        key: item.link,
        title: item.title,
        text: item.content?.encoded,
        summary: item.description,
        isPlain: false,
        date: first(item.dc?.dates),
        publisher: undefined,
        link: item.link,
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        key: entry.id,
        title: textIn(entry.title),
        text: textIn(entry.content),
        summary: textIn(entry.summary),
        isPlain: false,
        date: entry.published ?? entry.updated,
        publisher: textIn(entry.source?.title),
        link: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])
          ?.href,
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        key: item.id,
        title: item.title,
        text: item.content_html ?? item.content_text,
        summary: item.summary,
        isPlain: item.content_html === undefined,
        date: item.date_published ?? item.date_modified,
        publisher: undefined,
        link: item.url,
      }));
  }
}

function toReport(entry: Entry, parsed: Parsed, url: string | null): FoundReport {
  const { feed } = parsed;
  const full = plainText(entry.text, entry.isPlain);
  const text = full !== '' ? full : plainText(entry.summary, entry.isPlain);
  const title = entry.title === undefined ? null : plainLine(entry.title);
  const publisher = entry.publisher ?? textIn(feed.title);
  return {
    key: entry.key ?? entry.link ?? null,
    title,
    text: text === '' ? (title ?? '') : text,
    published: entry.date ?? null,
    publisher: publisher === undefined ? null : plainLine(publisher),
    url: absolute(entry.link, url),
    warnings: [],
  };
}

function plainText(text: string | undefined, isPlain: boolean): string {
  if (text === undefined) return '';
  return isPlain || !/[<&]/.test(text) ? text.trim() : fragmentText(text);
}

/** Some versions of the reader give a text, some a text with its kind. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const inner = (value as { value?: unknown } | undefined)?.value;
  return typeof inner === 'string' ? inner : undefined;
}

function first<T>(values: readonly T[] | undefined): T | undefined {
  return values?.[0];
}

function absolute(link: string | undefined, base: string | null): string | null {
  if (link === undefined) return null;
  try {
    const url = new URL(link.trim(), base ?? undefined);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A feed that breaks off in an entry is read up to the entry before. */
function parseWhatThereIs(text: string): { parsed: Parsed; isBroken: boolean } {
  try {
    return { parsed: parseAnyFeed(text), isBroken: false };
  } catch (error) {
    const mended = withoutBrokenEnd(text);
    if (mended !== null) {
      try {
        return { parsed: parseAnyFeed(mended), isBroken: true };
      } catch {
        // The first error tells more.
      }
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new RapporteurError('input.malformed', `is no feed that can be read: ${reason}.`, { cause: error });
  }
}

function withoutBrokenEnd(text: string): string | null {
  for (const [entry, ends] of [
    ['</item>', '</channel></rss>'],
    ['</entry>', '</feed>'],
  ] as const) {
    const last = text.lastIndexOf(entry);
    if (last >= 0) return text.slice(0, last + entry.length) + ends;
  }
  return null;
}
