import { Parser } from 'htmlparser2';
import { RapporteurError } from '../../errors.js';

/** Real pages stay far below; a tree that is deeper or larger is made to stop whoever walks it. */
const MOST_DEPTH = 200;
const MOST_ELEMENTS = 60_000;
/** Old pages leave tags open by the hundred; nothing honest by the thousand. */
const MOST_OPEN = 5_000;
const MOST_ATTRIBUTES = 40;

/** **Units** characters of an attribute's value: enough for addresses and class lists. */
const LONGEST_VALUE = 2_000;

/** What holds no text of the report, and is left out with all that is in it. */
const DROPPED = new Set(
  'style svg math iframe object embed canvas noembed noframes template select textarea video audio map'.split(
    ' ',
  ),
);

/** What tells where things are, when, and what they are; the rest (styles, handlers, data) is left out. */
const KEPT = new Set(
  `id class href rel type name property content itemprop itemtype itemscope datetime pubdate lang hidden role aria-hidden
  aria-label style title src alt`.split(/\s+/),
);

const VOID = new Set('br hr img input meta link base area col embed param source track wbr'.split(' '));

/**
 * A page without what may overwhelm who builds a tree of it: tags nested too deep are left out, their text stays;
 * scripts, styles and frames are left out whole, but for data that describe the page.
 *
 * **Errors** `input.too-large` where a page has more elements, or deeper ones, than any report has.
 */
export function boundHtml(html: string): string {
  const kept: string[] = [];
  const open: { readonly name: string; readonly isKept: boolean }[] = [];
  let depth = 0;
  let elements = 0;
  let dropped = 0;
  const isDropped = (name: string, attributes: Record<string, string>) =>
    DROPPED.has(name) || (name === 'script' && !/ld\+json/i.test(attributes.type ?? ''));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++elements > MOST_ELEMENTS) throw tooMany(`has more than ${MOST_ELEMENTS} elements`);
        if (open.length > MOST_OPEN) throw tooMany(`has tags nested deeper than ${MOST_OPEN}`);
        if (dropped > 0 || isDropped(name, attributes)) {
          if (!VOID.has(name)) dropped++;
          open.push({ name, isKept: false });
          return;
        }
        const isKept = depth < MOST_DEPTH;
        open.push({ name, isKept });
        if (!isKept) return;
        if (!VOID.has(name)) depth++;
        kept.push(`<${name}${attributesOf(attributes)}>`);
      },
      onclosetag: (name) => {
        const last = open.pop();
        if (last === undefined || VOID.has(name)) return;
        if (dropped > 0) dropped--;
        else if (last.isKept) {
          depth--;
          kept.push(`</${name}>`);
        }
      },
      ontext: (text) => {
        if (dropped > 0) return;
        const isScript = open.at(-1)?.name === 'script';
        kept.push(isScript ? text.replaceAll('</', '<\\/') : escapeText(text));
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return kept.join('');
}

function attributesOf(attributes: Record<string, string>): string {
  let text = '';
  let count = 0;
  for (const [name, value] of Object.entries(attributes)) {
    if (!KEPT.has(name) || ++count > MOST_ATTRIBUTES) continue;
    text += ` ${name}="${escapeText(value.slice(0, LONGEST_VALUE)).replaceAll('"', '&quot;')}"`;
  }
  return text;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function tooMany(what: string): RapporteurError {
  return new RapporteurError(
    'input.too-large',
    `${what}, which no page with a report has. Save the text of the report alone, as .txt.`,
  );
}
