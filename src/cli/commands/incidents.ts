import { saveRuling } from '../../archive/incidents.js';
import { inTransaction } from '../../archive/index.js';
import { findIncident, type IncidentFilter } from '../../archive/list-incidents.js';
import type { Desk } from '../../desk/desk.js';
import { atDesk, openFile } from '../../desk/open-desk.js';
import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import { toCsv } from '../../formats/tables/csv.js';
import { paintFor } from '../../formats/text/paint.js';
import { renderIncident, renderListedIncident } from '../../formats/text/render-incident.js';
import { EVENT_TYPES } from '../../reading/contract.js';
import type { Incident } from '../../relations/incidents/incident.js';
import { STATUSES } from '../../relations/incidents/telling.js';
import { regroupEvents } from '../../relations/incidents/update-incidents.js';
import type { ArchiveOptions } from '../program.js';

interface IncidentOptions extends ArchiveOptions, IncidentFilter {
  readonly join?: string;
  readonly part?: string;
  readonly unrule?: string;
  readonly by?: string;
}

/** Lists incidents, shows one whole, or keeps what a person rules of two events and works incidents out anew. */
export async function incidents(id: string | undefined, options: IncidentOptions): Promise<void> {
  for (const type of options.type ?? []) oneOf('event type', type, EVENT_TYPES);
  if (options.status !== undefined) oneOf('status', options.status, STATUSES);
  const rulings = [options.join, options.part, options.unrule].filter((one) => one !== undefined);
  if (rulings.length > 1)
    throw new RapporteurError('usage', 'One ruling at a time: give one of --join, --part and --unrule.');
  if (rulings.length === 1 && id === undefined)
    throw new RapporteurError(
      'usage',
      'Of which event? Name it before the ruling: incidents EVENT --join OTHER.',
    );
  if (rulings.length === 1) await rule(id!, rulings[0]!, options);
  await atDesk(options.archive, (desk) =>
    id === undefined ? listAll(desk, options) : showOne(desk, id, options),
  );
}

async function listAll(desk: Desk, options: IncidentOptions): Promise<void> {
  const { items } = await desk.incidents(options);
  const format: string = options.format;
  if (format === 'json') for (const one of items) console.log(jsonLine({ ...one }));
  else if (format === 'csv') process.stdout.write(toCsv(items.map(rowOf), COLUMNS));
  else {
    const paint = paintFor(process.stdout, process.env);
    for (const one of items) console.log(renderListedIncident(one, paint));
    if (items.length === 0) console.error(`No incident in ${desk.path} matches.`);
  }
}

async function showOne(desk: Desk, id: string, { format }: IncidentOptions): Promise<void> {
  const found = await desk.incident(id);
  if (found === undefined)
    throw new RapporteurError(
      'usage',
      `There is no incident or event ${id} in ${desk.path}. "rapporteur incidents" lists those that there are.`,
    );
  const { incident, lines } = found;
  if (format === 'json') console.log(jsonLine({ ...incident }));
  else console.log(renderIncident(incident, lines, paintFor(process.stdout, process.env)));
}

/** Keeps a ruling and works out anew what it bears on, in one transaction. */
async function rule(event: string, other: string, options: IncidentOptions): Promise<void> {
  const archive = await openFile(options.archive);
  try {
    for (const id of [event, other])
      if ((await findIncident(archive, id)) === undefined || id.startsWith('i-'))
        throw new RapporteurError(
          'usage',
          `${id} is no event in ${archive.path}. Rulings are of events: "rapporteur incidents ID" lists those of an incident.`,
        );
    const same = options.join !== undefined ? true : options.part !== undefined ? false : null;
    await inTransaction(archive.connection, async () => {
      const at = new Date().toISOString();
      await saveRuling(archive, { event, other, same }, { by: options.by ?? null, at });
      await regroupEvents(archive, [event, other]);
    });
  } finally {
    archive.close();
  }
}

const COLUMNS = [
  'id',
  'type',
  'mode',
  'status',
  'firstDay',
  'lastDay',
  'actors',
  'recipients',
  'place',
  'score',
  'confidence',
  'reports',
  'sources',
];

function rowOf(incident: Incident): Readonly<Record<string, string | number | null>> {
  const { id, type, mode, status, firstDay, lastDay, place, score, confidence, reports, sources } = incident;
  const names = (parties: Incident['actors']) =>
    parties.map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join('; ');
  const [actors, recipients] = [names(incident.actors), names(incident.recipients)];
  return {
    id,
    type,
    mode,
    status,
    firstDay,
    lastDay,
    actors,
    recipients,
    place,
    score,
    confidence,
    reports,
    sources,
  };
}

function oneOf(what: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value))
    throw new RapporteurError('usage', `Unknown ${what} "${value}". Use one of: ${allowed.join(', ')}.`);
}
