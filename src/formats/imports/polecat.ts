import { EVENT_TYPES, QUAD_CATEGORIES } from '../../reading/contract.js';
import { SECTORS } from '../../registry/sectors.js';
import { readTable } from '../../registry/table.js';
import { fromName } from './countries.js';
import { dayOf, type EventSource, fault, numberOf, orNull } from './source.js';

/** POLECAT's weekly files: tabs, a header; newer ones call the intensity "Event Intensity". */
export const polecat: EventSource = {
  name: 'polecat',
  delimiter: null,
  columns: null,
  needed: ['event id', 'event date', 'event type', 'actor country', 'recipient country'],
  read: (cell) => {
    const id = cell('event id');
    if (id.trim() === '') return fault('Event ID', id, 'an id');
    const day = dayOf(cell('event date'));
    if (day === null) return fault('Event Date', cell('event date'), 'a day such as 2018-06-01');
    const type = cell('event type').trim().toUpperCase();
    if (!(EVENT_TYPES as readonly string[]).includes(type))
      return fault('Event Type', cell('event type'), `one of: ${EVENT_TYPES.join(', ')}`);
    return {
      id,
      day,
      type,
      mode: orNull(cell('event mode').toLowerCase()),
      quad: quadOf(type),
      score: numberOf(cell('intensity')) ?? numberOf(cell('event intensity')),
      cameo: null,
      actor: fromName(cell('actor country')),
      actorName: orNull(cell('actor name')),
      actorSectors: sectors(cell('actor sectors')),
      recipient: fromName(cell('recipient country')),
      recipientName: orNull(cell('recipient name')),
      recipientSectors: sectors(cell('recipient sectors')),
      place: orNull(cell('placename')),
      placeCountry: fromName(cell('country')),
      latitude: numberOf(cell('latitude')),
      longitude: numberOf(cell('longitude')),
      reports: null,
      url: null,
    };
  },
};

function sectors(text: string): string[] {
  const codes = text.split(/[;,|]/).map((code) => code.trim().toUpperCase());
  return [...new Set(codes.filter((code) => (SECTORS as readonly string[]).includes(code)))];
}

let quads: ReadonlyMap<string, number> | undefined;

/** The quad category of a PLOVER type, 1 to 4. */
function quadOf(type: string): number | null {
  quads ??= new Map(
    readTable('codebook/types.csv', ['type', 'mode', 'quad', 'score', 'requires-recipient'])
      .filter(({ cells }) => cells.mode === '')
      .map(({ cells }) => [cells.type, (QUAD_CATEGORIES as readonly string[]).indexOf(cells.quad) + 1]),
  );
  return quads.get(type) ?? null;
}
