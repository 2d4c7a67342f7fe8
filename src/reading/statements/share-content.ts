import type { Named } from '../../document/document.js';
import type { Attribution } from './find-attributions.js';

/**
 * Gives each sentence that lies outside a cue's own one owner. Words that two attributions claim from a neighbouring
 * sentence belong to the cue in that sentence, else to the cue before them, whose speaker goes on; the other gives
 * them up, and so do claims to whole sentences beyond another cue.
 */
export function shareContent(doc: Named, attributions: readonly Attribution[]): Attribution[] {
  const home = new Map<number, Attribution>();
  const before = new Map<number, Attribution>();
  for (const one of attributions) {
    for (const token of one.content) {
      if (isAtHome(doc, one, token)) home.set(token, one);
      else if (one.cue.to <= token) {
        const rival = before.get(token);
        if (rival === undefined || rival.cue.from < one.cue.from) before.set(token, one);
      }
    }
  }
  return attributions.map((one) => {
    const content = one.content.filter((token) => {
      if (isAtHome(doc, one, token)) return true;
      const owner = home.get(token) ?? before.get(token) ?? one;
      return owner === one;
    });
    return content.length === one.content.length ? one : { ...one, content };
  });
}

function isAtHome(doc: Named, one: Attribution, token: number): boolean {
  return doc.tokens[token]!.sentence === doc.tokens[one.cue.from]!.sentence;
}
