import type { Parsed, Sentence } from '../../document/document.js';
import type { Range } from '../../document/span.js';
import { childrenBy } from '../../document/tree.js';
import type { Ballot, Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import { happened } from './happened.js';
import type { ToldBallot } from './told.js';
import { conjoined, doersOf, hasCase, type Voter, votersAt } from './voters.js';

/** A ballot with the token that tells it. */
export interface FoundBallot extends ToldBallot {
  readonly cue: number;
}

/** **Units** tokens after a form of "vote" in which "for", "against" or "no" tells which way. */
const REACH = 5;

/** Finds which countries a sentence says voted which way. What is planned, feared or denied is left out. */
export function findBallots(doc: Parsed, cast: Cast, registry: Registry, sentence: Sentence): FoundBallot[] {
  const found: FoundBallot[] = [];
  const add = (cue: number, voters: readonly Voter[], vote: Ballot, veto = false): void => {
    for (const { country, token } of voters) {
      if (found.some((one) => one.country === country && one.vote === vote)) continue;
      found.push({ cue, country, vote, veto, ...rangeOf(doc, cast, token, cue) });
    }
  };
  const votersOf = (tokens: readonly number[]): Voter[] =>
    tokens.flatMap((token) => votersAt(doc, cast, registry, token));
  for (let token = sentence.from; token < sentence.to; token++) {
    const told = tellsAt(doc, sentence, token);
    if (told === undefined) continue;
    const { vote, veto, noun } = told;
    if (noun) add(token, votersOf(ownersOf(doc, token)), vote, veto);
    else if (happened(doc, token) === 'yes') {
      add(token, votersOf([...doersOf(doc, token), ...joined(doc, token)]), vote, veto);
    }
  }
  for (const listed of bracketed(doc, sentence)) add(listed.cue, votersOf(listed.tokens), listed.vote);
  return found;
}

interface Telling {
  readonly vote: Ballot;
  readonly veto: boolean;
  readonly noun: boolean;
}

function tellsAt(doc: Parsed, sentence: Sentence, token: number): Telling | undefined {
  const lemma = doc.lemmas[token]!;
  const isVerb = doc.upos[token] === 'VERB';
  const isNoun = doc.upos[token] === 'NOUN';
  if (isVerb) {
    if (lemma === 'abstain') return { vote: 'abstain', veto: false, noun: false };
    if (lemma === 'veto') return { vote: 'against', veto: true, noun: false };
    if (lemma === 'block' && blocksDraft(doc, token)) return { vote: 'against', veto: true, noun: false };
    if (lemma === 'vote') return withSide(sideAfter(doc, sentence, token), false);
    if (lemma === 'oppose' && /\bvot|\babst/i.test(textOf(doc, sentence))) {
      return { vote: 'against', veto: false, noun: false };
    }
    if (CASTS.has(lemma)) return castAt(doc, token);
  }
  if (isNoun && lemma === 'abstention') return { vote: 'abstain', veto: false, noun: true };
  if (isNoun && lemma === 'veto' && isVetoOfDraft(doc, token))
    return { vote: 'against', veto: true, noun: true };
  return undefined;
}

function withSide(vote: Ballot | undefined, noun: boolean): Telling | undefined {
  return vote === undefined ? undefined : { vote, veto: false, noun };
}

/** Verbs that make a vote of a noun: "cast the lone vote against", "used its veto". */
const CASTS = new Set(['cast', 'use', 'wield', 'exercise', 'employ', 'deploy', 'issue']);

function castAt(doc: Parsed, verb: number): Telling | undefined {
  for (const object of childrenBy(doc, verb, 'obj')) {
    const lemma = doc.lemmas[object]!;
    if (lemma === 'veto' || (lemma === 'power' && follows(doc, object, 'veto'))) {
      return { vote: 'against', veto: true, noun: false };
    }
    if (lemma !== 'vote' && lemma !== 'ballot') continue;
    const words = [-3, -2, -1, 1, 2].map((step) => doc.tokens[object + step]?.text.toLowerCase() ?? '');
    if (words.some((word) => /^(?:against|no|negative|dissenting|opposing)$/.test(word))) {
      return { vote: 'against', veto: false, noun: false };
    }
    if (words.some((word) => /^(?:for|favou?r|yes|affirmative)$/.test(word))) {
      return { vote: 'for', veto: false, noun: false };
    }
  }
  return undefined;
}

function follows(doc: Parsed, token: number, word: string): boolean {
  return doc.tokens[token - 1]?.text.toLowerCase() === word;
}

/** Which way a form of "vote" goes: the first word after it that says so. */
export function sideAfter(doc: Parsed, sentence: Sentence, verb: number): Ballot | undefined {
  const end = Math.min(sentence.to, verb + 1 + REACH);
  for (let token = verb + 1; token < end; token++) {
    const word = doc.tokens[token]!.text.toLowerCase();
    if (/^(?:against|no|nay)$/.test(word)) return 'against';
    if (/^(?:for|favou?r|yes|yea|aye)$/.test(word)) return 'for';
    if (word === 'down') return 'against';
    if (/^(?:to|on|whether|if|[.;:])$/.test(word) || doc.upos[token] === 'VERB') return undefined;
  }
  return undefined;
}

const DRAFTS = new Set(['resolution', 'draft', 'text', 'measure']);

function blocksDraft(doc: Parsed, verb: number): boolean {
  const objects = [...childrenBy(doc, verb, 'obj'), ...childrenBy(doc, verb, 'nsubj:pass')];
  return objects.some((object) => DRAFTS.has(doc.lemmas[object]!));
}

/** "Russia's veto of the draft", "vetoed" made a noun; "veto power", "the threat of a veto" are none. */
function isVetoOfDraft(doc: Parsed, noun: number): boolean {
  const relation = doc.tree.relations[noun]!;
  if (relation === 'compound' || relation === 'obj' || relation === 'conj') return false;
  const head = doc.tree.heads[noun]!;
  if (relation === 'nmod' && !['vote', 'day', 'hour', 'week'].includes(doc.lemmas[head] ?? '')) return false;
  if (head >= 0 && doc.upos[head] === 'VERB' && happened(doc, head) !== 'yes') return false;
  return childrenBy(doc, noun, 'nmod').some((child) => hasCase(doc, child, 'of', 'on', 'against', 'by'));
}

/** Whose veto or abstention a noun is: "Russia's", "Russian", "by Russia", "from Russia". */
function ownersOf(doc: Parsed, noun: number): number[] {
  const owners = [...childrenBy(doc, noun, 'nmod:poss'), ...childrenBy(doc, noun, 'amod', 'compound')];
  const agents = childrenBy(doc, noun, 'nmod', 'obl').filter((child) => hasCase(doc, child, 'by', 'from'));
  return [...owners, ...agents].flatMap((token) => conjoined(doc, token));
}

/** "Bolivia joined Russia in voting no": whoever is joined votes the same way. */
function joined(doc: Parsed, verb: number): number[] {
  const head = doc.tree.heads[verb]!;
  if (head < 0 || doc.lemmas[head] !== 'join') return [];
  return childrenBy(doc, head, 'obj').flatMap((object) => conjoined(doc, object));
}

interface Listed {
  readonly cue: number;
  readonly vote: Ballot;
  readonly tokens: readonly number[];
}

/** "2 against (Bolivia, Russian Federation)": a list in brackets after a side. */
function bracketed(doc: Parsed, sentence: Sentence): Listed[] {
  const found: Listed[] = [];
  for (let token = sentence.from + 1; token < sentence.to; token++) {
    if (doc.tokens[token]!.text !== '(') continue;
    const vote = SIDE_WORDS.get(doc.tokens[token - 1]!.text.toLowerCase());
    if (vote === undefined) continue;
    const tokens: number[] = [];
    for (let inside = token + 1; inside < sentence.to && doc.tokens[inside]!.text !== ')'; inside++) {
      tokens.push(inside);
    }
    found.push({ cue: token - 1, vote, tokens });
  }
  return found;
}

const SIDE_WORDS = new Map<string, Ballot>([
  ['against', 'against'],
  ['opposed', 'against'],
  ['favour', 'for'],
  ['favor', 'for'],
  ['abstentions', 'abstain'],
  ['abstention', 'abstain'],
  ['abstaining', 'abstain'],
  ['abstained', 'abstain'],
]);

/** From the voter's name to the word that tells its vote, whichever comes first. */
function rangeOf(doc: Parsed, cast: Cast, voter: number, cue: number): Range {
  const mention = cast.at(voter);
  const from = Math.min(mention?.from ?? voter, cue);
  const to = Math.max(mention?.to ?? voter + 1, cue + 1);
  return { start: doc.tokens[from]!.start, end: doc.tokens[to - 1]!.end };
}

function textOf(doc: Parsed, sentence: Sentence): string {
  return doc.report.text.slice(sentence.start, sentence.end);
}
