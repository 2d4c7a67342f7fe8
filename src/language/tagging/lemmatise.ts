import { readFileSync } from 'node:fs';
import type { Upos } from '../../document/document.js';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import { baseOfDegree, baseOfPlural, baseOfStem, baseOfThirdPerson, stemOf } from './lemmatise-rules.js';
import { LONGEST_KEPT } from './word-form.js';

/**
 * The lemma of a word with its tags: lower case but for proper nouns and what is written as one ("Russian", "NGO").
 *
 * **Shape** follows the English treebanks of Universal Dependencies: "'s" is `be`, `have` or `'s` by its tag, "n't" is
 * `not`, "an" is `a`, "these" is `this`, "me" is `I`, "States" in a name is `State`.
 * **Errors** `data.malformed` on first use, where the exceptions cannot be read.
 */
export function lemmatise(form: string, upos: Upos, xpos: string): string {
  if (form.length > LONGEST_KEPT) return work(form, upos, xpos);
  const key = `${form}\t${upos}\t${xpos}`;
  let lemma = cache.get(key);
  if (lemma === undefined) {
    lemma = work(form, upos, xpos);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(key, lemma);
  }
  return lemma;
}

/** Which forms a row of the exceptions is for. A `stem` is what stands before "-ed" or "-ing". */
const CLASSES = ['adjective', 'adverb', 'function', 'noun', 'proper', 'stem', 'verb'] as const;
type Class = (typeof CLASSES)[number];
type Exceptions = Readonly<Record<Class, ReadonlyMap<string, string>>>;

/** A report has a few thousand types; beyond this the memory is worth more than the time. */
const CACHE_LIMIT = 60_000;
const cache = new Map<string, string>();
let loaded: Exceptions | undefined;

function exceptions(): Exceptions {
  loaded ??= readExceptions(packagePath('data', 'language', 'lemma-exceptions.csv'));
  return loaded;
}

function work(form: string, upos: Upos, xpos: string): string {
  if (upos === 'PUNCT' || upos === 'SYM') return plainMark(form);
  const known = exceptions();
  if (xpos === 'NNP' || xpos === 'NNPS') return properLemma(form, upos, xpos, known);
  const lower = form.toLowerCase().replaceAll('’', "'");
  switch (upos) {
    case 'NUM':
      return /^\d[\d,]*$/u.test(form)
        ? form.replaceAll(',', '')
        : (known.function.get(lower) ?? keepCapitals(form));
    case 'PROPN':
      return form;
    case 'VERB':
    case 'AUX':
      return verbLemma(lower, xpos, known);
    case 'NOUN':
      return nounLemma(form, lower, xpos, known);
    case 'ADJ':
      if (xpos === 'JJR' || xpos === 'JJS') return known.adjective.get(lower) ?? baseOfDegree(lower);
      return isProperAdjective(form, lower, known) ? form : lower;
    case 'ADV':
      if (xpos === 'RBR' || xpos === 'RBS')
        return known.adverb.get(lower) ?? known.adjective.get(lower) ?? baseOfDegree(lower);
      return known.function.get(lower) === 'not' ? 'not' : lower;
    case 'PART':
      return xpos === 'POS' ? "'s" : (known.function.get(lower) ?? lower);
    case 'PRON':
      if (xpos === 'PRP' && lower === 'her') return 'she';
      if (xpos === 'PRP' && lower.endsWith("'s")) return 'we';
      return known.function.get(lower) ?? lower;
    case 'X':
      return form;
    default:
      return known.function.get(lower) ?? lower;
  }
}

