import type { Document, Named, Sentence } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Attribution } from './find-attributions.js';

/** **Units** probability; how far the layout of a text is trusted beside the model. */
const TRUST = 0.9;

/**
 * Attributions that the layout of a text gives away, without a verb: turns of a transcript ("SMITH: We will not.") and
 * quotations that are signed ("“We will not.” – John Smith").
 */
export function findSetApart(doc: Named): Attribution[] {
  const paragraphs = paragraphsOf(doc);
  return [...turnsOf(doc, paragraphs), ...paragraphs.flatMap((one) => signedIn(doc, one) ?? [])];
}

/** The sentences of a text by paragraph, as tokens. */
function paragraphsOf(doc: Named): TokenRange[] {
  const found: { from: number; to: number; paragraph: number }[] = [];
  for (const { paragraph, from, to } of doc.sentences as readonly Sentence[]) {
    const last = found.at(-1);
    if (last?.paragraph === paragraph) last.to = to;
    else found.push({ from, to, paragraph });
  }
  return found;
}

const OPENING = /^["“‘'«„]+$/u;
const CLOSING = /^["”’'»]+$/u;
const DASH = /^(?:[―—–]|-{1,2})$/u;

/** Turns without which a text is no transcript, and speakers. */
const LEAST_TURNS = 3;
const LEAST_SPEAKERS = 2;
/** **Units** tokens of a speaker's name. */
const LONGEST_LABEL = 5;

interface Turn {
  readonly paragraph: number;
  /** The speaker's name, and the colon behind it. */
  readonly label: TokenRange;
}

/** "WALLACE: Will she be there?", "John Smith: She will." */
function turnsOf(doc: Named, paragraphs: readonly TokenRange[]): Attribution[] {
  const turns = paragraphs.flatMap((range, paragraph): Turn[] => {
    const label = labelOf(doc, range);
    return label === undefined ? [] : [{ paragraph, label }];
  });
  const speakers = new Set(turns.map(({ label }) => textOf(doc, label)));
  if (turns.length < LEAST_TURNS || speakers.size < LEAST_SPEAKERS || turns.length < 2 * speakers.size - 1)
    return [];
  const opens = new Set(turns.map(({ paragraph }) => paragraph));
  const last = turns.at(-1)!.paragraph;
  return turns.map(({ paragraph, label }) => {
    const content = indices(label.to + 1, paragraphs[paragraph]!.to);
    // What goes on in a paragraph of its own begins with a quotation mark, if the turns do; behind the last turn the
    // report may go on by itself.
    for (let next = paragraph + 1; next < paragraphs.length && !opens.has(next); next++) {
      const { from, to } = paragraphs[next]!;
      const isOpen = OPENING.test(doc.tokens[from]!.text) && doc.tokens[from + 1]?.text !== '(';
      if (paragraph === last || !isOpen || !OPENING.test(doc.tokens[paragraphs[paragraph]!.from]!.text))
        break;
      content.push(...indices(from + 1, to));
    }
    return {
      cue: { from: label.to, to: label.to + 1 },
      head: label.to,
      source: indices(label.from, label.to),
      content,
      probability: TRUST,
    };
  });
}

/** The name before a colon at the head of a paragraph. */
function labelOf(doc: Named, { from, to }: TokenRange): TokenRange | undefined {
  const start = OPENING.test(doc.tokens[from]!.text) ? from + 1 : from;
  for (let at = start; at < Math.min(to - 1, start + LONGEST_LABEL); at++) {
    const { text } = doc.tokens[at]!;
    if (text === ':') return at > start ? { from: start, to: at } : undefined;
    const isCalled = /^\p{Lu}[\p{Lu}.'’-]+$/u.test(text) || doc.upos[at] === 'PROPN' || /^[QA]$/.test(text);
    if (!isCalled) return undefined;
  }
  return undefined;
}

/** **Units** tokens of a signature: a name, and what its bearer is. */
const LONGEST_SIGNATURE = 14;

/** "“We will not.” – John Smith, teacher": a paragraph that is a quotation and whose it is. */
function signedIn(doc: Named, { from, to }: TokenRange): Attribution | undefined {
  if (!OPENING.test(doc.tokens[from]!.text) && !CLOSING.test(doc.tokens[from]!.text)) return undefined;
  for (let dash = to - 2; dash > from + 1 && to - dash <= LONGEST_SIGNATURE; dash--) {
    if (!DASH.test(doc.tokens[dash]!.text) || !CLOSING.test(doc.tokens[dash - 1]!.text)) continue;
    const source = indices(dash + 1, to);
    const isName =
      doc.upos[dash + 1] === 'PROPN' && source.every((token) => !/^(?:VERB|AUX)$/.test(doc.upos[token]!));
    if (!isName) return undefined;
    return {
      cue: { from: dash, to: dash + 1 },
      head: dash,
      source: withoutEdges(doc, source),
      content: indices(from, dash),
      probability: TRUST,
    };
  }
  return undefined;
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function withoutEdges(doc: Named, tokens: readonly number[]): number[] {
  const kept = [...tokens];
  while (kept.length > 0 && doc.upos[kept.at(-1)!] === 'PUNCT') kept.pop();
  return kept;
}

function textOf(doc: Pick<Document, 'tokens'>, { from, to }: TokenRange): string {
  return doc.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}
