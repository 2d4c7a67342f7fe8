import type { Document } from '../../document/document.js';
import type { Identity, Resolved, Scene } from './scene.js';

/** Short names that a document gives its actors: "the Upland Farmers' Union (UFU)", and "UFU" from then on. */
export interface ShortNames {
  learn(found: Resolved): void;
  at(head: number): Identity | undefined;
}

export function makeShortNames(doc: Document): ShortNames {
  const known = new Map<string, Identity>();
  return {
    learn(found) {
      const [identity] = found.identities;
      if (identity === undefined || found.kind === 'pronoun') return;
      const end = found.core.to;
      for (let at = end; at < Math.min(end + 6, doc.tokens.length - 1); at++) {
        if (doc.tokens[at - 1]?.text !== '(' || doc.tokens[at + 1]?.text !== ')') continue;
        const word = doc.tokens[at]!.text;
        if (isShort(word) && !known.has(word) && abbreviates(doc, word, found.core.from, at - 1)) {
          known.set(word, identity);
        }
        break;
      }
    },
    at: (head) => known.get(doc.tokens[head]!.text),
  };
}

/** Whether the letters begin as a capitalised word of the name before them does. */
function abbreviates(doc: Document, short: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = doc.tokens[at]!.text;
    if (word.length > 1 && word[0] === short[0] && word !== word.toLowerCase()) return true;
  }
  return false;
}

/** Capitals that a reader takes for initials. */
function isShort(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{Ll}&-]*\p{Lu}s?$/u.test(word) && word.length <= 10;
}

/** An actor by the short name that the document gave it before. */
export function shortNamed(scene: Scene, head: number, core: Resolved['core']): Resolved | null {
  const identity = scene.shortNames.at(head);
  if (identity === undefined) return null;
  return {
    head,
    core,
    range: core,
    kind: 'named',
    identities: [{ ...identity, resolvedBy: 'abbreviation' }],
  };
}
