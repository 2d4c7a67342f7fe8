import { lemmatise } from '../tagging/lemmatise.js';
import type { HeadlineWords } from './known-words.js';

/** How a headline may be read: by the word that everything hangs on and what it is. */
export interface Guess {
  readonly kind: 'finite' | 'passive' | 'progressive' | 'future' | 'predicate' | 'none';
  /** The word that would be the root; -1 where the parser is to say. */
  readonly at: number;
  /** Universal and Penn tag of that word; empty where there is none. */
  readonly tag: string;
  /** Whether words beside it that look like verbs are taken for nouns. */
  readonly alone: boolean;
}

export const NO_GUESS: Guess = { kind: 'none', at: -1, tag: '', alone: false };

/** What a headline leaves out, put back in one of the ways that it could be read. */
export interface Expansion {
  readonly words: readonly string[];
  /** Parallel to `words`: the headline's word that each stands for, -1 for what was put in. */
  readonly origins: readonly number[];
  /** Tags that words of the expansion must have, by place. */
  readonly forced: ReadonlyMap<number, string>;
  /** Tags that the headline's own words have, where the expansion gives them in another form. */
  readonly restored: ReadonlyMap<number, string>;
}

/**
 * A full sentence for a guess: articles, auxiliaries, "will" for "to", "and" for a comma, and a full stop. Finite verbs
 * get an auxiliary too ("The police will arrest the arsonist."), for it makes plain where the subject ends.
 *
 * **Shape** `tags` are those that the headline's words were taken for, parallel to `words`.
 */
export function expandHeadline(
  words: readonly string[],
  tags: readonly string[],
  guess: Guess,
  known: HeadlineWords,
): Expansion {
  const { kind, at: verb } = guess;
  const own = retag(words, tags, guess);
  const isMany = isPlural(words, own, verb);
  const out: string[] = [];
  const origins: number[] = [];
  const forced = new Map<number, string>();
  const restored = new Map<number, string>();
  const put = (word: string, origin: number, tag?: string) => {
    if (tag !== undefined) forced.set(out.length, tag);
    out.push(word);
    origins.push(origin);
  };
  const putAs = (word: string, origin: number, tag: string, forcedTag?: string) => {
    restored.set(origin, tag);
    put(word, origin, forcedTag);
  };
  const putVerb = (at: number) => {
    const { tag } = guess;
    const word = words[at]!;
    if (kind === 'predicate') put(word, at);
    else if (kind !== 'finite') put(word, at, tag);
    else if (tag === 'VERB|VBD') putAs(word, at, tag, 'VERB|VBN');
    else putAs(lemmatise(word, 'VERB', tag.slice(-3)), at, tag, 'VERB|VB');
  };
  const auxiliaryAt = kind === 'predicate' && isPreposition(tags[verb - 1]) ? verb - 1 : verb;
  for (const [at, word] of words.entries()) {
    const added = at === auxiliaryAt ? auxiliaryOf(guess, isMany) : null;
    if (added !== null) put(added, -1);
    if (at === verb) putVerb(at);
    else if (kind === 'future' && at === verb - 1) putAs('will', at, 'PART|TO', 'AUX|MD');
    else if (word === ',' && (at < verb ? isListComma(own, at, verb) : goesOn(words[at + 1], guess, known)))
      putAs('and', at, 'PUNCT|,');
    else if (at > verb + 1 && words[at - 1] === ',' && goesOn(word, guess, known)) putVerb(at);
    else {
      if (needsArticle(own, at, verb)) put(at === 0 ? 'The' : 'the', -1);
      const lower = lowerFirst(word);
      const isInside = at === 0 && out.length > 0 && known.isCommon(lower);
      put(isInside ? lower : word, at, own[at] === tags[at] ? undefined : own[at]);
    }
  }
  if (!/[.?!]$/.test(words.at(-1) ?? '')) put('.', -1);
  return { words: out, origins, forced, restored };
}

/** A verb tag that needs no auxiliary before it to be one in its place. */
const VERBAL = /^VERB\|VB[DPZ]?$/;
/** What a clause of its own may open with. */
const OPENS = /^(?:SCONJ|CCONJ|AUX|PUNCT)\||\|(?:W\w+\$?|TO|PRP|EX)$/;

