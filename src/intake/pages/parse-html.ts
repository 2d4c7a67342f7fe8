import { parseHTML } from 'linkedom';
import { boundHtml } from './bound-html.js';
import { type DomDocument, type DomElement, onOneLine } from './dom.js';

/** The tree of a page, bounded. **Errors** `input.too-large`. */
export function parsePage(html: string): DomDocument {
  const bounded = boundHtml(html);
  const whole = /<html\b/i.test(bounded) ? bounded : `<html><head></head><body>${bounded}</body></html>`;
  return parseHTML(whole).document as unknown as DomDocument;
}

/** The tree of a piece of HTML, such as feeds and messages bring. **Errors** `input.too-large`. */
export function parseFragment(html: string): DomElement {
  const document = parsePage(
    `<html><body>${html.replace(/<\/?(?:html|body|head)\b[^>]*>/gi, '')}</body></html>`,
  );
  return document.body ?? document.documentElement!;
}

/** The text on one line of what may or may not be HTML, such as titles in data and feeds; null where there is none. */
export function plainLine(text: string): string | null {
  const isPlain = !/[<&]/.test(text);
  return onOneLine(isPlain ? text : (parseFragment(text).textContent ?? '')) || null;
}
