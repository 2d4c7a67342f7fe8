import type { Quote, Timed } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import { SAYING } from '../speech-verbs.js';

/**
 * For each quote the token of whoever speaks it, -1 where none is seen. It is the subject of a verb of saying outside
 * the quote, over it ("He said: …"), beside it ("…", he said) or shortly before it; the name behind a dash at its end;
 * or the speaker of the sentence before, where a quote that is a sentence by itself follows in the same paragraph. A
 * quote that goes on from another has its speaker.
 */
export function quoteSpeakers(doc: Timed, quoteAt: Int32Array): number[] {
  const speakers: number[] = doc.quotes.map(() => -1);
  hearVerbs(doc, quoteAt, speakers);
  for (const quote of doc.quotes) {
    const { index, continues, depth } = quote;
    if (speakers[index] === -1 && continues !== null) speakers[index] = speakers[continues] ?? -1;
    if (speakers[index] === -1 && depth === 0)
      speakers[index] =
        saidBefore(doc, quote, quoteAt) ?? signed(doc, quote) ?? heldOver(doc, quote, speakers);
  }
  return speakers;
}

const TOLD = new Set(['ccomp', 'parataxis', 'obj', 'dep', 'root', 'advcl']);

function hearVerbs(doc: Timed, quoteAt: Int32Array, speakers: number[]): void {
  const hear = (quote: number, verb: number) => {
    if (speakers[quote] !== -1) return;
    const subject = sayer(doc, verb);
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
}

/** The subject of a verb of saying; undefined for other words, and where it has none. */
function sayer(doc: Timed, verb: number): number | undefined {
  if (!SAYING.has(doc.lemmas[verb]!)) return undefined;
  let at = verb;
  for (let steps = 0; steps < CLIMB && at >= 0; steps++) {
    const subject = (doc.tree.children[at] ?? []).find((child) => doc.tree.relations[child] === 'nsubj');
    if (subject !== undefined) return subject;
    if (doc.tree.relations[at] !== 'conj') return undefined;
    at = doc.tree.heads[at]!;
  }
  return undefined;
}

const CLIMB = 4;
/** **Units** tokens between a verb of saying and the quote that it opens: "told the Post, …". */
const NEAR = 8;

/** "Heald told the Post, "…"": the verb of saying that a comma or colon parts from the quote. */
function saidBefore(doc: Timed, { from }: Quote, quoteAt: Int32Array): number | undefined {
  const mark = doc.tokens[from - 1];
  if (mark === undefined || !/^[,:]$/.test(mark.text)) return undefined;
  const start = doc.sentences[mark.sentence]!.from;
  for (let verb = from - 2; verb >= start && from - verb <= NEAR; verb--) {
    if (quoteAt[verb] !== -1) return undefined;
    const subject = sayer(doc, verb);
    if (subject !== undefined) return subject;
  }
  return undefined;
}

/** "…" – John Smith. */
function signed(doc: Timed, { to }: Quote): number | undefined {
  if (!/^(?:[-–—―]|--)$/.test(doc.tokens[to]?.text ?? '')) return undefined;
  return doc.names.find((name) => name.from === to + 1)?.head;
}

/** A quote that is a sentence by itself has the speaker of the sentence before it, in the same paragraph or behind a colon. */
function heldOver(doc: Timed, { from }: Quote, speakers: readonly number[]): number {
  const sentence = doc.sentences[doc.tokens[from]!.sentence]!;
  const last = doc.sentences[sentence.index - 1];
  if (sentence.from !== from || last === undefined) return -1;
  // "The secretary has called it dangerous:" may stand in a paragraph of its own.
  if (last.paragraph !== sentence.paragraph && doc.tokens[last.to - 1]?.text !== ':') return -1;
  const quoted = doc.quotes.findLast(
    (one) => one.depth === 0 && one.to <= from && one.to > last.from && speakers[one.index] !== -1,
  );
  if (quoted !== undefined) return speakers[quoted.index]!;
  for (let token = last.from; token < last.to; token++)
    if (baseRelation(doc, token) === 'root') return sayer(doc, token) ?? -1;
  return -1;
}
