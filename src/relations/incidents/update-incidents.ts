import { eventsTogether, type KeptIncident, loadRulings, saveIncidents } from '../../archive/incidents.js';
import type { Archive, Written } from '../../archive/index.js';
import type { CopyNews } from '../copies/copy-book.js';
import { type Cluster, cluster, signatureOf } from './cluster.js';
import { hangingTogether } from './hanging-together.js';
import { type Incident, type IncidentParty, incidentOf } from './incident.js';
import { KeptTellings } from './kept-tellings.js';
import { RECIPROCAL, type Telling } from './telling.js';
import { type CopiedFrom, tellingsOf } from './tellings-of-reading.js';

/** Tellings that hang together by more links than this are clustered as far as they were reached. */
const MOST_TOGETHER = 400;

/**
 * Works out anew the incidents that newly written readings bear on. `copies` says what these repeat, and what others do of
 * which that is told anew.
 *
 * Tellings are linked where they are alike; all that hang together by links are clustered together. So the outcome
 * follows from the tellings in the archive, whatever their order of arrival, unless more than `MOST_TOGETHER` hang together.
 */
export async function updateIncidents(
  archive: Archive,
  kept: KeptTellings,
  { written, copies }: { readonly written: Written; readonly copies: readonly CopyNews[] },
): Promise<void> {
  const fresh = written.readings.map(({ report }) => report.id);
  const copied = new Map(copies.map(({ report, sentences }) => [report, sentences]));
  const others = [...copied.keys()].filter((report) => !fresh.includes(report));
  const gone = await kept.ofReports(written.replaced);
  const resourced = withNewSources(await kept.ofReports(others), copied);
  await kept.remove([...written.replaced, ...others]);
  const tellings = written.readings.flatMap((reading) => tellingsOf(reading, copied.get(reading.report.id)));
  const all = await datedByOriginals(kept, [...tellings, ...resourced]);
  await kept.add([...fresh, ...others], all);
  await regroup(
    archive,
    kept,
    all,
    [...gone, ...resourced].map(({ id }) => id),
  );
}

/** Works incidents out anew about some events, as after a ruling on them. **Errors** none where an event is unknown. */
export async function regroupEvents(archive: Archive, events: readonly string[]): Promise<void> {
  const kept = new KeptTellings(archive);
  await regroup(archive, kept, await kept.ofEvents(events), events);
}

/** `placed` are the events, gone or not, that may stand in an incident by now. */
async function regroup(
  archive: Archive,
  kept: KeptTellings,
  fresh: readonly Telling[],
  placed: readonly string[],
): Promise<void> {
  const rulings = await loadRulings(archive);
  const before = await eventsTogether(archive, placed);
  const seeds = new Map(fresh.map((one) => [one.id, one]));
  for (const telling of await kept.ofEvents(before.filter((id) => !seeds.has(id))))
    seeds.set(telling.id, telling);
  const groups = (await hangingTogether(archive, kept, [...seeds.values()], rulings)).flatMap(inBounds);
  const clusters = groups.flatMap((group) => cluster(group, rulings));
  const all = groups.flatMap((group) => group.map(({ id }) => id));
  const isNew = new Set(fresh.map(({ id }) => id));
  for (const id of placed) isNew.delete(id);
  await saveIncidents(
    archive,
    [...all.filter((id) => !isNew.has(id)), ...placed],
    clusters.map(keptIncident),
  );
}

/** "On Tuesday" in a copy is the Tuesday of the original: what repeats a telling happened when that did. */
async function datedByOriginals(kept: KeptTellings, tellings: readonly Telling[]): Promise<Telling[]> {
  const sources = new Set(
    tellings.filter(({ report, source }) => source !== report).map(({ source }) => source),
  );
  if (sources.size === 0) return [...tellings];
  const own = new Set(tellings.map(({ report }) => report));
  const candidates = [...(await kept.ofReports([...sources].filter((id) => !own.has(id)))), ...tellings];
  const originals = new Map(
    candidates.filter(({ report, source }) => report === source).map((one) => [signatureOf(one), one]),
  );
  return tellings.map((one) => {
    const original = one.source === one.report ? undefined : originals.get(signatureOf(one));
    return original === undefined ? one : { ...one, days: original.days, told: original.told };
  });
}

/** Tellings of sentences that are told anew to come from elsewhere, or not to. */
function withNewSources(
  tellings: readonly Telling[],
  copied: ReadonlyMap<string, readonly CopiedFrom[]>,
): Telling[] {
  return tellings.map((telling) => {
    const from = copied
      .get(telling.report)
      ?.find(({ start, end }) => start <= telling.at && telling.at < end);
    return { ...telling, source: from?.original ?? telling.report };
  });
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
