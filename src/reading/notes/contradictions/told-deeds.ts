import type { Document } from '../../../document/document.js';
import { childBy, childrenBy, hasCase, subtree } from '../../../document/tree.js';
import type { Statement } from '../../contract.js';
import { argumentsOf } from '../../events/arguments.js';

/** What a report itself says was done, or was not: one finite verb of its own. */
export interface Deed {
  readonly token: number;
  readonly sentence: number;
  /** The verb's lemma, with its particle. */
  readonly verb: string;
  /** Lemma of the noun that it is done to, or that it happens to where it takes no object. */
  readonly patient: string;
  /** Words that tell that noun from others of its kind. */
  readonly marks: ReadonlySet<string>;
  /** Lemma of who does it, null where nobody is said to. */
  readonly agent: string | null;
  readonly state: 'done' | 'not done' | 'open';
  /** When its clause says it was, in the text's own words; empty where it does not. */
  readonly when: string;
  /** Whether the report gives it as somebody's word. */
  readonly isSaid: boolean;
}

/** Words by which a clause tells of another time, another thing, or of a change. */
const OTHERWISE =
  /^(?:again|afterwards?|appeal|another|before|different|earlier|eventually|first|had|if|initial|initially|instead|last|later|latest|next|new|old|once|other|overturned?|previous|previously|second|separate|since|then|third|until|unless|would|could|might|may|should|finally|originally|briefly|temporarily|partially|partly|some|most)$/iu;

/** Deeds that the report tells outside of quotes, by itself or as somebody's word. */
export function toldDeeds(doc: Document, statements: readonly Statement[]): Deed[] {
  const said = saidTokens(doc, statements);
  const quoted = saidTokens(doc, []);
  const deeds: Deed[] = [];
  for (const { index, kind, from, to } of doc.sentences) {
    if (kind !== 'body' && kind !== 'headline') continue;
    for (let token = from; token < to; token++) {
      if (quoted[token] === 1 || doc.upos[token] !== 'VERB') continue;
      const deed = deedAt(doc, token, index, said[token] === 1);
      const missing = withoutResult(doc, token, index, said[token] === 1);
      if (missing !== undefined) deeds.push(missing);
      if (deed !== undefined) deeds.push(deed);
    }
  }
  return deeds;
}

/** 1 where a token is quoted or is what somebody says. */
export function saidTokens(doc: Document, statements: readonly Statement[]): Uint8Array {
  const said = new Uint8Array(doc.tokens.length);
  for (const { from, to } of doc.quotes) said.fill(1, from, to);
  const ranges = statements.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  let token = 0;
  for (const { start, end } of ranges) {
    while (token > 0 && doc.tokens[token - 1]!.end > start) token--;
    while (token < doc.tokens.length && doc.tokens[token]!.end <= start) token++;
    for (; token < doc.tokens.length && doc.tokens[token]!.start < end; token++) said[token] = 1;
  }
  return said;
}

function deedAt(doc: Document, token: number, sentence: number, isSaid: boolean): Deed | undefined {
  const state = stateOf(doc, token);
  if (state === undefined) return undefined;
  const passive = childBy(doc, token, 'nsubj:pass');
  const object = passive ?? childBy(doc, token, 'obj');
  const doing = argumentsOf(doc, token).subject;
  const patient = object ?? doing[0];
  if (patient === undefined || !isNoun(doc, patient)) return undefined;
  const clause = subtree(doc, token, (child) =>
    /^(?:advcl|ccomp|parataxis|conj|acl)/.test(doc.tree.relations[child]!),
  );
  if (
    clause.some((one) =>
      doc.tree.heads[one] !== token || doc.tree.relations[one] !== 'mark'
        ? OTHERWISE.test(doc.tokens[one]!.text)
        : false,
    )
  )
    return undefined;
  const particle = childBy(doc, token, 'compound:prt');
  const lemma = doc.lemmas[token]!.toLowerCase();
  // Nobody knows here who "he" is.
  if (doing.some((one) => doc.upos[one] === 'PRON')) return undefined;
  const doers = doing.filter((one) => one !== patient);
  const agent = doers[0];
  return {
    token,
    sentence,
    verb:
      particle === undefined
        ? (SYNONYMS.get(lemma) ?? lemma)
        : `${lemma} ${doc.lemmas[particle]!.toLowerCase()}`,
    patient: doc.lemmas[patient]!.toLowerCase(),
    marks: marksOf(doc, patient),
    agent: agent === undefined ? null : doc.lemmas[agent]!.toLowerCase(),
    state,
    when: whenOf(doc, clause),
    isSaid,
  };
}

