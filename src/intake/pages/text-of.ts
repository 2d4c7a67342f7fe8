import { type DomElement, type DomNode, INVISIBLE, isElement, isText } from './dom.js';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  `address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
  header hgroup hr html li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
);

/** Elements whose text belongs to no report. */
const SILENT = new Set(
  `button figcaption head input link meta nav noscript option script select style template textarea title`.split(
    /\s+/,
  ),
);

/** A line that ends as a sentence ends, before a line break: what follows is another paragraph. */
const SENTENCE_END = /[.!?…]["'”’)\]]*$/u;

/**
 * What a reader takes from a piece of a page: paragraphs apart by blank lines, headings and items of lists on their
 * own, lines broken where the page breaks them.
 */
export function textOf(root: DomElement): string {
  return paragraphsOf(root)
    .map(({ text }) => text)
    .join('\n\n');
}

/** A paragraph, and how many of its characters are links. */
export interface Paragraph {
  readonly text: string;
  readonly linked: number;
  readonly isHeading: boolean;
}

export function paragraphsOf(root: DomElement): Paragraph[] {
  const found: Paragraph[] = [];
  let kept = '';
  let linked = 0;
  let mark = '';
  let isHeading = false;
  const finish = () => {
    const parts = parted(kept);
    for (const text of parts)
      found.push({ text: `${mark}${text}`, linked: linked / parts.length, isHeading });
    if (parts.length > 0) mark = '';
    kept = '';
    linked = 0;
  };
  const walk = (node: DomNode, inLink: boolean) => {
    if (isText(node)) {
      const text = (node.textContent ?? '').replace(INVISIBLE, '').replace(/\s+/g, ' ');
      kept += text;
      if (inLink) linked += text.length;
      return;
    }
    if (!isElement(node) || isSilent(node)) return;
    const name = node.localName;
    if (name === 'br') {
      kept += '\n';
      return;
    }
    const isBlock = BLOCKS.has(name);
    if (isBlock) {
      finish();
      mark = name === 'li' ? '• ' : name === 'p' || name === 'div' || name === 'span' ? mark : '';
      isHeading = /^h[1-6]$/.test(name);
    }
    for (const child of node.childNodes) walk(child, inLink || name === 'a');
    if (isBlock) {
      finish();
      mark = '';
      isHeading = false;
    } else if (name === 'td' || name === 'th') kept += ' ';
  };
  walk(root, false);
  finish();
  return found;
}

function isSilent(element: DomElement): boolean {
  if (SILENT.has(element.localName)) return true;
  // A note's number, as encyclopaedias set them.
  return element.localName === 'sup' && /^\s*\[?\w{1,3}\]?\s*$/.test(element.textContent ?? '');
}

/** Where the page breaks a block's lines, it may part sentences, or paragraphs. */
function parted(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const parts: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line === '') {
      isOpen = false;
      continue;
    }
    if (isOpen) parts[parts.length - 1] += `\n${line}`;
    else parts.push(line);
    isOpen = !SENTENCE_END.test(line);
  }
  return parts;
}
