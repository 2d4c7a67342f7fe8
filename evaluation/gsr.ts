import { type Engine, readReport } from '../src/pipeline.js';
import type { Actor, Event } from '../src/reading/contract.js';
import { asReport } from './actor-spans.js';
import { type GoldParty, readGoldRecords } from './gold-records.js';
import { holdOut } from './held-out-engine.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

/** Codes that the records mistake. */
const CODES: Record<string, string> = { JAP: 'JPN', ITL: 'ITA', UNO: 'IGO', EUR: 'IGO' };
const RECIPROCAL = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

interface GoldRecord {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly actors: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
}

/**
 * PLOVER's gold standard records: the share with an event of the right type between the right countries, and, for
 * any event of the sentence, the share with a right country as actor and as recipient. IGO, UNO and EUR are equal.
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
  }));
}

function codes(list: readonly GoldParty[]): Set<string> {
  return new Set(list.flatMap(({ code }) => (code === undefined || code === '' ? [] : equal(code))));
}

function equal(code: string): string {
  return CODES[code] ?? code;
}

function score(records: readonly GoldRecord[], engine: (text: string) => Engine, errors: boolean): Scores {
  let typed = 0;
  let typeOnly = 0;
  const actor = { gold: 0, right: 0 };
  const recipient = { gold: 0, right: 0 };
  for (const gold of records) {
    const { events } = readReport(asReport(gold.text), engine(gold.text));
    const same = events.filter((event) => event.type === gold.type);
    if (same.length > 0) typeOnly++;
    const right = same.some((event) => between(event, gold));
    if (right) typed++;
    const actorRight = events.some((event) => has(side(event, 'actors'), gold.actors));
    const recipientRight = events.some((event) => has(side(event, 'recipients'), gold.recipients));
    if (gold.actors.size > 0) {
      actor.gold++;
      if (actorRight) actor.right++;
    }
    if (gold.recipients.size > 0) {
      recipient.gold++;
      if (recipientRight) recipient.right++;
    }
    if (errors && !right) console.error(explain(gold, events));
  }
  return {
    records: records.length,
    typeAndCountries: percent(typed, records.length),
    type: percent(typeOnly, records.length),
    actorCountry: percent(actor.right, actor.gold),
    recipientCountry: percent(recipient.right, recipient.gold),
  };
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
