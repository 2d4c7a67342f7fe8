import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Sourced } from '../src/document/document.js';
import type { Report } from '../src/document/report.js';
import type { Range, TokenRange } from '../src/document/span.js';
import type { Stage } from '../src/document/stage.js';
import { type LanguageModel, loadLanguageModel, STAGES } from '../src/language/index.js';
import { reportOf } from './report-of.js';

const CASES: Readonly<Record<string, Report>> = {
  'no text': reportOf(''),
  'white space only': reportOf(' \n\t\r\n\u00a0\u2028 '),
  'no letters': reportOf('... -- 12, 7% (!?) § 3/4 $ …'),
  'one word': reportOf('Ceasefire'),
  emoji: reportOf('Thanks 👍🏽 from 👩‍👩‍👧 in 🇫🇷! ☎️ 𝔘𝔫𝔦 \ud83d broken \udc4d halves.'),
  'right to left': reportOf('قال الوزير "نعم" يوم الاثنين.\n\nשר החוץ אמר: לא. The minister said yes.'),
  'control characters': reportOf(
    'The\u0000 en\u00advoy\u200b left\u0007\u0008. \ufeffHe\u200f came\u001b[0m back.\u0085',
  ),
  'a very long sentence': reportOf(`Envoys ${'of France, who met Jane Doe and left, '.repeat(1250)}agreed.`),
  'one endless word': reportOf('na'.repeat(20_000)),
  'deep brackets': reportOf(`${'('.repeat(5000)}France${')'.repeat(5000)} ${'["'.repeat(2500)} left.`),
  'one-word sentences': reportOf('Go. '.repeat(3000)),
  'one-word lines': reportOf('Paris\n\n'.repeat(1500)),
  'nothing but quotation marks': reportOf(`${'"'.repeat(2000)} ${"' ".repeat(1000)}`),
  'unbalanced quotes': reportOf(
    '"We go, he said. “Or \'stay”, she told the BBC.\n\n"It is late.\n\n\'Never\'" he said».',
  ),
  'windows line ends': reportOf('Rivals meet\r\n\r\nParis, May 3 - France met Chile.\r\nThey agreed.\r\n'),
  'a report with a headline': reportOf(
    [
      'Chile recalls envoy from France',
      'By Jane Doe',
      'SANTIAGO, March 3, 2020 (Reuters) - Chile recalled its ambassador from Paris on Monday, hours after French police arrested 12 diplomats. "We won\'t accept this," Foreign Minister John Roe said.',
      'He said the U.S. had been told last week. France\'s president denied that it was "an insult", and 40% of voters agreed with her.',
      '• Jane Doe',
    ].join('\n\n'),
    'Chile recalls envoy from France',
  ),
};

let model: LanguageModel;
beforeAll(() => {
  model = loadLanguageModel();
});

const grown = new Map<Report, readonly Sourced[]>();

/** Each stage's answer to a report, in order, the first being the report alone. */
function growth(report: Report): readonly Sourced[] {
  const known = grown.get(report);
  if (known !== undefined) return known;
  const docs: Sourced[] = [{ report }];
  for (const stage of STAGES) docs.push(runStage(stage, docs.at(-1)!));
  grown.set(report, docs);
  return docs;
}

/** Stages differ in what they read; in their order each one finds it. */
function runStage(stage: (typeof STAGES)[number], doc: Sourced): Sourced {
  return (stage as unknown as Stage<Sourced, Sourced, LanguageModel>).run(doc, model);
}

function analysed(report: Report): Document {
  return growth(report).at(-1) as Document;
}

