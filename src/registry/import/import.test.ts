import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../codebook/load-codebook.js';
import { loadCountries } from '../countries.js';
import { loadRecord } from '../official-record.js';
import { readOwnKnowledge } from '../own/read-own-knowledge.js';
import { loadOffices } from '../tenures/offices.js';
import { importTable } from './import-table.js';

const facts = { countries: loadCountries(), offices: loadOffices(), codebook: loadCodebook() };

const HEAD =
  'undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,modality,undl_link';

/** A vote of 2026 as the library exports it: a line a member. */
function council(symbol: string, date: string, abstaining: readonly string[] = []): string[] {
  const members = loadRecord().council.members(2026);
  const yes = members.length - abstaining.length;
  const rest = `"Haiti, the question",,,${yes}.0,0.0,${abstaining.length}.0,0.0,15.0,Vote,`;
  return members.map((code) => {
    const ballot = abstaining.includes(code) ? 'A' : 'Y';
    return `1,${code},${code},,${ballot},${date},${symbol},,S/PV.1,Resolution [on Haiti],${rest}`;
  });
}

describe('votes that the user brings', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'rapporteur-'));
  const file = (text: string) => {
    const path = join(folder(), 'export.csv');
    writeFileSync(path, text);
    return path;
  };

  it('come from an export of the UN library, and stand beside ours', async () => {
    const own = folder();
    const lines = [
      HEAD,
      ...council('S/RES/2820(2026)', '2026-03-02'),
      ...council('S/RES/2821(2026)', '2026-03-09', ['RUS']),
    ];
    const report = await importTable(file(lines.join('\n')), own, facts);
    expect(report).toMatchObject({ added: 2, replaced: 0, total: 2, from: '2026-03-02', to: '2026-03-09' });
    const { votes, covers } = loadRecord(readOwnKnowledge(own)).council;
    expect(covers.to).toBe('2026-03-09');
    const last = votes.at(-1)!;
    expect([last.symbol, last.for, last.abstain, last.ballots?.RUS, last.about, last.origins]).toEqual([
      'S/RES/2821',
      14,
      1,
      'abstain',
      ['HTI'],
      ['imported'],
    ]);
  });

  it('take the place of those that came before', async () => {
    const own = folder();
    const text = [HEAD, ...council('S/RES/2820(2026)', '2026-03-02')].join('\n');
    await importTable(file(text), own, facts);
    expect(await importTable(file(text), own, facts)).toMatchObject({ added: 0, replaced: 1, total: 1 });
  });

  it('may be vetoed drafts in a table of ours, whose vetoers are read off the ballots', async () => {
    const own = folder();
    const text =
      'date,symbol,outcome,for,against,roll,against_by\n2026-04-02,S/2026/1,vetoed,13,2,known,USA|GBR\n';
    await importTable(file(text), own, facts);
    const { votes } = loadRecord(readOwnKnowledge(own)).council;
    expect([votes.at(-1)?.symbol, votes.at(-1)?.vetoedBy]).toEqual(['S/2026/1', ['USA', 'GBR']]);
  });

  it('may be roll calls of the Assembly', async () => {
    const own = folder();
    const text = [
      'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,agenda_title',
      '1,FRA,FRANCE,Y,2023-02-23,ES-11,A/RES/ES-11/6,Principles of a just peace,Letter',
      '1,RUS,RUSSIA,N,2023-02-23,ES-11,A/RES/ES-11/6,Principles of a just peace,Letter',
    ].join('\n');
    await importTable(file(text), own, facts);
    const [vote] = loadRecord(readOwnKnowledge(own)).assembly.bySymbol('A/RES/ES-11/6');
    expect([vote?.for, vote?.against, vote?.ballot('RUS')]).toEqual([1, 1, 'against']);
  });

  it.each([
    ['is not there', null, /is not there/],
    ['is empty', '', /holds no rows|Unknown columns/],
    ['has other columns', 'a,b\n1,2', /Unknown columns .*a, b/],
    [
      'has a day of no calendar',
      `${HEAD}\n1,FRA,F,,Y,March,S/RES/1,,,,x,,,1,0,0,0,15,Vote,`,
      /Unknown date "March".*line 2/,
    ],
    [
      'has a state of no code',
      `${HEAD}\n1,QQQ,F,,Y,2026-01-01,S/RES/1,,,,x,,,1,0,0,0,15,Vote,`,
      /Unknown ms_code "QQQ"/,
    ],
    [
      'has a ballot of no kind',
      `${HEAD}\n1,FRA,F,,Z,2026-01-01,S/RES/1,,,,x,,,1,0,0,0,15,Vote,`,
      /Unknown ms_vote "Z"/,
    ],
  ])('are refused whole where the table %s', async (_, text, message) => {
    const own = folder();
    const path = text === null ? join(own, 'nothing.csv') : file(text);
    await expect(importTable(path, own, facts)).rejects.toThrow(message);
    expect(readdirSync(own)).toEqual([]);
  });

  it('leave what is there as it is where a later table is wrong', async () => {
    const own = folder();
    await importTable(file([HEAD, ...council('S/RES/2820(2026)', '2026-03-02')].join('\n')), own, facts);
    const before = readFileSync(join(own, 'council-votes.csv'), 'utf8');
    await expect(
      importTable(file('date,symbol,outcome\n2026-13-01,S/RES/1,adopted'), own, facts),
    ).rejects.toThrow(/2026-13-01/);
    expect(readFileSync(join(own, 'council-votes.csv'), 'utf8')).toBe(before);
  });
});
