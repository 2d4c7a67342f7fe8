import { cameoOf } from '../../registry/cameo/load-cameo.js';
import { SECTORS } from '../../registry/sectors.js';
import { GDELT_COLUMNS } from '../events/gdelt-columns.js';
import { fromCameoCode } from './countries.js';
import { dayOf, type EventSource, fault, numberOf, orNull } from './source.js';

/** GDELT's events: 61 columns since 2015 (2.0), 58 before, or 57 without the address; tabs, no header. */
export const gdelt: EventSource = {
  name: 'gdelt',
  delimiter: '\t',
  columns: [GDELT_COLUMNS, withoutAdm2(GDELT_COLUMNS), withoutAdm2(GDELT_COLUMNS).slice(0, -1)],
  needed: [],
  read: (cell) => {
    const id = cell('GLOBALEVENTID');
    if (!/^\d+$/.test(id)) return fault('GLOBALEVENTID', id, 'a whole number');
    const day = dayOf(cell('SQLDATE'));
    if (day === null) return fault('SQLDATE', cell('SQLDATE'), 'a day such as 20170412');
    const code = cell('EventCode');
    const known = cameoOf(code);
    if (known === undefined) return fault('EventCode', code, 'a code of CAMEO');
    return {
      id,
      day,
      type: known.type,
      mode: known.mode,
      quad: numberOf(cell('QuadClass')),
      score: numberOf(cell('GoldsteinScale')) ?? known.score,
      cameo: known.code,
      actor: fromCameoCode(cell('Actor1CountryCode')) ?? fromCameoCode(cell('Actor1Type1Code')),
      actorName: orNull(cell('Actor1Name')),
      actorSectors: sectors(cell, 1),
      recipient: fromCameoCode(cell('Actor2CountryCode')) ?? fromCameoCode(cell('Actor2Type1Code')),
      recipientName: orNull(cell('Actor2Name')),
      recipientSectors: sectors(cell, 2),
      place: orNull(cell('ActionGeo_FullName')),
      // GDELT's country codes of places are FIPS's, which are not ours.
      placeCountry: null,
      latitude: numberOf(cell('ActionGeo_Lat')),
      longitude: numberOf(cell('ActionGeo_Long')),
      reports: numberOf(cell('NumArticles')),
      url: orNull(cell('SOURCEURL')),
    };
  },
};

/** The older form has no second administrative division of places. */
function withoutAdm2(columns: readonly string[]): readonly string[] {
  return columns.filter((column) => !column.endsWith('_ADM2Code'));
}

/** CAMEO's types of actors that PLOVER calls otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  MED: 'JRN',
  HLH: 'MED',
  ENV: 'CVL',
  HRI: 'CVL',
  INS: 'REB',
  SEP: 'REB',
  RAD: 'OPP',
};

function sectors(cell: (column: string) => string, side: 1 | 2): string[] {
  const codes = [1, 2, 3].map((place) => cell(`Actor${side}Type${place}Code`));
  const renamed = codes.map((code) => RENAMED[code] ?? code);
  return [...new Set(renamed.filter((code) => (SECTORS as readonly string[]).includes(code)))];
}
