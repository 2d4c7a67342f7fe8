import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { loadEngine, readReport } from '../../pipeline.js';
import type { Claim } from '../contract.js';

const engine = loadEngine();

/** What is said of a text with one thing at stake: contradicted where anything is, else supported where anything is. */
function verdictOn(text: string, published: string | null): [Claim['verdict'] | 'none', readonly Claim[]] {
  const { claims } = readReport(reportFromText(text, published === null ? {} : { published }), engine);
  const verdicts = claims.map(({ verdict }) => verdict);
  const found = (['contradicted', 'supported', 'unverifiable'] as const).find((one) =>
    verdicts.includes(one),
  );
  return [found ?? 'none', claims];
}

const check = (verdict: Claim['verdict'] | 'none', published: string, text: string) =>
  it(`${text} – ${verdict}`, () => {
    const [found, claims] = verdictOn(text, published);
    expect([found, claims.map(({ kind, because }) => `${kind}: ${because}`)]).toEqual([
      verdict,
      expect.anything(),
    ]);
    for (const claim of claims) {
      expect(claim.because).not.toBe('');
      if (claim.verdict !== 'unverifiable') expect(claim.evidence.length).toBeGreaterThan(0);
    }
  });

describe('how the Council voted', () => {
  const ok = 'supported';
  const no = 'contradicted';
  check(
    ok,
    '2003-05-23',
    'The United Nations lifted sanctions on Iraq on Thursday with 14 Council votes in favour; Syria stayed away.',
  );
  check(
    no,
    '2011-03-18',
    'The no-fly zone over Libya was approved by the Security Council late on Thursday, 11 to nil with four abstentions.',
  );
  check(
    ok,
    '2012-02-05',
    'By 13 to two the Council on Saturday failed to back the Arab plan for Syria: the two were Russia and China, and both hold a veto.',
  );
  check(
    ok,
    '2018-04-11',
    'Moscow killed the American draft on a chemical-weapons inquiry in Syria on Tuesday; Bolivia also opposed it and China abstained.',
  );
  check(
    ok,
    '2022-02-26',
    'India, China and the United Arab Emirates chose to abstain on Friday as Russia vetoed the Security Council draft on its war in Ukraine.',
  );
  check(
    no,
    '1982-06-05',
    'France joined Britain on Friday in vetoing the call for a ceasefire in the Falkland Islands at the Security Council.',
  );
  check(
    no,
    '2001-03-28',
    "A force of observers for the Palestinian territories was blocked on Tuesday in the Security Council; nine voted for it, four abstained, and Britain's was the only negative vote.",
  );
  check(
    ok,
    '2015-07-21',
    'The Iran deal won the endorsement of all 15 members of the Security Council on Monday.',
  );
  check(
    no,
    '2003-10-17',
    "Thursday's vote in the Security Council on the multinational force for Iraq was anything but unanimous: 13 to two.",
  );
  check(
    ok,
    '2014-09-25',
    'No member objected on Wednesday as the Security Council required states to stop foreign fighters: fifteen votes to none.',
  );
  check(no, '2013-09-28', 'The UN Security Council adopted the resolution with 16 votes in favour.');
  check(no, '2013-09-28', 'A Security Council resolution needs eight votes to pass.');
  check(ok, '2013-09-28', 'A resolution before the Security Council needs nine votes and no veto.');
});

describe('counts of vetoes over periods', () => {
  check('supported', '2000-01-03', 'In the whole of the 1990s the Council saw Beijing veto just two drafts.');
  check('supported', '1990-01-15', 'In the eighties not one Chinese veto was cast in the Security Council.');
  check(
    'contradicted',
    '1977-01-10',
    'In 1976 alone, Washington vetoed nine drafts in the Security Council.',
  );
  check(
    'supported',
    '2012-07-20',
    "Thursday's was the third veto that Russia and China have cast together on Syria in nine months.",
  );
  check(
    'supported',
    '1995-05-18',
    'The United States on Wednesday cast its first veto in the Security Council since 1990, on Israeli land seizures in Jerusalem.',
  );
  check(
    'contradicted',
    '1995-05-18',
    'The United States on Wednesday cast its first veto in the Security Council since 1988, on Israeli land seizures in Jerusalem.',
  );
  check('contradicted', '2020-12-31', 'Britain has not used its veto in the Security Council since 1982.');
  check(
    'contradicted',
    '2007-01-15',
    'It was the first Chinese veto in nearly four years in the Security Council.',
  );
});

