import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import { tokenise } from './tokenise.js';

const sentencesOf = (text: string, title: string | null = null) => {
  const { sentences } = tokenise.run({ report: reportOf(text, title) }, undefined);
  return sentences.map((sentence) => ({ ...sentence, text: text.slice(sentence.start, sentence.end) }));
};
const check = (text: string, ...expected: string[]) =>
  expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(expected);
/** Each sentence as `kind: text`. */
const checkKinds = (text: string, title: string | null, ...expected: string[]) =>
  expect(sentencesOf(text, title).map((sentence) => `${sentence.kind}: ${sentence.text}`)).toEqual(expected);

describe('tokenise', () => {
  it('ends a sentence at its mark', () => {
    check('He left. Did she? Yes! They met.', 'He left.', 'Did she?', 'Yes!', 'They met.');
    check('It ended.The envoy left.', 'It ended.', 'The envoy left.');
    check('It fell to 3.5 percent. Prices rose.', 'It fell to 3.5 percent.', 'Prices rose.');
    check('He waited ... and left. Well... She stayed.', 'He waited ... and left.', 'Well...', 'She stayed.');
  });

  it('does not end one at an abbreviation within', () => {
    check('Mr. Roe met Gen. J. Doe on Jan. 3.', 'Mr. Roe met Gen. J. Doe on Jan. 3.');
    check('U.S. President Jane Doe left.', 'U.S. President Jane Doe left.');
    check('He met U.N. Secretary General Roe.', 'He met U.N. Secretary General Roe.');
    check('Doe v. Roe was heard at 5 p.m. Monday.', 'Doe v. Roe was heard at 5 p.m. Monday.');
  });

  it('ends one at an abbreviation when another begins', () => {
    check('They came from the U.S. They left.', 'They came from the U.S.', 'They left.');
    check('It closed at 5 p.m. The crowd left.', 'It closed at 5 p.m.', 'The crowd left.');
  });

  it('leaves a closing mark with the sentence that it ends', () => {
    check('He said: "Too early yet". No one came.', 'He said: "Too early yet".', 'No one came.');
    check('“We go. We stay.” He left.', '“We go.', 'We stay.”', 'He left.');
    check('"We \'agree.\'" They left.', '"We \'agree.\'"', 'They left.');
    check('(He left.) She stayed.', '(He left.)', 'She stayed.');
  });

  it('keeps a quote with who said it', () => {
    check('"Why now?" she asked. "Go!" Jane Doe said.', '"Why now?" she asked.', '"Go!" Jane Doe said.');
    check('"Why now?" She left.', '"Why now?"', 'She left.');
  });

  it('ends a sentence with its paragraph', () => {
    check('Talks fail\n\nThe envoys left', 'Talks fail', 'The envoys left');
    check('He left.\nShe stayed.', 'He left.', 'She stayed.');
  });

  it('joins lines that were broken to fit a width', () => {
    check(
      'The envoys of both\ncountries met in the\ncapital and left. They\nagreed.',
      'The envoys of both\ncountries met in the\ncapital and left.',
      'They\nagreed.',
    );
  });

  it('begins a paragraph where such a line is indented', () => {
    const text =
      '  The envoys of both\ncountries met in the\ncapital and left at once.\n  They had agreed.\n';
    expect(sentencesOf(text).map((sentence) => sentence.paragraph)).toEqual([0, 1]);
  });

  it('counts paragraphs', () => {
    const paragraphs = sentencesOf('One. Two.\n\nThree.\r\n\r\nFour.').map((sentence) => sentence.paragraph);
    expect(paragraphs).toEqual([0, 0, 1, 2]);
  });

  it('keeps the headline apart, full stop or none', () => {
    checkKinds(
      'Envoy leaves Paris\nThe envoy left.',
      'Envoy leaves Paris',
      'headline: Envoy leaves Paris',
      'body: The envoy left.',
    );
    checkKinds(
      'Why? Nobody knows\n\nHe left.',
      'Why? Nobody knows',
      'headline: Why? Nobody knows',
      'body: He left.',
    );
    checkKinds('He left.', 'Another title', 'body: He left.');
  });

  it('knows bylines and credits', () => {
    checkKinds(
      'By Jane Doe and John Roe\n\nHe left.',
      null,
      'byline: By Jane Doe and John Roe',
      'body: He left.',
    );
    checkKinds('By Monday he had left.', null, 'body: By Monday he had left.');
    checkKinds('He left.\n\n  • Jane Doe', null, 'body: He left.', 'byline: • Jane Doe');
    checkKinds(
      'He left. (Reporting by Jane Doe; Editing by John Roe)',
      null,
      'body: He left.',
      'byline: (Reporting by Jane Doe; Editing by John Roe)',
    );
  });

  it('cuts datelines off', () => {
    const body = 'body: The envoy left.';
    checkKinds(
      'PARIS, April 13 (Reuters) - The envoy left.',
      null,
      'dateline: PARIS, April 13 (Reuters) -',
      body,
    );
    checkKinds('RIYADH, Jan 3, 2016 - The envoy left.', null, 'dateline: RIYADH, Jan 3, 2016 -', body);
    checkKinds('SAN FRANCISCO - The envoy left.', null, 'dateline: SAN FRANCISCO -', body);
    checkKinds('TOKYO -- The envoy left.', null, 'dateline: TOKYO --', body);
    checkKinds(
      'MOSCOW, April 12. /TASS/. The envoy left.',
      null,
      'dateline: MOSCOW, April 12. /TASS/.',
      body,
    );
    checkKinds('London (CNN) — The envoy left.', null, 'dateline: London (CNN) —', body);
    checkKinds('Friday, January 4, 2019\n\nThe envoy left.', null, 'dateline: Friday, January 4, 2019', body);
  });

  it('takes no name or label for a dateline', () => {
    checkKinds('NATO-led troops left.', null, 'body: NATO-led troops left.');
    checkKinds('Doe - who left - agreed.', null, 'body: Doe - who left - agreed.');
    checkKinds('DOE: We left.', null, 'body: DOE: We left.');
    checkKinds('Doe (D-Texas) — who left.', null, 'body: Doe (D-Texas) — who left.');
    checkKinds('May 2019 was warm.', null, 'body: May 2019 was warm.');
  });

  it('knows the entries of a list', () => {
    checkKinds(
      'They agreed:\n• to meet\n- to talk\n1. Trade first.',
      null,
      'body: They agreed:',
      'item: • to meet',
      'item: - to talk',
      'item: 1. Trade first.',
    );
  });

  it('cuts what is too long for any sentence at a clause', () => {
    const sentences = sentencesOf(`They ${'met, talked and parted; '.repeat(300)}left.`);
    expect(sentences.every((sentence) => sentence.to - sentence.from <= 400)).toBe(true);
    expect(sentences.slice(0, -1).every((sentence) => sentence.text.endsWith(';'))).toBe(true);
  });
});