describe.each(Object.entries(CASES))('every stage, given %s', (_name, report) => {
  it('adds its fields, keeps the others, leaves its input as it was and answers the same again', () => {
    const docs = growth(report);
    for (const [index, stage] of STAGES.entries()) {
      const before = deepFreeze(structuredClone(docs[index]!));
      const after = runStage(stage, before);
      expect(after, stage.name).toEqual(docs[index + 1]);
      // Typed arrays cannot be frozen, so what went in is compared as well.
      expect(before, `${stage.name} leaves its input`).toEqual(docs[index]);
      expect(new Set(Object.keys(after))).toEqual(new Set([...Object.keys(before), ...stage.adds]));
      const kept = Object.keys(before).filter((key) => !(stage.adds as readonly string[]).includes(key));
      for (const key of kept) {
        expect(
          after[key as keyof Sourced] === before[key as keyof Sourced],
          `${stage.name} keeps ${key}`,
        ).toBe(true);
      }
      for (const field of stage.reads) expect(Object.keys(before), `${stage.name} reads`).toContain(field);
    }
  });

  it('cuts exactly the characters that it says, and loses none', () => {
    const { tokens, names, times } = analysed(report);
    const { text } = report;
    for (const span of [...tokens, ...names, ...times])
      expect(text.slice(span.start, span.end)).toBe(span.text);
    let rebuilt = '';
    let end = 0;
    for (const token of tokens) {
      const gap = text.slice(end, token.start);
      if (gap.trim() !== '' || token.start < end) expect.fail(`"${gap}" lies before token ${token.index}`);
      rebuilt += gap + token.text;
      end = token.end;
    }
    expect(text.slice(end).trim()).toBe('');
    expect(rebuilt + text.slice(end)).toBe(text);
  });

  it('puts every token into one sentence', () => {
    const { tokens, sentences } = analysed(report);
    let at = 0;
    let paragraph = 0;
    for (const sentence of sentences) {
      expect(sentence.from).toBe(at);
      expect(sentence.to).toBeGreaterThan(at);
      expect([sentence.start, sentence.end]).toEqual([tokens[at]!.start, tokens[sentence.to - 1]!.end]);
      expect([paragraph, paragraph + 1]).toContain(sentence.paragraph);
      expect(tokens.slice(at, sentence.to).every((token) => token.sentence === sentence.index)).toBe(true);
      at = sentence.to;
      paragraph = sentence.paragraph;
    }
    expect(at).toBe(tokens.length);
    expect(tokens.map((token) => token.index)).toEqual(tokens.map((_, index) => index));
  });

  it('keeps every range within the text, in order and aligned with its tokens', () => {
    const { tokens, quotes, names, times } = analysed(report);
    for (const layer of [quotes, names, times]) {
      for (const [index, range] of layer.entries()) {
        expect(range.index).toBe(index);
        expectAligned(range, tokens);
        if (index > 0) expect(range.start).toBeGreaterThanOrEqual(layer[index - 1]!.start);
      }
    }
    for (const { start, end, inner, continues, index } of quotes) {
      expect(start <= inner.start && inner.start <= inner.end && inner.end <= end).toBe(true);
      if (continues !== null) expect(continues).toBeLessThan(index);
    }
    for (const { head, from, to } of names) expect(head >= from && head < to).toBe(true);
  });

  it('gives every token its tags and a place in its sentence’s tree', () => {
    const { tokens, sentences, upos, xpos, lemmas, tree } = analysed(report);
    for (const layer of [upos, xpos, lemmas, tree.heads, tree.relations, tree.children]) {
      expect(layer.length).toBe(tokens.length);
    }
    expect([...upos, ...xpos, ...lemmas].every((value) => typeof value === 'string' && value !== '')).toBe(
      true,
    );
    for (const { from, to } of sentences) {
      const roots = [...tree.heads.subarray(from, to)].filter((head) => head === -1);
      expect(roots.length).toBe(1);
      for (let token = from; token < to; token++) expectRooted(tree.heads, token, from, to);
    }
  });

  it('points references at tokens that come in the text', () => {
    const { tokens, references } = analysed(report);
    for (const { head, from, to, antecedent, candidates } of references) {
      expect(head >= from && head < to && to <= tokens.length).toBe(true);
      for (const token of [...(antecedent === null ? [] : [antecedent]), ...candidates]) {
        expect(token >= 0 && token < tokens.length && token !== head).toBe(true);
      }
    }
  });
});

function expectAligned(range: Range & TokenRange, tokens: Document['tokens']) {
  expect(range.to).toBeGreaterThan(range.from);
  expect([range.start, range.end]).toEqual([tokens[range.from]!.start, tokens[range.to - 1]!.end]);
}

/** A token hangs on its sentence's root by heads that never leave the sentence nor run in a circle. */
function expectRooted(heads: Int32Array, token: number, from: number, to: number) {
  let at = token;
  for (let steps = 0; heads[at] !== -1; steps++) {
    at = heads[at]!;
    if (at < from || at >= to || steps > to - from)
      expect.fail(`token ${token} hangs on ${at}, ${steps} steps up`);
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
