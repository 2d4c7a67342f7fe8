import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { RapporteurError } from '../src/errors.js';
import { readReport } from '../src/pipeline.js';
import type { Actor, Event } from '../src/reading/contract.js';
import { asReport } from './actor-spans.js';
import { percent } from './percent.js';
import type { Scores, Task, TaskOptions } from './task.js';

const party = z.object({ actorText: z.string().optional(), code: z.string().optional() });
const parties = z.union([z.array(party), z.string(), z.null()]).optional();
const record = z.object({
  id: z.string(),
  event: z.string(),
  text: z.string(),
  source: parties,
  target: parties,
});

/** Labels of the records' own day, and codes that they mistake. */
const TYPES: Record<string, string> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
};
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
  run: (path, options) => score(readRecords(path), options),
};

function readRecords(path: string): GoldRecord[] {
  const parsed = z.array(record).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    throw new RapporteurError(
      'evaluation.gold',
      `${path} holds no list of PLOVER records: ${parsed.error.message}`,
    );
  }
  return parsed.data.map(({ id, event, text, source, target }) => ({
    id,
    type: TYPES[event] ?? event,
    text: text.replace(/^\{|\}$/g, ''),
    actors: codes(source),
    recipients: codes(target),
  }));
}

function codes(list: z.infer<typeof parties>): Set<string> {
  if (!Array.isArray(list)) return new Set();
  return new Set(list.flatMap(({ code }) => (code === undefined || code === '' ? [] : equal(code))));
}

function equal(code: string): string {
  return CODES[code] ?? code;
}

function score(records: readonly GoldRecord[], { engine, errors }: TaskOptions): Scores {
  let typed = 0;
  let typeOnly = 0;
  const actor = { gold: 0, right: 0 };
  const recipient = { gold: 0, right: 0 };
  for (const gold of records) {
    const { events } = readReport(asReport(gold.text), engine());
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