describe('seats and sizes', () => {
  check(
    'contradicted',
    '1999-09-17',
    'Portugal, which sits on the Security Council this year, welcomed the decision on East Timor.',
  );
  check('supported', '2014-03-01', 'Turkey served on the UN Security Council in 2009-10.');
  check('contradicted', '2014-03-01', 'Iran was not a member of the Security Council in 1956.');
  check('contradicted', '2014-03-01', 'Brazil is a permanent member of the Security Council.');
  check(
    'contradicted',
    '2013-01-01',
    'Five permanent and twelve elected members make up the Security Council.',
  );
  check(
    'supported',
    '1964-01-01',
    'The Council had eleven members then, and seven votes were needed to pass a resolution.',
  );
});

describe('resolutions', () => {
  check(
    'contradicted',
    '2013-10-28',
    "Security Council resolution 2118 of 2013 on Libya's chemical weapons was unanimous.",
  );
  check(
    'contradicted',
    '2016-01-01',
    'Resolution 1973, adopted on 26 February 2011 by the Security Council, authorised force in Libya.',
  );
  check(
    'supported',
    '2016-10-01',
    "The Security Council's Resolution 1325 on women was adopted in October 2000.",
  );
  check(
    'contradicted',
    '2016-10-01',
    'Resolution 1540 (2006) on weapons of mass destruction still binds all states, the Security Council said.',
  );
});

describe('offices', () => {
  check('supported', '2013-03-19', 'Then-President George W. Bush ordered the attack in March 2003.');
  check('contradicted', '2013-03-19', 'Then-President Bill Clinton ordered the attack in March 2003.');
  check('contradicted', '2011-03-19', 'Former French president Nicolas Sarkozy said so.');
  check('supported', '2013-03-19', 'Former French president Nicolas Sarkozy said so.');
  check('contradicted', '1999-03-19', 'Syrian President Bashar al-Assad met the envoy on 3 March 1999.');
  check('none', '2010-03-19', 'President Vladimir Putin met the envoys in 2010.');
});

describe('the Assembly and alliances', () => {
  check(
    'supported',
    '2014-04-01',
    "On Thursday the General Assembly declared Crimea's referendum invalid in Resolution 68/262 by 100 votes to 11, with 58 abstentions.",
  );
  check(
    'contradicted',
    '2014-04-01',
    "On Thursday the General Assembly declared Crimea's referendum invalid in Resolution 68/262 by 100 votes to 21, with 58 abstentions.",
  );
  check(
    'supported',
    '1990-02-10',
    'In 1989 France and the United States were military allies, bound by a defence treaty.',
  );
  check(
    'contradicted',
    '1990-02-10',
    'In 1989 Sweden and the United States were military allies, bound by a defence treaty.',
  );
});

describe('what is no claim', () => {
  check('none', '2019-05-02', 'The town council voted 10 to 2 for the new school on Monday.');
  check('none', '2019-05-02', 'Members of the European Council agreed on Monday to meet again.');
  check('none', '2019-05-02', 'Chile and Peru have argued about the treaty for years.');
  check(
    'none',
    '2020-12-24',
    'President Trump vetoed the defence bill on Wednesday, his ninth veto since 2017.',
  );
  check('none', '2013-05-02', 'Governor Jerry Brown has used his veto ten times this year.');
  check('none', '2018-07-02', 'Hungary and Poland have vetoed the plan three times since 2015.');
});
