import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import { treeOf } from '../../../test/tree-of.js';
import type { Named, TimeExpression } from '../../document/document.js';
import { makeTree } from '../../document/tree.js';
import { tokenise } from '../text/tokenise.js';
import { findTimes } from './find-times.js';

/** A text whose words all stand alone: the grammar must do without tags and trees. */
function untagged(text: string, published: string | null): Named {
  const doc = tokenise.run({ report: { ...reportOf(text), published } }, undefined);
  const size = doc.tokens.length;
  const blank = <T>(value: T): T[] => new Array<T>(size).fill(value);
  return {
    ...doc,
    upos: blank('X'),
    xpos: blank('FW'),
    lemmas: doc.tokens.map((token) => token.text),
    tree: makeTree(new Int32Array(size).fill(-1), blank('dep')),
    names: [],
    innerNames: [],
    phrases: [],
  };
}

function shown(times: readonly TimeExpression[]): string[] {
  return times.map(({ text, timex, value }) => {
    const span =
      value.start === value.end ? (value.start ?? '-') : `${value.start ?? ''}..${value.end ?? ''}`;
    return `${text} | ${timex} | ${span}`;
  });
}

/** `words | TIMEX3 value | first..last day`, for a report of Wednesday 15 June 2016. */
function check(text: string, ...expected: string[]): void {
  expect(shown(findTimes.run(untagged(text, '2016-06-15'), undefined).times)).toEqual(expected);
}

describe('findTimes', () => {
  it('reads dates that are told whole', () => {
    check('It fell on Jan 3, 2016.', 'Jan 3, 2016 | 2016-01-03 | 2016-01-03');
    check('It fell on 12 April 2017.', '12 April 2017 | 2017-04-12 | 2017-04-12');
    check('It fell on the 12th of April, 2017.', 'the 12th of April, 2017 | 2017-04-12 | 2017-04-12');
    check('It fell on 2015-08-26.', '2015-08-26 | 2015-08-26 | 2015-08-26');
    check('Friday, January 4, 2019', 'Friday, January 4, 2019 | 2019-01-04 | 2019-01-04');
    check('They met on May 3-5, 2016.', 'May 3-5, 2016 | 2016-05-03/2016-05-05 | 2016-05-03..2016-05-05');
  });

  it('reads months, years, decades, seasons and quarters as stretches', () => {
    check('It began in May 2008.', 'May 2008 | 2008-05 | 2008-05-01..2008-05-31');
    check('It began in 2011.', '2011 | 2011 | 2011-01-01..2011-12-31');
    check('It began in the 1990s.', 'the 1990s | 199 | 1990-01-01..1999-12-31');
    check('It began in spring 2016.', 'spring 2016 | 2016-SP | 2016-03-01..2016-05-31');
    check('the fourth quarter of 2005', 'the fourth quarter of 2005 | 2005-Q4 | 2005-10-01..2005-12-31');
    check('It began in early June.', 'early June | 2016-06 | 2016-06-01..2016-06-30');
    check('in the 20th century', 'the 20th century | 19 | 1901-01-01..2000-12-31');
  });

  it('gives a date without a year the year that is nearest', () => {
    check('It fell on Feb 25.', 'Feb 25 | 2016-02-25 | 2016-02-25');
    check('It fell on December 20.', 'December 20 | 2015-12-20 | 2015-12-20');
  });

  it('counts from the day of publication', () => {
    check('It fell yesterday.', 'yesterday | 2016-06-14 | 2016-06-14');
    check('It fell on Monday.', 'Monday | 2016-06-13 | 2016-06-13');
    check('It falls next Monday.', 'next Monday | 2016-06-20 | 2016-06-20');
    check('It fell last week.', 'last week | 2016-W23 | 2016-06-06..2016-06-12');
    check('It fell earlier this month.', 'earlier this month | 2016-06 | 2016-06-01..2016-06-30');
    check('It fell last year.', 'last year | 2015 | 2015-01-01..2015-12-31');
    check('It fell two days ago.', 'two days ago | 2016-06-13 | 2016-06-13');
    check('It fell in the past 24 hours.', 'the past 24 hours | PT24H | 2016-06-14..2016-06-15');
    check('It fell on Friday morning.', 'Friday morning | 2016-06-10TMO | 2016-06-10');
    check('At 12:00 UTC Monday it fell.', '12:00 UTC Monday | 2016-06-13T12:00Z | 2016-06-13');
  });

  it('counts from the day told of last', () => {
    check(
      'It fell on May 3. They left a day later.',
      'May 3 | 2016-05-03 | 2016-05-03',
      'a day later | 2016-05-04 | 2016-05-04',
    );
    check(
      'It fell on May 3. The following day they left.',
      'May 3 | 2016-05-03 | 2016-05-03',
      'The following day | 2016-05-04 | 2016-05-04',
    );
  });

  it('stretches both ends over a range, and opens what "since" and "until" leave open', () => {
    check(
      'from May 3 to May 5',
      'May 3 | 2016-05-03 | 2016-05-03..2016-05-05',
      'May 5 | 2016-05-05 | 2016-05-03..2016-05-05',
    );
    check(
      'between May 3 and June 5, 2012',
      'May 3 | 2012-05-03 | 2012-05-03..2012-06-05',
      'June 5, 2012 | 2012-06-05 | 2012-05-03..2012-06-05',
    );
    check('at war since 2011', '2011 | 2011 | 2011-01-01..2016-06-15');
  });

  it('keeps lengths and repetitions off the calendar', () => {
    check('They have 48 hours.', '48 hours | PT48H | -');
    check('It lasted for three years.', 'three years | P3Y | -');
    check('a five-year plan', 'five-year | P5Y | -');
    check('They meet every Friday.', 'every Friday | XXXX-WXX-5 | -');
    check('an annual summit', 'annual | P1Y | -');
    check('It pays $5 million a year.', 'a year | P1Y | -');
  });

  it('takes no number, verb or name for a time', () => {
    check('for the second time');
    check('It may be the eighth time.');
    check('Theresa May sat down.');
    check('a 27-year-old man');
    check('They sent 2000 troops.');
    check('It cost $2015.');
    check('February 30');
    const march = treeOf('March/VB/root/0 on/IN/case/3 Rome/NNP/obl/1', '2016-06-15');
    expect(findTimes.run({ ...march, names: [], innerNames: [], phrases: [] }, undefined).times).toEqual([]);
  });

  it('leaves an undated report without days, but for what the text tells whole', () => {
    const doc = untagged('It fell on Monday. It began on 3 May 2014.', null);
    expect(shown(findTimes.run(doc, undefined).times)).toEqual([
      'Monday | XXXX-WXX-1 | -',
      '3 May 2014 | 2014-05-03 | 2014-05-03',
    ]);
  });

  it('lets the tense of the clause choose between last and next', () => {
    const on = (verb: string) =>
      findTimes
        .run(
          {
            ...treeOf(`They/PRP/nsubj/3 ${verb} on/IN/case/5 Friday/NNP/obl/3`, '2016-06-15'),
            names: [],
            innerNames: [],
            phrases: [],
          },
          undefined,
        )
        .times.map(({ value }) => value.start);
    expect(on('all/DT/dep/3 met/VBD/root/0')).toEqual(['2016-06-10']);
    expect(on('will/MD/aux/3 meet/VB/root/0')).toEqual(['2016-06-17']);
  });
});
