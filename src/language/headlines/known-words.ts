import { readFileSync } from 'node:fs';
import { RapporteurError } from '../../errors.js';
import { packagePath } from '../../package-root.js';
import { nameWords } from '../names/name-words.js';
import { lemmatise } from '../tagging/lemmatise.js';
import type { KnownWords } from './sentence-case.js';

const VERB_KINDS = ['either', 'verb'] as const;
export type VerbKind = (typeof VERB_KINDS)[number];

/** What the words that the parser learned from, and the lists of names, tell of words. */
export interface HeadlineWords extends KnownWords {
  /** Whether a word in lower case, or another form of it, has been seen as a verb. */
  readonly isVerb: (word: string) => boolean;
  /** Whether headlines use a word in lower case as a verb and hardly otherwise, as a verb or a noun, or neither. */
  readonly verbKind: (word: string) => VerbKind | null;
}

/** Kinds of names that are never common words as well. */
const NAMES = ['country', 'place', 'people', 'male', 'female'] as const;

/** **Shape** `seenAs` as the parser's model has it. */
export function makeHeadlineWords(seenAs: Readonly<Record<string, string>>): HeadlineWords {
  let read: ReadonlyMap<string, string> | undefined;
  const has = (word: string, kind: RegExp) => {
    read ??= kindsByWord(seenAs);
    return (
      read
        .get(word)
        ?.split(' ')
        .some((one) => kind.test(one)) ?? false
    );
  };
  const verbs = readVerbs();
  const verbKind = (word: string) => verbs.get(lemmatise(word, 'VERB', verbTag(word))) ?? null;
  const isVerb = (word: string) => {
    if (verbKind(word) !== null) return true;
    const lemma = lemmatise(word, 'VERB', verbTag(word));
    const stem = lemma.replace(/e$/, '');
    const forms = [word, lemma, `${lemma}s`, `${stem}ed`, `${stem}ing`];
    return forms.some((form) => has(form, /^VERB/));
  };
  const isCommon = (word: string) =>
    has(word, /^(?!PROPN)/) ||
    has(lemmatise(word, 'NOUN', /[^s]s$/.test(word) ? 'NNS' : 'NN'), /^(?:NOUN|ADJ)/) ||
    isVerb(word);
  return {
    isVerb,
    verbKind,
    isCommon,
    isName: (word) => {
      if (NAMES.some((kind) => nameWords().is(word, kind))) return true;
      return has(word, /^PROPN/) && !has(word, /^(?!PROPN)/) && !has(word.toLowerCase(), /^(?!PROPN|NOUN|X)/);
    },
  };
}

/** The kinds of each word, a space between them. */
function kindsByWord(seenAs: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const [kind, words] of Object.entries(seenAs)) {
    for (const word of words.split(' ')) {
      const others = kinds.get(word);
      kinds.set(word, others === undefined ? kind : `${others} ${kind}`);
    }
  }
  return kinds;
}

let loaded: ReadonlyMap<string, VerbKind> | undefined;

/** The verbs of headlines by lemma, read on first use. **Errors** `data.malformed`. */
function readVerbs(): ReadonlyMap<string, VerbKind> {
  loaded ??= parseVerbs(packagePath('data', 'language', 'headline-verbs.csv'));
  return loaded;
}

function parseVerbs(path: string): Map<string, VerbKind> {
  const verbs = new Map<string, VerbKind>();
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (index === 0 || line === '') continue;
    const [lemma, name, ...rest] = line.split(',');
    const kind = VERB_KINDS.find((one) => one === name);
    if (!lemma || kind === undefined || rest.length > 0) {
      throw new RapporteurError(
        'data.malformed',
        `Cannot read "${line}" in ${path}, line ${index + 1}. Each line is lemma,kind; the kind is one of: ${VERB_KINDS.join(', ')}.`,
      );
    }
    verbs.set(lemma, kind);
  }
  return verbs;
}

function verbTag(word: string): string {
  if (/ing$/.test(word)) return 'VBG';
  return /[^s]s$/.test(word) ? 'VBZ' : 'VBD';
}
