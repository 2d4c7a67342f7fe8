import type { Placed } from '../archive/index.js';
import { type ErrorCode, RapporteurError } from '../errors.js';
import type { Claim, Dispute, Reading, Statement, Vote } from '../reading/contract.js';
import type { Matter } from '../reading/disputes/join-disputes.js';
import type { DyadAnswer, DyadWay } from '../relations/dyads/ask-dyad.js';
import { type DatedDyad, fromDays } from '../relations/dyads/in-days.js';
import type { Incident } from '../relations/incidents/incident.js';
import type { CopiesOf, Desk, EventLine, EventPage, SearchHit } from './desk.js';
import type { Page, Paging } from './page.js';

type Parameters = Readonly<Record<string, unknown>>;

const USUAL = ['from', 'to', 'text', 'report'];
const DYAD = ['from', 'to', 'types', 'sectors', 'source', 'minConfidence'];

/** What each listing may be narrowed by; a filter may hold more, which is not its business. */
export const ASKED: Readonly<Record<string, readonly string[]>> = {
  '/api/reports': ['from', 'to', 'publisher'],
  '/api/events': [...USUAL, 'actor', 'recipient', 'type', 'standing', 'minConfidence'],
  '/api/statements': [...USUAL, 'speaker', 'addressee', 'about', 'stance', 'medium', 'kind'],
  '/api/votes': [...USUAL, 'actor', 'body', 'outcome'],
  '/api/claims': [...USUAL, 'kind', 'verdict'],
  '/api/disputes': [...USUAL, 'actor'],
  '/api/matters': [...USUAL, 'actor'],
  '/api/incidents': [
    ...['actor', 'recipient', 'type', 'status', 'place', 'from', 'to', 'minSources', 'minConfidence'],
  ],
  '/api/copies': ['report'],
  '/api/search': [],
  '/api/dyads/{one}/{other}': [...DYAD, 'step', 'oneWay'],
  '/api/dyads/{one}/{other}/incidents': DYAD,
};

/** As many as the server gives at once. */
const MOST_ITEMS = 500;

/**
 * Asks the server that holds an archive.
 *
 * **Errors** those that the server tells; `archive.unavailable` where it has ended meanwhile.
 */
export function remoteDesk(url: string, path: string): Desk {
  const get = <T>(address: string, asked: Parameters = {}) => ask<T>(url, address, asked);
  const orNone = async <T>(answer: Promise<T>) => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof RapporteurError && error.code === 'record.missing') return undefined;
      throw error;
    }
  };
  const list =
    <T>(address: string) =>
    (filter: Paging) =>
      allPages<T, Page<T>>((asked) => get(address, asked), filter, address);
  return {
    path,
    counts: async () => (await get<{ archive: { records: Record<string, number> } }>('/api')).archive.records,
    reports: list('/api/reports'),
    reading: (id) => orNone(get<Reading>(`/api/reports/${encodeURIComponent(id)}`)),
    reportOf: async (id) =>
      (await orNone(get<{ report: string }>(`/api/records/${encodeURIComponent(id)}`)))?.report,
    events: (filter) =>
      allPages<EventPage['items'][number], EventPage>(
        (asked) => get('/api/events', asked),
        all(filter),
        '/api/events',
      ),
    statements: list<Placed<Statement>>('/api/statements'),
    votes: list<Placed<Vote>>('/api/votes'),
    claims: list<Placed<Claim>>('/api/claims'),
    disputes: list<Placed<Dispute>>('/api/disputes'),
    matters: list<Matter>('/api/matters'),
    incidents: (filter) => list<Incident>('/api/incidents')(all(filter)),
    incident: async (id) => {
      const found = await orNone(
        get<{ incident: Incident; lines: Record<string, EventLine> }>(
          `/api/incidents/${encodeURIComponent(id)}`,
        ),
      );
      return found && { incident: found.incident, lines: new Map(Object.entries(found.lines)) };
    },
    dyad: async ({ one, other, ...rest }) => {
      const asked = chosen(all(rest), '/api/dyads/{one}/{other}');
      const { ways, beside } = await get<DatedAnswer>(dyadAddress(one, other), asked);
      return { ways: ways.map(undated), beside };
    },
    dyadIncidents: async ({ one, other, ...rest }, limit) =>
      (
        await get<{ items: Awaited<ReturnType<Desk['dyadIncidents']>> }>(
          `${dyadAddress(one, other)}/incidents`,
          { ...chosen(all(rest), '/api/dyads/{one}/{other}/incidents'), limit },
        )
      ).items,
    copies: list('/api/copies'),
    copiesOf: async (report) =>
      (await orNone(get<CopiesOf>(`/api/reports/${encodeURIComponent(report)}/copies`))) ?? {
        copies: [],
        sentences: [],
      },
    search: (words, paging) =>
      allPages<SearchHit, Page<SearchHit>>(
        (asked) => get('/api/search', { ...asked, q: words.join(' ') }),
        paging,
        '/api/search',
      ),
    export: async function* (as, what) {
      const response = await send(addressOf(url, `/api/exports/${as}`, { what }));
      yield* response.body as AsyncIterable<Uint8Array>;
    },
    close: async () => undefined,
  };
}

