import { expect, it } from 'vitest';
import { reportFromText } from '../../../intake/index.js';
import { loadEngine, readReport } from '../../../pipeline.js';
import { parseStanceWords } from './stance-words.js';

const engine = loadEngine();

/** `act > whom`, for the first statement of a text. */
function check(text: string, ...expected: readonly string[]): void {
  it(text, () => {
    const [first] = readReport(reportFromText(text), engine).statements;
    expect(first?.stance.map(({ act, toward }) => `${act} > ${toward?.name ?? '-'}`)).toEqual(expected);
  });
}

check('"We will bring them to justice," the minister said.', 'promises > -');
check('"We will not yield," the minister said.', 'declines > -');
check('"It will rain tomorrow," the minister said.');
check('"Put down your weapons," the general said.', 'demands > -');
check('The minister said Chile should release the prisoners.', 'demands > Chile');
check('Chile said it agreed with Peru.', 'supports > Peru');
check('Not everyone agreed that the port should be closed.', 'doubts > -');
check('Chile expressed its sadness at the death of the king.', 'regrets > -');
check('The minister called the vote a shameful farce.', 'accuses > -');
check('Chile described the president of Peru as a hero.', 'praises > the president of Peru');
check('The minister did not say whether he would come.', 'declines > -');
check('"The reports are false," the minister said.', 'denies > -');
check('The centre warned that heavy rain would fall.');

it('words are checked, with file, line, value and what is allowed', () => {
  expect(() => parseStanceWords('lemma,act\nmess,hates\n', 'stance-words.csv')).toThrow(
    /act "hates" in stance-words\.csv, line 2\. Use one of: accuses, denies/,
  );
});
