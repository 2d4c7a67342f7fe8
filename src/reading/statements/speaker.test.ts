import { expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { analyseReport, loadEngine } from '../../pipeline.js';
import { findCast } from '../actors/find-cast.js';
import { findStatements } from './find-statements.js';

const engine = loadEngine();

/** `name, country, sectors` of each speaker, and behind an arrow whom the words are said to. */
function check(text: string, ...expected: readonly string[]): void {
  const doc = analyseReport(reportFromText(text), engine);
  const shown = findStatements(doc, findCast(doc, engine.registry)).map(({ speaker, addressee }) => {
    const who = speaker === null ? '-' : [speaker.name, speaker.country, ...speaker.sectors].join(', ');
    return addressee === null ? who : `${who} > ${addressee.name}`;
  });
  expect(shown).toEqual(expected);
}

it('gives a spokesman whom he speaks for, and his own name', () => {
  check('A spokesman for the Taliban, Ahmad Gulwal, said the group was ready.', 'Ahmad Gulwal, AFG, REB');
  check('Kremlin spokesman Ivan Petrov said the visit was useful.', 'Ivan Petrov, RUS, GOV');
});

it('leaves officials, analysts and sources without names what is known of them', () => {
  check('A senior Norwegian official said the deal was dead.', 'A senior Norwegian official, NOR, GOV');
  check('Two sources close to the talks said a vote was likely.', 'Two sources close to the talks, ');
  check('A person familiar with the plan said it would change.', 'A person familiar with the plan, ');
});

it('takes those close to somebody for nobody named, but of his country', () =>
  check(
    'Sources close to the prime minister of Norway said a vote was likely.',
    'Sources close to the prime minister of Norway, NOR',
  ));

it('knows speakers by their surnames in capitals', () =>
  check(
    'The journalist Anna Holm met the minister Jon Vik on Monday.\n\nHOLM: Will you come?\n\nVIK: We will not.\n\nHOLM: Why?',
    'Anna Holm, , JRN',
    'Jon Vik, ',
    'Anna Holm, , JRN',
  ));

it('tells speaker and addressee of words within words', () =>
  check(
    'The Finnish president said she had warned Sergei Lavrov that the border would close.',
    'The Finnish president, FIN, GOV',
    'The Finnish president, FIN, GOV > Sergei Lavrov',
  ));

it('keeps the speaker whom references have found, whoever spoke before', () =>
  check(
    'Peter Larsen said the plan was dead. Anna Holm shook her head. She said the plan was alive.',
    'Peter Larsen, ',
    'Anna Holm, ',
  ));
