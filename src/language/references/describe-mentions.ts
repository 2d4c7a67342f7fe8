import type { Name, Timed } from '../../document/document.js';
import { MINDING, SAYING } from '../speech-verbs.js';
import type { MentionSpan } from './find-mentions.js';
import { findTurns, TURN } from './find-turns.js';
import { genderOfPhrase, gendersOf, givenOf, surnamesOf } from './gender-of-name.js';
import { GENDER, hashOf, type Mention, mix, NUMBER } from './mention.js';
import { aheadOf, clauseOf, equalOf, rivalOf, tellerOf } from './place-in-clause.js';
import { quoteSpeakers } from './quote-speakers.js';
import { isCrowd, maybeHuman, nounClass, pronounForm } from './reference-words.js';
import { PERSON, sortNumber } from './sorts.js';

/** Reads off what each phrase shows of whom it tells. */
export function describeMentions(doc: Timed, spans: readonly MentionSpan[]): Mention[] {
  const size = doc.tokens.length;
  const nameAt = new Int32Array(size).fill(-1);
  for (const { index, from, to } of doc.names) nameAt.fill(index, from, to);
  const quoteAt = new Int32Array(size).fill(-1);
  for (const { index, depth, from, to } of doc.quotes) if (depth === 0) quoteAt.fill(index, from, to);
  const timeAt = new Uint8Array(size);
  for (const { from, to } of doc.times) timeAt.fill(1, from, to);
  const asking = new Uint8Array((doc.sentences.at(-1)?.paragraph ?? 0) + 1);
  for (const { paragraph, to } of doc.sentences) asking[paragraph] = doc.tokens[to - 1]?.text === '?' ? 1 : 0;
  const context = {
    doc,
    asking,
    turns: findTurns(doc),
    surnames: surnamesOf(doc),
    genders: gendersOf(doc),
    nameAt,
    quoteAt,
    timeAt,
    speakers: quoteSpeakers(doc, quoteAt),
    hashes: new Map(),
  };
  return spans.map((span, index) => describe(context, span, index));
}

interface Context {
  readonly doc: Timed;
  readonly asking: Uint8Array;
  readonly turns: Uint8Array | null;
  /** Last words of the whole names of persons, where they name no place. */
  readonly surnames: ReadonlySet<string>;
  readonly genders: ReadonlyMap<string, number>;
  readonly nameAt: Int32Array;
  readonly quoteAt: Int32Array;
  readonly timeAt: Uint8Array;
  readonly speakers: readonly number[];
  readonly hashes: Map<string, number>;
}

const BEFORE = [
  'none',
  'the',
  'a',
  'this',
  'that',
  'these',
  'those',
  'own',
  'number',
  'any',
  'an',
  'another',
];
/** The forms of "the", "this", "that", "these" and "those" before one noun, or several. */
const TAKING_UP = new Set([1, 3, 4, 5, 6].flatMap((before) => [before, 16 + before]));
/** Where the forms of phrases that are no pronouns begin. */
const FORMS = 64;

