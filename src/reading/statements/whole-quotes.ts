import type { Named, Quote } from '../../document/document.js';
import type { Attribution } from './find-attributions.js';

/**
 * Gives an attribution the paragraphs of a quotation that goes over several: each opens with a mark and only the last
 * closes, so that they are one man's words, wherever the cue stands.
 */
export function wholeQuotes(doc: Named, attributions: readonly Attribution[]): Attribution[] {
  const outer = doc.quotes.filter(({ depth }) => depth === 0);
  const next = new Map<number, Quote>();
  for (const quote of outer) if (quote.continues !== null) next.set(quote.continues, quote);
  if (next.size === 0) return [...attributions];
  const byIndex = new Map(outer.map((quote) => [quote.index, quote]));
  const opensAt = new Map(outer.map((quote) => [quote.from, quote]));
  return attributions.map((one) => {
    const content = new Set(one.content);
    const held = one.content.flatMap((token) => opensAt.get(token) ?? []);
    for (const quote of held) {
      if (!isHeld(quote, content)) continue;
      for (let at = quote.continues; at !== null; at = byIndex.get(at)?.continues ?? null)
        put(byIndex.get(at), content);
      for (let at = next.get(quote.index); at !== undefined; at = next.get(at.index)) put(at, content);
    }
    return content.size === one.content.length
      ? one
      : { ...one, content: [...content].sort((a, b) => a - b) };
  });
}

/** Whether most of a quotation is what somebody says: of a few quoted words others are not said too. */
function isHeld({ from, to }: Quote, content: ReadonlySet<number>): boolean {
  let held = 0;
  for (let token = from; token < to; token++) if (content.has(token)) held++;
  return 2 * held >= to - from;
}

function put(quote: Quote | undefined, content: Set<number>): void {
  if (quote === undefined) return;
  for (let token = quote.from; token < quote.to; token++) content.add(token);
}