/** Verbs that tell the same of an agreement. */
const SYNONYMS = new Map([
  ['sign', 'reach'],
  ['conclude', 'reach'],
  ['clinch', 'reach'],
]);

/** "The talks ended without an agreement": what was not reached. */
function withoutResult(doc: Document, token: number, sentence: number, isSaid: boolean): Deed | undefined {
  if (doc.lemmas[token] !== 'end' && doc.lemmas[token] !== 'close') return undefined;
  const result = childrenBy(doc, token, 'obl').find(
    (one) => hasCase(doc, one, 'without') && isNoun(doc, one),
  );
  if (result === undefined || doc.xpos[token] !== 'VBD') return undefined;
  return {
    token,
    sentence,
    verb: 'reach',
    patient: doc.lemmas[result]!.toLowerCase(),
    marks: new Set(),
    agent: null,
    state: 'not done',
    when: '',
    isSaid,
  };
}

/** A finite past or perfect tells what was done; "has not", "has yet to" what was not; "is still held" what goes on. */
function stateOf(doc: Document, verb: number): Deed['state'] | undefined {
  const aux = childrenBy(doc, verb, 'aux', 'aux:pass', 'cop').map((one) =>
    doc.tokens[one]!.text.toLowerCase(),
  );
  const isNot = childrenBy(doc, verb, 'advmod').some((one) =>
    /^(?:not|n't|n’t|never)$/i.test(doc.tokens[one]!.text),
  );
  // "It is not clear whether parliament will adopt the law".
  const marks = childrenBy(doc, verb, 'mark').map((one) => doc.tokens[one]!.text.toLowerCase());
  if (aux.includes('will') && marks.some((word) => word === 'whether' || word === 'if') && !isNot)
    return 'open';
  if (aux.some((word) => /^(?:had|will|would|can|could|may|might|must|should)$/.test(word))) return undefined;
  const above = doc.tree.heads[verb]!;
  const isYetTo =
    doc.tree.relations[verb] === 'xcomp' &&
    above >= 0 &&
    doc.lemmas[above] === 'have' &&
    /\byet\b/.test(wordsBetween(doc, above, verb));
  if (isYetTo) return 'not done';
  // "Was to open": nothing was opened yet.
  if (doc.xpos[verb] === 'VB' || doc.xpos[verb] === 'VBG') return undefined;
  const isPerfect = aux.includes('has') || aux.includes('have');
  // "Began on Monday and held": of verbs side by side the first tells the tense.
  const first = doc.tree.relations[verb] === 'conj' && above >= 0 ? above : verb;
  const isPlainPast =
    doc.xpos[verb] === 'VBD' || (doc.xpos[verb] === 'VBN' && aux.length === 0 && doc.xpos[first] === 'VBD');
  const isPast = isPlainPast || aux.includes('was') || aux.includes('were') || isPerfect;
  const isGoingOn =
    (aux.includes('is') || aux.includes('are')) && doc.xpos[verb] === 'VBN' && aux.includes('being');
  if (isNot) return isPerfect ? 'not done' : undefined;
  return isPast || isGoingOn ? 'done' : undefined;
}

function wordsBetween(doc: Document, from: number, to: number): string {
  return doc.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

function isNoun(doc: Document, token: number): boolean {
  return doc.upos[token] === 'NOUN' || doc.upos[token] === 'PROPN';
}

/** The nouns, names and numbers that hang on a noun: "the peace treaty with Chile". */
function marksOf(doc: Document, noun: number): Set<string> {
  const own = childrenBy(doc, noun, 'compound', 'amod', 'nummod', 'nmod', 'nmod:poss', 'flat', 'appos');
  return new Set(own.filter((one) => doc.upos[one] !== 'PRON').map((one) => doc.lemmas[one]!.toLowerCase()));
}

/** The expressions of time in a clause. */
function whenOf(doc: Document, clause: readonly number[]): string {
  const tokens = new Set(clause);
  return doc.times
    .filter(({ from, type }) => type === 'date' && tokens.has(from))
    .map(({ value, from, to }) => value.start ?? wordsBetween(doc, from, to))
    .join();
}
