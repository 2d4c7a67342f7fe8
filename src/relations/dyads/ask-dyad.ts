import { type DyadIncident, type DyadQuestion, dyadIncidents } from '../../archive/dyads.js';
import type { Archive } from '../../archive/index.js';
import { RapporteurError } from '../../errors.js';
import { loadBlocs } from '../../registry/blocs/load-blocs.js';
import { countryNamed } from '../../registry/council/topic.js';
import type { OfficialRecord } from '../../registry/official-record.js';
import { INTERNATIONAL_CODES } from '../../registry/sectors.js';
import { type Beside, besideDyad } from './beside.js';
import { type Dyad, dayText, dyadOf, type StepSize } from './dyad.js';
import type { Shock } from './shocks.js';

/** A question about two sides, as people put it. */
export interface DyadAsk {
  /** A country by code or name, a bloc by its name, or a code such as EUR. */
  readonly one: string;
  readonly other: string;
  /** Days, `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly step?: StepSize;
  readonly types?: readonly string[];
  readonly sectors?: readonly string[];
  /** Only what the first does to the other. */
  readonly oneWay?: boolean;
  /** Events imported from this source, in place of incidents. */
  readonly source?: string;
  /** **Units** share: only incidents at least so likely right. */
  readonly minConfidence?: number;
}

/** A country or bloc. */
export interface Side {
  /** Its code, or the bloc's name. */
  readonly name: string;
  readonly title: string;
}

/** How one side stands to the other, and the incidents that tell so. */
export interface DyadWay {
  readonly actor: Side;
  readonly recipient: Side;
  readonly dyad: Dyad;
  /** Shocks, with the weightiest incidents behind each. */
  readonly explained: readonly { readonly shock: Shock; readonly incidents: readonly DyadIncident[] }[];
  /** Those told by most and weightiest, of the whole time. */
  readonly weightiest: readonly DyadIncident[];
}

/** Each way round, unless asked otherwise, and what official records say beside. */
export interface DyadAnswer {
  readonly ways: readonly DyadWay[];
  readonly beside: Beside | null;
}

/** Incidents named behind a shock, and of the whole. */
const BEHIND = 3;
const WEIGHTIEST = 8;

/** Works out how two countries or blocs stand. **Errors** `usage` where one of them is not known. */
export async function askDyad(archive: Archive, record: OfficialRecord, ask: DyadAsk): Promise<DyadAnswer> {
  const sides = sidesOf(record, ask);
  const isSame = sides[0].name === sides[1].name;
  const pairs = ask.oneWay === true || isSame ? [sides] : [sides, [sides[1], sides[0]] as const];
  const ways: DyadWay[] = [];
  for (const [actor, recipient] of pairs) {
    const dyad = await dyadOf(archive, questionOf(actor, recipient, ask), ask.step);
    ways.push({
      actor: { name: actor.name, title: actor.title },
      recipient: { name: recipient.name, title: recipient.title },
      dyad,
      explained: await explain(archive, dyad),
      weightiest: await dyadIncidents(archive, dyad.question, WEIGHTIEST),
    });
  }
  return { ways, beside: besideDyad(record, sides[0].name, sides[1].name, ask.to) };
}

/** The incidents that the first way of a dyad counts, those told by most and weightiest first. **Errors** `usage`. */
export function askDyadIncidents(
  archive: Archive,
  record: OfficialRecord,
  ask: DyadAsk,
  limit: number,
): Promise<DyadIncident[]> {
  const [actor, recipient] = sidesOf(record, ask);
  return dyadIncidents(archive, questionOf(actor, recipient, ask), limit);
}

interface CodedSide extends Side {
  readonly codes: readonly string[];
}

function sidesOf(record: OfficialRecord, ask: DyadAsk): readonly [CodedSide, CodedSide] {
  return [sideOf(ask.one, record, ask), sideOf(ask.other, record, ask)];
}

function sideOf(text: string, record: OfficialRecord, { from, to }: DyadAsk): CodedSide {
  const code = text.toUpperCase();
  const country = record.countries.get(code);
  if (country !== undefined) return { name: code, title: country.name, codes: [code] };
  const bloc = loadBlocs().find(({ name }) => name.toUpperCase() === code);
  if (bloc !== undefined) {
    const codes = bloc.membersBetween(from ?? null, to ?? null);
    return { name: bloc.name, title: `${bloc.name} (${codes.length} members)`, codes };
  }
  if ((INTERNATIONAL_CODES as readonly string[]).includes(code))
    return { name: code, title: code, codes: [code] };
  const named = countryNamed(text, record.countries);
  if (named !== undefined) return { name: named, title: record.countries.get(named)!.name, codes: [named] };
  throw new RapporteurError(
    'usage',
    `"${text}" is no country or bloc that is known. Give a code such as FRA, a name such as France, one of ` +
      `${INTERNATIONAL_CODES.join(', ')}, or a bloc: ${loadBlocs()
        .map(({ name }) => name)
        .join(', ')}.`,
  );
}

function questionOf(actor: CodedSide, recipient: CodedSide, ask: DyadAsk): DyadQuestion {
  const { from, to, types, sectors, source, minConfidence } = ask;
  return {
    actors: actor.codes,
    recipients: recipient.codes,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(types === undefined ? {} : { types }),
    ...(sectors === undefined ? {} : { actorSectors: sectors }),
    ...(source !== undefined ? { source } : minConfidence === undefined ? {} : { minConfidence }),
  };
}

async function explain(archive: Archive, { shocks, question }: Dyad) {
  const explained = [];
  for (const shock of shocks) {
    const window = { ...question, from: dayText(shock.day), to: dayText(shock.day + shock.days - 1) };
    const all = await dyadIncidents(archive, window, 4 * BEHIND);
    const own = all.filter(({ quad }) => quad > 2 === (shock.kind === 'hostile'));
    explained.push({ shock, incidents: own.slice(0, BEHIND) });
  }
  return explained;
}
