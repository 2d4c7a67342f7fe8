import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../../intake/index.js';
import { loadEngine, readReport } from '../../../pipeline.js';

const engine = loadEngine();

/** What the statements of a sentence do, in order, each act once. */
const check = (text: string, ...expected: string[]) =>
  it(`${text} – ${expected.join(', ') || 'nothing'}`, () => {
    const { statements } = readReport(reportFromText(text, { published: '2019-05-14' }), engine);
    expect(statements.length).toBeGreaterThan(0);
    expect([...new Set(statements.flatMap(({ stance }) => stance.map(({ act }) => act)))]).toEqual(expected);
  });

describe('stances of whole sentences', () => {
  check('The senator argued that the port authority needed to change.', 'demands');
  check('The senator told reporters that villagers do not need to leave.');
  check('The deputy said those in charge should be dismissed.', 'demands');
  check('The envoy said, "Don\'t hold the sailors hostage."', 'demands');
  check('The governor announced three days of mourning.', 'regrets');
  check('The defendant expressed no regret.');
  check('The reporter questioned her about the contract.');
  check('The mayor reaffirmed his willingness to pay.', 'promises');
  check('The union called the plan "a waste of money".', 'accuses');
});