function describe(context: Context, span: MentionSpan, index: number): Mention {
  const { doc, nameAt, quoteAt } = context;
  const { head, from, to } = span;
  const token = doc.tokens[head]!;
  const sentence = doc.sentences[token.sentence]!;
  const titled = span.kind === 'noun' ? titledName(context, span) : undefined;
  const kind = titled === undefined ? span.kind : 'name';
  const isPronoun = kind === 'pronoun';
  const pronoun = isPronoun ? pronounForm(token.text.toLowerCase()) : undefined;
  const own = kind === 'name' ? doc.names[nameAt[head]!] : undefined;
  const name = own ?? titled ?? (kind === 'name' ? titledName(context, span) : undefined);
  const place = clauseOf(doc, head);
  const text = isPronoun ? BLANK_WORDS : wordsOf(context, { ...span, kind }, name);
  const quote = quoteAt[head]!;
  const over = doc.tree.heads[head]!;
  const before = isPronoun ? 0 : formBefore(doc, { ...span, kind }, name);
  const sort = sortOf(context, { ...span, kind }, name);
  return {
    ...span,
    kind,
    index,
    sentence: sentence.index,
    paragraph: sentence.paragraph,
    form: isPronoun ? (pronoun?.form ?? 0) : FORMS + before,
    takesUp: kind === 'noun' && sort !== 0 && TAKING_UP.has(before),
    isPronoun,
    person: pronoun?.person ?? 3,
    isReflexive: pronoun?.reflexive ?? false,
    isPossessive: doc.tree.relations[head] === 'nmod:poss',
    gender:
      pronoun?.gender ??
      (kind === 'group'
        ? GENDER.unknown
        : genderOfPhrase(doc, span, name, { sort, genders: context.genders })),
    number: pronoun?.number ?? numberOf(doc, span, name),
    sort,
    word: isPronoun ? hash(context, token.text) : text.word,
    isHuman: kind === 'name' || (kind === 'noun' && maybeHuman(doc.lemmas[head]!.toLowerCase())),
    isCrowd: kind === 'noun' && isCrowd(doc.lemmas[head]!.toLowerCase()),
    ending: kind === 'noun' ? hash(context, doc.lemmas[head]!.slice(-3)) : 0,
    phrase: isPronoun ? hash(context, token.text) : text.phrase,
    words: text.words,
    roles: name?.type === 'person' ? rolesOf(context, span, name) : NONE,
    named: own === undefined ? (name?.head ?? head) : head,
    given: givenOf(doc, name),
    letters: text.letters,
    isAcronym: text.isAcronym,
    isInner: own !== undefined && own.head !== head,
    ...place,
    over,
    overWord: over < 0 ? 0 : hash(context, doc.lemmas[over]!),
    quote,
    asks: context.asking[sentence.paragraph] === 1,
    turn: context.turns?.[sentence.paragraph] ?? TURN.telling,
    speaker: quote < 0 ? -1 : (context.speakers[quote] ?? -1),
    teller: isPronoun && place.isSubject ? tellerOf(doc, head) : -1,
    ahead: isPronoun && place.isSubject && quote < 0 ? aheadOf(doc, head) : -1,
    rival: isPronoun && !place.isSubject ? rivalOf(doc, head, pronoun?.reflexive ?? false) : -1,
    speaks: place.isSubject && over >= 0 && SAYING.has(doc.lemmas[over]!),
    minds: place.isSubject && over >= 0 && (SAYING.has(doc.lemmas[over]!) || MINDING.has(doc.lemmas[over]!)),
    before: from > sentence.from ? hash(context, doc.tokens[from - 1]!.text) : 1,
    after: to < sentence.to ? hash(context, doc.tokens[to]!.text) : 2,
    first: hash(context, doc.tokens[from]!.text),
    ...equalOf(doc, span),
  };
}

/** "Ambassador John Smith", where the tree hangs the name on its title. */
function titledName({ doc, nameAt }: Context, { head }: MentionSpan): Name | undefined {
  for (const child of doc.tree.children[head] ?? []) {
    const name = doc.tree.relations[child] === 'flat' ? doc.names[nameAt[child]!] : undefined;
    if (name?.type === 'person') return name;
  }
  return undefined;
}

/** A word's hash in lower case, worked out once a report for each spelling. */
function hash({ hashes }: Context, word: string): number {
  const known = hashes.get(word);
  if (known !== undefined) return known;
  const made = hashOf(word.toLowerCase());
  if (hashes.size < MOST_HASHES) hashes.set(word, made);
  return made;
}

const MOST_HASHES = 50_000;

interface Words {
  readonly word: number;
  readonly phrase: number;
  readonly words: readonly number[];
  readonly letters: number;
  readonly isAcronym: boolean;
}

const BLANK_WORDS: Words = { word: 0, phrase: 0, words: [], letters: 0, isAcronym: false };
const MOST_WORDS = 8;

function wordsOf(context: Context, span: MentionSpan, name: Name | undefined): Words {
  const { doc } = context;
  let { from, to } = span;
  if (name !== undefined) [from, to] = [Math.max(from, name.from), Math.min(to, name.to)];
  else if (span.kind === 'name') {
    [from, to] = [span.head, span.head + 1];
    while (from > span.from && doc.upos[from - 1] === 'PROPN') from--;
    while (to < span.to && doc.upos[to] === 'PROPN') to++;
  }
  let phrase = 0;
  let initials = '';
  let last = '';
  const words: number[] = [];
  for (let token = from; token < to && words.length < MOST_WORDS; token++) {
    const upos = doc.upos[token]!;
    if (upos === 'DET' || upos === 'PUNCT' || upos === 'PART') continue;
    const text = span.kind === 'name' ? doc.tokens[token]!.text : doc.lemmas[token]!;
    const own = hash(context, text);
    phrase = mix(phrase, own);
    if (span.kind === 'name') {
      words.push(own);
      last = text;
      if (/^\p{Lu}/u.test(text)) initials += text[0];
    } else if (
      token !== span.head &&
      (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'NUM')
    )
      words.push(own);
  }
  if (span.kind !== 'name') {
    const word = hash(context, doc.lemmas[span.head]!);
    return {
      word,
      phrase: span.kind === 'group' ? mix(phrase, 7) : phrase,
      words,
      letters: 0,
      isAcronym: false,
    };
  }
  const bare = last.replaceAll('.', '');
  const isAcronym = words.length === 1 && bare.length > 1 && bare.length < 7 && bare === bare.toUpperCase();
  const letters = isAcronym ? hashOf(bare) : initials.length > 1 ? hashOf(initials) : 0;
  return { word: words.at(-1) ?? 0, phrase, words, letters, isAcronym };
}

