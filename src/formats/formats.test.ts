import { describe, expect, it } from 'vitest';
import type { SignedClaim } from '../archive/signatures.js';
import { toClaimReview } from './claim-review.js';
import { toCsv } from './tables/csv.js';

describe('tables', () => {
  it('quote what needs it and keep formulas from running', () => {
    expect(toCsv([{ a: '=1+1', b: 'x, "y"', c: ['FRA', 'GBR'], d: null }])).toBe(
      'a,b,c,d\n\'=1+1,"x, ""y""",FRA GBR,\n',
    );
  });

  it('have a header where there are no rows', () => {
    expect(toCsv([], ['a', 'b'])).toBe('a,b\n');
  });
});

describe('a ClaimReview', () => {
  const signed: SignedClaim = {
    record: {
      id: 'c-1',
      kind: 'tally',
      text: 'Twelve voted in favour.',
      span: { start: 0, end: 23, text: 'Twelve voted in favour.' },
      by: null,
      verdict: 'contradicted',
      because: 'The record has 10 for.',
      evidence: [
        { source: 'council-votes.csv', entry: '2017-04-12 S/2017/315', fields: { for: 10, draft: null } },
      ],
    },
    report: { id: 'r-1', title: 'A vote', published: '2017-04-13' },
    context: '',
    signature: {
      claim: 'c-1',
      verdict: 'contradicted',
      signer: 'Desk',
      url: 'https://example.org/check',
      note: 'Two voted against.',
      signedAt: '2026-11-23T10:00:00.000Z',
    },
  };

  it('says who stands for which verdict, and on what it rests', () => {
    expect(toClaimReview(signed, 'https://example.org/report')).toMatchObject({
      '@type': 'ClaimReview',
      url: 'https://example.org/check',
      datePublished: '2026-11-23',
      author: { name: 'Desk' },
      claimReviewed: 'Twelve voted in favour.',
      itemReviewed: { appearance: { headline: 'A vote', url: 'https://example.org/report' } },
      reviewRating: { ratingValue: 1, bestRating: 5 },
      reviewBody: 'The record has 10 for. Two voted against.',
      citation: [{ name: 'council-votes.csv, 2017-04-12 S/2017/315', text: 'for: 10' }],
    });
  });

  it('leaves out what nobody knows', () => {
    const { signature, report } = signed;
    const bare = toClaimReview(
      { ...signed, signature: { ...signature, url: null, note: null }, report: { ...report, title: null } },
      null,
    );
    expect(JSON.stringify(bare)).not.toMatch(/"url"|headline|null/);
  });
});
