import type { Sentence } from './treebank.js';

const SHORTEST = 4;
const LONGEST = 22;

/** What becomes of one word of a sentence: gone, or another word and tag. */
interface Word {
  readonly text: string;
  readonly tag: string;
}

/** The main clause: its verb, and what must be known of the whole to change a word. */
interface Clause {
  readonly root: number;
  readonly isPlural: boolean;
  /** How many verbs help the main one. */
  readonly helpers: number;
}

/**
 * Some sentences as a headline would have them: no articles, no forms of "be" that help or link, the past told in the
 * present, "to" for "will", a comma for an "and" between names, no full stop. Treebanks hold next to no headlines.
 */
export function asHeadlines(sentences: readonly Sentence[], share: number, next: () => number): Sentence[] {
  const found: Sentence[] = [];
  for (const sentence of sentences) {
    if (next() >= share) continue;
    const headline = asHeadline(sentence, next);
    if (headline === undefined) continue;
    found.push(headline);
    const planned = asPlan(headline);
    if (planned !== undefined && next() < 0.5) found.push(planned);
  }
  return found;
}

/** "France to expel envoy": a headline in the present as one of what is to come. */
function asPlan({ words, lemmas, tags, heads, relations }: Sentence): Sentence | undefined {
  const verb = heads.indexOf(0);
  if (!/^VERB\|VB[ZP]$/.test(tags[verb]!) || relations.includes('aux')) return undefined;
  const insert = <T>(all: readonly T[], ...some: readonly T[]) => [
    ...all.slice(0, verb),
    ...some,
    ...all.slice(verb + 1),
  ];
  const later = (head: number) => (head > verb ? head + 1 : head);
  return {
    words: insert(words, 'to', lemmas[verb]!),
    lemmas: insert(lemmas, 'to', lemmas[verb]!),
    tags: insert(tags, 'PART|TO', 'VERB|VB'),
    heads: insert(heads.map(later), verb + 2, 0),
    relations: insert(relations, 'mark', 'root'),
  };
}

/** **Shape** undefined where no headline can be made of the sentence: it tells nothing of anybody. */
export function asHeadline(sentence: Sentence, next: () => number): Sentence | undefined {
  const { words, tags, heads, relations } = sentence;
  const root = heads.indexOf(0);
  const size = words.length;
  if (size < SHORTEST || size > LONGEST || root < 1 || words[size - 1] !== '.') return undefined;
  const subject = relations.findIndex((relation, at) => /^nsubj/.test(relation) && heads[at] === root + 1);
  if (subject < 0 || subject > root || !/^(?:NOUN|PROPN)/.test(tags[subject]!)) return undefined;
  if (!tags[root]!.startsWith('VERB')) return undefined;
  const isPlural =
    /S$/.test(tags[subject]!) || relations.some((one, at) => one === 'conj' && heads[at] === subject + 1);
  const helpers = words.filter((_, at) => heads[at] === root + 1 && /^aux/.test(relations[at]!)).length;
  const told = words.map((_, at) => tell(sentence, at, { root, isPlural, helpers }, next));
  return keep(sentence, told, next() < 0.25);
}

function tell(
  { words, lemmas, tags, heads, relations }: Sentence,
  at: number,
  { root, isPlural, helpers }: Clause,
  next: () => number,
): Word | undefined {
  const same = { text: words[at]!, tag: tags[at]! };
  const lemma = lemmas[at]!;
  const head = heads[at]! - 1;
  const hasDependents = heads.includes(at + 1);
  if (at === words.length - 1) return undefined;
  if (relations[at] === 'det' && /^(?:the|an?)$/i.test(words[at]!)) return undefined;
  const helps = head === root && relations[at]!.startsWith('aux') && !hasDependents;
  if (helps && lemma === 'be' && helpers === 1) return undefined;
  if (helps && /^will$/i.test(words[at]!) && helpers < 3) {
    return { text: 'to', tag: 'PART|TO' };
  }
  const isListed = relations[at] === 'cc' && relations[head] === 'conj' && /^PROPN/.test(tags[head]!);
  if (isListed && lemma === 'and' && next() < 0.5) return { text: ',', tag: 'PUNCT|,' };
  const isTold = at === root || (relations[at] === 'conj' && head === root);
  const isHelped = relations.some((one, other) => /^(?:aux|cop)/.test(one) && heads[other] === at + 1);
  if (!isTold || isHelped || tags[at] !== 'VERB|VBD') return same;
  return isPlural ? { text: lemma, tag: 'VERB|VBP' } : { text: present(lemma), tag: 'VERB|VBZ' };
}

/** The third person of a verb. */
function present(lemma: string): string {
  if (lemma === 'have') return 'has';
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

/** The sentence of what is kept; heads are counted anew. No head is lost, for only leaves are left out. */
function keep(
  sentence: Sentence,
  told: readonly (Word | undefined)[],
  isCapital: boolean,
): Sentence | undefined {
  const places = new Map<number, number>([[0, 0]]);
  const kept: number[] = [];
  told.forEach((word, at) => {
    if (word === undefined) return;
    kept.push(at);
    places.set(at + 1, kept.length);
  });
  const heads = kept.map((at) => places.get(sentence.heads[at]!));
  if (kept.length < 3 || heads.includes(undefined)) return undefined;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    words: kept.map((at, index) => (index === 0 || isCapital ? capital(told[at]!.text) : told[at]!.text)),
    lemmas: kept.map((at) => sentence.lemmas[at]!),
    tags: kept.map((at) => told[at]!.tag),
    heads: heads.map((head) => head!),
    relations: kept.map((at) =>
      told[at]!.tag === 'PART|TO' ? 'mark' : told[at]!.tag === 'PUNCT|,' ? 'punct' : sentence.relations[at]!,
    ),
  };
}
