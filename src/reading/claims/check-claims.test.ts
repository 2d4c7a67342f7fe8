import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { type Engine, loadEngine, readReport } from '../../pipeline.js';
import type { Claim } from '../contract.js';

let loaded: Engine | undefined;

function claimsIn(text: string, published: string | null): readonly Claim[] {
  loaded ??= loadEngine();
  return readReport(reportFromText(text, { published }), loaded).claims;
}

const check = (
  kind: string,
  verdict: Claim['verdict'] | null,
  text: string,
  published: string | null = '2017-04-13',
) =>
  it(`${text} – ${verdict ?? 'no claim'}`, () => {
    const claims = claimsIn(text, published).filter((claim) => claim.kind === kind);
    expect(claims.map((claim) => claim.verdict)).toEqual(verdict === null ? [] : [verdict]);
    for (const claim of claims) {
      expect(claim.because).not.toBe('');
      if (claim.verdict !== 'unverifiable') expect(claim.evidence.length).toBeGreaterThan(0);
    }
  });

const VETO = 'Russia vetoed a UN Security Council draft on Syria on Wednesday.';

describe('counts of votes', () => {
  check('tally', 'supported', `${VETO} Ten countries voted in favour.`);
  check('tally', 'contradicted', `${VETO} Twelve countries voted in favour.`);
  check('tally', 'supported', `${VETO} Three members abstained.`);
  check('tally', null, VETO);
});

describe('how members voted', () => {
  check('ballot', 'supported', VETO);
  check(
    'ballot',
    'contradicted',
    'Russia and China vetoed a UN Security Council draft on Syria on Wednesday.',
  );
});

describe('counts of vetoes', () => {
  check(
    'veto-count',
    'supported',
    'It was the eighth time that Russia used its veto in the Security Council on Syria since 2011.',
  );
  check(
    'veto-count',
    'contradicted',
    'It was the tenth time that Russia used its veto in the Security Council on Syria since 2011.',
  );
  check(
    'veto-count',
    'supported',
    'Russia has vetoed at least five Security Council resolutions on Syria since 2011.',
  );
  check(
    'veto-count',
    'unverifiable',
    'It was the eighth time that Russia used its veto in the Security Council on Syria since 2011.',
    null,
  );
  check(
    'veto-count',
    'supported',
    'It was the twelfth Russian veto on Syria in the Security Council.',
    '2018-04-11',
  );
  check(
    'veto-count',
    'contradicted',
    'It was the fourteenth Russian veto on Syria in the Security Council.',
    '2018-04-11',
  );
  check(
    'veto-count',
    'supported',
    'The United States used its veto in the Security Council for the first time since 2011.',
    '2017-12-19',
  );
  check(
    'veto-count',
    'contradicted',
    'The United States used its veto in the Security Council for the first time since 2006.',
    '2017-12-19',
  );
  check('veto-count', 'supported', 'Moscow has vetoed two Security Council drafts on Syria this year.');
  check(
    'veto-count',
    'supported',
    'Russia has vetoed 11 Security Council resolutions on Syria since 2011.',
    '2017-12-01',
  );
  check('veto-count', null, 'Russia has a veto in the Security Council and used it on Syria.');
});

describe('the size of the Council', () => {
  check('council-size', 'supported', 'The 15-member Security Council met on Monday.');
  check('council-size', 'contradicted', 'The 12-member Security Council met on Monday.');
  check('council-size', 'supported', 'The eleven-member Security Council met on Monday.', '1956-10-30');
  check('council-size', 'supported', 'Diplomats of the five permanent members of the Security Council met.');
  check('council-size', null, 'The 15-member city council met on Monday.');
});

describe('membership', () => {
  check('membership', 'supported', 'France, a permanent member of the Security Council, spoke first.');
  check('membership', 'contradicted', 'Bolivia, a permanent member of the Security Council, spoke first.');
  check('membership', 'supported', 'Bolivia is a non-permanent member of the Security Council.');
  check('membership', 'contradicted', 'Germany is a non-permanent member of the Security Council.');
});
