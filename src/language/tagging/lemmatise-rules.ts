/**
 * English inflection undone by spelling alone. Each function takes a lower-case form and answers with its base;
 * what spelling cannot tell stands in `data/language/lemma-exceptions.csv`.
 */

/** The base of a third person ("tries", "passes", "uses"). */
export function baseOfThirdPerson(form: string): string {
  if (form.endsWith('ies')) return form.length > 4 ? `${form.slice(0, -3)}y` : form.slice(0, -1);
  if (/(?:ss|sh|ch|x|zz|[^aeou]o|to)es$/u.test(form)) return form.slice(0, -2);
  return form.length > 2 && form.endsWith('s') && !form.endsWith('ss') ? form.slice(0, -1) : form;
}

/** What is left of "-ed" or "-ing"; null where the form has neither, or nothing before it. */
export function stemOf(form: string): string | null {
  if (form.endsWith('ied') && form.length > 3) return `${form.slice(0, -3)}y`;
  if (form.endsWith('ed') && form.length > 3) return form.slice(0, -2);
  if (/(?:ing|in['’])$/u.test(form) && form.length > 4) return form.slice(0, -3);
  return null;
}

/** The base that a stem is of: with its silent "e" back ("mak" → "make"), without doubling ("runn" → "run"). */
export function baseOfStem(stem: string): string {
  if (stem.length < 2) return stem;
  const last = stem.at(-1)!;
  const before = stem.at(-2)!;
  if (last === 'e') return /[eouy]e$/u.test(stem) ? stem : `${stem}e`;
  if (last === before && !'aeiou'.includes(last)) return undouble(stem, last);
  if (SILENT.test(stem)) return `${stem}e`;
  if (!PLAIN_END.has(last) && isShort(stem)) return `${stem}e`;
  return LONG_SILENT.test(stem) ? `${stem}e` : stem;
}

/** The base of a plural ("countries", "boxes", "gunmen"). */
export function baseOfPlural(form: string): string {
  if (/[a-z]{2}men$/u.test(form)) return `${form.slice(0, -2)}an`;
  if (/children$/u.test(form)) return form.slice(0, -3);
  if (/(?:li|kni|wi)ves$/u.test(form)) return `${form.slice(0, -3)}fe`;
  if (/(?:sel|shel|cal|hal|wol|loa|lea|thie|scar)ves$/u.test(form)) return `${form.slice(0, -3)}f`;
  if (form.endsWith('ies')) return form.length > 4 ? `${form.slice(0, -3)}y` : form.slice(0, -1);
  if (/(?:ss|sh|ch|x|zz|[^aeou]o|[^aeou]us)es$/u.test(form)) return form.slice(0, -2);
  if (/(?:lys|pothes|nthes|rkos|gnos|pheres)es$/u.test(form)) return `${form.slice(0, -2)}is`;
  return form.length > 2 && form.endsWith('s') && !/(?:ss|us|is)$/u.test(form) ? form.slice(0, -1) : form;
}

/** The base of a comparative or superlative ("bigger", "latest", "happier"). */
export function baseOfDegree(form: string): string {
  const stem = form.endsWith('est') ? form.slice(0, -3) : form.endsWith('er') ? form.slice(0, -2) : null;
  if (stem === null || stem.length < 2) return form;
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  const last = stem.at(-1)!;
  if (last === stem.at(-2) && !'aeiouls'.includes(last)) return stem.slice(0, -1);
  if (
    /(?:[cvug]|[aeiou][sz]|[rn]s|[^aeiourlw]l|[^aeiou][iou]r|[aiu]t|ng)$/u.test(stem) &&
    !DEGREE_PLAIN.test(stem)
  ) {
    return `${stem}e`;
  }
  return !PLAIN_END.has(last) && isShort(stem) && !DEGREE_PLAIN.test(stem) ? `${stem}e` : stem;
}

/** Consonants that are never doubled nor followed by a silent "e" as such. */
const PLAIN_END = new Set(['w', 'x', 'y', 'h', 'a', 'i', 'o', 'u', 'e']);

/** Endings that always take an "e" back: danced, argued, raised, merged, changed (not: belonged), settled. */
const SILENT =
  /(?:[^k]c|[uv]|[aeiouy][sz]|[nrlp]s|[dlr]g|iat|uat|[^aeiourlwy]l|(?:ch|r|cl|el|er|ev|sp)ang|[lp]oung)$/u;

/** Endings of longer words that do: create, decide, assume, require, engage (not: visit, open, offer, develop). */
const LONG_SILENT = /(?:[^aeiou](?:[au]t|[aeiou][dg]|[aiu]r|[iu]n|[aiou]k|u[ml]|il)|qu[io][rt])$/u;

const DEGREE_PLAIN = /(?:[ey]oung|[ao]ng|ight|eat|[ao]it|[^aeiou]ut|hit|great|fat|fast)$/u;

/** Whether a stem has one vowel, and that one just before its single last consonant: "hop", "writ", "quot". */
function isShort(stem: string): boolean {
  return /^(?:[^aeiouy]*|[^aeiou]*qu|y)[aeiouy][^aeiouwxy]$/u.test(stem);
}

function undouble(stem: string, last: string): string {
  if (last === 's' || last === 'z' || last === 'f') return stem;
  // "controll" and "cancell" were doubled; "kill", "recall" and "stonewall" were not.
  if (
    last === 'l' &&
    (/(?:[cfstw]all|[fk]ill|[pb]ull)$/u.test(stem) ||
      !/[aeiou][^aeiou]+[aeiou]ll$|[^aeiou][aeiou]{2}ll$/u.test(stem))
  )
    return stem;
  return stem.slice(0, -1);
}
