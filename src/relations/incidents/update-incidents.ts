import {
  addTellings,
  copiedSentencesOf,
  eventsNear,
  eventsTogether,
  type KeptIncident,
  loadRulings,
  removeTellings,
  saveIncidents,
  tellingsOfEvents,
  tellingsOfReports,
} from '../../archive/incidents.js';
import type { Archive, Written } from '../../archive/index.js';
import { type Cluster, cluster, type Ruling } from './cluster.js';
import { type Incident, type IncidentParty, incidentOf } from './incident.js';
import { likenessOf } from './likeness.js';
import { RECIPROCAL, type Telling } from './telling.js';
import { keysOf, REACH } from './telling-keys.js';
import { WORDING } from './telling-words.js';
import { tellingsOf } from './tellings-of-reading.js';

/** Tellings that hang together by more links than this are clustered as far as they were reached. */
const MOST_TOGETHER = 400;

/**
 * Works out anew the incidents that newly written readings bear on. `touched` are reports of whose sentences it is told
 * anew what they repeat.
 *
 * Tellings are linked where they are alike; all that hang together by links are clustered together. So the outcome
 * follows from the tellings in the archive, whatever their order of arrival, unless more than `MOST_TOGETHER` hang together.
 */
export async function updateIncidents(
  archive: Archive,
  { written, touched }: { readonly written: Written; readonly touched: readonly string[] },
): Promise<void> {
  const fresh = written.readings.map(({ report }) => report.id);
  const others = touched.filter((report) => !fresh.includes(report));
  const copied = groupBy(await copiedSentencesOf(archive, [...fresh, ...others]), (one) => one.report);
  const gone = (await tellingsOfReports(archive, written.replaced)).map(parse);
  await removeTellings(archive, written.replaced);
  const tellings = written.readings.flatMap((reading) => tellingsOf(reading, copied.get(reading.report.id)));
  const resourced = await withNewSources(archive, others, copied);
  await addTellings(archive, [...tellings, ...resourced].map(kept));
  await regroup(archive, [...tellings, ...resourced], gone);
}

/** Works incidents out anew about some events, as after a ruling on them. **Errors** none where an event is unknown. */
export async function regroupEvents(archive: Archive, events: readonly string[]): Promise<void> {
  await regroup(archive, (await tellingsOfEvents(archive, events)).map(parse), []);
}

async function regroup(archive: Archive, fresh: readonly Telling[], gone: readonly Telling[]): Promise<void> {
  const goneIds = gone.map(({ id }) => id);
  const rulings = await loadRulings(archive);
  const before = await eventsTogether(archive, [...goneIds, ...fresh.map(({ id }) => id)]);
  const seeds = new Map(fresh.map((one) => [one.id, one]));
  for (const text of await tellingsOfEvents(
    archive,
    before.filter((id) => !seeds.has(id)),
  )) {
    const telling = parse(text);
    seeds.set(telling.id, telling);
  }
  const groups = await hangingTogether(archive, [...seeds.values()], rulings);
  const clusters = groups.flatMap((group) => cluster(group, WORDING, rulings));
  const all = groups.flatMap((group) => group.map(({ id }) => id));
  await saveIncidents(archive, [...all, ...goneIds], clusters.map(keptIncident));
}

/** Reports whose sentences are told to come from elsewhere now: their tellings with the new sources, taken out first. */
async function withNewSources(
  archive: Archive,
  reports: readonly string[],
  copied: ReadonlyMap<string, readonly { start: number; end: number; original: string }[]>,
): Promise<Telling[]> {
  if (reports.length === 0) return [];
  const changed: Telling[] = [];
  const kept = (await tellingsOfReports(archive, reports)).map(parse);
  for (const telling of kept) {
    const from = (copied.get(telling.report) ?? []).find(
      ({ start, end }) => start <= telling.at && telling.at < end,
    );
    changed.push({ ...telling, source: from?.original ?? telling.report });
  }
  await removeTellings(archive, reports);
  return changed;
}

