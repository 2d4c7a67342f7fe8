import type { Document } from '../src/document/document.js';
import type { Report } from '../src/document/report.js';
import { findNames, findTimes, parse, resolveReferences, tag, tokenise } from '../src/language/index.js';
import type { Engine } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import { checkClaims } from '../src/reading/claims/check-claims.js';
import { findDisputes } from '../src/reading/disputes/find-disputes.js';
import { findEvents } from '../src/reading/events/find-events.js';
import { takeNotes } from '../src/reading/notes/take-notes.js';
import { addStances, findStatements } from '../src/reading/statements/find-statements.js';
import { findVotes } from '../src/reading/votes/find-votes.js';

/** Time that each step took over all reports. **Units** milliseconds. */
export interface StageTimes {
  readonly tokens: number;
  readonly ms: Readonly<Record<string, number>>;
}

/** Runs every step of the pipeline on each report, timing each by itself. */
export function timeStages(reports: readonly Report[], engine: Engine): StageTimes {
  const { model, registry } = engine;
  const ms: Record<string, number> = {};
  let tokens = 0;
  const timed = <T>(name: string, work: () => T): T => {
    const started = performance.now();
    const result = work();
    ms[name] = (ms[name] ?? 0) + performance.now() - started;
    return result;
  };
  for (const report of reports) {
    const tokenised = timed('tokenise', () => tokenise.run({ report }, undefined));
    tokens += tokenised.tokens.length;
    const tagged = timed('tag', () => tag.run(tokenised, model));
    const parsed = timed('parse', () => parse.run(tagged, model));
    const named = timed('names', () => findNames.run(parsed, model));
    const withTimes = timed('times', () => findTimes.run(named, undefined));
    const doc: Document = timed('references', () => resolveReferences.run(withTimes, undefined));
    const cast = timed('actors', () => findCast(doc, registry));
    const found = timed('votes', () => findVotes(doc, cast, registry));
    const votes = found.map(({ vote }) => vote);
    const said = timed('statements', () => findStatements(doc, cast));
    const events = timed('events', () => findEvents(doc, cast, said, votes, registry, engine.arbiter));
    const statements = timed('stances', () => addStances(doc, cast, said, events));
    timed('claims', () => checkClaims(doc, cast, found, statements, registry));
    timed('disputes', () => findDisputes(doc, cast, statements, events));
    timed('notes', () => takeNotes(doc, cast, { events, statements, votes }));
  }
  return { tokens, ms };
}
