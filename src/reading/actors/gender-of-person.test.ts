import { expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { analyseReport, loadEngine } from '../../pipeline.js';
import { findCast } from './find-cast.js';
import { genderOfBearer } from './gender-of-person.js';

const engine = loadEngine();

/** The persons that the last sentence of a text names, `-` for one whom nobody knows. */
function check(text: string, ...expected: readonly string[]): void {
  it(text, () => {
    const doc = analyseReport(reportFromText(text, { published: '2022-03-04' }), engine);
    const last = doc.sentences.at(-1)!;
    const mentions = findCast(doc, engine.registry).mentions.filter(({ head }) => head >= last.from);
    expect(mentions.map(({ actors }) => actors[0]?.id ?? '-')).toEqual(expected);
  });
}

// Q1124 is Bill Clinton, Q6294 Hillary Clinton, Q7747 Vladimir Putin.
check('Mrs. Clinton resigned.', 'Q6294');
check('Hillary Clinton came. Mr. Clinton resigned.', '-');
check('Bill Clinton came. Hillary Clinton stayed. Mr. Clinton resigned.', 'Q1124');
check('Mr. Putin resigned.', 'Q7747');

it('given names tell a gender, surnames and names of both do not', () => {
  expect(['Hillary Clinton', 'Vladimir Putin', 'Putin', ''].map(genderOfBearer)).toEqual([
    'female',
    'male',
    null,
    null,
  ]);
});
