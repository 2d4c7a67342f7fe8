import type { DomDocument } from './dom.js';
import { plainLine } from './parse-html.js';

/** What a page's schema.org data (JSON-LD) say of the article in it. */
export interface Described {
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly text: string | null;
  readonly isBehindPaywall: boolean;
}

type Thing = Readonly<Record<string, unknown>>;

/** Kinds of schema.org that are reports; a `WebPage` only where there is nothing better. */
const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|ReportageNewsArticle|PressRelease)$/;
const PAGE = /(?:WebPage|CreativeWork|VideoObject)$/;

/** **Units** things looked at: a page has a handful. */
const MOST_THINGS = 2_000;

/** The article that a page's data describe; nulls where they describe none. */
export function describedBy(document: DomDocument): Described {
  const things: Thing[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]'))
    things.push(...thingsIn(parse(script.textContent ?? '')));
  const byId = new Map(things.filter((one) => Object.keys(one).length > 1).map((one) => [one['@id'], one]));
  const follow = (value: unknown): Thing | null => {
    const one = Array.isArray(value) ? value[0] : value;
    if (!isThing(one)) return null;
    return (typeof one['@id'] === 'string' ? byId.get(one['@id']) : undefined) ?? one;
  };
  const article = things.find((one) => isOf(one, ARTICLE)) ?? things.find((one) => isOf(one, PAGE));
  if (article === undefined)
    return { title: null, published: null, publisher: null, text: null, isBehindPaywall: false };
  const whose = article.publisher ?? article.sourceOrganization;
  const isArticle = isOf(article, ARTICLE);
  return {
    title: isArticle ? line(article.headline ?? article.name) : null,
    published: line(article.datePublished ?? article.dateCreated),
    publisher: line(whose) ?? line(follow(whose)?.name),
    text: isArticle && typeof article.articleBody === 'string' ? article.articleBody : null,
    isBehindPaywall: /^false$/i.test(String(article.isAccessibleForFree ?? '')),
  };
}

/** Data are often written by hand: with line ends in strings, in comments, or with a comma too many. */
function parse(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/g,
    '',
  );
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Then as mended; and what even so is no JSON describes nothing.
    }
  }
  return null;
}

/** Every thing within data, outermost first. */
function thingsIn(data: unknown): Thing[] {
  const found: Thing[] = [];
  const open: unknown[] = [data];
  while (open.length > 0 && found.length < MOST_THINGS) {
    const next = open.shift();
    if (Array.isArray(next)) open.unshift(...next.slice(0, MOST_THINGS));
    else if (isThing(next)) {
      found.push(next);
      for (const key of [
        '@graph',
        'mainEntity',
        'mainEntityOfPage',
        'publisher',
        'isPartOf',
        'sourceOrganization',
      ])
        if (typeof next[key] === 'object') open.push(next[key]);
    }
  }
  return found;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOf(thing: Thing, kind: RegExp): boolean {
  const types = Array.isArray(thing['@type']) ? thing['@type'] : [thing['@type']];
  return types.some((type) => typeof type === 'string' && kind.test(type));
}

/** Strings in data are often HTML. */
function line(value: unknown): string | null {
  return typeof value === 'string' ? plainLine(value) : null;
}
