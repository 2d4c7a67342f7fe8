import type { Document } from '../../document/document.js';
import type { Codebook } from '../../registry/codebook/codebook.js';

/** Beyond this, a sentence about everything would have every context. */
const MOST = 4;

/** An event's contexts: those of its frame, then those that the words of its sentence point to, most pointed to first. */
export function contextsOf(
  doc: Document,
  head: number,
  ofFrame: readonly string[],
  codebook: Codebook,
): string[] {
  const counts = new Map<string, number>();
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  for (let token = sentence.from; token < sentence.to; token++) {
    const contexts = codebook.contexts.get(doc.lemmas[token]!.toLowerCase());
    for (const context of contexts ?? []) counts.set(context, (counts.get(context) ?? 0) + 1);
  }
  const ofWords = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([context]) => context);
  return [...new Set([...ofFrame, ...ofWords])].slice(0, MOST);
}
