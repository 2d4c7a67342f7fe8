/** PLOVER's actor sectors (manual of 4 February 2024). */
export const SECTORS = [
  'COP',
  'GOV',
  'JUD',
  'LEG',
  'MIL',
  'PRM',
  'PTY',
  'REB',
  'SPY',
  'UAF',
  'UNK',
  'AGR',
  'BUS',
  'CRM',
  'CVL',
  'EDU',
  'ELI',
  'JRN',
  'LAB',
  'MED',
  'REF',
  'OPP',
  'PRE',
  'REL',
  'SOC',
] as const;

export type Sector = (typeof SECTORS)[number];

/** What stands in place of a country for actors that belong to none. */
export const INTERNATIONAL_CODES = ['UNO', 'EUR', 'IGO', 'NGO', 'IMG', 'MNC', 'ISM'] as const;

const INTERNATIONAL: ReadonlySet<string> = new Set(INTERNATIONAL_CODES);

/** Whether a code is a state's, not that of a kind of international body. */
export function isState(code: string | null): code is string {
  return code !== null && !INTERNATIONAL.has(code);
}
