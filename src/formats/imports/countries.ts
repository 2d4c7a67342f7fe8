import { loadCountries } from '../../registry/countries.js';
import { foldName } from '../../registry/gazetteer/fold.js';
import { INTERNATIONAL_CODES } from '../../registry/sectors.js';

/** CAMEO's codes that differ from those of ISO 3166. */
const CAMEO_CODES: Readonly<Record<string, string>> = {
  GZS: 'PSE',
  KSV: 'XKX',
  ROM: 'ROU',
  TMP: 'TLS',
  WBK: 'PSE',
  ZAR: 'COD',
};

let shared: { readonly codes: ReadonlySet<string>; readonly byName: ReadonlyMap<string, string> } | undefined;

function known() {
  if (shared === undefined) {
    const countries = loadCountries();
    const byName = new Map<string, string>();
    for (const { code, name, aliases } of countries.values())
      for (const spelling of [name, ...aliases]) byName.set(foldName(spelling), code);
    shared = { codes: new Set([...countries.keys(), ...INTERNATIONAL_CODES]), byName };
  }
  return shared;
}

/** Our code for CAMEO's code of a country or kind of body; null for regions and what is not known. */
export function fromCameoCode(code: string): string | null {
  const own = CAMEO_CODES[code] ?? code;
  return known().codes.has(own) ? own : null;
}

/** The code of a country by its name or code. */
export function fromName(name: string): string | null {
  const { codes, byName } = known();
  return codes.has(name) ? name : (byName.get(foldName(name)) ?? null);
}
