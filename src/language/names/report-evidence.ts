import type { Parsed } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { CandidateView, Put, WordLayer } from './candidate-view.js';
import { LONGEST_NAME } from './candidates.js';
import { TYPES } from './label-names.js';
import type { RoughName } from './repair-names.js';

/** A name as the labels have it; `kind` counts the types from 1. */
interface Proposal extends TokenRange {
  readonly kind: number;
}

const KINDS = TYPES.length + 1;
/** Ways in which a word can be part of a proposal: its type, its place in it, alone or not. */
const ROLES = KINDS * 8;

/** What the labels made of the whole report: over each token, of each string, and of each word. */
export interface ReportLayer {
  readonly over: readonly (Proposal | undefined)[];
  readonly exact: ReadonlyMap<number, number>;
  /** How often a string was given each type, 0 for none; last, how often it stands there. */
  readonly strings: ReadonlyMap<string, Uint32Array>;
  readonly uses: ReadonlyMap<string, Uint32Array>;
}

export function reportLayer(
  doc: Parsed,
  spans: readonly TokenRange[],
  names: readonly RoughName[],
): ReportLayer {
  const over = new Array<Proposal | undefined>(doc.tokens.length);
  const exact = new Map<number, number>();
  const uses = new Map<string, Uint32Array>();
  for (const { from, to, type } of names) {
    if (to - from > LONGEST_NAME * 2) continue;
    const proposal = { from, to, kind: TYPES.indexOf(type) + 1 };
    exact.set(keyOf(proposal), proposal.kind);
    for (let at = from; at < to; at++) {
      over[at] = proposal;
      count(uses, doc.tokens[at]!.text, ROLES, roleOf(proposal, at));
    }
  }
  const strings = new Map<string, Uint32Array>();
  for (const span of spans) {
    const text = textOf(doc, span);
    count(strings, text, KINDS + 1, exact.get(keyOf(span)) ?? 0);
    count(strings, text, KINDS + 1, KINDS);
  }
  return { over, exact, strings, uses };
}

function keyOf({ from, to }: TokenRange): number {
  return from * LONGEST_NAME * 4 + (to - from);
}

function textOf(doc: Parsed, { from, to }: TokenRange): string {
  let text = doc.tokens[from]!.text;
  for (let at = from + 1; at < to; at++) text += ` ${doc.tokens[at]!.text}`;
  return text;
}

function roleOf({ from, to, kind }: Proposal, at: number): number {
  const place = at === from ? 1 : at === to - 1 ? 2 : 3;
  return kind * 8 + place * 2 + (to - from > 1 ? 1 : 0);
}

function count(table: Map<string, Uint32Array>, text: string, size: number, at: number): void {
  let row = table.get(text);
  if (row === undefined) {
    row = new Uint32Array(size);
    table.set(text, row);
  }
  row[at]! += 1;
}

/** What the labels say of a candidate, of the same words elsewhere in the report, and of the names around it. */
export function putReport(layer: WordLayer, report: ReportLayer, view: CandidateView, put: Put): void {
  const mine = report.exact.get(keyOf(view)) ?? 0;
  const overlap = putOwn(report, view, put);
  putSameString(layer.doc, report, view, mine, overlap, put);
  putSameWords(layer.doc, report, view, mine, put);
  putNamesAround(layer, report, view, put);
}

/** Returns how the last proposal that overlaps it without being it lies to it, 0 where there is none. */
function putOwn({ over }: ReportLayer, { from, to, isSingle }: CandidateView, put: Put): number {
  let overlap = 0;
  let isTouched = false;
  let last: Proposal | undefined;
  for (let at = from; at < to; at++) {
    const proposal = over[at];
    if (proposal === undefined || proposal === last) continue;
    last = proposal;
    isTouched = true;
    const { kind } = proposal;
    const lie = lies(proposal, from, to);
    if (lie === 0) {
      put(101, kind);
      put(101, kind, 1 + isSingle);
    } else {
      overlap = lie * 8 + kind;
      put(102, kind, lie);
      put(102, kind, lie, 1 + isSingle);
    }
  }
  if (!isTouched) put(103, 0);
  return overlap;
}

