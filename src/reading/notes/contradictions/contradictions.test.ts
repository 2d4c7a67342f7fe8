import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../../intake/index.js';
import { loadEngine, readReport } from '../../../pipeline.js';
import { parseOpposites } from './opposites.js';

const engine = loadEngine();

function contradictions(text: string): number {
  const reading = readReport(reportFromText(text, { published: '2023-11-09' }), engine);
  const notes = reading.notes.filter(({ kind }) => kind === 'contradiction');
  for (const { spans } of notes) {
    expect(spans).toHaveLength(2);
    for (const { start, end, text: cut } of spans) expect(text.slice(start, end)).toBe(cut);
  }
  return notes.length;
}

describe('what cannot both be true is noted', () => {
  it.each([
    'The Senate rejected the treaty on Tuesday. After the Senate approved the treaty on Tuesday, markets rose.',
    'The prime minister of Norland resigned on Monday. The prime minister has not resigned, and his party backs him.',
    'The dam at Vik broke on Sunday. People fled. The dam at Vik has held.',
    'Parliament adopted the law on Tuesday. It is not clear whether parliament will adopt the law this week.',
    'Norland and Sudmark signed a pact in Vik on Monday. The talks in Vik ended without a pact.',
    'A bomb went off in Vik on Friday, killing 14 people. The 17 people killed in the blast included two guards.',
    'Soldiers attacked a train near Vik on Friday. Nobody was hurt. The attack wounded five guards.',
  ])('%s', (text) => expect(contradictions(text)).toBe(1));
});

describe('what may both be true is not', () => {
  it.each([
    'The Senate rejected the treaty on Tuesday. The Senate approved the treaty on Friday.',
    'The Senate rejected the treaty in its first vote. The Senate approved the treaty in its second vote.',
    'The Senate rejected the peace treaty on Tuesday. The Senate approved the tax treaty on Tuesday.',
    'A bomb went off in Vik on Friday, killing 14 people. The number of people killed rose to 17 by Sunday.',
    'A bomb went off in Vik on Friday, killing 14 people. In Aker 17 people were killed by another bomb.',
    'Norland said the rebels released the hostages. Sudmark said the rebels held the hostages.',
    'The airport was closed. The airport was to open on Wednesday.',
    'The minister resigned on Monday. His deputy has not resigned.',
  ])('%s', (text) => expect(contradictions(text)).toBe(0));
});

it('opposites hold both ways, and lines are checked', () => {
  const found = parseOpposites('verbs,opposites\nwin|gain,lose\n', 'opposites.csv');
  expect([...found.get('lose')!]).toEqual(['win', 'gain']);
  expect([...found.get('gain')!]).toEqual(['lose']);
  expect(() => parseOpposites('verbs,opposites\nwin\n', 'opposites.csv')).toThrow(/opposites\.csv, line 2/);
});
