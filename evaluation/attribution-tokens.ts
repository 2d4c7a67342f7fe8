import type { Tokenised } from '../src/document/document.js';
import type { Range } from '../src/document/span.js';
import { tokenAt } from '../src/document/tree.js';
import type { GoldAttribution } from './attribution-gold.js';
import type { GoldTokens } from './attribution-score.js';

/** Gold attributions as sets of a document's tokens; those without cue or content words fall away. */
export function goldTokens(doc: Tokenised, attributions: readonly GoldAttribution[]): GoldTokens[] {
  const text = doc.report.text;
  const quoted = quotedCharacters(text);
  return attributions
    .map((one) => ({
      source: tokensOf(doc, one.source),
      cue: tokensOf(doc, one.cue),
      content: tokensOf(doc, one.content),
      kind: kindOf(quoted, one.content, text),
    }))
    .filter((one) => one.cue.size > 0 && one.content.size > 0);
}

function tokensOf(doc: Tokenised, ranges: readonly Range[]): Set<number> {
  const tokens = new Set<number>();
  for (const { start, end } of ranges) {
    for (let at = tokenAt(doc, start); at < doc.tokens.length && doc.tokens[at]!.start < end; at++)
      tokens.add(at);
  }
  return tokens;
}

/** Direct where nine tenths of the content's characters stand in double quotation marks, indirect up to one tenth. */
function kindOf(quoted: Uint8Array, content: readonly Range[], text: string): GoldTokens['kind'] {
  let all = 0;
  let inside = 0;
  for (const { start, end } of content) {
    for (let at = start; at < Math.min(end, text.length); at++) {
      all += 1;
      inside += quoted[at]!;
    }
  }
  const share = all === 0 ? 0 : inside / all;
  return share >= 0.9 ? 'direct' : share <= 0.1 ? 'indirect' : 'mixed';
}

/** 1 for each character inside double quotation marks, the marks included; a line break ends an open quotation. */
function quotedCharacters(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length);
  let open = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === '\n') open = false;
    const begins = mark === '“' || (mark === '"' && !open);
    const ends = mark === '”' || (mark === '"' && open);
    if (open || begins) quoted[at] = 1;
    if (begins) open = true;
    else if (ends) open = false;
  }
  return quoted;
}
