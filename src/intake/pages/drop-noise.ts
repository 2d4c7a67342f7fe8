import { type DomDocument, type DomElement, onOneLine } from './dom.js';

/** What is beside the report on every page. */
const ALWAYS =
  'nav, dialog, figcaption, button, form, [hidden], [aria-hidden="true"], [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="dialog"], [role="alertdialog"], [role="search"], [aria-modal="true"], amp-ad, amp-embed, amp-sidebar, amp-consent, amp-social-share';

/** What mostly is, unless it holds the report. */
const MOSTLY = 'aside, footer, header, noscript, table[role="presentation"] td.sidebar';

/** Parts of class names and ids of what is not the report. */
const NOISE = new Set(
  `ad ads adv advert advertisement advertorial adslot banner breadcrumb breadcrumbs byline caption comment comments
  consent cookie cookies copyright credit disclaimer donate editorial-note footer gallery gdpr infobox inread
  interstitial jump lightbox masthead menu meta metadata modal mostread nav navbar navigation newsletter outbrain overlay
  pagination paywall piano popular popup premium-teaser print privacy promo promobox promotion pullquote rating
  readmore recirc recommended recommendations regwall related relatedlinks share sharebar sharing sidebar signup skip
  skiplink slideshow social socials sponsor sponsored sponsorship subscribe subscription syndication taboola tag taglist
  tags teaser ticker toc toolbar tooltip topics trending widget zergnet`.split(/\s+/),
);

/** The same in two words. */
const NOISE_PAIRS =
  /(?:^|[-_ ])(?:also[-_]?read|author[-_](?:bio|box|card|info)|cookie[-_]?(?:bar|banner|notice)|editors?[-_]picks?|follow[-_]us|image[-_](?:caption|credit)|latest[-_]news|more[-_](?:from|in|news|on|stories)|most[-_](?:popular|read|viewed)|next[-_](?:article|story|up)|photo[-_](?:caption|credit)|pull[-_]?quote|read[-_](?:also|more|next)|see[-_]also|sign[-_]up|site[-_](?:footer|header|nav)|story[-_]links|up[-_]next|you[-_](?:may|might)[-_](?:also[-_])?like)(?:[-_ ]|$)/i;

/**
 * Takes away what is not the report: menus, notices, advertisements, links to others, captions, comments.
 *
 * Whatever holds a good part of the page's paragraphs stays, whatever it is called.
 */
export function dropNoise(document: DomDocument): void {
  const body = document.body;
  if (body === null) return;
  const whole = proseOf(body);
  const holdsReport = (element: DomElement) =>
    element === body ||
    (whole > 0 && proseOf(element) > whole / 3) ||
    element.querySelector('h1, article') !== null;
  for (const element of [...document.querySelectorAll(ALWAYS)]) if (!holdsReport(element)) element.remove();
  for (const element of [...document.querySelectorAll(MOSTLY)]) if (!holdsReport(element)) element.remove();
  for (const element of [...document.querySelectorAll('[class], [id], [style]')])
    if ((isNoise(element) || isUnseen(element)) && !holdsReport(element)) element.remove();
}

/** Takes from a piece of a page what its writer set beside the text. */
export function dropAsides(root: DomElement): void {
  for (const element of [...root.querySelectorAll('aside, nav, figcaption, form, button, [hidden]')])
    element.remove();
  for (const element of [...root.querySelectorAll('[style]')]) if (isUnseen(element)) element.remove();
}

function isNoise(element: DomElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
  if (NOISE_PAIRS.test(names)) return true;
  return names
    .split(/\s+/)
    .filter((name) => !/^(?:has|no|with|is|js)[-_]/i.test(name))
    .some((name) => wordsIn(name).some((word) => NOISE.has(word)));
}

/** `story__relatedLinks` is of the words story, related, links; a name of many words is one of a layout's. */
function wordsIn(name: string): string[] {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/)
    .filter((word) => word !== '');
  return words.length > 5 ? [] : words;
}

function isUnseen(element: DomElement): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

/** **Units** characters of paragraphs within an element. */
function proseOf(element: DomElement): number {
  let sum = element.localName === 'p' ? onOneLine(element.textContent ?? '').length : 0;
  for (const paragraph of element.querySelectorAll('p')) sum += onOneLine(paragraph.textContent ?? '').length;
  return sum;
}
