import { type DomDocument, type DomElement, isElement, lineOf, onOneLine } from './dom.js';
import { type Described, describedBy } from './linked-data.js';
import { paragraphsOf } from './text-of.js';

/** What a page says of itself. **Shape** `published` as it is written there. */
export interface PageMetadata {
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** The text that the page hands to machines, where it does. */
  readonly articleBody: string | null;
  /** Whether the page says that only who pays reads all of it. */
  readonly isBehindPaywall: boolean;
}

const DATES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publication-date',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_date',
  'article.published',
  'article_date_original',
  'displaydate',
];

const PUBLISHERS = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'citation_publisher',
  'publisher',
  'application-name',
];

/** Reads what a page says of itself: for machines (schema.org, then OpenGraph and other `meta`), then for people. */
export function metadataOf(document: DomDocument, address: string | null): PageMetadata {
  const meta = metaOf(document);
  const described = describedBy(document);
  const publisher = described.publisher ?? first(meta, PUBLISHERS) ?? itemOf(document, 'publisher');
  return {
    title: titleOf(document, meta, described, publisher),
    published:
      described.published ??
      first(meta, DATES) ??
      itemOf(document, 'datePublished') ??
      shownDate(document) ??
      dateOfAddress(address),
    publisher,
    url: canonical(document, meta, address),
    articleBody: described.text,
    isBehindPaywall: described.isBehindPaywall,
  };
}

function metaOf(document: DomDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of document.querySelectorAll('meta')) {
    const name = (one.getAttribute('property') ?? one.getAttribute('name'))?.trim().toLowerCase();
    const content = onOneLine(one.getAttribute('content') ?? '');
    if (name !== undefined && content !== '' && !found.has(name)) found.set(name, content);
  }
  return found;
}

function first(meta: ReadonlyMap<string, string>, names: readonly string[]): string | null {
  for (const name of names) {
    const found = meta.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

/** A property that the page marks where it shows it. */
function itemOf(document: DomDocument, property: string): string | null {
  const element = document.querySelector(`[itemprop~="${property}"]`);
  if (element === null) return null;
  const named = element.querySelector('[itemprop~="name"]');
  const whole = named ?? element;
  return (
    onOneLine(whole.getAttribute('content') ?? whole.getAttribute('datetime') ?? whole.textContent ?? '') ||
    null
  );
}

/** The headline as the page shows it; what only the window's title says has the site's name taken off. */
function titleOf(
  document: DomDocument,
  meta: ReadonlyMap<string, string>,
  described: Described,
  publisher: string | null,
): string | null {
  const window = onOneLine(document.title ?? '');
  const shared = meta.get('og:title') ?? meta.get('twitter:title') ?? meta.get('dc.title') ?? null;
  const told = described.title ?? shared;
  const headings = [...document.querySelectorAll('h1')].map(lineOf).filter((line) => line !== null);
  // What the page shows is what a reader takes; what it tells machines is often cut short or made to be clicked.
  const reference = told ?? window;
  const shown = headings.find((line) => resembles(line, reference));
  if (shown !== undefined) return shown;
  if (told !== null) return withoutSite(told, publisher);
  return window === '' ? (headings[0] ?? null) : headlineIn(window, document);
}

/** Whether two headlines share most of the shorter one's words. */
function resembles(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  const least = Math.min(words.size, others.size);
  if (least < 2) return false;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared >= 0.6 * least;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** `Talks fail | The Daily` without the site, where it is known to be one. */
function withoutSite(title: string, publisher: string | null): string {
  const parts = title.split(SEPARATOR);
  const isSite = (part: string) =>
    publisher !== null && (part.toLowerCase() === publisher.toLowerCase() || resembles(part, publisher));
  if (parts.length < 2) return title;
  if (isSite(parts.at(-1)!))
    return title.slice(0, title.lastIndexOf(parts.at(-1)!)).replace(/\s+[|–—»·-]\s+$/u, '');
  return isSite(parts[0]!) ? parts.slice(1).join(' – ') : title;
}

const SEPARATOR = /\s+[|–—»·-]\s+/u;

/** Of a window's title, headline and site in whichever order, the part that the page shows on a line of its own. */
function headlineIn(window: string, document: DomDocument): string {
  const parts = window.split(SEPARATOR);
  if (parts.length < 2 || document.body === null) return window;
  const shown = new Set(paragraphsOf(document.body).map(({ text }) => text));
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best));
  return parts.filter((part) => shown.has(part)).sort((a, b) => b.length - a.length)[0] ?? longest;
}

/** The first time that the page shows, in its article where it has one. */
function shownDate(document: DomDocument): string | null {
  const places = ['time[pubdate]', 'article time', 'main time', 'time'];
  for (const place of places) {
    for (const time of document.querySelectorAll(place)) {
      if (isWithinAnother(time)) continue;
      const found = time.getAttribute('datetime')?.trim() || lineOf(time);
      if (found !== null && /\d{4}/.test(found)) return found;
    }
  }
  return null;
}

/** Whether a date is that of a link to another page, or of a comment. */
function isWithinAnother(time: DomElement): boolean {
  for (let at: DomElement | null = time; at !== null; at = at.parentElement) {
    if (!isElement(at)) continue;
    const name = `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`;
    if (['aside', 'nav', 'footer', 'li'].includes(at.localName) || /comment|related|teaser|card/i.test(name))
      return true;
  }
  return false;
}

/** Many addresses hold the day: `/2017/04/12/`. */
function dateOfAddress(address: string | null): string | null {
  const found = /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)/.exec(
    address ?? '',
  );
  return found === null ? null : `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
}

function canonical(
  document: DomDocument,
  meta: ReadonlyMap<string, string>,
  address: string | null,
): string | null {
  const link = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? meta.get('og:url');
  return absolute(link ?? null, address) ?? address;
}

function absolute(link: string | null, base: string | null): string | null {
  if (link === null) return null;
  try {
    const url = new URL(link, base ?? undefined);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
