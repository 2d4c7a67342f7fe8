import type { Quote } from '../../document/document.js';
import type { Attribution } from './find-attributions.js';
import type { Setting } from './setting.js';

/** A quotation that no cue claims, with the attribution that it goes on from. */
export interface LooseQuote {
  readonly quote: Quote;
  readonly owner: Attribution;
  /** Whether the owner stands before the quotation; else it follows. */
  readonly after: boolean;
}

const MIN_WORDS = 4;

/**
 * Quotations with no cue of their own: whole sentences in quotation marks that stand after (or before) an attributed
 * one in the same paragraph, and paragraphs that go on with an open quotation. They belong to whoever was speaking.
 * Quoted words within a sentence of the report's own are scare quotes or names and are left alone.
 */
export function findLooseQuotes(setting: Setting, attributions: readonly Attribution[]): LooseQuote[] {
  const { doc, quoteAt } = setting;
  const claimed = new Uint8Array(doc.tokens.length);
  const owners = new Map<number, Attribution>();
  for (const one of attributions) {
    for (const token of one.content) {
      claimed[token] = 1;
      if (quoteAt[token]! >= 0) owners.set(quoteAt[token]!, one);
    }
  }
  const speeches = byParagraph(setting, attributions);
  const found: LooseQuote[] = [];
  for (const quote of doc.quotes) {
    if (quote.depth > 0 || isClaimed(claimed, quote) || !standsAlone(setting, quote)) continue;
    const near = speeches.get(paragraphOf(setting, quote.from)) ?? [];
    const continued = quote.continues === null ? undefined : owners.get(quote.continues);
    const before = continued ?? near.findLast((one) => one.cue.to <= quote.from);
    const owner = before ?? near.find((one) => one.cue.from >= quote.to);
    if (owner === undefined) continue;
    owners.set(quote.index, owner);
    found.push({ quote, owner, after: before !== undefined });
  }
  return found;
}

function byParagraph(setting: Setting, attributions: readonly Attribution[]): Map<number, Attribution[]> {
  const found = new Map<number, Attribution[]>();
  for (const one of [...attributions].sort((a, b) => a.cue.from - b.cue.from)) {
    if (one.source.length === 0) continue;
    const paragraph = paragraphOf(setting, one.cue.from);
    const others = found.get(paragraph);
    if (others === undefined) found.set(paragraph, [one]);
    else others.push(one);
  }
  return found;
}

function isClaimed(claimed: Uint8Array, { from, to }: Quote): boolean {
  let tokens = 0;
  for (let token = from; token < to; token++) tokens += claimed[token]!;
  return 2 * tokens >= to - from;
}

/** Whether a quotation is a sentence or more, not a few words within one. */
function standsAlone({ doc }: Setting, { from, to }: Quote): boolean {
  let words = 0;
  let verbs = 0;
  for (let token = from; token < to; token++) {
    if (doc.upos[token] === 'PUNCT') continue;
    words += 1;
    if (doc.upos[token] === 'VERB' || doc.upos[token] === 'AUX') verbs += 1;
  }
  if (words < MIN_WORDS || verbs === 0) return false;
  const sentence = doc.sentences[doc.tokens[from]!.sentence]!;
  return from <= sentence.from + 1;
}

function paragraphOf({ doc }: Setting, token: number): number {
  return doc.sentences[doc.tokens[token]!.sentence]!.paragraph;
}
