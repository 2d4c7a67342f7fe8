import {
  type GoldName,
  type NamedGold,
  readNamedColumns,
  readNamedConllu,
} from '../../evaluation/entity-gold.js';
import { beginning, TYPES } from '../../src/language/names/label-names.js';
import { nameWords } from '../../src/language/names/name-words.js';
import { PHRASE_TYPES } from '../../src/language/names/phrase-labels.js';
import type { Sentence, TrainingSentence } from './treebank.js';

const NAME_TYPES: Readonly<Record<string, (typeof TYPES)[number]>> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
  event: 'event',
};

/** re3d's types; times, money and quantities are no phrases of ours. */
const PHRASES: Readonly<Record<string, (typeof PHRASE_TYPES)[number]>> = {
  person: 'person',
  organisation: 'organisation',
  location: 'place',
  nationality: 'people',
  weapon: 'weapon',
  militaryplatform: 'weapon',
  documentreference: 'document',
};

/** The sentences of a CoNLL-U file with the labels of GUM's names. */
export function withNames(sentences: readonly Sentence[], path: string): Sentence[] {
  const labels = readNamedConllu(path, nameWords()).flatMap((gold) => {
    const all = labelled(
      gold,
      gold.names.filter((name) => !isConjunction(gold, name)),
      (name) => beginning(typeOf(gold, name)),
    );
    return gold.doc.sentences.map(({ from, to }) => all.slice(from, to));
  });
  return sentences.map((sentence, index) => {
    const names = labels[index];
    if (names?.length !== sentence.words.length) {
      throw new Error(
        `${path}: sentence ${index + 1} has ${sentence.words.length} words, its names ${names?.length}.`,
      );
    }
    return { ...sentence, names };
  });
}

/** The sentences of a two-column file with the labels of re3d's phrases. */
export function readPhrases(path: string): TrainingSentence[] {
  return readNamedColumns(path, nameWords()).flatMap(({ doc, names }) => {
    const known = names.filter(({ type }) => type in PHRASES);
    const all = labelled({ doc, names }, known, ({ type }) =>
      beginning(PHRASE_TYPES.indexOf(PHRASES[type]!)),
    );
    return doc.sentences.map(({ from, to }) => ({
      words: doc.tokens.slice(from, to).map(({ text }) => text),
      phrases: all.slice(from, to),
    }));
  });
}

/** Labels of all words; of nested names the outer one. */
function labelled(
  { doc }: NamedGold,
  names: readonly GoldName[],
  labelOf: (name: GoldName) => number,
): number[] {
  const labels = new Array<number>(doc.tokens.length).fill(0);
  for (const name of [...names].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    if (labels.slice(name.from, name.to).some((label) => label !== 0)) continue;
    labels.fill(labelOf(name) + 1, name.from, name.to);
    labels[name.from] = labelOf(name);
  }
  return labels;
}

/** "France and Spain" as one: its parts stand by themselves. */
function isConjunction({ doc, names }: NamedGold, name: GoldName): boolean {
  if (!doc.upos.slice(name.from, name.to).includes('CCONJ')) return false;
  return names.some(
    (other) => other !== name && other.from >= name.from && other.to <= name.to && other.type === name.type,
  );
}

/** A country that acts is an organisation to some annotators; here it stays a place. */
function typeOf({ doc }: NamedGold, { from, to, type }: GoldName): number {
  const isCountry = to - from === 1 && nameWords().is(doc.tokens[from]!.text, 'country');
  return TYPES.indexOf(isCountry ? 'place' : (NAME_TYPES[type] ?? 'other'));
}
