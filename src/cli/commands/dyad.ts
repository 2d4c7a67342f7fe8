import { openDesk } from '../../desk/open-desk.js';
import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import { toCsv } from '../../formats/tables/csv.js';
import { paintFor } from '../../formats/text/paint.js';
import { renderBeside, renderDyad } from '../../formats/text/render-dyad.js';
import { EVENT_TYPES } from '../../reading/contract.js';
import { SECTORS } from '../../registry/sectors.js';
import type { DyadWay } from '../../relations/dyads/ask-dyad.js';
import { dayText, type StepSize } from '../../relations/dyads/dyad.js';
import { inDays } from '../../relations/dyads/in-days.js';
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
  const { format, archive: _, knowledge: __, ...rest } = options;
  const desk = await openDesk(options.archive, () => knowledgeOf(options));
  try {
    const { ways, beside } = await desk.dyad({ one, other, ...rest });
    const kind: string = format;
    if (kind === 'csv') process.stdout.write(toCsv(ways.flatMap(rowsOf), CSV_COLUMNS));
    else if (kind === 'json') {
      for (const { actor, recipient, dyad: found } of ways)
        console.log(jsonLine({ actor: actor.name, recipient: recipient.name, ...inDays(found), beside }));
    } else {
      const paint = paintFor(process.stdout, process.env);
      const counted =
        options.source === undefined ? 'incidents that were read' : `events imported from ${options.source}`;
      for (const { actor, recipient, dyad: found, explained, weightiest } of ways) {
        const names = { actor: actor.title, recipient: recipient.title, counted };
        console.log(renderDyad(found, names, explained, weightiest, paint));
      }
      const [first] = ways;
      if (beside !== null && first !== undefined)
        console.log(renderBeside(beside, [first.actor.title, first.recipient.title], paint));
    }
  } finally {
    await desk.close();
  }
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

function rowsOf({ actor, recipient, dyad: { steps } }: DyadWay) {
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
