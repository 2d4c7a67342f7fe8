import { QUAD_CATEGORIES } from '../../reading/contract.js';
import type { Incident, IncidentTelling } from '../../relations/incidents/incident.js';
import { quadStyle } from './mark-text.js';
import { hang, oneLine, type Paint, shorten } from './paint.js';
import { printable } from './printable.js';

/** What an event's line of text and report are, for the tellings of an incident. */
export type Lines = ReadonlyMap<string, { line: string; title: string | null; publisher: string | null }>;

/** An incident in two lines of a listing. */
export function renderListedIncident(raw: Incident, paint: Paint): string {
  const incident = printable(raw);
  return [
    hang(paint, '', head(incident, paint)),
    hang(paint, '  ', paint.chalk.dim(`${told(incident)} · ${incident.id}`)),
  ].join('\n');
}

/** An incident whole: who, when, where; numbers over time; what tellings differ in; each telling and why it belongs here. */
export function renderIncident(raw: Incident, lines: Lines, paint: Paint): string {
  const incident = printable(raw);
  const { chalk } = paint;
  const out = [
    hang(paint, '', head(incident, paint)),
    hang(paint, '  ', `${told(incident)} · confidence ${incident.confidence}`),
  ];
  const names = (parties: Incident['actors']) =>
    parties.map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join(', ') ||
    'nobody named';
  out.push(hang(paint, '  ', `who: ${names(incident.actors)}; to whom: ${names(incident.recipients)}`));
  if (incident.place !== null) out.push(hang(paint, '  ', `where: ${incident.place}`));
  if (!incident.isDayStated && incident.firstDay !== null)
    out.push(hang(paint, '  ', 'no report says the day; it is that of the first report'));
  for (const { published, dead, injured } of incident.tolls) {
    const parts = [dead === null ? '' : `${dead} dead`, injured === null ? '' : `${injured} injured`].filter(
      Boolean,
    );
    out.push(hang(paint, '  ', `toll on ${published ?? 'an unknown day'}: ${parts.join(', ')}`));
  }
  for (const { about, values } of incident.disagreements) {
    const sides = values.map(({ value, reports }) => `${value} (${reports.length})`).join(' against ');
    out.push(hang(paint, '  ', chalk.yellow(`reports differ on ${NAMES[about]}: ${sides}`)));
  }
  for (const telling of incident.tellings) {
    const known = lines.get(telling.event);
    const copy = telling.source === telling.report ? '' : `, words from ${telling.source}`;
    const from = [known?.publisher, known?.title].filter(Boolean).join(': ') || telling.report;
    out.push(
      hang(
        paint,
        '',
        `${chalk.bold(telling.published ?? 'undated')} ${shorten(oneLine(from), 70)} ${chalk.dim(`${telling.event}${copy}`)}`,
      ),
    );
    if (known !== undefined) out.push(hang(paint, '  ', `“${shorten(oneLine(known.line), 200)}”`));
    const why = reasons(telling);
    if (why !== '') out.push(hang(paint, '  ', chalk.dim(why)));
  }
  return out.join('\n');
}

const NAMES = {
  whether: 'whether it happened',
  type: 'what was done',
  day: 'the day',
  place: 'the place',
  dead: 'the dead',
  injured: 'the injured',
} as const;

function head({ type, mode, quad, title, firstDay, lastDay, status, place }: Incident, paint: Paint): string {
  const days = firstDay === null ? 'undated' : firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  const what = quadStyle(paint, QUAD_CATEGORIES[quad - 1]!)(mode === null ? type : `${type}/${mode}`);
  const where = place === null ? '' : `, ${place}`;
  return `${paint.chalk.bold(days)} ${what} ${oneLine(title)}${where}${status === 'happened' ? '' : ` (${status})`}`;
}

function told({ reports, sources }: Incident): string {
  const all = `${reports} ${reports === 1 ? 'report' : 'reports'}`;
  return reports === sources ? all : `${all}, ${sources} independent`;
}

function reasons({ because, joinedTo }: IncidentTelling): string {
  if (because === null) return '';
  if (because === 'copied') return `a copy of ${joinedTo}`;
  if (because === 'ruled') return `joined to ${joinedTo} by ruling`;
  const [speaking, against] = [
    because.filter(({ weight }) => weight > 0),
    because.filter(({ weight }) => weight < 0),
  ];
  const list = (all: typeof because) =>
    all.map(({ what, weight }) => `${what} ${weight > 0 ? '+' : ''}${weight}`).join(', ');
  return `joined to ${joinedTo}: ${list(speaking)}; against: ${list(against)}`;
}