const NONE: readonly number[] = [];

/** Nouns for persons beside a name: within the phrase, in apposition to it, or over it as its title. */
function rolesOf(context: Context, { from, to, head }: MentionSpan, name: Name): number[] {
  const { doc } = context;
  const roles: number[] = [];
  const add = (token: number) => {
    const lemma = doc.lemmas[token]!.toLowerCase();
    if (nounClass(lemma) === 'person' && roles.length < MOST_WORDS) roles.push(hash(context, lemma));
  };
  for (
    let token = Math.max(from, name.from - MOST_WORDS);
    token < to && token < name.to + MOST_WORDS;
    token++
  )
    if (token < name.from || token >= name.to) add(token);
  for (const child of doc.tree.children[head] ?? []) if (doc.tree.relations[child] === 'appos') add(child);
  if (doc.tree.relations[head] === 'appos' && doc.tree.heads[head]! >= 0) add(doc.tree.heads[head]!);
  return roles;
}

function formBefore(doc: Timed, { from, head, kind }: MentionSpan, name: Name | undefined): number {
  const kinds = kind === 'name' ? (name === undefined ? 2 : 3) : kind === 'group' ? 1 : 0;
  const plural = doc.xpos[head] === 'NNS' ? 1 : 0;
  let before = 0;
  for (const child of doc.tree.children[head] ?? []) {
    if (child > head) break;
    const relation = doc.tree.relations[child]!;
    if (relation === 'det') before = Math.max(1, BEFORE.indexOf(doc.tokens[child]!.text.toLowerCase()));
    else if (relation === 'nmod:poss') before = 7;
    else if (relation === 'nummod' && before === 0) before = 8;
  }
  return (kinds * 2 + plural) * 16 + before + (kind === 'noun' && from === head ? 12 : 0);
}

function numberOf(doc: Timed, { head, kind }: MentionSpan, name: Name | undefined): number {
  if (kind === 'group') return NUMBER.many;
  // "The United States" is one, "the police" and "the Taliban" are as one likes.
  if (name !== undefined && BODIES.has(name.type)) return NUMBER.unknown;
  if (doc.xpos[head] === 'NNS' || doc.xpos[head] === 'NNPS') return NUMBER.many;
  return doc.upos[head] === 'NOUN' || doc.upos[head] === 'PROPN' ? NUMBER.one : NUMBER.unknown;
}

/** The kind of thing: a name's type, a noun's class, or a time. */
function sortOf(
  { doc, timeAt, surnames }: Context,
  { head, kind }: MentionSpan,
  name: Name | undefined,
): number {
  if (name !== undefined) {
    if (isOwned(doc, head, name)) return sortNumber('proper');
    return surnames.has(doc.tokens[name.to - 1]!.text) ? PERSON : sortNumber(name.type);
  }
  if (timeAt[head] === 1) return sortNumber('time');
  const noun = kind === 'pronoun' ? undefined : nounClass(doc.lemmas[head]!.toLowerCase());
  if (noun !== undefined) return sortNumber(noun);
  return kind === 'name' ? sortNumber('proper') : 0;
}

/** "Our Youth" is a title or a body, whatever its word looks like: whoever has a name of one word is nobody's. */
function isOwned(doc: Timed, head: number, { type, from, to }: Name): boolean {
  return (
    type === 'person' &&
    to - from === 1 &&
    (doc.tree.children[head] ?? []).some((child) => doc.tree.relations[child] === 'nmod:poss')
  );
}

const BODIES = new Set<Name['type']>(['organisation', 'people', 'place']);
