import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../test/report-of.js';
import { tokenise } from '../text/tokenise.js';
import { dateByDateline } from './date-by-dateline.js';

function check(text: string, expected: string | null): void {
  const { report } = dateByDateline.run(tokenise.run({ report: reportOf(text) }, undefined), undefined);
  expect([report.published, report.publishedBasis]).toEqual([expected, expected && 'dateline']);
}

describe('dateByDateline', () => {
  it('dates a report by the dateline of an agency', () => {
    check('Ties cut\n\nRIYADH, Jan 3, 2016 - The kingdom cut its ties.', '2016-01-03');
    check('PARIS, 12 April 2017 (Agency) - Talks began.', '2017-04-12');
    check('GENEVA (12 April 2017) - Talks began.', '2017-04-12');
  });

  it('dates a report by a line that is nothing but a date', () => {
    check('Friday, January 4, 2019\n\nA house fell.', '2019-01-04');
    check('A house fell\n\nPublished: 4 January 2019\n\nIt fell at night.', '2019-01-04');
  });

  it('does not date a report by a date that it tells of, or by one without a year', () => {
    check('The war began on Jan 3, 2016 and went on.', null);
    check('RIYADH, Jan 3 - The kingdom cut its ties.', null);
  });

  it('leaves a given date alone', () => {
    const report = { ...reportOf('Friday, January 4, 2019\n\nA house fell.'), published: '2019-01-05' };
    const doc = dateByDateline.run(tokenise.run({ report }, undefined), undefined);
    expect(doc.report.published).toBe('2019-01-05');
  });
});
