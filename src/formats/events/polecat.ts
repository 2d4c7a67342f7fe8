import type { Actor, Event } from '../../reading/contract.js';
import { RECIPROCAL } from '../../relations/incidents/telling.js';
import { dayOfEvent, type ExportedEvent, plain } from './exported-event.js';

/** POLECAT's 40 columns, tabs between them, a header above. **Source** the POLECAT codebook, Halterman et al. 2023. */
export const POLECAT_COLUMNS: readonly string[] = [
  'Event ID',
  'Event Date',
  'Event Type',
  'Event Mode',
  'Intensity',
  'Quad Code',
  'Contexts',
  'Actor Name',
  'Actor Country',
  'Actor COW',
  'Primary Actor Sector',
  'Actor Sectors',
  'Actor Title',
  'Actor Name Raw',
  'Wikipedia Actor ID',
  'Recipient Name',
  'Recipient Country',
  'Recipient COW',
  'Primary Recipient Sector',
  'Recipient Sectors',
  'Recipient Title',
  'Recipient Name Raw',
  'Wikipedia Recipient ID',
  'Placename',
  'City',
  'District',
  'Province',
  'Country',
  'Latitude',
  'Longitude',
  'GeoNames ID',
  'Raw Placename',
  'Feature Type',
  'Source',
  'Publication Date',
  'Story People',
  'Story Organizations',
  'Story Locations',
  'Language',
  'Version',
];

/** An event as a row for each pair of actor and recipient; what our record does not have is empty. */
export function polecatRows(one: ExportedEvent, version: string): string[][] {
  const { event, report } = one;
  const { place } = event;
  const day = dayOfEvent(one);
  if (day === null) return [];
  return pairs(event).map(([actor, recipient], index) => [
    index === 0 ? event.id : `${event.id}.${index}`,
    day,
    event.type,
    plain(event.mode),
    String(event.score),
    event.quad.toUpperCase(),
    event.contexts.join(';'),
    ...party(actor),
    ...party(recipient),
    plain(place?.name),
    place?.kind === 'city' ? plain(place.name) : '',
    '',
    place?.kind === 'region' ? plain(place.name) : '',
    place?.country ?? '',
    coordinate(place?.latitude),
    coordinate(place?.longitude),
    '',
    plain(place?.span.text),
    place?.kind ?? '',
    plain(report.publisher),
    report.published ?? '',
    '',
    '',
    '',
    report.language,
    `rapporteur ${version}`,
  ]);
}

function party(actor: Actor | null): string[] {
  if (actor === null) return ['', '', '', '', '', '', '', ''];
  const { name, country, sectors, title, mention } = actor;
  return [
    plain(name),
    country ?? '',
    '',
    sectors[0] ?? '',
    sectors.join(';'),
    plain(title),
    plain(mention.text),
    '',
  ];
}

/**
 * Each actor with each recipient; an event with one side only keeps the other empty. Of those who met or agreed and are all
 * told as actors, each with each that follows.
 */
export function pairs({ type, actors, recipients }: Event): [Actor | null, Actor | null][] {
  if (RECIPROCAL.has(type) && recipients.length === 0 && actors.length > 1)
    return actors.flatMap((one, at) => actors.slice(at + 1).map((other): [Actor, Actor] => [one, other]));
  const left = actors.length === 0 ? [null] : actors;
  const right = recipients.length === 0 ? [null] : recipients;
  return left.flatMap((actor) => right.map((recipient): [Actor | null, Actor | null] => [actor, recipient]));
}

export function coordinate(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
