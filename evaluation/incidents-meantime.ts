import type { Document } from '../src/document/document.js';
import { childrenBy, tokenAt } from '../src/document/tree.js';
import { reportFromText } from '../src/intake/make-report.js';
import { analyseReport, type Engine, readReport } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import { actorsOf, type Cast } from '../src/reading/cast.js';
import type { Event, Reading } from '../src/reading/contract.js';
import { whenAt } from '../src/reading/when.js';
import { cluster } from '../src/relations/incidents/cluster.js';
import type { Telling } from '../src/relations/incidents/telling.js';
import { tellingNames, tellingWords } from '../src/relations/incidents/telling-words.js';
import { dayNumber, partyOf } from '../src/relations/incidents/tellings-of-reading.js';
import { classOf } from '../src/relations/words/word-classes.js';
import { bCubed, type Counts } from './coreference-score.js';
import { type GoldMention, type GoldReport, readMeantimeEvents } from './meantime-events.js';
import { percent } from './percent.js';
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

function groups(pairs: readonly (readonly [string, string])[]): string[][] {
  const found = new Map<string, string[]>();
  for (const [key, id] of pairs) found.set(key, [...(found.get(key) ?? []), id]);
  return [...found.values()];
}

function tellingsOf(gold: GoldReport, mentions: readonly GoldMention[], engine: Engine): Telling[] {
  const report = reportFromText(gold.text, { published: gold.published });
  const doc = analyseReport(report, engine);
  const cast = findCast(doc, engine.registry);
  const reading: Reading = readReport(report, engine);
  return mentions.map((mention) => {
    const tokens = tokensOf(doc, mention);
    const head = tokens.find((token) => !tokens.includes(doc.tree.heads[token]!)) ?? tokens[0]!;
    const event = reading.events.find(({ cue }) => cue.start < mention.end && mention.start < cue.end);
    return tellingAt({ gold, doc, cast, head, event, id: idOf(mention) });
  });
}

function tokensOf(doc: Document, { start, end }: GoldMention): number[] {
  const tokens: number[] = [];
  for (let at = tokenAt(doc, start); at < doc.tokens.length && doc.tokens[at]!.start < end; at++)
    tokens.push(at);
  return tokens;
}

interface Place {
  readonly gold: GoldReport;
  readonly doc: Document;
  readonly cast: Cast;
  readonly head: number;
  readonly event: Event | undefined;
  readonly id: string;
}

/** What is compared of a word that tells an event: its own event's record where we find one there, else its clause. */
function tellingAt({ gold, doc, cast, head, event, id }: Place): Telling {
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  const words = doc.tokens.slice(sentence.from, sentence.to).map(({ text }) => text);
  const when = event?.when ?? whenAt(doc, head);
  const parties = (...relations: string[]) =>
    childrenBy(doc, head, ...relations).flatMap((child) =>
      (actorsOf(doc, cast, child)?.actors ?? []).map(partyOf),
    );
  const from = dayNumber(when.start);
  const to = dayNumber(when.end);
  return {
    id,
    report: gold.name,
    source: gold.name,
    type: event?.type ?? null,
    mode: event?.mode ?? null,
    actors: event === undefined ? parties('nsubj', 'nmod:poss', 'obl:agent') : event.actors.map(partyOf),
    recipients: event === undefined ? parties('obj', 'nsubj:pass', 'iobj') : event.recipients.map(partyOf),
    days: when.text === null || from === null || to === null ? null : { from, to },
    published: dayNumber(gold.published),
    told: dayNumber(gold.published),
    place: null,
    dead: null,
    injured: null,
    at: doc.tokens[head]!.start,
    cue: doc.lemmas[head]!.toLowerCase(),
    cueClass: classOf(doc.lemmas[head]!.toLowerCase()),
    words: tellingWords(words),
    names: tellingNames(words),
    status: 'happened',
    quad: 0,
    score: 0,
    confidence: 1,
  };
}

function inPercent(counts: Counts): Record<'precision' | 'recall' | 'f1', number> {
  const precision = counts.precision[0] / counts.precision[1];
  const recall = counts.recall[0] / counts.recall[1];
  const f1 = (2 * precision * recall) / (precision + recall);
  return { precision: percent(precision, 1, 2), recall: percent(recall, 1, 2), f1: percent(f1, 1, 2) };
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
