import { describe, expect, it } from 'vitest';
import { parseHeadlineRows } from './headline-rows.js';

const HEADER = 'headline\troot\tsubject\tobject\tstyle';

function check(line: string, expected: readonly (string | null)[]): void {
  const [row] = parseHeadlineRows(`${HEADER}\n${line}\n`, 'sample');
  const words = [row!.root, row!.subject, row!.object].map((range) =>
    range === null ? null : `${row!.headline.slice(range.start, range.end)}@${range.start}`,
  );
  expect(words).toEqual(expected);
}

function checkError(text: string, message: RegExp): void {
  expect(() => parseHeadlineRows(text, 'sample')).toThrow(message);
}

describe('parseHeadlineRows', () => {
  it('finds the words where they stand', () =>
    check('Chad sends aid\tsends\tChad\taid\tpresent', ['sends@5', 'Chad@0', 'aid@11']));

  it('takes "-" for none', () => check('Calm in Chad\tCalm\t-\t-\tverbless', ['Calm@0', null, null]));

  it('counts occurrences', () =>
    check('Strike over strike law\tStrike\t-\tstrike#1\t', ['Strike@0', null, 'strike@12']));

  it('finds the second of two', () =>
    check('No deal, no deal maker\tdeal#2\t-\t-\t', ['deal@12', null, null]));

  it('does not find a word inside another', () =>
    check('Malian quits Mali mission\tquits\tMalian\tMali\t', ['quits@7', 'Malian@0', 'Mali@13']));

  it('tells the case of a headline by its longer words', () => {
    const cases = ['CHAD SENDS AID', 'Chad Sends Medicine to Mali', 'Chad sends medicine to Mali'].map(
      (headline) => parseHeadlineRows(`${HEADER}\n${headline}\t${headline.split(' ')[1]}\t-\t-`, 'sample')[0],
    );
    expect(cases.map((row) => row?.case)).toEqual(['capitals', 'title', 'sentence']);
  });

  it('reads columns in any order, and without a style', () => {
    const [row] = parseHeadlineRows('root\theadline\tobject\tsubject\r\nquits\tMayor quits\t-\tMayor', 'x');
    expect(row).toMatchObject({ headline: 'Mayor quits', style: '', object: null, root: { start: 6 } });
  });

  it('names the line and the word that does not stand in it', () =>
    checkError(`${HEADER}\n\nChad sends aid\tsent\tChad\taid\t`, /sample, line 3: "sent" does not stand/));

  it('asks for an occurrence that is there', () =>
    checkError(`${HEADER}\nChad sends aid\tsends#2\tChad\taid\t`, /"sends#2" does not stand/));

  it('asks for a root', () => checkError(`${HEADER}\nChad sends aid\t-\tChad\taid\t`, /line 2 has no root/));

  it('asks for its columns', () =>
    checkError('headline\troot\tsubject\nChad sends aid\tsends\tChad', /no column "object"/));
});
