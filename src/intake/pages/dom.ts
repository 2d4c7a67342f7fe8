/** The little of the page's tree that we use; linkedom's own types are the browser's, which this program has not. */
export interface DomNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<DomNode>;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly parentElement: DomElement | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  matches(selector: string): boolean;
  contains(other: DomNode): boolean;
  remove(): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly title: string;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT;
}

/** An element's text on one line. */
export function lineOf(element: DomElement | null): string | null {
  return element === null ? null : onOneLine(element.textContent ?? '') || null;
}

/** A text on one line, without characters that nobody sees. */
export function onOneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Soft hyphens, zero-width spaces and marks; joiners stay, for some scripts need them. */
export const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
