import { beforeAll, describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { analyseReport, type Engine, loadEngine } from '../../pipeline.js';
import { findCast } from '../actors/find-cast.js';
import type { Statement } from '../contract.js';
import { findStatements } from './find-statements.js';

let engine: Engine;
beforeAll(() => {
  engine = loadEngine();
});

function read(text: string): Statement[] {
  const doc = analyseReport(reportFromText(text), engine);
  return findStatements(doc, findCast(doc, engine.registry));
}

/** `kind | source | cue | content`, a line a statement, pieces joined by "…"; each span cuts its own characters. */
function check(text: string, expected: readonly string[]): void {
  const shown = read(text).map(({ kind, source, cue, content }) => {
    for (const span of [...source, ...content]) expect(text.slice(span.start, span.end)).toBe(span.text);
    const join = (spans: readonly { text: string }[]) => spans.map((span) => span.text).join(' … ');
    return `${kind} | ${join(source)} | ${cue?.text ?? '-'} | ${join(content)}`;
  });
  expect(shown).toEqual(expected);
}

describe('findStatements', () => {
  it('finds the cue before, after and in the middle of the words', () => {
    check('The minister said on Monday that the bridge would reopen in May.', [
      'indirect | The minister | said | that the bridge would reopen in May',
    ]);
    check('"The bridge will reopen in May," the minister said.', [
      'direct | the minister | said | "The bridge will reopen in May,"',
    ]);
    check('"The bridge," the minister said, "will reopen in May."', [
      'direct | the minister | said | "The bridge," … "will reopen in May."',
    ]);
    check('"The bridge will reopen in May," said the minister.', [
      'direct | the minister | said | "The bridge will reopen in May,"',
    ]);
  });

  it('begins behind where, when and how it was said', () => {
    check('The army said in a statement on Monday that the bridge would reopen.', [
      'indirect | The army | said in a statement | that the bridge would reopen',
    ]);
    check('The minister told reporters on a call that the bridge would reopen.', [
      'indirect | The minister | told | that the bridge would reopen',
    ]);
  });

  it('takes the paragraphs of one quotation together', () =>
    check('“The bridge is gone.\n\n“And the road is gone,” said the mayor.', [
      'direct | the mayor | said | “The bridge is gone.\n\n“And the road is gone,”',
    ]));

  it('takes a wish to stay unnamed for no statement', () =>
    check('The officials asked not to be named.', []));

  it('tells mixed from direct and indirect words', () =>
    check('The minister said the bridge was "a ruin" and would reopen in May.', [
      'mixed | The minister | said | the bridge was "a ruin" and would reopen in May',
    ]));

  it('reads a source led by "according to"', () =>
    check('According to the ministry, the bridge will reopen in May.', [
      'indirect | the ministry | According to | the bridge will reopen in May',
    ]));

  it('finds what is said within what is said', () => {
    const statements = read('Karl Berger said the mayor had told reporters that the bridge was safe.');
    expect(statements.map(({ cue }) => cue?.text)).toEqual(['said', 'had told']);
    expect(statements[1]!.content.map(({ text }) => text)).toEqual(['that the bridge was safe']);
  });

  it('hands the subject down to a second verb', () =>
    check('The minister condemned the strike and accused the union of lying.', [
      'indirect | The minister | condemned | the strike',
      'indirect | The minister | accused | the union of lying',
    ]));

  it('lets "he added" be whoever spoke before', () => {
    const statements = read(
      'French Finance Minister Paul Durand said the bridge was closed. He added that it would reopen in May.',
    );
    expect(statements.map(({ speaker }) => speaker?.country)).toEqual(['FRA', 'FRA']);
    expect(statements[1]!.confidence).toBeLessThan(statements[0]!.confidence);
  });

  it('gives a quotation without a cue to whoever was speaking', () => {
    const statements = read(
      '"The bridge is closed," the minister said. "Nobody may cross it until it is mended."',
    );
    const words = statements.flatMap(({ content }) => content.map(({ text }) => text)).join(' ');
    expect(words).toContain('Nobody may cross it');
  });

  it('says whom the words were spoken to', () => {
    const [statement] = read('Iran told Russia that the talks were over.');
    expect([statement?.speaker?.country, statement?.addressee?.country]).toEqual(['IRN', 'RUS']);
  });

  it('leaves out of the words whom they were spoken to', () => {
    const [statement] = read('The minister told the 15-member Council that the army was ready.');
    expect(statement?.content.map(({ text }) => text)).toEqual(['that the army was ready']);
  });

  it('leaves out what nobody says, and names in quotation marks', () => {
    check('The bridge fell into the river on Monday.', []);
    check('They crossed the bridge called "Old Mary" in the morning.', []);
  });

  it('has nothing to say of nothing', () => check('', []));
});
