import { Readability } from '@mozilla/readability';
import { RapporteurError } from '../../errors.js';
import type { FoundReport } from '../found-report.js';
import { isDateLine } from './date-line.js';
import { type DomDocument, type DomElement, onOneLine } from './dom.js';
import { dropNoise } from './drop-noise.js';
import { metadataOf, type PageMetadata } from './metadata.js';
import { parseFragment, parsePage } from './parse-html.js';
import { proseOf } from './prose-of.js';
import { paragraphsOf } from './text-of.js';

/** **Units** characters: a page with less running text than this has no report. */
const LEAST_TEXT = 60;

/**
 * The report on a web page: its headline, text, date and publisher, without what surrounds it.
 *
 * **Shape** `url` is where the page came from, null where nobody knows. The text is without the headline.
 * **Errors** `input.too-large`, `input.empty` where the page has no running text; both without the page's name.
 */
export function extractPage(html: string, url: string | null): FoundReport {
  const document = parsePage(html);
  const said = metadataOf(document, url);
  const dateline = said.published === null ? dateShown(document) : null;
  dropNoise(document);
  const shown = reportOf(document, said.title);
  const told = said.articleBody === null ? '' : toldText(said.articleBody);
  // Some pages show their text by script only, and tell it to machines.
  const text = told.length > 2 * shown.length ? told : shown;
  if (text.length < LEAST_TEXT) throw noReport(said);
  const warnings = said.isBehindPaywall
    ? ['The page says that only subscribers see all of it; what it shows was read.']
    : [];
  const { title, publisher } = said;
  const published = said.published ?? dateline;
  return {
    key: null,
    title,
    text,
    published,
    publisher: publisher ?? hostOf(said.url),
    url: said.url,
    warnings,
  };
}

/** A line of the page that only tells a date. */
function dateShown(document: DomDocument): string | null {
  if (document.body === null) return null;
  return paragraphsOf(document.body).find(({ text }) => isDateLine(text))?.text ?? null;
}

function reportOf(document: DomDocument, title: string | null): string {
  const marked = markedText(document, title);
  if (marked !== null) return marked;
  const found = byReadability(document);
  return found === null ? '' : proseOf(found, title);
}

/** What the page itself marks as the article's text. */
function markedText(document: DomDocument, title: string | null): string | null {
  const marked = [...document.querySelectorAll('[itemprop~="articleBody"]')];
  const outermost = marked.filter((one) => !marked.some((other) => other !== one && other.contains(one)));
  const text = outermost.map((one) => proseOf(one, title)).join('\n\n');
  return text.length >= 3 * LEAST_TEXT ? text : null;
}

function byReadability(document: DomDocument): DomElement | null {
  const reader = new Readability<DomElement>(
    document as unknown as ConstructorParameters<typeof Readability>[0],
    {
      charThreshold: 200,
      serializer: (element) => element as unknown as DomElement,
      disableJSONLD: true,
    },
  );
  return reader.parse()?.content ?? null;
}

/** The text that is told to machines: mostly plain, sometimes HTML, its paragraphs apart by line ends if at all. */
function toldText(text: string): string {
  if (/<(?:p|br|div)\b/i.test(text)) return proseOf(parseFragment(text), null);
  const lines = text.split(/\s*\n\s*/).map(onOneLine);
  return lines.filter((line) => line !== '').join('\n\n');
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname.replace(/^www\./, '');
}

function noReport({ title }: PageMetadata): RapporteurError {
  const what = title === null ? '' : ` under its title "${title.slice(0, 80)}"`;
  return new RapporteurError(
    'input.empty',
    `is a page without a report: there is no running text${what}. Pages that are made by scripts, lists of links and pictures have none; save the text of the report alone, as .txt.`,
  );
}
