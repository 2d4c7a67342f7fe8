import { describe, expect, it } from 'vitest';
import { documentFromConllu, miscValue, parseConllu } from './conllu.js';

const line = (...columns: (string | number)[]) => columns.join('\t');
const SAMPLE = [
  '# newdoc id = one',
  '# meta::dateCreated = 2020-03-01',
  '# newpar',
  '# sent_id = one-1',
  "# text = They don't agree.",
  line(1, 'They', 'they', 'PRON', 'PRP', '_', 4, 'nsubj', '_', 'Entity=(1)'),
  line('2-3', "don't", '_', '_', '_', '_', '_', '_', '_', '_'),
  line(2, 'do', 'do', 'AUX', 'VBP', '_', 4, 'aux', '_', '_'),
  line(3, "n't", 'not', 'PART', 'RB', '_', 4, 'advmod', '_', '_'),
  line(4, 'agree', 'agree', 'VERB', 'VB', '_', 0, 'root', '_', 'SpaceAfter=No'),
  line('4.1', 'ghost', 'ghost', 'VERB', 'VB', '_', '_', '_', '_', '_'),
  line(5, '.', '.', 'PUNCT', '.', '_', 4, 'punct', '_', 'SpaceAfter=No'),
  '',
  '# sent_id = one-2',
  '# text = "No."',
  line(1, '"', '"', 'PUNCT', '``', '_', 2, 'punct', '_', 'SpaceAfter=No'),
  line(2, 'No', 'no', 'INTJ', 'UH', '_', 0, 'root', '_', 'SpaceAfter=No'),
  line(3, '.', '.', 'PUNCT', '.', '_', 2, 'punct', '_', 'SpaceAfter=No'),
  line(4, '"', '"', 'PUNCT', "''", '_', 2, 'punct', '_', '_'),
  '',
  '# newpar',
  '# sent_id = one-3',
  '# text = End',
  line(1, 'End', 'end', 'NOUN', 'NN', '_', 0, 'root', '_', '_'),
  '',
].join('\n');

describe('parseConllu', () => {
  it('joins sentences as they stood and skips ranges and empty nodes', () => {
    const [document] = parseConllu(SAMPLE, 'sample');
    expect(document!.text).toBe('They don\'t agree."No."\n\nEnd');
    expect(document!.sentences.map((sentence) => sentence.tokens.length)).toEqual([5, 4, 1]);
    expect(miscValue(document!.sentences[0]!.tokens[0]!, 'Entity')).toBe('(1)');
    expect(miscValue(document!.sentences[0]!.tokens[1]!, 'Entity')).toBeUndefined();
  });

  it('tells documents apart by their sentences’ ids where nothing else does', () => {
    const sentence = (id: string) =>
      `# sent_id = ${id}\n# text = End\n${line(1, 'End', 'end', 'NOUN', 'NN', '_', 0, 'root', '_', '_')}\n`;
    const ids = parseConllu(
      [sentence('a-0001'), sentence('a-0002'), sentence('b-0001')].join('\n'),
      'sample',
    );
    expect(ids.map((document) => [document.id, document.text])).toEqual([
      ['a', 'End End'],
      ['b', 'End'],
    ]);
  });

  it('names a word that does not stand in its text', () => {
    expect(() => parseConllu(SAMPLE.replace('# text = End', '# text = Fin'), 'sample')).toThrow(
      /one-3 in sample/,
    );
  });
});

describe('documentFromConllu', () => {
  it('cuts its tokens out of the text and hangs them in their document', () => {
    const doc = documentFromConllu(parseConllu(SAMPLE, 'sample')[0]!);
    for (const token of doc.tokens) expect(doc.report.text.slice(token.start, token.end)).toBe(token.text);
    expect([...doc.tree.heads]).toEqual([3, 3, 3, -1, 3, 6, -1, 6, 6, -1]);
    expect(doc.tree.children[3]).toEqual([0, 1, 2, 4]);
    expect(doc.sentences.map(({ from, to, paragraph }) => [from, to, paragraph])).toEqual([
      [0, 5, 0],
      [5, 9, 0],
      [9, 10, 1],
    ]);
    expect(doc.quotes.map((quote) => quote.inner)).toEqual([{ start: 18, end: 21 }]);
    expect(doc.report.published).toBe('2020-03-01');
  });
});
