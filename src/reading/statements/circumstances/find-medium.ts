import type { Document } from '../../../document/document.js';
import { cut } from '../../../document/span.js';
import { childrenBy, subtree } from '../../../document/tree.js';
import { TURN } from '../../../language/references/find-turns.js';
import type { Statement } from '../../contract.js';
import type { Attribution } from '../find-attributions.js';
import { type MediaLexicon, type MediumEntry, mediaLexicon } from './media-lexicon.js';
import { prepositionsOf } from './prepositions.js';
import type { TellingWords } from './telling-words.js';

export type Medium = Statement['medium'];

/** Prepositions behind which a medium stands. */
const BEHIND = new Set('at by during in inside on over through to via within'.split(' '));
/** Verbs that make a text or an occasion: "issued a statement saying", "held a briefing". */
const MAKING = new Set(
  `address air begin broadcast close deliver end file give hold issue make open post publish read release send share sign
  submit take write`.split(/\s+/),
);

/**
 * The way in which something was said, where the words around it tell: "in an interview", "tweeted", "told a briefing",
 * "the letter says", "issued a statement".
 *
 * Of a statement that was posted it is the post that counts. What somebody says of himself in the turns of a printed
 * interview was said there.
 */
export function findMedium(doc: Document, attribution: Attribution, words: TellingWords): Medium {
  const lexicon = mediaLexicon();
  for (const token of candidates(doc, attribution, words)) {
    const entry = entryAt(doc, lexicon, token.at, token.part);
    if (entry === undefined || (token.mustSpeak && !entry.speaks)) continue;
    const posted = postWithin(doc, lexicon, token.at, words);
    if (posted !== undefined) return { kind: 'post', span: spanOf(doc, posted, lexicon) };
    return { kind: entry.medium, span: spanOf(doc, token.at, lexicon) };
  }
  return null;
}

interface Candidate {
  readonly at: number;
  readonly part: 'verb' | 'noun';
  readonly mustSpeak: boolean;
}

/** Words that may tell a medium, the likeliest first. */
function* candidates(
  doc: Document,
  { cue, head, source }: Attribution,
  words: TellingWords,
): Generator<Candidate> {
  for (const host of words.hosts) yield { at: host, part: 'verb', mustSpeak: false };
  for (let token = cue.from; token < cue.to; token++)
    if (token !== head && isNominal(doc, token)) yield { at: token, part: 'noun', mustSpeak: false };
  if (isNominal(doc, head)) yield { at: head, part: 'noun', mustSpeak: true };
  for (const host of words.hosts) {
    for (const child of childrenBy(doc, host, 'obl', 'nmod', 'obj')) {
      if (words.isContent(child) || !isNominal(doc, child)) continue;
      const isObject = doc.tree.relations[child] === 'obj';
      const isThere = isObject
        ? MAKING.has(doc.lemmas[host]!.toLowerCase())
        : prepositionsOf(doc, child).some(
            (word) => BEHIND.has(word) && !(word === 'by' && isName(doc, child)),
          );
      if (isThere) yield { at: child, part: 'noun', mustSpeak: false };
    }
    // "A press conference claiming …": the verb hangs on what was held.
    const above = doc.tree.heads[host]!;
    if (doc.tree.relations[host] === 'acl' && isNominal(doc, above)) {
      yield { at: above, part: 'noun', mustSpeak: false };
    }
  }
  const heads = source.filter((token) => !source.includes(doc.tree.heads[token]!) && isNominal(doc, token));
  for (const token of heads) if (isOneText(doc, token)) yield { at: token, part: 'noun', mustSpeak: true };
}

/** "Reports said" tells of no report of anybody's. */
function isOneText(doc: Document, token: number): boolean {
  const hasMaker = childrenBy(doc, token, 'nmod', 'nmod:poss').length > 0;
  return hasMaker || !/^NNP?S$/.test(doc.xpos[token]!);
}

function isName(doc: Document, token: number): boolean {
  return doc.upos[token] === 'PROPN' && /^\p{Lu}/u.test(doc.tokens[token]!.text);
}

function isNominal(doc: Document, token: number): boolean {
  return doc.upos[token] === 'NOUN' || doc.upos[token] === 'PROPN';
}

function entryAt(
  doc: Document,
  lexicon: MediaLexicon,
  token: number,
  part: 'verb' | 'noun',
): MediumEntry | undefined {
  const lemma = doc.lemmas[token]!.toLowerCase();
  if (part === 'verb') {
    if (doc.upos[token] !== 'VERB') return undefined;
    const prepositions = childrenBy(doc, token, 'obl').flatMap((one) => prepositionsOf(doc, one));
    return lexicon
      .get('verb')!
      .get(lemma)
      ?.find((entry) => fits(entry, prepositions));
  }
  const around = modifiersOf(doc, token).map((one) => doc.lemmas[one]!.toLowerCase());
  const named = isName(doc, token) ? lexicon.get('name')!.get(lemma) : undefined;
  return [...(named ?? []), ...(lexicon.get('noun')!.get(lemma) ?? [])].find((entry) => fits(entry, around));
}

function fits({ modifiers }: MediumEntry, words: readonly string[]): boolean {
  return modifiers.length === 0 || modifiers.some((one) => words.includes(one));
}

function modifiersOf(doc: Document, token: number): number[] {
  const own = childrenBy(doc, token, 'compound', 'amod', 'flat', 'nmod:poss');
  // "Fox News", where the tree hangs the second word on the first or leaves them apart.
  const before =
    doc.upos[token - 1] === 'PROPN' && doc.tokens[token - 1]?.sentence === doc.tokens[token]!.sentence;
  return before ? [token - 1, ...own] : own;
}

/** "A statement posted to her Twitter account", "a statement on Twitter": what a text was posted on. */
function postWithin(
  doc: Document,
  lexicon: MediaLexicon,
  token: number,
  words: TellingWords,
): number | undefined {
  return subtree(doc, token).find((one) => {
    if (one === token || words.isContent(one) || !isNominal(doc, one)) return false;
    const isThere = prepositionsOf(doc, one).some((word) => word === 'on' || word === 'to' || word === 'via');
    return isThere && entryAt(doc, lexicon, one, 'noun')?.medium === 'post';
  });
}

function spanOf(doc: Document, token: number, lexicon: MediaLexicon) {
  const isVerb = doc.upos[token] === 'VERB';
  const asked = new Set(
    isVerb
      ? []
      : [...(lexicon.get('noun')!.get(doc.lemmas[token]!.toLowerCase()) ?? [])].flatMap(
          (one) => one.modifiers,
        ),
  );
  const parts = modifiersOf(doc, token).filter(
    (one) => one < token && (asked.has(doc.lemmas[one]!.toLowerCase()) || doc.upos[one] === 'PROPN'),
  );
  const from = isVerb ? token : Math.min(token, ...parts);
  return cut(doc.report.text, doc.tokens[from]!.start, doc.tokens[token]!.end);
}

/** "I think …" in an answer of a printed interview. **Shape** `turns` are those of `findTurns`. */
export function saidInTurn(
  doc: Document,
  { head, cue, source }: Attribution,
  turns: Uint8Array | null,
): Medium {
  if (turns === null) return null;
  const { paragraph } = doc.sentences[doc.tokens[head]!.sentence]!;
  const isSelf = source.some((token) => /^(?:i|we)$/i.test(doc.tokens[token]!.text));
  if (turns[paragraph] !== TURN.answer || !isSelf) return null;
  const span = cut(doc.report.text, doc.tokens[cue.from]!.start, doc.tokens[cue.to - 1]!.end);
  return { kind: 'interview', span };
}
