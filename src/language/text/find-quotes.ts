import type { Quote, Sentence, Token } from '../../document/document.js';
import { paragraphMarks, type QuoteMark } from './quote-marks.js';

/**
 * Finds the stretches between quotation marks, outer and inner.
 *
 * **Shape** in the order in which they open. A quote never leaves its paragraph: one whose mark is missing ends with
 * it, or where a mark opens the next one. `continues` links the paragraphs of one speech, each of which opens anew.
 * Marks that open nothing, apostrophes among them, are passed over.
 */
export function findQuotes(tokens: readonly Token[], sentences: readonly Sentence[]): Quote[] {
  const drafts: Draft[] = [];
  let running: Draft | undefined;
  for (let first = 0; first < sentences.length; ) {
    const paragraph = sentences[first]!.paragraph;
    let last = first;
    while (last + 1 < sentences.length && sentences[last + 1]!.paragraph === paragraph) last += 1;
    const from = sentences[first]!.from;
    const to = sentences[last]!.to;
    const found = quotesOf(paragraphMarks(tokens, from, to), to);
    const opening = found.find((draft) => draft.from === from);
    if (opening !== undefined && running?.family === opening.family) opening.continues = running;
    running = found.findLast((draft) => draft.depth === 0 && !draft.closed && draft.to === to);
    for (const draft of found) drafts.push(draft);
    first = last + 1;
  }
  const indices = new Map(drafts.map((draft, index) => [draft, index]));
  return drafts.map(({ from, to, closed, depth, continues }, index) => ({
    index,
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    from,
    to,
    inner: { start: tokens[from]!.end, end: closed ? tokens[to - 1]!.start : tokens[to - 1]!.end },
    closed,
    depth,
    continues: continues === undefined ? null : indices.get(continues)!,
  }));
}

interface Draft {
  readonly from: number;
  readonly family: QuoteMark['family'];
  readonly depth: number;
  to: number;
  closed: boolean;
  continues?: Draft;
}

/** No text nests quotes deeper; marks beyond are passed over, which keeps the search for a partner short. */
const DEEPEST = 6;

function quotesOf(marks: readonly QuoteMark[], to: number): Draft[] {
  const found: Draft[] = [];
  const open: Draft[] = [];
  const end = (draft: Draft, at: number, closed: boolean) => {
    draft.to = at;
    draft.closed = closed;
  };
  for (const mark of marks) {
    const partner = open.findLastIndex((draft) => draft.family === mark.family);
    const role = mark.role === 'either' ? (partner < 0 ? 'opens' : 'closes') : mark.role;
    if (role === 'closes') {
      if (partner < 0) continue;
      // What opened inside and never closed ends before its surroundings do.
      for (const lost of open.splice(partner + 1)) end(lost, mark.token, false);
      end(open.pop()!, mark.token + 1, true);
      continue;
    }
    // A second straight mark that opens says that the first one's end is missing.
    if (partner >= 0 && !mark.nests) {
      for (const lost of open.splice(partner)) end(lost, mark.token, false);
    }
    if (open.length >= DEEPEST) continue;
    const draft: Draft = { from: mark.token, family: mark.family, depth: open.length, to, closed: false };
    found.push(draft);
    open.push(draft);
  }
  return found.filter((draft) => draft.to - draft.from > (draft.closed ? 2 : 1));
}
