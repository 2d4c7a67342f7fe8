import { overlaps, type Range } from '../src/document/span.js';
import { analyseReport, type Engine } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import type { Cast } from '../src/reading/cast.js';
import type { Actor, Event } from '../src/reading/contract.js';
import { relationOf } from '../src/reading/events/arbiter/arbitrate.js';
import { readDocument } from '../src/reading/index.js';
import { asReport } from './as-report.js';
import { type GoldParty, readGoldRecords } from './gold-records.js';
import { holdOut } from './held-out-engine.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

/** Codes that the records mistake. */
const CODES: Record<string, string> = { JAP: 'JPN', ITL: 'ITA', VTN: 'VNM', UNO: 'IGO', EUR: 'IGO' };
const RECIPROCAL = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

interface GoldRecord {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly actors: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  /** Parties with a country whose words stand in the text. */
  readonly named: Readonly<Record<Side, readonly NamedParty[]>>;
}

type Side = 'actors' | 'recipients';
type NamedParty = Range & { readonly country: string };

class Share {
  right = 0;
  all = 0;
  count(isRight: boolean): void {
    this.all++;
    if (isRight) this.right++;
  }
  get percent(): number {
    return percent(this.right, this.all);
  }
}

/**
 * PLOVER's gold standard records: the share with an event of the right type between the right countries, and, for
 * any event of the sentence, the share with a right country as actor and as recipient. IGO, UNO and EUR are equal.
 * Beside them what tells where the misses lie: the same shares of those records only in which some event has a party
 * on that side at all, and, whatever events were found, the share of gold parties whose words our cast gives the
 * right country.
 */
export const gsr: Task = {
  name: 'gsr',
  takes: "PLOVER's gold-standard-records.json",
  run: (path, { engine, folds, errors }) => {
    const records = readRecords(path);
    const texts = records.map(({ text }) => text);
    const held = holdOut(path, texts, engine(), folds);
    return { ...score(records, held.engineFor, errors), folds: held.folds };
  },
};

function readRecords(path: string): GoldRecord[] {
  return readGoldRecords(path).map((one) => ({
    ...one,
    actors: codes(one.actors),
    recipients: codes(one.recipients),
    named: { actors: named(one.text, one.actors), recipients: named(one.text, one.recipients) },
  }));
}

function named(text: string, list: readonly GoldParty[]): NamedParty[] {
  return list.flatMap(({ actorText = '', code = '' }) => {
    const start = actorText === '' || code === '' ? -1 : text.indexOf(actorText);
    return start < 0 ? [] : [{ start, end: start + actorText.length, country: equal(code) }];
  });
}

function codes(list: readonly GoldParty[]): Set<string> {
  return new Set(list.flatMap(({ code }) => (code === undefined || code === '' ? [] : equal(code))));
}

function equal(code: string): string {
  return CODES[code] ?? code;
}

function score(records: readonly GoldRecord[], engineFor: (text: string) => Engine, errors: boolean): Scores {
  const whole = new Share();
  const type = new Share();
  const sides = { actors: sideShares(), recipients: sideShares() };
  for (const gold of records) {
    const engine = engineFor(gold.text);
    const doc = analyseReport(asReport(gold.text), engine);
    const { events } = readDocument(doc, engine);
    const same = events.filter((event) => calledIn(event, engine) === gold.type);
    const right = same.some((event) => between(event, gold));
    type.count(same.length > 0);
    whole.count(right);
    const cast = findCast(doc, engine.registry);
    for (const which of ['actors', 'recipients'] as const) {
      if (gold[which].size > 0) {
        const isRight = events.some((event) => has(side(event, which), gold[which]));
        sides[which].all.count(isRight);
        if (events.some((event) => side(event, which).length > 0)) sides[which].found.count(isRight);
      }
      for (const party of gold.named[which]) sides[which].resolved.count(isResolved(cast, party));
    }
    if (errors && !right) console.error(explain(gold, events));
  }
  return {
    records: records.length,
    typeAndCountries: whole.percent,
    type: type.percent,
    actorCountry: sides.actors.all.percent,
    recipientCountry: sides.recipients.all.percent,
    actorCountryWhereFound: sides.actors.found.percent,
    recipientCountryWhereFound: sides.recipients.found.percent,
    actorResolved: sides.actors.resolved.percent,
    recipientResolved: sides.recipients.resolved.percent,
  };
}

/**
 * What an event is called in the records: as among the relations, for they were coded before there were auxiliary
 * modes ("will support" is AGREE); but CONCEDE and RETREAT are two types.
 */
function calledIn(event: Event, { registry }: Engine): string {
  const called = relationOf(event, registry.codebook);
  return called === 'YIELD' ? event.type : called;
}

function sideShares() {
  return { all: new Share(), found: new Share(), resolved: new Share() };
}

/** Whether a mention that shares a character with the gold party has its country. */
function isResolved(cast: Cast, party: NamedParty): boolean {
  return cast.mentions.some(({ actors }) =>
    actors.some(
      ({ country, mention }) =>
        country !== null && equal(country) === party.country && overlaps(mention, party),
    ),
  );
}

/** A record without recipients asks for the actors only; a reciprocal event may stand either way round. */
function between(event: Event, gold: GoldRecord): boolean {
  const fits = (actors: readonly Actor[], recipients: readonly Actor[]) =>
    (gold.actors.size === 0 || has(actors, gold.actors)) &&
    (gold.recipients.size === 0 || has(recipients, gold.recipients));
  if (fits(event.actors, event.recipients)) return true;
  if (!RECIPROCAL.has(event.type)) return false;
  return fits(event.recipients, event.actors) || fits(both(event), both(event));
}

function side(event: Event, which: 'actors' | 'recipients'): readonly Actor[] {
  return RECIPROCAL.has(event.type) ? both(event) : event[which];
}

function both(event: Event): Actor[] {
  return [...event.actors, ...event.recipients];
}

function has(actors: readonly Actor[], countries: ReadonlySet<string>): boolean {
  return actors.some(({ country }) => country !== null && countries.has(equal(country)));
}

function explain(gold: GoldRecord, events: readonly Event[]): string {
  const list = events.map(({ type, actors, recipients }) => `${type} ${name(actors)}>${name(recipients)}`);
  const wanted = `${gold.type} ${[...gold.actors].join('+')}>${[...gold.recipients].join('+')}`;
  return `${wanted}\t${list.join('; ')}\t${gold.text}`;
}

function name(actors: readonly Actor[]): string {
  return actors.map(({ country, mention }) => `${country}(${mention.text})`).join('+');
}
