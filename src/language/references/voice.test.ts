import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { analyse, loadLanguageModel } from '../index.js';

const model = loadLanguageModel();

/** Whom the last pronoun `word` of a text stands for: the name that references lead to; null where it stays open. */
function check(text: string, word: string, expected: string | null): void {
  const doc = analyse(reportFromText(text), model);
  const references = new Map(doc.references.map((one) => [one.head, one]));
  let at = doc.tokens.findLastIndex((token) => token.text === word);
  const pronoun = at;
  for (let steps = 0; steps < 5; steps++) at = references.get(at)?.antecedent ?? at;
  const name = doc.names.find(({ from, to }) => from <= at && at < to);
  expect(at === pronoun ? null : (name?.text ?? doc.tokens[at]!.text)).toBe(expected);
}

describe('who "he said" is', () => {
  it('is whoever spoke last, not whom the quote tells of', () =>
    check(
      'Foreign Minister Peter Larsen met reporters in Oslo.\n\n"We will wait," Larsen said.\n\n"President Carlos Rivera has his own plans," he said.',
      'he',
      'Peter Larsen',
    ));

  it('goes on from the paragraph before', () =>
    check(
      'Anna Berg, a lawmaker from Bergen, said the vote had been rushed. Hans Holm, a colleague, was absent.\n\nBut Martin Vogel said the vote was fair.\n\n"I read every page," he said.',
      'he',
      'Martin Vogel',
    ));

  it('is the person whose own words hold it', () =>
    check('John Brown resigned in May. On Friday, Peter Larsen said he would run.', 'he', 'Peter Larsen'));

  it('is the name that a clause before it waits for', () =>
    check(
      'Mark Keller lost the vote on Monday. While he praised the winner, Peter Larsen asked for a recount.',
      'he',
      'Peter Larsen',
    ));
});

describe('what names tell of their bearers', () => {
  it('gives a surname by itself the gender of the whole name', () =>
    check(
      'Allen rejected the offer. Reporters asked Maria Allen and Peter Larsen about it.\n\n"The offer is dead," she said.',
      'she',
      'Maria Allen',
    ));

  it('keeps namesakes apart', () =>
    check(
      'Peter Berg and his wife, Anna Berg, toured the north. Anna Berg opened a school in Alta. Peter Berg stayed at home, he said.',
      'he',
      'Peter Berg',
    ));

  it('takes no thing for a person because of how its word ends', () =>
    check(
      'The company\'s counsel, James Baker, wrote to the court on Monday. The letter was short.\n\n"The case is closed," he said.',
      'he',
      'James Baker',
    ));
});
