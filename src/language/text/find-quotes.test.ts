import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import { tokenise } from './tokenise.js';

/** Quotes as text, `>` before inner ones, `…` after those that never close, `+` before those that go on. */
const quotesIn = (text: string) => {
  const { quotes } = tokenise.run({ report: reportOf(text) }, undefined);
  return quotes.map((quote) => {
    const inner = text.slice(quote.inner.start, quote.inner.end);
    return `${'>'.repeat(quote.depth)}${quote.continues === null ? '' : '+'}${inner}${quote.closed ? '' : '…'}`;
  });
};
const check = (text: string, ...expected: string[]) => expect(quotesIn(text), text).toEqual(expected);

describe('findQuotes', () => {
  it('pairs straight and typeset marks', () => {
    check('"We agree", he said. "All of us."', 'We agree', 'All of us.');
    check('She called it “a lost cause”.', 'a lost cause');
    check("He spoke of ``progress'' on Monday.", 'progress');
    check('Il parle de «paix» ici.', 'paix');
  });

  it('finds quotes within quotes', () => {
    check(
      '“He told us ‘never again’ and left,” she said.',
      'He told us ‘never again’ and left,',
      '>never again',
    );
    check(
      '"He told us \'never again\' and left," she said.',
      "He told us 'never again' and left,",
      '>never again',
    );
  });

  it('never takes an apostrophe for a mark', () => {
    check("The ministers' plan and the envoys' reply didn't differ.");
    check("It was the '90s, and Jane's father hadn't left.");
    check('It’s the parties’ leaders’ turn.');
    check("Rock 'n' roll played at five o'clock.");
  });

  it('takes single marks as British papers set them', () => {
    check("Relations are at an 'five-year high', he said.", 'five-year high');
    check("Relations at 'five-year high'", 'five-year high');
    check('He denied the ‘absurd’ charge.', 'absurd');
    check("He said 'the rebels' leader left' on Monday.", "the rebels' leader left");
  });

  it('ends with the paragraph where the closing mark is missing', () => {
    check('"We will go, he said.\n\nHe went.', 'We will go, he said.…');
  });

  it('ends where another mark opens', () => {
    check('"We will go, he said. "It is time."', 'We will go, he said.…', 'It is time.');
  });

  it('passes over a mark that closes nothing', () => {
    check('We will go," he said. "It is time."', 'It is time.');
  });

  it('links the paragraphs of one speech', () => {
    check('“We go.\n\n“We stay.”', 'We go.…', '+We stay.');
    check('"We go.\n\n"We stay.\n\n"We end," he said.', 'We go.…', '+We stay.…', '+We end,');
    check('"We go," he said.\n\n"We stay."', 'We go,', 'We stay.');
  });

  it('leaves out quotes of nothing', () => {
    check('He said "" and “”.');
  });
});
