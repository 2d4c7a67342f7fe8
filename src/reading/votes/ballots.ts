import type { Document, Sentence } from '../../document/document.js';
import type { Range } from '../../document/span.js';
import { childrenBy, hasCase } from '../../document/tree.js';
import type { Ballot, Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import { happened } from './happened.js';
import { type Lists, readLists } from './lists.js';
import type { ToldBallot } from './told.js';
import { conjoined, doersOf, type Voter, votersAt } from './voters.js';

/** A ballot with the token that tells it. */
export interface FoundBallot extends ToldBallot {
  readonly cue: number;
}

/** A word that tells how somebody voted. */
interface Telling {
  readonly vote: Ballot;
  readonly veto: boolean;
  /** A noun ("abstention", "veto"), whose owner voted, and not a form of a verb. */
  readonly noun: boolean;
}

/** **Units** tokens after a form of "vote" in which "for", "against" or "no" tells which way. */
const REACH = 5;

/** Finds which countries a sentence says voted which way. What is planned, feared or denied is left out. */
export function findBallots(
  doc: Document,
  cast: Cast,
  registry: Registry,
  sentence: Sentence,
): FoundBallot[] {
  const found: FoundBallot[] = [];
  const lists = readLists(doc, cast, registry, sentence);
  for (let token = sentence.from; token < sentence.to; token++) {
    const telling = tellsAt(doc, sentence, token);
    if (telling === undefined || isOpen(doc, sentence, token, telling)) continue;
    const read = votersOf(doc, sentence, lists, token, telling);
    const voters =
      read.length > 0 || isCounted(doc, sentence, token)
        ? read
        : (telling.noun ? ownersOf(doc, token) : doersOf(doc, token)).flatMap((doer) =>
            votersAt(doc, cast, registry, doer),
          );
    for (const { country, token: voter } of voters) {
      const same = found.some((one) => one.country === country && one.vote === telling.vote);
      if (same) continue;
      found.push({
        cue: token,
        country,
        vote: telling.vote,
        veto: telling.veto,
        ...rangeOf(doc, cast, voter, token),
      });
    }
  }
  return found;
}

/** "Five abstained": a number votes, nobody by name. */
function isCounted(doc: Document, sentence: Sentence, cue: number): boolean {
  for (let token = Math.max(sentence.from, cue - 3); token < cue; token++) {
    if (doc.times.some(({ from, to }) => from <= token && token < to)) continue;
    if (doc.upos[token] === 'NUM' || /^(?:members|countries|states|others)$/i.test(doc.tokens[token]!.text))
      return true;
  }
  return false;
}

function tellsAt(doc: Document, sentence: Sentence, token: number): Telling | undefined {
  const word = doc.tokens[token]!.text.toLowerCase();
  if (/^abstain(?:s|ed|ing)?$/.test(word)) return tells('abstain');
  if (/^abstentions?$/.test(word)) return tells('abstain', { noun: true });
  if (/^(?:vetoed|vetoing)$/.test(word)) return tells('against', { veto: true });
  if (/^veto(?:es)?$/.test(word)) {
    if (doc.upos[token] === 'VERB' || isPresent(doc, token)) return tells('against', { veto: true });
    return isVetoOfDraft(doc, token) ? tells('against', { veto: true, noun: true }) : undefined;
  }
  if (/^block(?:s|ed|ing)$/.test(word) && blocksDraft(doc, token)) return tells('against', { veto: true });
  if (/^(?:no|nyet)$/.test(word) && isNoOf(doc, token)) return tells('against', { veto: true, noun: true });
  if (word === 'opposed' || word === 'opposing')
    return besideVote(doc, sentence) ? tells('against') : undefined;
  if (/^(?:voted|voting|votes?)$/.test(word) && (doc.upos[token] !== 'NOUN' || word === 'voting')) {
    const side = sideAfter(doc, sentence, token);
    return side === undefined ? undefined : tells(side);
  }
  if (/^(?:rejecting|opposing)$/.test(word) && joinBefore(doc, sentence, token) !== undefined)
    return tells('against');
  if (/^(?:vote|voice)$/.test(word) && ownedOnly(doc, sentence, token) !== undefined)
    return tells('against', { noun: true });
  if (word === 'votes' && isNegativeOf(doc, token)) return tells('against', { noun: true });
  if (/^hands?$/.test(word)) return handAt(doc, sentence, token);
  if (isChoice(doc, token)) return tells('abstain');
  if (word === 'camp' && /\bin the (?:no|yes)$/i.test(wordsBefore(doc, token)))
    return tells(/no$/i.test(wordsBefore(doc, token)) ? 'against' : 'for');
  if (
    /^(?:said|says|saying)$/.test(word) &&
    /^(?:no|nyet)$/i.test(doc.tokens[token + 1]?.text ?? '') &&
    endsClause(doc, token + 2)
  )
    return tells('against');
  if (
    /^sat$/.test(word) &&
    /^(?:out|it|on)$/i.test(doc.tokens[token + 1]?.text ?? '') &&
    SITS_OUT.test(wordsAfter(doc, token))
  )
    return tells('abstain');
  return CASTS.test(word) ? castAt(doc, sentence, token) : undefined;
}

/** "The negative votes of Britain and France". */
function isNegativeOf(doc: Document, noun: number): boolean {
  return (
    /^(?:negative|no|dissenting|opposing)$/i.test(doc.tokens[noun - 1]?.text ?? '') &&
    doc.tokens[noun + 1]?.text.toLowerCase() === 'of'
  );
}

/** Where the name ends in "Britain's was the only negative vote". */
function ownedOnly(doc: Document, sentence: Sentence, noun: number): number | undefined {
  for (let token = noun - 3; token >= Math.max(sentence.from, noun - 8); token--) {
    const words = doc.tokens
      .slice(token, noun)
      .map(({ text }) => text)
      .join(' ');
    if (
      /^['’]s? (?:was|is|being|came as) the (?:only|sole|lone|single) (?:negative|dissenting|opposing)$/i.test(
        words,
      )
    )
      return token;
  }
  return undefined;
}

const SITS_OUT = /^(?:it out|out|on (?:its|their|the) (?:hands|fence))\b/i;

function wordsBefore(doc: Document, token: number): string {
  return doc.tokens
    .slice(Math.max(0, token - 4), token)
    .map(({ text }) => text)
    .join(' ');
}

function wordsAfter(doc: Document, token: number): string {
  return doc.tokens
    .slice(token + 1, token + 5)
    .map(({ text }) => text)
    .join(' ');
}

/** "Said no to the draft", and not "said no decision had been made". */
function endsClause(doc: Document, token: number): boolean {
  const word = doc.tokens[token]?.text ?? '.';
  return (
    /^(?:[.,;:]|to|on|when|and|as|but|while|again)$/i.test(word) ||
    doc.times.some(({ from }) => from === token)
  );
}

/** "Moscow's lone no blocked the draft", "the French no killed it": a noun that somebody owns. */
function isNoOf(doc: Document, token: number): boolean {
  const before = doc.tokens[token - 1]?.text ?? '';
  const next = doc.upos[token + 1];
  if (/^-/.test(doc.tokens[token + 1]?.text ?? '')) return false;
  if (next === 'NOUN' || next === 'ADJ' || next === 'PROPN' || next === 'NUM') return false;
  return (
    /^(?:['’]s?|lone|sole|single)$/i.test(before) ||
    doc.upos[token - 1] === 'ADJ' ||
    doc.upos[token - 1] === 'PROPN'
  );
}

/** "Russia vetoes UN resolution": a plural to the tagger, a verb where a noun phrase begins right after it. */
function isPresent(doc: Document, token: number): boolean {
  const next = doc.tokens[token + 1];
  return (
    doc.tokens[token]!.text.toLowerCase() === 'vetoes' &&
    next !== undefined &&
    /^(?:DET|ADJ|NOUN|PROPN)$/.test(doc.upos[token + 1]!) &&
    doc.upos[token - 1] === 'PROPN'
  );
}

function tells(vote: Ballot, { veto = false, noun = false } = {}): Telling {
  return { vote, veto, noun };
}

/** "Cast the lone vote against", "used its veto": verbs that make a vote of a noun, whatever the tagger takes them for. */
const CASTS =
  /^(?:cast|casts|casting|lends?|lent|gave|gives?|used?|using|uses|wield(?:ed|s|ing)|exercis(?:ed|es|ing)|employ(?:ed|s|ing))$/;

function castAt(doc: Document, sentence: Sentence, verb: number): Telling | undefined {
  const end = Math.min(sentence.to, verb + 1 + REACH);
  for (let token = verb + 1; token < end; token++) {
    const word = doc.tokens[token]!.text.toLowerCase();
    if (/^veto(?:es)?$/.test(word)) return tells('against', { veto: true });
    if (/^(?:votes?|ballots?)$/.test(word)) {
      const near = [token - 1, token + 1, token + 2].map((at) => doc.tokens[at]?.text.toLowerCase() ?? '');
      if (near.some((one) => /^(?:against|no|negative|dissenting|opposing)$/.test(one)))
        return tells('against');
      if (near.some((one) => /^(?:for|favou?r|yes|affirmative)$/.test(one))) return tells('for');
      // "Lent its vote on Wednesday to the draft".
      const isLent = /^(?:lends?|lent|gave|gives?)$/i.test(doc.tokens[verb]!.text);
      return isLent && / to\b/.test(wordsAfter(doc, token)) ? tells('for') : undefined;
    }
    if (/^[.;:]$/.test(word)) return undefined;
  }
  return undefined;
}

/** Which way a form of "vote" goes: the first word after it that says so. */
export function sideAfter(doc: Document, sentence: Sentence, verb: number): Ballot | undefined {
  const withOthers = doc.tokens[verb + 1]?.text.toLowerCase() === 'with';
  const end = Math.min(sentence.to, verb + 1 + (withOthers ? 2 * REACH : REACH));
  for (let token = verb + 1; token < end; token++) {
    const word = doc.tokens[token]!.text.toLowerCase();
    if (/^(?:against|no|nay|down)$/.test(word)) return 'against';
    if (/^(?:for|favou?r|yes|yea|aye)$/.test(word)) return 'for';
    if (withOthers && isWithin(doc, token)) continue;
    if (/^(?:to|on|whether|if|[.;:])$/.test(word) || doc.upos[token] === 'VERB') return undefined;
  }
  return undefined;
}

/** Within or right before an expression of time: "with them on Friday against". */
function isWithin(doc: Document, token: number): boolean {
  return doc.times.some(({ from, to }) => from - 1 <= token && token < to);
}

/** Whether a ballot was not cast, or not yet. */
function isOpen(doc: Document, sentence: Sentence, token: number, { noun }: Telling): boolean {
  const verb = noun ? doc.tree.heads[token]! : (joinBefore(doc, sentence, token) ?? token);
  if (verb < 0 || (doc.upos[verb] !== 'VERB' && doc.upos[verb] !== 'AUX')) return false;
  // A veto that did not stop the draft was cast all the same.
  if (noun && SINK.has(doc.lemmas[verb]!)) return happened(doc, verb) === 'open';
  return happened(doc, verb) !== 'yes';
}

function votersOf(doc: Document, sentence: Sentence, lists: Lists, cue: number, { noun }: Telling): Voter[] {
  const join = joinBefore(doc, sentence, cue);
  if (join !== undefined) return [...lists.before(join), ...lists.from(join + 1)];
  if (/^(?:camp|hands?)$/i.test(doc.tokens[cue]!.text) || isChoice(doc, cue))
    return lists.before(clauseVerb(doc, sentence, cue));
  const after = listAfter(doc, sentence, lists, cue);
  if (after.length > 0) return after;
  const among = amongThose(doc, sentence, cue);
  if (among !== undefined) return lists.from(among);
  if (!noun) return lists.before(cue);
  const owned = ownedOnly(doc, sentence, cue);
  if (owned !== undefined) return lists.before(owned);
  return /^(?:no|nyet)$/i.test(doc.tokens[cue]!.text) ? lists.before(ownerEnd(doc, sentence, cue)) : [];
}

/** Where the name of whoever owns a "no" ends. */
function ownerEnd(doc: Document, sentence: Sentence, noun: number): number {
  let end = noun;
  while (
    end > sentence.from &&
    /^(?:['’]s?|lone|sole|single|firm|final|expected)$/i.test(doc.tokens[end - 1]!.text)
  )
    end--;
  return end;
}

/** "Put its hand up for the draft", "raised their hands against it". */
function handAt(doc: Document, sentence: Sentence, noun: number): Telling | undefined {
  if (!/\b(?:put|puts|putting|rais(?:e|es|ed|ing)) (?:its|their|his|her)$/i.test(wordsBefore(doc, noun)))
    return undefined;
  for (let token = noun + 1; token < Math.min(sentence.to, noun + 8); token++) {
    const word = doc.tokens[token]!.text.toLowerCase();
    if (/^(?:for|favou?r)$/.test(word)) return tells('for', { noun: true });
    if (word === 'against') return tells('against', { noun: true });
  }
  return undefined;
}

/** Where the list begins in "Among those who abstained on Monday was Ukraine". */
function amongThose(doc: Document, sentence: Sentence, cue: number): number | undefined {
  if (!/\bamong those (?:who|that)$/i.test(wordsBefore(doc, cue))) return undefined;
  for (let token = sentence.to - 1; token > cue; token--)
    if (/^(?:was|were|are|is)$/i.test(doc.tokens[token]!.text)) return token + 1;
  return undefined;
}

/** "Opted for abstention". */
function isChoice(doc: Document, cue: number): boolean {
  return (
    /^abstention$/i.test(doc.tokens[cue]!.text) && /\bopt(?:ed|s|ing)? for$/i.test(wordsBefore(doc, cue))
  );
}

/** The verb that a noun is told with, for whoever stands before it. */
function clauseVerb(doc: Document, sentence: Sentence, cue: number): number {
  for (let token = cue - 1; token > sentence.from; token--) if (doc.upos[token] === 'VERB') return token;
  return cue;
}

/** The "joined" of "Bolivia joined Russia in voting no". */
function joinBefore(doc: Document, sentence: Sentence, cue: number): number | undefined {
  if (doc.tokens[cue - 1]?.text.toLowerCase() !== 'in') return undefined;
  for (let token = cue - 2; token >= sentence.from && token >= cue - 16; token--) {
    if (/^join(?:s|ed|ing)$/i.test(doc.tokens[token]!.text)) return token;
  }
  return undefined;
}

/** "Vetoed by Russia", "abstentions from Chad and Peru", "two against (Bolivia, Russia)", "against: Bolivia". */
function listAfter(doc: Document, sentence: Sentence, lists: Lists, cue: number): Voter[] {
  let token = cue + 1;
  const end = Math.min(sentence.to, cue + 1 + REACH);
  while (
    token < end &&
    /^(?:against|no|in|favou?r|yes|for|it|votes?|,|among|came|comes)$/i.test(doc.tokens[token]!.text)
  )
    token++;
  if (token >= end) return [];
  const word = doc.tokens[token]!.text.toLowerCase();
  if (/^(?:by|from|including|them)$/.test(word)) return lists.from(token + 1);
  if (word === 'of' && isNegativeOf(doc, cue)) return lists.from(token + 1);
  if (/^[([:–—-]+$/.test(word)) return lists.from(token + 1);
  return [];
}

const DRAFTS = new Set(['resolution', 'draft', 'text', 'measure']);

function blocksDraft(doc: Document, verb: number): boolean {
  const objects = [...childrenBy(doc, verb, 'obj'), ...childrenBy(doc, verb, 'nsubj:pass')];
  return objects.some((object) => DRAFTS.has(doc.lemmas[object]!));
}

const SINK = new Set('sink kill block defeat scupper stop torpedo doom thwart scuttle derail'.split(' '));

/** "Russia's veto of the draft"; "veto power" and "the threat of a veto" are none. */
function isVetoOfDraft(doc: Document, noun: number): boolean {
  const relation = doc.tree.relations[noun]!;
  const head = doc.tree.heads[noun]!;
  // "A Russian veto sank the draft", "the veto that sank it".
  const verbs = [...(relation === 'nsubj' ? [head] : []), ...childrenBy(doc, noun, 'acl')];
  if (verbs.some((verb) => SINK.has(doc.lemmas[verb]!) && happened(doc, verb) !== 'open')) return true;
  if (relation === 'compound' || relation === 'obj' || relation === 'conj') return false;
  if (relation === 'nmod' && !['vote', 'day', 'hour', 'week'].includes(doc.lemmas[head] ?? '')) return false;
  return childrenBy(doc, noun, 'nmod').some((child) => hasCase(doc, child, 'of', 'on', 'against', 'by'));
}

function besideVote(doc: Document, sentence: Sentence): boolean {
  return /\bvot|\babst/i.test(doc.report.text.slice(sentence.start, sentence.end));
}

/** Whose veto or abstention a noun is: "Russia's", "Russian", "by Russia", "from Russia". */
function ownersOf(doc: Document, noun: number): number[] {
  const owners = [...childrenBy(doc, noun, 'nmod:poss'), ...childrenBy(doc, noun, 'amod', 'compound')];
  // "The vetoes of Britain and France", and not "the veto of the draft".
  const agents = childrenBy(doc, noun, 'nmod', 'obl').filter(
    (child) =>
      hasCase(doc, child, 'by', 'from') || (hasCase(doc, child, 'of') && doc.upos[child] === 'PROPN'),
  );
  return [...owners, ...agents].flatMap((token) => conjoined(doc, token));
}

/** From the voter's name to the word that tells its vote, whichever comes first. */
function rangeOf(doc: Document, cast: Cast, voter: number, cue: number): Range {
  const mention = cast.at(voter);
  const from = Math.min(mention?.from ?? voter, cue);
  const to = Math.max(mention?.to ?? voter + 1, cue + 1);
  return { start: doc.tokens[from]!.start, end: doc.tokens[to - 1]!.end };
}
