import { type DyadQuestion, dyadIncidents } from '../../archive/dyads.js';
import { type Archive, openExistingArchive } from '../../archive/index.js';
import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import { toCsv } from '../../formats/tables/csv.js';
import { paintFor } from '../../formats/text/paint.js';
import { renderBeside, renderDyad } from '../../formats/text/render-dyad.js';
import { EVENT_TYPES } from '../../reading/contract.js';
import { loadBlocs } from '../../registry/blocs/load-blocs.js';
import { countryNamed } from '../../registry/council/topic.js';
import { loadRecord, type OfficialRecord } from '../../registry/official-record.js';
import { INTERNATIONAL_CODES, SECTORS } from '../../registry/sectors.js';
import { besideDyad } from '../../relations/dyads/beside.js';
import { type Dyad, dayText, dyadOf, type StepSize } from '../../relations/dyads/dyad.js';
import { knowledgeOf } from '../knowledge.js';
import type { ArchiveOptions, KnowledgeOptions } from '../program.js';

interface DyadOptions extends ArchiveOptions, KnowledgeOptions {
  readonly from?: string;
  readonly to?: string;
  readonly step?: StepSize;
  readonly types?: readonly string[];
  readonly sectors?: readonly string[];
  readonly oneWay?: boolean;
  readonly source?: string;
  readonly minConfidence: number;
}

/** Incidents named behind a shock, and of the whole. */
const BEHIND = 3;
const WEIGHTIEST = 8;

/** Shows how two countries or blocs stand, each way round, and what official records say beside. */
export async function dyad(one: string, other: string, options: DyadOptions): Promise<void> {
  for (const type of options.types ?? [])
    if (!(EVENT_TYPES as readonly string[]).includes(type))
      throw new RapporteurError(
        'usage',
        `Unknown event type "${type}". Use one of: ${EVENT_TYPES.join(', ')}.`,
      );
  for (const sector of options.sectors ?? [])
    if (!(SECTORS as readonly string[]).includes(sector))
      throw new RapporteurError('usage', `Unknown sector "${sector}". Use one of: ${SECTORS.join(', ')}.`);
  const record = loadRecord(knowledgeOf(options));
  const sides = [sideOf(one, record, options), sideOf(other, record, options)] as const;
  const isSame = sides[0].name === sides[1].name;
  const ways = options.oneWay === true || isSame ? [sides] : [sides, [sides[1], sides[0]] as const];
  const archive = await openExistingArchive(options.archive);
  try {
    const made = [];
    for (const [actor, recipient] of ways) {
      const question = questionOf(actor, recipient, options);
      made.push({ actor, recipient, dyad: await dyadOf(archive, question, options.step) });
    }
    const beside = besideDyad(record, sides[0].name, sides[1].name, options.to);
    const format: string = options.format;
    if (format === 'csv') process.stdout.write(toCsv(made.flatMap(rowsOf), CSV_COLUMNS));
    else if (format === 'json') {
      for (const { actor, recipient, dyad: found } of made)
        console.log(jsonLine({ actor: actor.name, recipient: recipient.name, ...inDays(found), beside }));
    } else {
      const paint = paintFor(process.stdout, process.env);
      for (const { actor, recipient, dyad: found } of made) {
        const counted =
          options.source === undefined
            ? 'incidents that were read'
            : `events imported from ${options.source}`;
        console.log(
          renderDyad(
            found,
            { actor: actor.title, recipient: recipient.title, counted },
            await explain(archive, found),
            await dyadIncidents(archive, found.question, WEIGHTIEST),
            paint,
          ),
        );
      }
      if (beside !== null) console.log(renderBeside(beside, [sides[0].title, sides[1].title], paint));
    }
  } finally {
    archive.close();
  }
}

interface Side {
  /** Its code, or the bloc's. */
  readonly name: string;
  readonly title: string;
  readonly codes: readonly string[];
}

/** A country by code or name, a bloc by its name, or a code such as EUR. **Errors** `usage`. */
function sideOf(text: string, record: OfficialRecord, { from, to }: DyadOptions): Side {
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

function questionOf(actor: Side, recipient: Side, options: DyadOptions): DyadQuestion {
  const { from, to, types, sectors, source, minConfidence } = options;
  return {
    actors: actor.codes,
    recipients: recipient.codes,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(types === undefined ? {} : { types }),
    ...(sectors === undefined ? {} : { actorSectors: sectors }),
    ...(source === undefined ? { minConfidence } : { source }),
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

/** The same with days as text. */
function inDays({
  first,
  last,
  steps,
  shocks,
  turningPoints,
  extremes,
  ...rest
}: Dyad): Record<string, unknown> {
  const text = (day: number | null) => (day === null ? null : dayText(day));
  return {
    ...rest,
    first: text(first),
    last: text(last),
    steps: steps.map((step) => ({
      ...step,
      from: text(step.from),
      to: text(step.to),
      level: step.level === null ? null : { ...step.level, day: text(step.level.day) },
    })),
    shocks: shocks.map((one) => ({ ...one, day: text(one.day) })),
    turningPoints: turningPoints.map((one) => ({ ...one, day: text(one.day) })),
    extremes: extremes.map((one) => ({
      ...one,
      day: text(one.day),
      since: text(one.since),
      from: text(one.from),
    })),
  };
}

const CSV_COLUMNS = [
  'actor',
  'recipient',
  'from',
  'to',
  'incidents',
  'verbalCooperation',
  'materialCooperation',
  'verbalConflict',
  'materialConflict',
  'coverage',
  'level',
  'low',
  'high',
  'evidence',
  'share',
];

function rowsOf({ actor, recipient, dyad: { steps } }: { actor: Side; recipient: Side; dyad: Dyad }) {
  const rounded = (value: number | undefined) =>
    value === undefined ? null : Math.round(1000 * value) / 1000;
  return steps.map(({ from, to, count, byQuad, coverage, level }) => ({
    actor: actor.name,
    recipient: recipient.name,
    from: dayText(from),
    to: dayText(to),
    incidents: count,
    verbalCooperation: byQuad[0],
    materialCooperation: byQuad[1],
    verbalConflict: byQuad[2],
    materialConflict: byQuad[3],
    coverage,
    level: rounded(level?.level),
    low: rounded(level?.low),
    high: rounded(level?.high),
    evidence: rounded(level?.evidence),
    share: rounded(level?.share),
  }));
}
