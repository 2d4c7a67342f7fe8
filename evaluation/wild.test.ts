import { describe, expect, it } from 'vitest';
import { formatJudgedRows, type JudgedRow, parseJudgedRows } from './wild/judged-rows.js';
import { scoreVerdicts } from './wild.js';

function row(a: string, b: string): JudgedRow {
  return {
    corpus: 'news.jsonl',
    line: 3,
    url: '',
    start: 10,
    end: 14,
    type: 'AID',
    mode: '',
    actors: 'Norway (NOR GOV)',
    recipients: '',
    auxiliary: '',
    standing: 'reported',
    confidence: 0.6,
    by: 'verb:send+[aid]',
    a,
    b,
  };
}

describe('parseJudgedRows', () => {
  it('reads what formatJudgedRows writes', () => {
    const rows = [row('right', ''), row('type+actor', 'none')];
    expect(parseJudgedRows(formatJudgedRows(rows), 'rows.tsv')).toEqual(rows);
  });

  it('names the line of a verdict that it does not know', () =>
    expect(() => parseJudgedRows(formatJudgedRows([row('right', 'bad')]), 'rows.tsv')).toThrow(
      /rows\.tsv, line 2: the verdict "bad"/,
    ));

  it('names a missing column', () =>
    expect(() => parseJudgedRows('corpus\tline\n', 'rows.tsv')).toThrow(/no column "url"/));
});

describe('scoreVerdicts', () => {
  it('counts faults of status and doubles apart', () =>
    expect(
      scoreVerdicts([row('right', ''), row('status', ''), row('doubled', ''), row('type', '')]),
    ).toMatchObject({
      a: { read: 4, right: 75, rightWithStatus: 25, faults: { type: 1, status: 1, doubled: 1, actor: 0 } },
      b: null,
      agreement: null,
    }));

  it('sets chance off from agreement', () =>
    expect(
      scoreVerdicts([row('right', 'right'), row('right', 'type'), row('type', 'none'), row('none', 'type')]),
    ).toMatchObject({ agreement: { rows: 4, same: 75, kappa: 0.5, rightForBoth: 25 } }));
});