/** 0 the same; 1 to 3 around it, from its beginning, to its end, or neither; 4 within it; 5 across its end. */
function lies(proposal: Proposal, from: number, to: number): number {
  if (proposal.from === from && proposal.to === to) return 0;
  if (proposal.from <= from && proposal.to >= to)
    return proposal.from === from ? 1 : proposal.to === to ? 2 : 3;
  return proposal.from >= from && proposal.to <= to ? 4 : 5;
}

function putSameString(
  doc: Parsed,
  { strings }: ReportLayer,
  view: CandidateView,
  mine: number,
  overlap: number,
  put: Put,
): void {
  const row = strings.get(textOf(doc, view));
  const others = (row?.[KINDS] ?? 1) - 1;
  if (row === undefined || others === 0) {
    put(104, 0);
    return;
  }
  for (let kind = 0; kind < KINDS; kind++) {
    const times = row[kind]! - (kind === mine ? 1 : 0);
    if (times === 0) continue;
    put(105, kind, Math.min(times, 3));
    put(106, kind, mine, overlap);
    put(107, kind, Math.round((4 * times) / others));
  }
}

/** What its first and last word are part of elsewhere. */
function putSameWords(
  doc: Parsed,
  { uses, over }: ReportLayer,
  { from, to, isSingle }: CandidateView,
  mine: number,
  put: Put,
): void {
  for (const [slot, at] of [[1, from] as const, [2, to - 1] as const]) {
    if (isSingle && slot === 2) break;
    const { text } = doc.tokens[at]!;
    const row = Uint32Array.from(uses.get(text) ?? NO_USES);
    let last: Proposal | undefined;
    for (let inside = from; inside < to; inside++) {
      const proposal = over[inside];
      if (proposal === undefined || proposal === last) continue;
      last = proposal;
      for (let own = proposal.from; own < proposal.to; own++) {
        if (doc.tokens[own]!.text === text) row[roleOf(proposal, own)]! -= 1;
      }
    }
    const where = slot + isSingle * 10;
    let isUsed = false;
    for (let role = 0; role < ROLES; role++) {
      const times = row[role]!;
      if (times === 0) continue;
      isUsed = true;
      put(113, where, role);
      put(114, where, role, Math.min(3, times) * 16 + mine);
    }
    if (!isUsed) put(113, slot, 99);
  }
}

const NO_USES = new Uint32Array(ROLES);

/** Names that it hangs on, that hang on it, and that stand beside it or one word away. */
function putNamesAround(
  { doc, facts, relations }: WordLayer,
  { over }: ReportLayer,
  view: CandidateView,
  put: Put,
): void {
  const { from, to, head, sentenceFrom, sentenceTo } = view;
  const outside = (at: number) => {
    const proposal = at >= sentenceFrom && at < sentenceTo ? over[at] : undefined;
    return proposal !== undefined && (proposal.from >= to || proposal.to <= from) ? proposal : undefined;
  };
  const governor = outside(doc.tree.heads[head]!);
  if (governor !== undefined) put(115, relations[head]!, governor.kind);
  for (const child of doc.tree.children[head]!) {
    const proposal = outside(child);
    if (proposal !== undefined) put(116, relations[child]!, proposal.kind);
  }
  const [after, before] = [outside(to), outside(from - 1)];
  if (after !== undefined) put(117, after.kind);
  if (before !== undefined) put(118, before.kind);
  const [afterNext, beforeLast] = [outside(to + 1), outside(from - 2)];
  if (afterNext?.from === to + 1) put(119, afterNext.kind, facts[to]!.word);
  if (beforeLast?.to === from - 1) put(120, beforeLast.kind, facts[from - 1]!.word);
}
