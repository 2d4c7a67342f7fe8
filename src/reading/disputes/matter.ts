import type { Parsed } from '../../document/document.js';
import { cut, type Span } from '../../document/span.js';
import { baseRelation, childrenBy, cover, subtree } from '../../document/tree.js';
import { type CueClass, cueEntry } from '../statements/cue-lexicon.js';
import type { Setting } from '../statements/setting.js';

/** What an accusation or a denial is about. */
export interface Matter {
  /** A short phrase of the text; null where the statement names nothing. */
  readonly about: Span | null;
  /** Lemmas of its nouns and verbs, by which one telling of a matter is known from another. */
  readonly words: ReadonlySet<string>;
  /** Whether the text itself only supposes it: "a suspected attack". */
  readonly alleged: boolean;
}

/** **Units** tokens. */
const LONGEST = 12;

/** Words that go with any accusation and so tell none apart. */
const GENERIC = new Set(
  `be have do say tell get make take go come responsible responsibility blame accusation allegation claim charge
  report statement involvement role part hand deny accuse suggestion government country state official president
  minister leader spokesman spokeswoman people person man woman year month week day time thing way part number side
  force group authority party`.split(/\s+/),
);

const SUPPOSED = new Set([
  'suspected',
  'alleged',
  'apparent',
  'reported',
  'purported',
  'supposed',
  'possible',
]);

/** The matter of an act of blame or denial: the words that hang on its word, and its content. */
export function matterOf(setting: Setting, word: number, content: readonly number[]): Matter {
  const head = matterHead(setting, word);
  const phrase = head === undefined ? [...content] : phraseOf(setting, head);
  const about = spanOf(setting, phrase.length > 0 ? phrase : [...content]);
  const alleged = phrase.some((token) => SUPPOSED.has(setting.doc.tokens[token]!.text.toLowerCase()));
  return { about, words: wordsOf(setting, [...new Set([...phrase, ...content])]), alleged };
}

/** What somebody is blamed for: "blamed M on A", "blamed A for M", "M that B blames on A", "accused A of M". */
function matterHead({ doc, timed }: Setting, word: number): number | undefined {
  const obliques = childrenBy(doc, word, 'obl', 'nmod', 'advcl', 'acl').filter((one) => timed[one] === 0);
  const all = childrenBy(doc, word, 'obj', 'nsubj:pass');
  // A preposition may stand deep in its phrase where the parser has a name wrong: its place tells, not its branch.
  const objects = all.filter((one) => doc.upos[firstToken(doc, one)] !== 'ADP');
  if ([...obliques, ...all].some((one) => doc.tokens[firstToken(doc, one)]!.text.toLowerCase() === 'on')) {
    const object = objects.find((one) => doc.upos[one] === 'NOUN' || doc.upos[one] === 'PROPN');
    if (object !== undefined) return object;
    if (baseRelation(doc, word) === 'acl') return doc.tree.heads[word];
  }
  // "Blamed Iran for attacks": the parser may hang the reason on the one who is blamed.
  const attached = objects.flatMap((one) => childrenBy(doc, one, 'nmod', 'acl', 'advcl'));
  const reason = [...obliques, ...attached].find((one) => isLed(doc, one));
  return reason ?? (obliques.length === 0 ? objects.find((one) => doc.upos[one] === 'NOUN') : undefined);
}

function firstToken(doc: Parsed, head: number): number {
  return subtree(doc, head)[0]!;
}

const REASON = new Set(['for', 'of', 'over', 'with']);

/** Whether a phrase or clause begins with a word that gives the reason. */
function isLed(doc: Parsed, head: number): boolean {
  return childrenBy(doc, head, 'case', 'mark').some((one) => REASON.has(doc.tokens[one]!.text.toLowerCase()));
}

/** A noun phrase without its relative clauses and leading preposition, or a clause from its first word on. */
function phraseOf({ doc }: Setting, head: number): number[] {
  const skip = (child: number) => {
    const relation = doc.tree.relations[child]!;
    const own = doc.tree.heads[child] === head;
    return relation === 'acl:relcl' || relation === 'punct' || (own && LEADING.has(relation));
  };
  return subtree(doc, head, skip);
}

const LEADING = new Set(['case', 'mark', 'det', 'conj', 'cc', 'appos', 'parataxis']);

/** Tokens as one short span; a long one is cut off after `LONGEST` tokens. */
function spanOf({ doc }: Setting, tokens: readonly number[]): Span | null {
  if (tokens.length === 0) return null;
  const { from, to } = cover(tokens);
  const last = Math.min(to, from + LONGEST) - 1;
  return cut(doc.report.text, doc.tokens[from]!.start, doc.tokens[last]!.end);
}

/** Words for saying and thinking are about the telling, not about what is told. */
const MENTAL: ReadonlySet<CueClass | undefined> = new Set(['speech', 'belief', 'feeling', 'citation']);

/** Lemmas of nouns and verbs among the tokens, but for those that go with anything. */
export function wordsOf({ doc, lexicon }: Setting, tokens: readonly number[]): Set<string> {
  const words = new Set<string>();
  for (const token of tokens) {
    const upos = doc.upos[token]!;
    if (upos !== 'NOUN' && upos !== 'VERB') continue;
    const lemma = doc.lemmas[token]!.toLowerCase();
    if (GENERIC.has(lemma) || MENTAL.has(cueEntry(lexicon, upos, lemma)?.class)) continue;
    words.add(lemma);
  }
  return words;
}
