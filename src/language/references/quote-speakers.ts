import type { Timed } from '../../document/document.js';
import { SAYING } from '../speech-verbs.js';

/**
 * For each quote the token that its verb of saying has for a subject, -1 where none is seen: the verb stands outside
 * the quote, over it ("He said: …") or beside it ("…", he said). A quote that goes on from another has its speaker.
 */
export function quoteSpeakers(doc: Timed, quoteAt: Int32Array): number[] {
  const speakers: number[] = doc.quotes.map(() => -1);
  const hear = (quote: number, verb: number) => {
    if (speakers[quote] !== -1 || !SAYING.has(doc.lemmas[verb]!)) return;
    const subject = (doc.tree.children[verb] ?? []).find((child) => doc.tree.relations[child] === 'nsubj');
    if (subject !== undefined && quoteAt[subject] !== quote) speakers[quote] = subject;
  };
  for (let token = 0; token < doc.tokens.length; token++) {
    const head = doc.tree.heads[token]!;
    if (head < 0) continue;
    const [inner, outer] = [quoteAt[token]!, quoteAt[head]!];
    if (inner === outer) continue;
    if (inner >= 0 && TOLD.has(doc.tree.relations[token]!)) hear(inner, head);
    if (outer >= 0 && doc.tree.relations[token] === 'parataxis') hear(outer, token);
  }
  for (const { index, continues } of doc.quotes)
    if (speakers[index] === -1 && continues !== null) speakers[index] = speakers[continues] ?? -1;
  return speakers;
}

const TOLD = new Set(['ccomp', 'parataxis', 'obj', 'dep', 'root', 'advcl']);
