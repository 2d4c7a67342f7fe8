import { readFileSync } from 'node:fs';
import { briefly, reportsOf } from '../../evaluation/wild/sample.js';
import { tokenAt } from '../../src/document/tree.js';
import { analyseReport, type Engine } from '../../src/pipeline.js';
import { findCast } from '../../src/reading/actors/find-cast.js';
import type { Event } from '../../src/reading/contract.js';
import { settingOf, signsOf } from '../../src/reading/events/trust/signs.js';
import { readDocument } from '../../src/reading/index.js';

/** An event that a reader has judged, as its signs. */
export interface JudgedSigns {
  readonly report: string;
  readonly signs: readonly string[];
  readonly isRight: boolean;
}

/** The judged events that today's engine still finds, with their signs. */
export async function judgedSigns(
  judged: string,
  corpora: readonly string[],
  engine: Engine,
): Promise<JudgedSigns[]> {
  const verdicts = readVerdicts(judged);
  const found: JudgedSigns[] = [];
  for await (const { corpus, line, report } of reportsOf(corpora)) {
    const doc = analyseReport(report, engine);
    const { registry } = engine;
    const setting = settingOf(doc, findCast(doc, registry), registry.codebook);
    for (const event of readDocument(doc, { ...engine, trust: null }).events) {
      const verdict = verdicts.get(`${corpus}:${line}:${event.cue.start}:${event.type}`);
      if (verdict === undefined || !isOf(verdict, event)) continue;
      const signs = signsOf({ event, head: tokenAt(doc, event.cue.start) }, setting);
      found.push({ report: `${corpus}:${line}`, signs, isRight: verdict.isRight });
    }
  }
  return found;
}

interface Verdict {
  readonly actors: string;
  readonly recipients: string;
  readonly isRight: boolean;
}

/** Whether an event is told with the parties that it was judged with: of others nothing is known. */
function isOf({ actors, recipients }: Verdict, event: Event): boolean {
  return briefly(event.actors) === actors && briefly(event.recipients) === recipients;
}

/** **Shape** TSV: corpus, line, start of the cue, type, what proposed it, actors, recipients, `yes` or `no`. */
function readVerdicts(path: string): Map<string, Verdict> {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [corpus, number, start, type, , actors = '', recipients = '', right] = line.split('\t');
      return [`${corpus}:${number}:${start}:${type}`, { actors, recipients, isRight: right === 'yes' }];
    }),
  );
}
