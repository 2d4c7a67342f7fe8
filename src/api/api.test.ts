import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../reading/contract.js';
import type { Job } from './jobs.js';
import { openApi } from './openapi.js';
import { type RunningApi, startServer } from './server.js';

const REPORTS = [
  { text: 'Norway expelled two Russian diplomats on Monday.', published: '2021-05-04', publisher: 'Fjord' },
  {
    text: 'Russia condemned Norway on Wednesday. "This is a mistake," Russian Foreign Minister Sergei Lavrov said in Moscow.',
    published: '2021-05-06',
    publisher: 'Fjord',
  },
  {
    text: 'Norway expelled two Russian diplomats on Monday, officials said. Chad thanked Norway for aid on Tuesday.',
    published: '2021-05-05',
    publisher: 'Sund',
  },
  {
    text: 'The UN Security Council failed to adopt a draft on Syria on Wednesday after Russia cast its veto, with ten votes in favour, two against and three abstentions.',
    published: '2017-04-13',
    publisher: 'Sund',
  },
];

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
let server: RunningApi;
beforeAll(async () => {
  server = await startServer({ archive: join(folder, 'a.duckdb') });
  for (const report of REPORTS) expect((await submit(report)).status).toBe(201);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(openApi(), 'api');

/** Asks the server; every answer must be as the OpenAPI document says. */
async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${server.url}${path}`, init);
  if (/json/.test(response.headers.get('content-type') ?? '')) await check(path, init, response.clone());
  return response;
}

async function check(path: string, { method = 'GET' }: RequestInit, response: Response): Promise<void> {
  const { pathname } = new URL(path, server.url);
  const { paths } = openApi() as { paths: Record<string, Record<string, unknown>> };
  const address = Object.keys(paths).find((one) =>
    new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
  const pointer = response.ok
    ? `/paths/${address?.replaceAll('/', '~1').replace(/[{}]/g, encodeURIComponent)}/${method.toLowerCase()}/responses/${response.status}/content/application~1json/schema`
    : '/components/schemas/Problem';
  if (response.ok && pathname === '/api/openapi.json') return;
  const validate = ajv.compile({ $ref: `api#${pointer}` });
  const body: unknown = await response.json();
  if (!validate(body)) throw new Error(`${path}: ${ajv.errorsText(validate.errors)}`);
}

async function get<T>(path: string): Promise<T> {
  const response = await ask(path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
  headers = {},
): Promise<Response> {
  return ask(path, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
}

function submit(report: object): Promise<Response> {
  return post('/api/reports', JSON.stringify(report));
}

interface Items<T = { readonly record: { readonly id: string; readonly type: string } }> {
  readonly items: T[];
  readonly next: string | null;
}

describe('a report that is submitted', () => {
  it('is read, saved and answered with its reading, and found at the address that is told', async () => {
    const first = await submit(REPORTS[0]!);
    expect(first.status).toBe(200);
    const reading = (await first.json()) as Reading;
    expect(reading.events.map(({ type }) => type)).toEqual(['SANCTION']);
    const again = await get<Reading>(first.headers.get('location')!);
    expect(again).toEqual(reading);
  });

  it('may be plain text, its date and publisher beside it', async () => {
    const response = await post(
      '/api/readings?published=2022-02-03&publisher=Sund',
      'Chad thanked Norway on Tuesday.',
      'text/plain; charset=utf-8',
    );
    const { report, events } = (await response.json()) as Reading;
    expect(report).toMatchObject({ published: '2022-02-03', publishedBasis: 'given', publisher: 'Sund' });
    expect(events[0]!.when.start).toBe('2022-02-01');
  });

  it('is not saved where only its reading is asked for', async () => {
    const response = await post('/api/readings', '{"text": "Peru thanked Chile."}');
    const { report } = (await response.json()) as Reading;
    expect((await ask(`/api/reports/${report.id}`)).status).toBe(404);
  });

  const refused: readonly [string, string, string, number, string][] = [
    ['is empty', '  ', 'text/plain', 422, 'input.empty'],
    ['is no JSON', '{"text": ', 'application/json', 422, 'input.malformed'],
    ['has no text', '{"note": "x"}', 'application/json', 422, 'input.malformed'],
    ['has a number for its text', '{"text": 5}', 'application/json', 422, 'input.malformed'],
    ['is a picture', '\u0089PNG\r\n\u001a\n\0\0\0', 'text/plain', 422, 'input.binary'],
    ['is a form', 'text=a', 'application/x-www-form-urlencoded', 415, 'request.media-type'],
    ['is two reports', '{"text": "a"}\n{"text": "b"}', 'application/json', 400, 'request.malformed'],
    ['is longer than a report can be', 'a'.repeat(2_200_000), 'text/plain', 413, 'request.too-large'],
  ];
  for (const [what, body, type, status, code] of refused) {
    it(`is refused where it ${what}`, async () => {
      const bytes = what === 'is a picture' ? Buffer.from(body, 'latin1') : body;
      const response = await post('/api/reports', bytes, type);
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    });
  }
});

describe('listings', () => {
  it('are narrowed by what is asked', async () => {
    const types = async (query: string) =>
      (await get<Items>(`/api/events?${query}`)).items.map(({ record }) => record.type);
    expect(await types('actor=NOR&recipient=RUS&type=SANCTION,ASSAULT')).toEqual(['SANCTION', 'SANCTION']);
    expect(await types('actor=NOR&type=ASSAULT')).toEqual([]);
    expect(await types('from=2021-05-05&to=2021-05-05&actor=RUS')).toEqual(['ACCUSE']);
  });

  it('come in pages that hold each item once, in the order of the whole', async () => {
    const whole = await get<Items>('/api/events?minConfidence=0&limit=500');
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Items = await get(
        `/api/events?minConfidence=0&limit=2${after === null ? '' : `&after=${after}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      ids.push(...page.items.map(({ record }) => record.id));
      after = page.next;
    } while (after !== null);
    expect(ids.length).toBeGreaterThan(3);
    expect(ids).toEqual(whole.items.map(({ record }) => record.id));
  });

  it('say how many less likely events they leave out', async () => {
    const whole = await get<Items & { leftOut: number }>('/api/events?minConfidence=0');
    const sure = await get<Items & { leftOut: number }>('/api/events?minConfidence=1');
    expect([whole.leftOut, sure.items, sure.leftOut]).toEqual([0, [], whole.items.length]);
  });

  it('are there of everything that was read and worked out', async () => {
    const counts: Record<string, number> = {};
    for (const what of ['reports', 'statements', 'votes', 'claims', 'disputes', 'matters', 'incidents'])
      counts[what] = (await get<Items>(`/api/${what}?limit=500`)).items.length;
    expect(counts).toMatchObject({ reports: 4, votes: 1 });
    expect(counts.statements).toBeGreaterThan(0);
    expect(counts.incidents).toBeGreaterThan(0);
    expect((await get<Items>('/api/copies')).items).toEqual([]);
  });

  it('refuse what they do not know, naming each fault and what there is', async () => {
    const response = await ask('/api/events?limt=2&minConfidence=2&type=WAR&from=2021-02-30&limit=');
    const { errors, code } = (await response.json()) as { errors: { at: string }[]; code: string };
    expect([response.status, code]).toEqual([400, 'request.malformed']);
    expect(errors.map(({ at }) => at).sort()).toEqual([
      ...['query', 'query.from', 'query.limit', 'query.minConfidence', 'query.type.0'],
    ]);
  });

  it('refuse a place that is none of theirs', async () => {
    for (const after of ['nonsense', btoa('[1]'), btoa('["2021-05-04","r",1,"DROP TABLE events"]')])
      expect((await ask(`/api/events?after=${after}`)).status).toBe(400);
  });
});

describe('incidents', () => {
  it('tell how often and by whom they are told, by their own id and by that of an event', async () => {
    const { items } = await get<Items<{ id: string; reports: number }>>(
      '/api/incidents?actor=NOR&type=SANCTION',
    );
    expect(items.map(({ reports }) => reports)).toEqual([2]);
    const whole = await get<{ incident: { tellings: { event: string }[] }; lines: object }>(
      `/api/incidents/${items[0]!.id}`,
    );
    const events = whole.incident.tellings.map(({ event }) => event);
    expect(Object.keys(whole.lines).sort()).toEqual([...events].sort());
    expect(await get(`/api/incidents/${events[1]}`)).toEqual(whole);
  });
});

describe('a dyad', () => {
  it('tells both ways, by codes as by names, and what the records say beside', async () => {
    const [byName, byCode] = await Promise.all(
      ['Norway/Russia', 'NOR/RUS'].map((sides) =>
        get<{ ways: { dyad: { incidents: number } }[]; beside: object }>(
          `/api/dyads/${sides}?minConfidence=0`,
        ),
      ),
    );
    expect(byName).toEqual(byCode);
    expect(byCode!.ways.map(({ dyad }) => dyad.incidents)).toEqual([1, 1]);
    expect(byCode!.beside).not.toBeNull();
    const behind = await get<Items<{ type: string }>>('/api/dyads/NOR/RUS/incidents');
    expect(behind.items.map(({ type }) => type)).toEqual(['SANCTION']);
  });

  it('is refused of what is no country, and says what there is', async () => {
    const response = await ask('/api/dyads/Atlantis/RUS');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('NATO');
  });
});

describe('the registry', () => {
  it('answers who vetoed what, with what was counted', async () => {
    const vetoes = await get<Items<{ vote: { vetoedBy: string[]; date: string } }> & { total: number }>(
      '/api/registry/council/votes?veto=Russia&about=Syria&from=2011-01-01&to=2017-04-12&limit=3',
    );
    expect(vetoes.total).toBe(8);
    expect(vetoes.items).toHaveLength(3);
    for (const { vote } of vetoes.items) expect(vote.vetoedBy).toContain('RUS');
  });

  it('tells of countries, and of what it covers', async () => {
    const { items } = await get<Items<{ code: string }>>('/api/registry/countries');
    expect(items.map(({ code }) => code)).toContain('NOR');
    expect(await get('/api/registry/coverage')).toHaveProperty('council.votes');
  });
});

describe('a search', () => {
  it('finds reports by their words, with the passage', async () => {
    const { items } = await get<Items<{ id: string; snippet: { start: number; end: number; text: string } }>>(
      '/api/search?q=expelled%20officials',
    );
    expect(items).toHaveLength(1);
    const { report } = await get<Reading>(`/api/reports/${items[0]!.id}`);
    const { start, end, text } = items[0]!.snippet;
    expect(report.text.slice(start, end)).toBe(text);
  });
});

describe('exports', () => {
  it('come as files of their kind', async () => {
    const csv = await ask('/api/exports/csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect((await csv.text()).split('\n')[0]).toContain('id,report,published');
    const parquet = Buffer.from(await (await ask('/api/exports/parquet?what=incidents')).arrayBuffer());
    expect(parquet.subarray(0, 4).toString()).toBe('PAR1');
  });

  it('are refused of what a format cannot hold', async () => {
    expect((await ask('/api/exports/plover?what=statements')).status).toBe(400);
    expect((await ask('/api/exports/xlsx')).status).toBe(400);
  });

  it('can be asked for their head alone, over and over', async () => {
    for (let time = 0; time < 5; time++)
      expect((await ask('/api/exports/csv', { method: 'HEAD' })).status).toBe(200);
    expect((await ask('/api/exports/csv')).status).toBe(200);
  });
});

describe('a job', () => {
  it('reads many reports, names those that it cannot read, and tells how far it is until its end', async () => {
    const lines = [
      '{"text": "Kenya sent aid to Somalia."}',
      '{"text": ""}',
      'none',
      '{"text": "Peru thanked Chile."}',
    ];
    const started = await post('/api/jobs?name=many.jsonl', lines.join('\n'), 'application/x-ndjson');
    expect(started.status).toBe(202);
    const address = started.headers.get('location')!;
    const events = await (await ask(`${address}/progress`)).text();
    const told = events
      .trim()
      .split('\n\n')
      .map((one) => /^event: (\w+)\ndata: (.*)$/.exec(one)!)
      .map(([, event, data]) => ({ event, job: JSON.parse(data!) as Job }));
    expect(told.at(-1)!.event).toBe('end');
    expect(told.at(-1)!.job).toMatchObject({ state: 'done', read: 2, failed: 2, added: 2 });
    expect(told.at(-1)!.job.failures.map(({ origin, code }) => [origin, code])).toEqual([
      ['many.jsonl:2', 'input.empty'],
      ['many.jsonl:3', 'input.malformed'],
    ]);
    expect(await get(address)).toEqual(told.at(-1)!.job);
    expect((await get<Items<Job>>('/api/jobs')).items[0]).toEqual(told.at(-1)!.job);
  });

  it('is missed where there is none', async () => {
    expect((await ask('/api/jobs/none')).status).toBe(404);
    expect((await ask('/api/jobs/none/progress')).status).toBe(404);
  });
});

describe('an ETag', () => {
  it('spares an answer until the archive changes', async () => {
    const first = await ask('/api/reports');
    const headers = { 'if-none-match': first.headers.get('etag')! };
    const same = await ask('/api/reports', { headers });
    expect([same.status, await same.text()]).toEqual([304, '']);
    await submit({ text: 'Mali thanked Niger on Friday.' });
    expect((await ask('/api/reports', { headers })).status).toBe(200);
  });

  it('stays where a report was read that was known', async () => {
    const tag = (await ask('/api/events')).headers.get('etag');
    await submit(REPORTS[1]!);
    expect((await ask('/api/events')).headers.get('etag')).toBe(tag);
  });
});

describe('the document', () => {
  it('is served as it is checked in', async () => {
    const path = new URL('../../schema/openapi.json', import.meta.url);
    expect(await get('/api/openapi.json')).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
});

describe('questions at the same time', () => {
  it('are answered while a report is read', async () => {
    const places = ['Oslo', 'Paris', 'Cairo', 'Lima', 'Quito'];
    const text = Array.from(
      { length: 1_000 },
      (_, at) =>
        `Norway sent ${at + 2} tonnes of aid to Chad from ${places[at % 5]}, officials said on Friday.`,
    ).join(' ');
    let isRead = false;
    const reading = submit({ text }).then((response) => {
      isRead = true;
      return response;
    });
    const meanwhile = await Promise.all(Array.from({ length: 40 }, () => fetch(`${server.url}/api/events`)));
    expect(isRead).toBe(false);
    expect(new Set(meanwhile.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await reading).status).toBe(201);
  });
});