/** Groups of tellings that hang together by links, each with at least one of the seeds. */
async function hangingTogether(
  archive: Archive,
  seeds: readonly Telling[],
  rulings: readonly Ruling[],
): Promise<Telling[][]> {
  const known = new Map(seeds.map((one) => [one.id, one]));
  const parent = new Map<string, string>(seeds.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  const ruled = rulings.filter(({ same }) => same);
  let frontier = [...seeds];
  for (let round = 0; frontier.length > 0 && round < ROUNDS; round++) {
    const ids = new Set(await eventsNear(archive, frontier.flatMap(keysOf), REACH));
    for (const { event, other } of ruled)
      for (const one of frontier) if (one.id === event || one.id === other) ids.add(event).add(other);
    const unknown = [...ids].filter((id) => !known.has(id));
    const near = [
      ...(await tellingsOfEvents(archive, unknown)).map(parse),
      ...[...known.values()].filter(({ id }) => ids.has(id)),
    ];
    const byKey = new Map<number, Telling[]>();
    for (const one of near)
      for (const { key } of keysOf(one)) byKey.set(key, [...(byKey.get(key) ?? []), one]);
    const next: Telling[] = [];
    for (const one of frontier) {
      const candidates = new Set(keysOf(one).flatMap(({ key }) => byKey.get(key) ?? []));
      for (const { event, other } of ruled) {
        const partner = one.id === event ? other : one.id === other ? event : null;
        const found = partner === null ? undefined : near.find(({ id }) => id === partner);
        if (found !== undefined) candidates.add(found);
      }
      for (const other of candidates) {
        if (other.id === one.id || !isLinked(one, other, ruled)) continue;
        if (!parent.has(other.id)) {
          parent.set(other.id, other.id);
          known.set(other.id, other);
          next.push(other);
        }
        const [a, b] = [find(one.id), find(other.id)];
        if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
      }
    }
    // Whoever stood in one incident with these may hang on them by others: none is left behind.
    const mates = await eventsTogether(
      archive,
      next.map(({ id }) => id),
    );
    for (const text of await tellingsOfEvents(
      archive,
      mates.filter((id) => !known.has(id)),
    )) {
      const telling = parse(text);
      known.set(telling.id, telling);
      parent.set(telling.id, telling.id);
      next.push(telling);
    }
    frontier = next;
  }
  const groups = groupBy([...parent.keys()], find);
  return [...groups.values()].flatMap((ids) => inBounds(ids.map((id) => known.get(id)!)));
}

/** So many steps from link to link are gone. */
const ROUNDS = 40;

function isLinked(a: Telling, b: Telling, ruled: readonly Ruling[]): boolean {
  if (likenessOf(a, b, WORDING).score > 0) return true;
  return ruled.some(
    ({ event, other }) => (event === a.id && other === b.id) || (event === b.id && other === a.id),
  );
}

/** A group in parts that can be clustered, by day. */
function inBounds(group: Telling[]): Telling[][] {
  if (group.length <= MOST_TOGETHER) return [group];
  const inOrder = [...group].sort(
    (a, b) => (a.published ?? 0) - (b.published ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const parts: Telling[][] = [];
  for (let from = 0; from < inOrder.length; from += MOST_TOGETHER)
    parts.push(inOrder.slice(from, from + MOST_TOGETHER));
  return parts;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function parse(text: string): Telling {
  return JSON.parse(text) as Telling;
}

function kept(telling: Telling): {
  event: string;
  report: string;
  telling: string;
  keys: ReturnType<typeof keysOf>;
} {
  return {
    event: telling.id,
    report: telling.report,
    telling: JSON.stringify(telling),
    keys: keysOf(telling),
  };
}

function keptIncident(group: Cluster): KeptIncident {
  const incident = incidentOf(group);
  const day = (text: string | null) => (text === null ? null : Math.round(Date.parse(text) / 86_400_000));
  return {
    id: incident.id,
    type: incident.type,
    mode: incident.mode,
    quad: incident.quad,
    score: incident.score,
    firstDay: day(incident.firstDay),
    lastDay: day(incident.lastDay),
    status: incident.status,
    reports: incident.reports,
    sources: incident.sources,
    confidence: incident.confidence,
    title: incident.title,
    actors: incident.actors.flatMap(({ country, name }) => [country ?? '', name]),
    recipients: incident.recipients.flatMap(({ country, name }) => [country ?? '', name]),
    place: incident.place?.toLowerCase() ?? null,
    record: JSON.stringify(incident),
    events: incident.tellings.map(({ event, report }) => ({ event, report })),
    dyads: incident.status === 'happened' && isDated(incident) ? dyadsOf(incident) : [],
  };
}

/** Whether it is known to a month: what happened at some time of a year cannot be counted by days. */
function isDated({ firstDay, lastDay }: Incident): boolean {
  return firstDay !== null && lastDay !== null && Date.parse(lastDay) - Date.parse(firstDay) <= MONTH;
}

/** **Units** milliseconds. */
const MONTH = 31 * 86_400_000;

/** Every ordered pair of countries between which it happened; both ways round where it is reciprocal. */
function dyadsOf({ type, actors, recipients }: Incident): KeptIncident['dyads'] {
  const found = new Map<string, KeptIncident['dyads'][number]>();
  const add = (actor: IncidentParty, recipient: IncidentParty) => {
    if (actor.country === null || recipient.country === null) return;
    const key = `${actor.country} ${recipient.country}`;
    if (found.has(key)) return;
    found.set(key, {
      actor: actor.country,
      recipient: recipient.country,
      actorSectors: actor.sectors.join(','),
      recipientSectors: recipient.sectors.join(','),
    });
  };
  for (const actor of actors) for (const recipient of recipients) add(actor, recipient);
  if (RECIPROCAL.has(type)) {
    const all = [...actors, ...recipients];
    for (const [index, one] of all.entries())
      for (const other of all.slice(index + 1)) {
        add(one, other);
        add(other, one);
      }
  }
  return [...found.values()];
}