/** Words in the clause of the verb that are tagged as verbs themselves, though no clause of their own opens. */
export function nounsBeside(tags: readonly string[], verb: number): ReadonlySet<number> {
  const found = new Set<number>();
  let isOpen = false;
  for (const [at, tag] of tags.entries()) {
    if (at === verb) isOpen = false;
    else if (OPENS.test(tag)) isOpen = true;
    else if (!isOpen && VERBAL.test(tag)) found.add(at);
  }
  return found;
}

/** The tags that go with a guess: a subject ends in a noun, and what is taken for a noun is one. */
function retag(words: readonly string[], tags: readonly string[], guess: Guess): readonly string[] {
  const { kind, at: verb, tag: verbTag } = guess;
  const nouns = guess.alone ? nounsBeside(tags, verb) : undefined;
  const hasSubject = kind !== 'future' && kind !== 'predicate';
  return tags.map((tag, at) => {
    const word = words[at]!;
    if (at === verb) return verbTag;
    if (nouns?.has(at)) return nounOf(word);
    if (at !== verb - 1 || !hasSubject || !/^(?:ADJ|VERB|X|INTJ)/.test(tag)) return tag;
    return /^\p{Lu}/u.test(word) ? 'PROPN|NNP' : nounOf(word);
  });
}

function nounOf(word: string): string {
  return /[^s]s$/i.test(word) ? 'NOUN|NNS' : 'NOUN|NN';
}

function auxiliaryOf({ kind, tag }: Guess, isMany: boolean): string | null {
  if (kind === 'finite') return tag === 'VERB|VBD' ? 'had' : 'will';
  if (kind === 'passive') return isMany ? 'were' : 'was';
  if (kind === 'progressive' || kind === 'predicate') return isMany ? 'are' : 'is';
  return null;
}

function isPlural(words: readonly string[], tags: readonly string[], verb: number): boolean {
  for (let at = 0; at < verb && !isPreposition(tags[at]); at++) {
    if (words[at] === 'and' || words[at] === ',') return true;
    if (/NNP?S$|\|CD$/.test(tags[at]!) && !tags[at + 1]!.includes('NN')) return true;
  }
  return false;
}

function isPreposition(tag: string | undefined): boolean {
  return tag?.endsWith('|IN') ?? false;
}

/** What a noun phrase without its article is made of. */
const INNER = /\|(?:JJ[RS]?|NNP?S?|CD|HYPH|VBG|VBN|POS)$/;

/** "France, Mali sign": nothing but noun phrases before the verb. */
function isListComma(tags: readonly string[], comma: number, verb: number): boolean {
  for (let at = 0; at < verb; at++) if (at !== comma && !INNER.test(tags[at]!)) return false;
  return comma > 0 && comma + 1 < verb;
}

/** "…, kills two": a verb of the same form after a comma. */
function goesOn(word: string | undefined, { at, tag }: Guess, known: HeadlineWords): boolean {
  if (word === undefined || at < 0 || !/^\p{Ll}+$/u.test(word) || !known.isVerb(word)) return false;
  const isS = /[^s]s$/.test(word);
  const isPast = lemmatise(word, 'VERB', 'VBD') !== word;
  if (tag === 'VERB|VBZ') return isS;
  if (/VB[ND]$/.test(tag)) return isPast;
  return /VBP?$/.test(tag) && !isS && !isPast && !/ing$/.test(word);
}

const BARE_START = /\|(?:CD|POS|HYPH)$/;
const BEFORE_INNER = /\|(?:JJ[RS]?|NNP?S?|CD|HYPH|VBG|VBN|POS|DT|PRP\$)$/;

/** Where a noun phrase begins that ends in a single common noun and has no article, number or owner. */
function needsArticle(tags: readonly string[], at: number, verb: number): boolean {
  if (!INNER.test(tags[at]!) || BARE_START.test(tags[at]!)) return false;
  if (at > 0 && at - 1 !== verb && BEFORE_INNER.test(tags[at - 1]!)) return false;
  let last = at;
  while (last + 1 < tags.length && last + 1 !== verb && INNER.test(tags[last + 1]!)) {
    if (tags[last + 1]!.endsWith('|POS')) return false;
    last += 1;
  }
  return tags[last]!.endsWith('|NN') || (at === 0 && /NN$/.test(tags[at]!));
}

function lowerFirst(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word[0]!.toLowerCase() + word.slice(1) : word;
}
