import { isDateLine } from './date-line.js';
import type { DomElement } from './dom.js';
import { type Paragraph, paragraphsOf } from './text-of.js';

/** The paragraphs that are the report's, without those of the page about itself. */
export function proseOf(root: DomElement, title: string | null): string {
  const paragraphs = paragraphsOf(root).filter(({ text }) => text !== title);
  const kept = paragraphs.filter((one) => !isAboutThePage(one));
  // Headings that nothing follows were those of what has been left out.
  while (kept.at(-1)?.isHeading === true) kept.pop();
  return kept
    .filter((one, at) => !(one.isHeading && kept[at + 1]?.isHeading === true && isTeaser(one)))
    .map(({ text }) => text)
    .join('\n\n');
}

function isTeaser({ text }: Paragraph): boolean {
  return /^(?:related|more|latest|most|recommended|trending|read)\b/i.test(text);
}

/** How links to others begin that stand between paragraphs. */
const LINK_OUT =
  /^(?:• )?(?:also read|click here|continue reading|follow (?:us|our)|for more|listen|more (?:on|from|about|news|stories)|must read|read (?:also|more|next|the full|the original|full)|related|see also|see more|share (?:this|on)|sign up|subscribe|watch|what to know|view)\b/i;

/** Paragraphs of pages about themselves. */
const PAGE_TALK =
  /^(?:advertisements?|advertising|ad|sponsored(?: content)?|story continues below(?: advertisement)?|article continues (?:below|after)(?: \w+)*|continue reading(?: below)?|loading\.*|share|share this(?: article| story| page)?|print|email|comments?|leave a comment|back to top|skip to (?:main )?content|follow us on .{1,60}|all rights reserved\.?|(?:©|\(c\)|copyright)\s.{1,120}|image (?:source|caption).{0,120}|(?:file )?photo(?:graph)?: .{1,80}|reuse content|the post .{1,200} (?:first )?appeared first on .{1,80}|this article was originally published .{1,120}|we use cookies.{0,300}|(?:please )?(?:enable|turn on) javascript.{0,200}|sign up (?:for|to) .{1,200} newsletters?.{0,120}|subscribe (?:now |today )?(?:to|for) (?:read|continue|our|the).{0,160}|already a subscriber\b.{0,80})$/i;

function isAboutThePage({ text, linked, isHeading }: Paragraph): boolean {
  if (PAGE_TALK.test(text) || isDateLine(text) || isCreditLine(text)) return true;
  // A line that is nothing but a link leads away.
  if (!isHeading && linked >= 0.95 * text.length && !/[.!?]["'”’)]*$/.test(text)) return true;
  const isLink = linked >= 0.7 * text.length;
  return (
    (isLink && LINK_OUT.test(text)) ||
    (linked >= 0.4 * text.length &&
      /^(?:• )?(?:also read|read (?:also|more)|related|see also|more)\s*[:|–-]/i.test(text))
  );
}

/** Who wrote it and when, on one line: `Mira Stone · 12 Sep 2024 · 3 min read`. */
function isCreditLine(text: string): boolean {
  const parts = text.split(/\s*[·|•]\s*/);
  return parts.length > 1 && text.length < 160 && parts.some(isDateLine) && !/[.!?]$/.test(text);
}
