import { reportFromText } from '../src/intake/make-report.js';
import { analyseReport, type Engine, readReport } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import type { Reading } from '../src/reading/contract.js';
import { cluster } from '../src/relations/incidents/cluster.js';
import type { Telling } from '../src/relations/incidents/telling.js';
import { bCubed } from './coreference-score.js';
import { groups, inPercent, tellingAt } from './given-tellings.js';
import { type GoldMention, type GoldReport, readMeantimeEvents } from './meantime-events.js';
import type { Scores, Task } from './task.js';

/**
 * Which of MEANTIME's event mentions tell the same event in different reports: the marked mentions of all events that
 * two reports tell are given, and parted by the program as it parts its own events into incidents.
 */
export const incidentsMeantime: Task = {
  name: 'incidents-meantime',
  takes: "MEANTIME's folder",
  run: (path, { engine, errors }) => run(path, engine(), errors),
};

function run(path: string, engine: Engine, errors: boolean): Scores {
  const reports = readMeantimeEvents(path);
  const across = acrossReports(reports);
  const mentions = reports.flatMap((report) =>
    report.mentions.filter(({ instance }) => across.has(instance)),
  );
  const tellings: Telling[] = [];
  const baseline = new Map<string, string[]>();
  const byTopic = new Map<string, Telling[]>();
  for (const report of reports) {
    const own = mentions.filter((mention) => mention.report === report.name);
    if (own.length === 0) continue;
    const made = tellingsOf(report, own, engine);
    tellings.push(...made);
    byTopic.set(report.topic, [...(byTopic.get(report.topic) ?? []), ...made]);
    for (const one of made) {
      const key = `${one.cue} ${one.days?.from ?? one.published}`;
      baseline.set(key, [...(baseline.get(key) ?? []), one.id]);
    }
  }
  const gold = groups(mentions.map((mention) => [mention.instance, idOf(mention)]));
  const found = [...byTopic.values()].flatMap((own) =>
    cluster(own).map((one) => one.tellings.map(({ id }) => id)),
  );
  if (errors) complain(gold, found, new Map(tellings.map((one) => [one.id, one])));
  return {
    clusters: gold.length,
    mentions: mentions.length,
    bCubed: inPercent(bCubed(gold, found)),
    baseline: inPercent(bCubed(gold, [...baseline.values()])),
    singletons: inPercent(
      bCubed(
        gold,
        mentions.map((mention) => [idOf(mention)]),
      ),
    ),
  };
}

function acrossReports(reports: readonly GoldReport[]): ReadonlySet<string> {
  const tellers = new Map<string, Set<string>>();
  for (const { name, mentions } of reports)
    for (const { instance } of mentions)
      tellers.set(instance, (tellers.get(instance) ?? new Set()).add(name));
  return new Set([...tellers].filter(([, names]) => names.size > 1).map(([instance]) => instance));
}

function idOf({ report, start, end }: GoldMention): string {
  return `${report}:${start}-${end}`;
}

function tellingsOf(gold: GoldReport, mentions: readonly GoldMention[], engine: Engine): Telling[] {
  const report = reportFromText(gold.text, { published: gold.published });
  const doc = analyseReport(report, engine);
  const cast = findCast(doc, engine.registry);
  const reading: Reading = readReport(report, engine);
  return mentions.map((mention) => {
    const event = reading.events.find(({ cue }) => cue.start < mention.end && mention.start < cue.end);
    return tellingAt({
      doc,
      cast,
      mention,
      event,
      id: idOf(mention),
      report: gold.name,
      published: gold.published,
    });
  });
}

function complain(
  gold: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
  tellings: ReadonlyMap<string, Telling>,
): void {
  const clusterOf = new Map(found.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  for (const ids of gold) {
    const show = (id: string) => {
      const one = tellings.get(id)!;
      const day = one.days === null ? '?' : `${one.days.from}-${one.days.to}`;
      return `  ${clusterOf.get(id)}\t${one.report.slice(0, 24)}\t${one.cue}\t${one.type ?? '-'}\t${day} (${one.published})\t${one.actors.map(({ name }) => name).join(', ')} > ${one.recipients.map(({ name }) => name).join(', ')}\t${one.words.join(' ').slice(0, 90)}`;
    };
    console.error(`${ids.map(show).join('\n')}\n`);
  }
}
