import type { Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';

/** Small words that hold a name together; "in" and "at" lead to another name. */
const JOINT =
  /^(?:of|for|the|and|&|de|del|della|di|da|do|dos|du|des|la|le|van|von|der|den|bin|ibn|al|el|y|v|['’]s?|[-–/.]|\[|\])$/i;
/** Words of these kinds are no names, but where they are written in capitals ("WHO", "IT"). */
const CLOSED: ReadonlySet<string> = new Set(['PRON', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'INTJ']);
/** No name is longer, so that long sentences in capitals stay cheap. */
export const LONGEST_NAME = 12;

/**
 * Every stretch that could be a name, in text order, shorter ones first: it begins and ends with a word that looks
 * like one's, and holds nothing else but small words that join names.
 */
export function candidates(doc: Parsed): TokenRange[] {
  const found: TokenRange[] = [];
  for (const { from, to } of doc.sentences) {
    for (let start = from; start < to; start++) {
      if (!looksLikeName(doc, start)) continue;
      for (let end = start + 1; end <= Math.min(to, start + LONGEST_NAME); end++) {
        if (looksLikeName(doc, end - 1) || (end > start + 1 && isNumber(doc.tokens[end - 1]!.text))) {
          found.push({ from: start, to: end });
        } else if (!JOINT.test(doc.tokens[end - 1]!.text)) break;
      }
    }
  }
  return found;
}

/** "Resolution 2254", "Elizabeth II". */
function isNumber(text: string): boolean {
  return /^(?:\d+(?:\.\d+)?|[IVX]+)$/.test(text);
}

function looksLikeName(doc: Parsed, token: number): boolean {
  const { text } = doc.tokens[token]!;
  const upos = doc.upos[token]!;
  if (upos === 'PROPN') return /[\p{L}\d]/u.test(text);
  if (upos === 'PUNCT' || upos === 'SYM' || !/\p{Lu}/u.test(text)) return false;
  return !CLOSED.has(upos) || (text.length > 1 && /^[\p{Lu}.]+$/u.test(text));
}
