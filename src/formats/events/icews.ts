import type { Actor } from '../../reading/contract.js';
import { cameoOf } from '../../registry/cameo/load-cameo.js';
import { loadCountries } from '../../registry/countries.js';
import { RECIPROCAL } from '../../relations/incidents/telling.js';
import { cameoCodeOf } from './cameo-code.js';
import { dayOfEvent, type ExportedEvent, plain } from './exported-event.js';
import { coordinate, pairs } from './polecat.js';

/** The 20 columns that ICEWS publishes, tabs between them, a header above. */
export const ICEWS_COLUMNS: readonly string[] = [
  'Event ID',
  'Event Date',
  'Source Name',
  'Source Sectors',
  'Source Country',
  'Event Text',
  'CAMEO Code',
  'Intensity',
  'Target Name',
  'Target Sectors',
  'Target Country',
  'Story ID',
  'Sentence Number',
  'Publisher',
  'City',
  'District',
  'Province',
  'Country',
  'Latitude',
  'Longitude',
];

/** An event as rows, a row each way round where it is reciprocal; events without a code of CAMEO have none. */
export function icewsRows(one: ExportedEvent): string[][] {
  const { event, report } = one;
  const day = dayOfEvent(one);
  const code = cameoCodeOf(event);
  if (day === null || code === null) return [];
  const { place } = event;
  const ways = pairs(event).flatMap(([actor, recipient]) =>
    RECIPROCAL.has(event.type) && actor !== null && recipient !== null
      ? [
          [actor, recipient],
          [recipient, actor],
        ]
      : [[actor, recipient]],
  );
  return ways.map(([actor, recipient], index) => [
    index === 0 ? event.id : `${event.id}.${index}`,
    day,
    plain(actor?.name),
    plain(actor?.sectors.join(',')),
    nameOf(actor),
    event.mode === null ? event.type : `${event.type}/${event.mode}`,
    code,
    String(cameoOf(code)?.score ?? event.score),
    plain(recipient?.name),
    plain(recipient?.sectors.join(',')),
    nameOf(recipient),
    report.id,
    String(event.sentence + 1),
    plain(report.publisher),
    place?.kind === 'city' ? plain(place.name) : '',
    '',
    place?.kind === 'region' ? plain(place.name) : '',
    countryName(place?.country ?? null),
    coordinate(place?.latitude),
    coordinate(place?.longitude),
  ]);
}

function nameOf(actor: Actor | null | undefined): string {
  return countryName(actor?.country ?? null);
}

let names: ReadonlyMap<string, string> | undefined;

function countryName(code: string | null): string {
  if (code === null) return '';
  names ??= new Map([...loadCountries().values()].map(({ code: own, name }) => [own, name]));
  return names.get(code) ?? code;
}
