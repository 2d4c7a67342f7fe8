import type { Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';

/** The word of a cue that the tree hangs it on: the one whose governor stands outside it, a verb before others. */
export function cueHead(doc: Parsed, cue: TokenRange): number {
  let found = -1;
  for (let token = cue.from; token < cue.to; token++) {
    const governor = doc.tree.heads[token]!;
    if (governor >= cue.from && governor < cue.to) continue;
    if (found < 0 || (doc.upos[token] === 'VERB' && doc.upos[found] !== 'VERB')) found = token;
  }
  return found < 0 ? cue.from : found;
}
