import type { Actor } from '../../reading/contract.js';
import { QUAD_CATEGORIES } from '../../reading/contract.js';
import { cameoOf } from '../../registry/cameo/load-cameo.js';
import { basesOf, cameoCodeOf } from './cameo-code.js';
import { dayOfEvent, type ExportedEvent, plain } from './exported-event.js';
import { GDELT_COLUMNS } from './gdelt-columns.js';
import { coordinate, pairs } from './polecat.js';

/** PLOVER's sectors as CAMEO calls its types of actors; the rest have none. */
const TYPES: Readonly<Record<string, string>> = {
  BUS: 'BUS',
  COP: 'COP',
  CRM: 'CRM',
  CVL: 'CVL',
  EDU: 'EDU',
  ELI: 'ELI',
  GOV: 'GOV',
  JRN: 'MED',
  JUD: 'JUD',
  LAB: 'LAB',
  LEG: 'LEG',
  MED: 'HLH',
  MIL: 'MIL',
  OPP: 'OPP',
  PTY: 'PTY',
  REB: 'REB',
  REF: 'REF',
  SPY: 'SPY',
  AGR: 'AGR',
  UAF: 'UAF',
};

/** GDELT's kinds of places; ours are no finer. */
const GEO_TYPES = { country: '1', city: '4', region: '5', site: '4' } as const;

/**
 * An event as rows of GDELT 2.0, a row for each pair of actor and recipient.
 *
 * **Shape** what our record does not have is empty: tone, groups, religions, administrative codes and FIPS's codes of
 * countries. Counts of reports are those of the incident.
 */
export function gdeltRows(one: ExportedEvent, added: string): string[][] {
  const { event, report } = one;
  const day = dayOfEvent(one);
  const code = cameoCodeOf(event);
  if (day === null || code === null) return [];
  const { base, root } = basesOf(code);
  const date = day.replaceAll('-', '');
  const year = Number(day.slice(0, 4));
  const { place } = event;
  return pairs(event).map(([actor, recipient], index) => {
    const cells = new Map<string, string>([
      ['GLOBALEVENTID', String(numberOf(`${event.id}.${index}`))],
      ['SQLDATE', date],
      ['MonthYear', date.slice(0, 6)],
      ['Year', String(year)],
      ['FractionDate', (year + dayOfYear(day) / 365.25).toFixed(4)],
      ...actorCells(1, actor),
      ...actorCells(2, recipient),
      ['IsRootEvent', event.sentence < 2 ? '1' : '0'],
      ['EventCode', code],
      ['EventBaseCode', base],
      ['EventRootCode', root],
      ['QuadClass', String(QUAD_CATEGORIES.indexOf(event.quad) + 1)],
      ['GoldsteinScale', String(cameoOf(code)?.score ?? '')],
      ['NumMentions', String(1 + event.alsoAt.length)],
      ['NumSources', one.sources === null ? '' : String(one.sources)],
      ['NumArticles', one.reports === null ? '' : String(one.reports)],
      ['ActionGeo_Type', place === null ? '0' : GEO_TYPES[place.kind]],
      ['ActionGeo_FullName', plain(place?.name)],
      ['ActionGeo_Lat', coordinate(place?.latitude)],
      ['ActionGeo_Long', coordinate(place?.longitude)],
      ['DATEADDED', added],
      ['SOURCEURL', plain(report.url)],
    ]);
    return GDELT_COLUMNS.map((column) => cells.get(column) ?? '');
  });
}

function actorCells(side: 1 | 2, actor: Actor | null): [string, string][] {
  if (actor === null) return [];
  const types = actor.sectors.flatMap((sector) => TYPES[sector] ?? []).slice(0, 3);
  const country = actor.country ?? '';
  return [
    [`Actor${side}Code`, `${country}${types[0] ?? ''}`],
    [`Actor${side}Name`, plain(actor.name).toUpperCase()],
    [`Actor${side}CountryCode`, country],
    ...types.map((type, at): [string, string] => [`Actor${side}Type${at + 1}Code`, type]),
  ];
}

function dayOfYear(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / 86_400_000);
}

/** A whole number of 48 bits for an id of ours: GDELT's ids are numbers. **Source** FNV-1a, twice. */
function numberOf(id: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let at = 0; at < id.length; at++) {
    low = Math.imul(low ^ id.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ id.charCodeAt(at), 0x85ebca6b);
  }
  return (high & 0xffff) * 2 ** 32 + (low >>> 0);
}
