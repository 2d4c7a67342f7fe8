/**
 * Makes `data/language/lemma-exceptions.csv` anew: keeps the rows of origin `known`, which are written by hand, and
 * adds what spelling rules get wrong about the verbs of a word list and about forms that treebanks show twice.
 *
 * Usage: node dist/training/make-lemma-exceptions.js VERBS.txt TRAIN.conllu…
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  baseOfDegree,
  baseOfPlural,
  baseOfStem,
  baseOfThirdPerson,
  stemOf,
} from '../src/language/tagging/lemmatise-rules.js';
import { packagePath } from '../src/package-root.js';

const HEADER = 'form,class,lemma,origin';

interface Row {
  readonly form: string;
  readonly name: string;
  readonly lemma: string;
  readonly origin: 'known' | 'verbs' | 'ud';
}

const [verbsPath, ...treebanks] = process.argv.slice(2);
const target = packagePath('data', 'language', 'lemma-exceptions.csv');
const rows = new Map<string, Row>();
for (const line of readFileSync(target, 'utf8').split('\n').slice(1)) {
  const [form, name, lemma, origin] = line.split(',');
  if (origin === 'known') rows.set(`${form},${name}`, { form: form!, name: name!, lemma: lemma!, origin });
}
const seen = countForms(treebanks);
for (const row of stemRows(verbsPath === undefined ? [] : readFileSync(verbsPath, 'utf8').split('\n')))
  keep(row);
for (const row of seenRows()) keep(row);
const lines = [...rows.values()].map((row) => `${row.form},${row.name},${row.lemma},${row.origin}`);
writeFileSync(target, `${[HEADER, ...lines.sort()].join('\n')}\n`);

/** A row is added when the rules alone would get it wrong and no hand has written otherwise. */
function keep(row: Row) {
  const key = `${row.form},${row.name}`;
  if (!rows.has(key) && byRule(row) !== row.lemma) rows.set(key, row);
}

function byRule({ form, name }: Row): string | null {
  switch (name) {
    case 'stem':
      return baseOfStem(form);
    case 'noun':
      return baseOfPlural(form);
    case 'adjective':
      return baseOfDegree(form);
    case 'verb': {
      const stem = stemOf(form);
      if (form.endsWith('s')) return baseOfThirdPerson(form);
      return stem === null
        ? form
        : stem.endsWith('y')
          ? stem
          : (rows.get(`${stem},stem`)?.lemma ?? baseOfStem(stem));
    }
    default:
      return null;
  }
}

/** How often treebanks give a form, by class, each lemma. */
function countForms(paths: readonly string[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const line of paths.flatMap((path) => readFileSync(path, 'utf8').split('\n'))) {
    const [id, form, lemma, upos, xpos] = line.split('\t');
    if (xpos === undefined || !/^\d+$/u.test(id!)) continue;
    const name = classOf(form!, lemma!, upos!, xpos);
    // The first word of a sentence has its capital from there.
    if (name === 'proper' && id === '1') continue;
    if (name === null || !/^[\p{L}'.-]+$/u.test(form!) || lemma === '_') continue;
    const key = `${form!.toLowerCase()},${name}`;
    const lemmas = counts.get(key) ?? new Map<string, number>();
    counts.set(key, lemmas.set(lemma!.toLowerCase(), (lemmas.get(lemma!.toLowerCase()) ?? 0) + 1));
  }
  return counts;
}

function classOf(form: string, lemma: string, upos: string, xpos: string): string | null {
  if (upos === 'VERB' && xpos === 'VB') return 'base';
  if (upos === 'VERB' && /^VB[DGNZ]$/u.test(xpos)) return 'verb';
  if (upos === 'NOUN' && xpos === 'NNS') return 'noun';
  if (upos === 'ADJ' && /^JJ[RS]$/u.test(xpos)) return 'adjective';
  if (xpos === 'NNPS' && form === lemma) return 'proper';
  if (upos === 'ADJ' && xpos === 'JJ' && form === lemma && /^\p{Lu}\p{Ll}+$/u.test(form)) return 'proper';
  return null;
}

function stemRows(list: readonly string[]): Row[] {
  const bases = new Map<string, number>(
    list.filter((verb) => /^[a-z]{2,}$/u.test(verb)).map((verb) => [verb, 0]),
  );
  for (const [key, lemmas] of seen) {
    const [form, name] = key.split(',') as [string, string];
    const often = lemmas.get(form) ?? 0;
    if (name === 'base' && (often > 1 || bases.has(form))) bases.set(form, often);
  }
  const best = new Map<string, string>();
  for (const [base] of bases) {
    for (const stem of stemsOf(base)) {
      const rival = best.get(stem);
      if (rival === undefined || better(base, rival, stem, bases)) best.set(stem, base);
    }
  }
  return [...best].map(([form, lemma]) => ({ form, name: 'stem', lemma, origin: 'verbs' }));
}

function better(base: string, rival: string, stem: string, bases: ReadonlyMap<string, number>): boolean {
  const difference = bases.get(base)! - bases.get(rival)!;
  return difference === 0 ? baseOfStem(stem) === base : difference > 0;
}

/** What may stand before "-ed" or "-ing" in a base's regular forms. */
function stemsOf(base: string): string[] {
  if (/ie$/u.test(base)) return [];
  if (/[eoy]e$/u.test(base)) return [base, base.slice(0, -1)];
  if (base.endsWith('e')) return [base.slice(0, -1)];
  if (/[^aeiou]ic$/u.test(base)) return [`${base}k`];
  if (!/[^aeiou][aeiou][^aeiouwxy]$|qu[aeiou][^aeiouwxy]$/u.test(base)) return [base];
  const doubled = base + base.at(-1);
  return /^[^aeiou]*(?:qu)?[aeiou][^aeiou]$/u.test(base) ? [doubled] : [base, doubled];
}

/** Forms that a treebank shows at least twice with a lemma of its own, never once with what the rules say. */
function* seenRows(): Generator<Row> {
  for (const [key, lemmas] of seen) {
    const [form, name] = key.split(',') as [string, string];
    if (name === 'base') continue;
    const [lemma, often] = [...lemmas].sort((a, b) => b[1] - a[1])[0]!;
    const total = [...lemmas.values()].reduce((sum, one) => sum + one, 0);
    // Slips of the pen have lemmas too, and those teach nothing.
    if (!/^[a-z]{4,}$/u.test(form) || form.slice(0, 3) !== lemma.slice(0, 3)) continue;
    if (often < 2 || often < 0.7 * total) continue;
    yield { form, name, lemma, origin: 'ud' };
  }
}
