import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../api/server.js';
import { packagePath } from '../package-root.js';
import type { Citation } from './cite.js';

const TEXT =
  'Norway expelled two Russian diplomats on Monday.\n\n"This is a mistake," Russian Foreign Minister Sergei Lavrov said in Moscow. Russia condemned Norway on Wednesday.';
const VOTE =
  'The UN Security Council failed to adopt a draft on Syria on Wednesday after Russia cast its veto, with ten votes in favour, two against and three abstentions.';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
const archive = join(folder, 'a.duckdb');
let client: Client;
beforeAll(async () => {
  client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [packagePath('bin', 'rapporteur'), 'mcp', '--archive', archive, '--no-knowledge'],
    }),
  );
  await call('read_report', { text: TEXT, published: '2021-05-06', save: true });
  await call('read_report', { text: VOTE, published: '2017-04-13', save: true });
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Calls a tool; its answer must hold the same as structure and as text. */
async function call<T = Record<string, never>>(name: string, asked: Record<string, unknown>): Promise<T> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: asked });
  const [{ text }] = content as [{ text: string }];
  if (isError) throw new Error(text);
  expect(JSON.parse(text)).toEqual(structuredContent);
  return structuredContent as T;
}

/** All citations within an answer. */
function citations(value: unknown): Citation[] {
  if (value === null || typeof value !== 'object') return [];
  if ('quote' in value) return [value as Citation];
  return Object.values(value).flatMap(citations);
}

/** Each must cut its quote out of one of the two reports. */
function checkCitations(value: unknown): void {
  const all = citations(value);
  expect(all.length).toBeGreaterThan(0);
  for (const { start, end, quote } of all)
    expect([TEXT.slice(start, end), VOTE.slice(start, end)]).toContain(quote);
}

describe('the tools', () => {
  it('say what they take and what they answer', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      ...['check_claim', 'dyad', 'find_events', 'find_statements', 'find_votes', 'read_report', 'search'],
    ]);
    for (const { description, inputSchema, outputSchema } of tools) {
      expect(description).toBeTruthy();
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object' });
    }
  });
});

describe('read_report', () => {
  it('tells all that is in a text, each with where it stands', async () => {
    const found = await call<{ events: { type: string }[]; report: { id: string } }>('read_report', {
      text: TEXT,
      published: '2021-05-06',
    });
    expect(found.events.map(({ type }) => type)).toContain('SANCTION');
    checkCitations(found);
    expect(await call('read_report', { id: found.report.id })).toEqual(found);
  });

  it('saves nothing unless told so', async () => {
    const { report } = await call<{ report: { id: string } }>('read_report', { text: 'Peru thanked Chile.' });
    await expect(call('read_report', { id: report.id })).rejects.toThrow(report.id);
  });

  it('wants a text or an id', async () => {
    await expect(call('read_report', {})).rejects.toThrow('either');
    await expect(call('read_report', { text: 'a', id: 'b' })).rejects.toThrow('either');
  });
});

describe('what is found', () => {
  it('is narrowed, paged and cited: events', async () => {
    const all = await call<{ events: { id: string }[] }>('find_events', { minConfidence: 0, limit: 100 });
    checkCitations(all);
    const first = await call<{ events: { id: string }[]; next: string }>('find_events', {
      minConfidence: 0,
      limit: 1,
    });
    const second = await call<{ events: { id: string }[] }>('find_events', {
      minConfidence: 0,
      limit: 1,
      after: first.next,
    });
    expect([...first.events, ...second.events]).toEqual(all.events.slice(0, 2));
    const norwegian = await call<{ events: { type: string }[] }>('find_events', {
      actor: 'NOR',
      type: ['SANCTION'],
    });
    expect(norwegian.events.map(({ type }) => type)).toEqual(['SANCTION']);
  });

  it('is cited word by word: statements', async () => {
    const found = await call<{ statements: { said: Citation[] }[] }>('find_statements', {
      speaker: 'Lavrov',
    });
    expect(found.statements[0]!.said[0]!.quote).toContain('This is a mistake');
    checkCitations(found);
  });

  it('is tied to the official record: votes', async () => {
    const found = await call<{ votes: { vetoedBy: string[]; record: { date: string } }[] }>('find_votes', {
      outcome: 'vetoed',
    });
    expect(found.votes.map(({ vetoedBy }) => vetoedBy)).toEqual([['RUS']]);
    expect(found.votes[0]!.record.date).toBe('2017-04-12');
    checkCitations(found);
  });

  it('is cited by its passage: a search', async () => {
    const found = await call<{ reports: { citation: Citation }[] }>('search', { words: 'draft Syria' });
    expect(found.reports).toHaveLength(1);
    checkCitations(found);
  });
});

describe('check_claim', () => {
  it('gives a verdict with the entries of the record that it rests on', async () => {
    const { claims } = await call<{ claims: { verdict: string; evidence: object[] }[] }>('check_claim', {
      text: 'Germany was a member of the Security Council in 2012.',
    });
    expect(claims.map(({ verdict }) => verdict)).toEqual(['supported']);
    expect(claims[0]!.evidence.length).toBeGreaterThan(0);
  });

  it('says so where there is nothing to check', async () => {
    const { claims, note } = await call<{ claims: object[]; note: string }>('check_claim', {
      text: 'It rained in Oslo.',
    });
    expect([claims, note]).toEqual([[], expect.stringContaining('Nothing in the text can be checked')]);
  });
});

describe('dyad', () => {
  it('tells both ways, the incidents cited', async () => {
    const found = await call<{ ways: { actor: string; incidents: number }[] }>('dyad', {
      one: 'Norway',
      other: 'RUS',
      minConfidence: 0,
    });
    expect(found.ways.map(({ actor, incidents }) => [actor, incidents > 0])).toEqual([
      ['Norway', true],
      ['Russia', true],
    ]);
    checkCitations(found);
  });

  it('says what there is where a country is not known', async () => {
    await expect(call('dyad', { one: 'Atlantis', other: 'RUS' })).rejects.toThrow('Atlantis');
  });
});

describe('while a server holds the archive', () => {
  it('the tools ask and tell it', async () => {
    const before = await call('find_events', { minConfidence: 0 });
    const server = await startServer({ archive });
    try {
      expect(await call('find_events', { minConfidence: 0 })).toEqual(before);
      checkCitations(await call('dyad', { one: 'Norway', other: 'RUS', minConfidence: 0 }));
      const text = 'Kenya sent aid to Somalia.';
      const { report } = await call<{ report: { id: string } }>('read_report', { text, save: true });
      expect((await fetch(`${server.url}/api/reports/${report.id}`)).status).toBe(200);
    } finally {
      await server.close();
    }
  });
});