function plainMark(form: string): string {
  if (/^[“”„«»]$|^``$|^''$/u.test(form)) return '"';
  if (/^[‘’‚`]$/u.test(form)) return "'";
  if (/^(?:–|--+)$/u.test(form)) return '-';
  return /^\.\.+$/u.test(form) ? '…' : form;
}

function properLemma(form: string, upos: Upos, xpos: string, known: Exceptions): string {
  const lower = form.toLowerCase();
  if (xpos === 'NNP' && upos === 'VERB') return recase(form, verbLemma(lower, 'VBN', known));
  if (xpos === 'NNP' || known.proper.has(lower)) return form;
  return recase(form, known.noun.get(lower) ?? baseOfPlural(lower));
}

/** Gives a lemma the capitals of its form: "States" → "State". */
function recase(form: string, lemma: string): string {
  let same = 0;
  while (same < lemma.length && form[same]?.toLowerCase() === lemma[same]) same += 1;
  return form.slice(0, same) + lemma.slice(same);
}

function verbLemma(lower: string, xpos: string, known: Exceptions): string {
  if (lower === "'d") return xpos === 'MD' ? 'would' : 'have';
  if (xpos === 'MD') return known.function.get(lower) ?? lower;
  if (xpos === 'VB' || xpos === 'VBP') return AS_BASE.get(lower) ?? lower;
  const exact = known.verb.get(lower) ?? prefixed(lower, known.verb, 3);
  if (exact !== undefined) return exact;
  if (xpos === 'VBZ') return baseOfThirdPerson(lower);
  const stem = stemOf(lower);
  if (stem === null || stem.endsWith('y')) return stem ?? lower;
  return known.stem.get(stem) ?? prefixed(stem, known.stem, LEAST) ?? baseOfStem(stem);
}

/** Finite and bare forms that are not their own base. */
const AS_BASE: ReadonlyMap<string, string> = new Map([
  ["'m", 'be'],
  ["'re", 'be'],
  ["'s", 'be'],
  ["'ve", 'have'],
  ['ai', 'be'],
  ['am', 'be'],
  ['are', 'be'],
  ['is', 'be'],
  ['m', 'be'],
  ['re', 'be'],
  ['was', 'be'],
  ['ve', 'have'],
  ['were', 'be'],
  ['wan', 'want'],
]);

const PREFIX = /^(?:re|un|over|out|under|mis|fore|pre|co|inter|counter|de|dis)-?(?=[a-z]{3})/u;

/** A shorter rest behind what looks like a prefix is chance: "reached" is not "re-ached". **Units** letters. */
const LEAST = 5;

/** An irregular verb behind a prefix: "rebuilt", "outsold", "misheard". */
function prefixed(lower: string, table: ReadonlyMap<string, string>, least: number): string | undefined {
  const prefix = PREFIX.exec(lower)?.[0];
  const base = prefix === undefined ? undefined : table.get(lower.slice(prefix.length));
  return base === undefined || base.length < least ? undefined : prefix + base;
}

function nounLemma(form: string, lower: string, xpos: string, known: Exceptions): string {
  if (xpos === 'NNS') {
    if (/^['’]?\d+s$/u.test(form)) return form;
    const acronym = /^((?:\p{Lu}|\d|\.){2,}|\p{Lu})['’]?s$/u.exec(form);
    if (acronym !== null) return acronym[1]!;
    const base = known.noun.get(lower) ?? baseOfPlural(lower);
    return known.proper.has(base) && form !== lower ? recase(form, base) : base;
  }
  return (xpos === 'NN' ? undefined : known.noun.get(lower)) ?? keepCapitals(form);
}

/** Short words in capitals are acronyms and keep them; longer ones are shouted. */
function keepCapitals(form: string): string {
  return /^(?=.*\p{Lu})[\p{Lu}\d&.-]{1,4}$/u.test(form) && form !== 'A' ? form : form.toLowerCase();
}

/** Adjectives made from names keep their capital: those of peoples and creeds, and acronyms. */
function isProperAdjective(form: string, lower: string, known: Exceptions): boolean {
  if (form === lower) return false;
  if (/^(?:\p{Lu}\.?){2,4}$/u.test(form)) return true;
  return known.proper.has(lower) || /^\p{Lu}\p{Ll}*(?:[^c]ian|ean|ese|iote|istani)$/u.test(form);
}

function readExceptions(path: string): Exceptions {
  const tables = Object.fromEntries(CLASSES.map((name) => [name, new Map<string, string>()])) as Record<
    Class,
    Map<string, string>
  >;
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '') continue;
    const [form, name, lemma, origin, ...rest] = line.split(',');
    const table = tables[name as Class];
    if (table === undefined || !form || !lemma || !origin || rest.length > 0) {
      throw new RapporteurError(
        'data.malformed',
        `Cannot read "${line}" in ${path}, line ${index + 1}. Each line is form,class,lemma,origin; the class is one of: ${CLASSES.join(', ')}.`,
      );
    }
    table.set(form, lemma);
  }
  return tables;
}
