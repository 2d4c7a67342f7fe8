import type { Event } from '../../reading/contract.js';

/** The code of CAMEO that an event goes by: its own, else the broadest that is its type; null where there is none. */
export function cameoCodeOf({ cameo, type }: Event): string | null {
  if (cameo !== null) return cameo;
  return ROOTS[type] ?? null;
}

/** The root of CAMEO that stands for a type of PLOVER where nothing finer is known. **Source** PLOVER's manual, table of conversion. */
const ROOTS: Partial<Record<Event['type'], string>> = {
  AGREE: '03',
  CONSULT: '04',
  SUPPORT: '05',
  COOPERATE: '06',
  AID: '07',
  CONCEDE: '08',
  RETREAT: '087',
  REQUEST: '10',
  ACCUSE: '11',
  REJECT: '12',
  THREATEN: '13',
  PROTEST: '14',
  MOBILIZE: '15',
  SANCTION: '16',
  COERCE: '17',
  ASSAULT: '19',
};

/** Base and root of a code: "1831" is of 183 and 18. */
export function basesOf(code: string): { readonly base: string; readonly root: string } {
  return { base: code.slice(0, 3), root: code.slice(0, 2) };
}