/** Has a server read a report and save it. **Shape** `body` is the report as JSON. **Errors** as `remoteDesk`. */
export async function sendReport(url: string, body: Uint8Array): Promise<Reading> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  return (await (await send(new URL('/api/reports', url), init)).json()) as Reading;
}

/** Page after page, until there are as many as are wanted. */
async function allPages<T, P extends Page<T>>(
  ask: (asked: Parameters) => Promise<P>,
  { limit, after, ...filter }: Paging,
  address: string,
): Promise<P> {
  const items: T[] = [];
  let first: P | undefined;
  let next: string | null | undefined = after;
  do {
    const wanted = limit === undefined ? MOST_ITEMS : Math.min(MOST_ITEMS, limit - items.length);
    const page: P = await ask({ ...chosen(filter, address), limit: wanted, after: next });
    items.push(...page.items);
    first ??= page;
    next = page.next;
  } while (next !== null && (limit === undefined || items.length < limit));
  return { ...first, items, next };
}

/** The server leaves out what is unlikely, unless told otherwise; we are told otherwise, unless a filter says so. */
function all<T extends object>(filter: T): T & { readonly minConfidence: number } {
  return { minConfidence: 0, ...filter };
}

function chosen(filter: object, address: string): Parameters {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => ASKED[address]!.includes(name)));
}

type DatedAnswer = Omit<DyadAnswer, 'ways'> & {
  readonly ways: readonly (Omit<DyadWay, 'dyad' | 'explained'> & {
    readonly dyad: DatedDyad;
    readonly explained: readonly { readonly incidents: DyadWay['explained'][number]['incidents'] }[];
  })[];
};

function undated(way: DatedAnswer['ways'][number]): DyadWay {
  const dyad = fromDays(way.dyad);
  const explained = way.explained.map(({ incidents }, at) => ({ shock: dyad.shocks[at]!, incidents }));
  return { ...way, dyad, explained };
}

function dyadAddress(one: string, other: string): string {
  return `/api/dyads/${encodeURIComponent(one)}/${encodeURIComponent(other)}`;
}

async function ask<T>(url: string, address: string, asked: Parameters): Promise<T> {
  return (await (await send(addressOf(url, address, asked))).json()) as T;
}

/** **Shape** parameters that are undefined are left out. */
function addressOf(url: string, address: string, asked: Parameters): URL {
  const whole = new URL(address, url);
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined) whole.searchParams.set(name, String(value));
  return whole;
}

/** **Errors** those that the server tells; `archive.unavailable` where it does not answer. */
async function send(address: URL, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (cause) {
    throw new RapporteurError(
      'archive.unavailable',
      `The server at ${address.origin}, which holds the archive, does not answer. Ask again: where it has ended, the archive is free.`,
      { cause },
    );
  }
  if (response.ok) return response;
  const { code, detail } = (await response.json()) as { code: ErrorCode; detail: string };
  throw new RapporteurError(code, detail);
}
