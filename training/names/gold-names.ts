import { statSync } from 'node:fs';
import {
  type GoldName,
  type NamedGold,
  nameCore,
  readNamedColumns,
  readNamedConllu,
} from '../../evaluation/entity-gold.js';
import { type LanguageModel, parse, tag } from '../../src/language/index.js';
import { beginning, TYPES } from '../../src/language/names/label-names.js';
import type { NameWords } from '../../src/language/names/name-words.js';
import { readMeantimeNames } from './meantime.js';

/** A report to learn from, with our own tags and tree. */
export interface NamedReport extends NamedGold {
  /** Gold labels of its tokens; of nested names the outer one. */
  readonly labels: Uint8Array;
  /** Names that stand for themselves, nested ones too; conjoined names are left to their parts. */
  readonly single: readonly GoldName[];
  /** Whether every name is marked. Where not, a proper noun outside of names teaches nothing. */
  readonly complete: boolean;
}

const KNOWN: Readonly<Record<string, (typeof TYPES)[number]>> = {
  person: 'person',
  organization: 'organisation',
  organisation: 'organisation',
  place: 'place',
  location: 'place',
  event: 'event',
};

/** Two-column files do not say where a report ends. */
const SENTENCES_EACH = 25;

/** Reports of a CoNLL-U file with GUM's entities, a two-column file or a MEANTIME folder. */
export function readReports(path: string, language: LanguageModel): NamedReport[] {
  const { words } = language.names;
  const complete = path.endsWith('.conllu');
  return readGold(path, words).map(({ doc, names }) => {
    const parsed = parse.run(tag.run(doc, language), language);
    const cores = complete ? names : names.flatMap((name) => nameCore(parsed, name, words) ?? []);
    const single = cores.filter(
      (name) => name.type !== 'time' && name.type !== 'temporal' && !isConjunction(parsed, cores, name),
    );
    return { doc: parsed, names: cores, single, labels: labelsOf(parsed, single, words), complete };
  });
}

function readGold(path: string, words: NameWords): NamedGold[] {
  if (path.endsWith('.conllu')) return readNamedConllu(path, words);
  return statSync(path).isDirectory()
    ? readMeantimeNames(path, words)
    : readNamedColumns(path, words, SENTENCES_EACH);
}

export function typeOfGold({ type }: GoldName): (typeof TYPES)[number] {
  return KNOWN[type] ?? 'other';
}

function labelsOf(doc: NamedGold['doc'], names: readonly GoldName[], words: NameWords): Uint8Array {
  const labels = new Uint8Array(doc.tokens.length);
  for (const name of [...names].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    if (labels.subarray(name.from, name.to).some((label) => label !== 0)) continue;
    // A country that acts is an organisation to some annotators; here it stays a place.
    const isCountry = name.to - name.from === 1 && words.is(doc.tokens[name.from]!.text, 'country');
    const type = TYPES.indexOf(isCountry ? 'place' : typeOfGold(name));
    labels.fill(beginning(type) + 1, name.from, name.to);
    labels[name.from] = beginning(type);
  }
  return labels;
}

function isConjunction(doc: NamedGold['doc'], names: readonly GoldName[], name: GoldName): boolean {
  if (!doc.upos.slice(name.from, name.to).includes('CCONJ')) return false;
  return names.some(
    (other) => other !== name && other.from >= name.from && other.to <= name.to && other.type === name.type,
  );
}
