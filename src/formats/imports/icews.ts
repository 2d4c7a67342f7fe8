import { cameoOf, quadOfRoot } from '../../registry/cameo/load-cameo.js';
import { fromName } from './countries.js';
import { dayOf, type EventSource, fault, numberOf, orNull } from './source.js';

/** ICEWS as Dataverse publishes it: tab or comma, a header; the names of columns in any case, with spaces or "_". */
export const icews: EventSource = {
  name: 'icews',
  delimiter: null,
  columns: null,
  needed: ['event id', 'event date', 'cameo code', 'source country', 'target country'],
  read: (cell) => {
    const id = cell('event id');
    if (id.trim() === '') return fault('Event ID', id, 'an id');
    const day = dayOf(cell('event date'));
    if (day === null) return fault('Event Date', cell('event date'), 'a day such as 2018-06-01');
    const code = cell('cameo code');
    const known = cameoOf(code);
    if (known === undefined) return fault('CAMEO Code', code, 'a code of CAMEO');
    return {
      id,
      day,
      type: known.type,
      mode: known.mode,
      quad: quadOfRoot(known.code),
      score: numberOf(cell('intensity')) ?? known.score,
      cameo: known.code,
      actor: fromName(cell('source country')),
      actorName: orNull(cell('source name')),
      actorSectors: sectors(cell('source sectors')),
      recipient: fromName(cell('target country')),
      recipientName: orNull(cell('target name')),
      recipientSectors: sectors(cell('target sectors')),
      place: orNull([cell('city'), cell('province')].filter((part) => part !== '').join(', ')),
      placeCountry: fromName(cell('country')),
      latitude: numberOf(cell('latitude')),
      longitude: numberOf(cell('longitude')),
      reports: null,
      url: null,
    };
  },
};

/** ICEWS's sectors by the words that they begin with, and PLOVER's for them; the finer ones are left to their broader. */
const SECTOR_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^government|^executive/i, 'GOV'],
  [/^military/i, 'MIL'],
  [/^police/i, 'COP'],
  [/^judicial/i, 'JUD'],
  [/^legislative/i, 'LEG'],
  [/^parties|party$/i, 'PTY'],
  [/^media|news/i, 'JRN'],
  [/^business/i, 'BUS'],
  [/^general population/i, 'CVL'],
  [/opposition/i, 'OPP'],
  [/^dissident|^rebel|insurgent/i, 'REB'],
  [/^criminals/i, 'CRM'],
  [/^education/i, 'EDU'],
  [/^medical/i, 'MED'],
  [/^labor/i, 'LAB'],
  [/^religious/i, 'REL'],
  [/^elite/i, 'ELI'],
  [/^unidentified/i, 'UAF'],
];

function sectors(text: string): string[] {
  const found = text
    .split(',')
    .flatMap((name) => SECTOR_WORDS.find(([words]) => words.test(name.trim()))?.[1] ?? []);
  return [...new Set(found)];
}
