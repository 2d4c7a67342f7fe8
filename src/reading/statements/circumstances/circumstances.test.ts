import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../../intake/index.js';
import { analyseReport, loadEngine } from '../../../pipeline.js';
import { findCast } from '../../actors/find-cast.js';
import { findStatements } from '../find-statements.js';
import { parseMedia } from './media-lexicon.js';

const engine = loadEngine();

/** `addressee | place | medium: its words` of a text's first statement, `-` for what it does not tell. */
function check(text: string, expected: string): void {
  it(text, () => {
    const doc = analyseReport(reportFromText(text), engine);
    const [first] = findStatements(doc, findCast(doc, engine.registry));
    const medium = first?.medium;
    if (medium != null) expect(text.slice(medium.span.start, medium.span.end)).toBe(medium.span.text);
    const how = medium == null ? '-' : `${medium.kind}: ${medium.span.text}`;
    expect(`${first?.addressee?.name ?? '-'} | ${first?.place?.name ?? '-'} | ${how}`).toBe(expected);
  });
}

describe('whom something is said to', () => {
  check('The minister told reporters that the port was closed.', 'reporters | - | -');
  check('Norway was told by Chile that the port was closed.', 'Norway | - | -');
  check('Chile called on Peru to reopen the port.', 'Peru | - | -');
  check('Chile warned Peru that the port was closed.', 'Peru | - | -');
  check('The minister said that the port was closed.', '- | - | -');
  check('In a letter to Norway, Chile said that the port was closed.', 'Norway | - | letter: letter');
  check(
    'Addressing the UN General Assembly, Chile said that the port was closed.',
    'UN General Assembly | - | session: UN General Assembly',
  );
});

describe('where it is said', () => {
  check('The minister told reporters in Lima that the port was closed.', 'reporters in Lima | Lima | -');
  check('"The port is closed," the minister said in Lima on Monday.', '- | Lima | -');
  check(
    'Speaking at a press conference in Lima, the minister said that the port was closed.',
    '- | Lima | briefing: press conference',
  );
  check('The minister said that the port in Callao was closed.', '- | - | -');
  check('Officials in Lima said that the port was closed.', '- | - | -');
  check(
    'Chile wrote to the embassy in Lima that the port was closed.',
    'the embassy in Lima | - | letter: wrote',
  );
  check('Speaking from Lima, the minister said that the port was closed.', '- | Lima | -');
});

describe('how it is said', () => {
  check('"The port is closed," the minister said in an interview on Monday.', '- | - | interview: interview');
  check('The ministry tweeted that the port was closed.', '- | - | post: tweeted');
  check(
    'The army said in a statement posted on Telegram that the port was closed.',
    '- | - | post: Telegram',
  );
  check('The army said in a statement on Monday that the port was closed.', '- | - | statement: statement');
  check('"The port is closed," the mayor of Lima said by phone.', '- | - | telephone: phone');
  check(
    'The two ministers said in a joint statement that the port was closed.',
    '- | - | joint statement: joint statement',
  );
  check('A report by the ministry said that the port was closed.', '- | - | report: report');
  check(
    'Testifying before the court, the general said that the port was closed.',
    'the court | - | court: Testifying',
  );
  check('The minister denied the report, saying that the port was open.', '- | - | -');
  check('Media reports said that the port was closed.', '- | - | -');
});

it('words for media are checked, with file, line, value and what is allowed', () => {
  const header = 'lemma,part,modifier,medium,speaks\n';
  expect(() => parseMedia(`${header}fax,noun,,telex,no\n`, 'media.csv')).toThrow(
    /medium "telex" in media\.csv, line 2\. Use one of: interview, post/,
  );
  expect(() => parseMedia(`${header}fax,adverb,,letter,no\n`, 'media.csv')).toThrow(
    /part "adverb".*noun, name/,
  );
  const found = parseMedia(
    `${header}call,noun,,session,no\ncall,noun,phone|video,telephone,no\n`,
    'media.csv',
  );
  expect(
    found
      .get('noun')!
      .get('call')!
      .map(({ medium }) => medium),
  ).toEqual(['telephone', 'session']);
});
