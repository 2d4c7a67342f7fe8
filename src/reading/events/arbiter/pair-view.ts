import type { Document } from '../../../document/document.js';
import type { Range, TokenRange } from '../../../document/span.js';
import { tokenAt } from '../../../document/tree.js';

/** A party of a pair in the tree: its tokens, the one that the others hang on, and what that hangs on. */
export interface PairParty extends TokenRange {
  readonly head: number;
  /** From the head's own head up to the root, tokens of either party left out. */
  readonly above: readonly number[];
}

/** One place of a sentence with each party folded into one word. */
export interface MaskedWord {
  /** The lemma, or ACTOR or RECIPIENT. */
  readonly word: string;
  /** The token; null for a party. */
  readonly token: number | null;
}

/**
 * The sentence in which somebody does something to somebody, seen from the two of them.
 *
 * **Shape** `from`..`to` are the sentence's tokens. `words` are those of the sentence (or sentences, where the parties stand in two) without punctuation but
 * for full stops and semicolons. `first` and `last` are the places of the first and the last party; without any, the
 * ends. `meeting` is the lowest token that both hang on, where it lies outside of both.
 */
export interface PairView extends TokenRange {
  readonly doc: Document;
  readonly actor: PairParty | null;
  readonly recipient: PairParty | null;
  readonly words: readonly MaskedWord[];
  readonly actorAt: number;
  readonly recipientAt: number;
  readonly meeting: number | null;
}

const FARTHEST = 40;

/** Sees a document from two stretches of its text; either may be missing. */
export function viewPair(doc: Document, actor: Range | null, recipient: Range | null): PairView {
  const actorTokens = actor === null ? null : tokensIn(doc, actor);
  const recipientTokens = recipient === null ? null : tokensIn(doc, recipient);
  const isIn = (token: number) => within(actorTokens, token) || within(recipientTokens, token);
  const party = (tokens: TokenRange | null): PairParty | null => {
    if (tokens === null) return null;
    const head = headIn(doc, tokens);
    return { ...tokens, head, above: chainAbove(doc, head).filter((token) => !isIn(token)) };
  };
  const first = party(actorTokens);
  const second = party(recipientTokens);
  const { from, to } = sentencesOf(doc, actorTokens, recipientTokens);
  const words = mask(doc, { from, to }, actorTokens, recipientTokens);
  const meeting = first?.above.find((token) => second?.above.includes(token)) ?? null;
  const place = (word: string) => words.findIndex((one) => one.word === word);
  return {
    doc,
    from,
    to,
    actor: first,
    recipient: second,
    words,
    actorAt: place(ACTOR),
    recipientAt: place(RECIPIENT),
    meeting,
  };
}

export const ACTOR = 'ACTOR';
export const RECIPIENT = 'RECIPIENT';

function within(range: TokenRange | null, token: number): boolean {
  return range !== null && range.from <= token && token < range.to;
}

function tokensIn(doc: Document, { start, end }: Range): TokenRange {
  const from = Math.min(tokenAt(doc, start), doc.tokens.length - 1);
  let to = from + 1;
  while (to < doc.tokens.length && doc.tokens[to]!.start < end) to++;
  return { from, to };
}

function headIn(doc: Document, { from, to }: TokenRange): number {
  for (let token = from; token < to; token++) {
    const above = doc.tree.heads[token]!;
    if (above < from || above >= to) return token;
  }
  return to - 1;
}

function chainAbove(doc: Document, token: number): number[] {
  const chain: number[] = [];
  for (let at = doc.tree.heads[token]!; at >= 0 && chain.length < FARTHEST; at = doc.tree.heads[at]!) {
    chain.push(at);
  }
  return chain;
}

function sentencesOf(doc: Document, actor: TokenRange | null, recipient: TokenRange | null): TokenRange {
  const ends = [actor, recipient].flatMap((one) => (one === null ? [] : [one.from, one.to - 1]));
  if (ends.length === 0) return { from: 0, to: doc.tokens.length };
  const sentences = ends.map((token) => doc.sentences[doc.tokens[token]!.sentence]!);
  return {
    from: Math.min(...sentences.map(({ from }) => from)),
    to: Math.max(...sentences.map(({ to }) => to)),
  };
}

function mask(
  doc: Document,
  { from, to }: TokenRange,
  actor: TokenRange | null,
  recipient: TokenRange | null,
): MaskedWord[] {
  const words: MaskedWord[] = [];
  for (let token = from; token < to; token++) {
    if (within(actor, token)) {
      if (token === actor!.from) words.push({ word: ACTOR, token: null });
    } else if (within(recipient, token)) {
      if (token === recipient!.from) words.push({ word: RECIPIENT, token: null });
    } else if (doc.upos[token] !== 'PUNCT' || /^[.;:"]$/.test(doc.tokens[token]!.text)) {
      words.push({ word: wordOf(doc, token), token });
    }
  }
  return words;
}

/** Names and numbers are as good as any other: what is learnt of one country should hold for all. */
function wordOf(doc: Document, token: number): string {
  const upos = doc.upos[token]!;
  if (upos === 'PROPN') return 'NAME';
  return upos === 'NUM' ? 'NUMBER' : doc.lemmas[token]!.toLowerCase();
}
