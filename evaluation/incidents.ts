import { readFileSync } from 'node:fs';
import { IN_MEMORY, openArchive, saveReadings } from '../src/archive/index.js';
import { reportFromText } from '../src/intake/index.js';
import { analyseReport, type Engine, readReport } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import type { Reading } from '../src/reading/contract.js';
import { cluster } from '../src/relations/incidents/cluster.js';
import type { Telling } from '../src/relations/incidents/telling.js';
import { tellingsOf } from '../src/relations/incidents/tellings-of-reading.js';
import { Relations } from '../src/relations/relations.js';
import { bCubed } from './coreference-score.js';
import { groups, inPercent, tellingAt } from './given-tellings.js';
import type { Scores, Task } from './task.js';

/**
 * Which tellings in invented reports are of one incident: with the tellings given, as MEANTIME is scored, and from the text
 * alone, through an archive as users have it.
 */
export const incidents: Task = {
  name: 'incidents',
  takes: 'a half of evaluation/incidents/, such as evaluation/incidents/dev.jsonl',
  run: (path, { engine, errors }) => run(path, engine(), errors),
};

/** A line of the set; positions are UTF-16 units of the text. */
interface GoldReport {
  readonly id: string;
  readonly published: string;
  readonly publisher: string;
  readonly title: string;
  readonly text: string;
  readonly tellings: readonly { readonly incident: string; readonly cue: string; readonly start: number }[];
}

interface GoldTelling {
  readonly id: string;
  readonly report: string;
  readonly incident: string;
  readonly telling: Telling;
  /** The event that the program found there. */
  readonly event: string | null;
}

async function run(path: string, engine: Engine, errors: boolean): Promise<Scores> {
  const reports = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldReport);
  const read = reports.map((report) => readGold(report, engine));
  const tellings = read.flatMap(({ own }) => own);
  const gold = groups(tellings.map(({ id, incident }) => [incident, id]));
  const given = cluster(tellings.map(({ telling }) => telling)).map((one) =>
    one.tellings.map(({ id }) => id),
  );
  const incidentOf = await fromTexts(read.map(({ reading }) => reading));
  const found = groups(
    tellings.map(({ id, event }) => [(event === null ? undefined : incidentOf.get(event)) ?? id, id]),
  );
  const sameDay = groups(
    tellings.map(({ id, telling }) => [`${telling.cue} ${telling.days?.from ?? telling.published}`, id]),
  );
  const reportOf = new Map(tellings.map(({ id, report }) => [id, report]));
  const across = gold.filter((ids) => new Set(ids.map((id) => reportOf.get(id))).size > 1);
  const shared = new Set(across.flat());
  const among = (parts: readonly (readonly string[])[]) =>
    parts.map((ids) => ids.filter((id) => shared.has(id))).filter((ids) => ids.length > 0);
  const score = (parts: readonly (readonly string[])[]) => ({
    all: inPercent(bCubed(gold, parts)),
    acrossReports: inPercent(bCubed(among(gold), among(parts))),
  });
  if (errors) complain(gold, given, tellings);
  return {
    reports: reports.length,
    tellings: tellings.length,
    incidents: gold.length,
    acrossReports: across.length,
    given: score(given),
    fromText: { found: tellings.filter(({ event }) => event !== null).length, ...score(found) },
    sameWordSameDay: score(sameDay),
    eachApart: score(tellings.map(({ id }) => [id])),
  };
}

function readGold(gold: GoldReport, engine: Engine): { reading: Reading; own: GoldTelling[] } {
  const text = `${gold.title}\n\n${gold.text}`;
  const shift = text.length - gold.text.length;
  const report = reportFromText(text, {
    title: gold.title,
    published: gold.published,
    publisher: gold.publisher,
  });
  const doc = analyseReport(report, engine);
  const cast = findCast(doc, engine.registry);
  const reading = readReport(report, engine);
  const byEvent = new Map(tellingsOf(reading).map((one) => [one.id, one]));
  const own = gold.tellings.map(({ incident, cue, start }, index) => {
    const mention = { start: shift + start, end: shift + start + cue.length };
    const event = reading.events.find((one) => one.cue.start < mention.end && mention.start < one.cue.end);
    const id = `${gold.id}-${index}`;
    const known = event === undefined ? undefined : byEvent.get(event.id);
    const telling =
      known === undefined
        ? tellingAt({ doc, cast, mention, event, id, report: report.id, published: gold.published })
        : { ...known, id };
    return { id, report: gold.id, incident, telling, event: event?.id ?? null };
  });
  return { reading, own };
}

/** The incident of each event, as an archive has it once all readings are saved. */
async function fromTexts(readings: readonly Reading[]): Promise<Map<string, string>> {
  const archive = await openArchive(IN_MEMORY);
  await saveReadings(
    archive,
    readings.map((reading) => ({ reading, origin: 'invented' })),
    'evaluation',
    new Relations(archive).relate,
  );
  const rows = await archive.connection.runAndReadAll('SELECT event, incident FROM incident_events');
  archive.close();
  return new Map(rows.getRowsJS().map(([event, incident]) => [String(event), String(incident)]));
}

function complain(
  gold: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
  tellings: readonly GoldTelling[],
): void {
  const clusterOf = new Map(found.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const byId = new Map(tellings.map((one) => [one.id, one]));
  for (const ids of gold) {
    if (ids.length === 1 && found[clusterOf.get(ids[0]!)!]!.length === 1) continue;
    const show = (id: string) => {
      const { telling: one, event } = byId.get(id)!;
      const day = one.days === null ? '?' : `${one.days.from}-${one.days.to}`;
      const side = (parties: Telling['actors']) => parties.map(({ name }) => name).join(', ');
      return `  ${clusterOf.get(id)}\t${id}\t${event === null ? 'given' : 'found'}\t${one.cue}\t${one.type ?? '-'}\t${day} (${one.published})\t${side(one.actors)} > ${side(one.recipients)}\t${one.place?.name ?? '-'}\t${one.words.join(' ').slice(0, 110)}`;
    };
    console.error(`${byId.get(ids[0]!)!.incident}\n${ids.map(show).join('\n')}\n`);
  }
}
