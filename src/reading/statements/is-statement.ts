import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import { isClaim, isTakenUp } from './claims-of-others.js';
import { type CueClass, type CueEntry, type CueLexicon, cueEntry } from './cue-lexicon.js';
import type { Attribution } from './find-attributions.js';
import type { Setting } from './setting.js';
import { isPassive } from './subject.js';

const SAID: ReadonlySet<CueClass> = new Set([
  'speech',
  'writing',
  'request',
  'promise',
  'judgement',
  'declining',
  'citation',
  'persuasion',
  'publication',
]);
const THOUGHT: ReadonlySet<CueClass> = new Set(['belief', 'feeling', 'intention', 'naming', 'hearsay']);
/** Sources that speak by showing: "the report shows that …". */
const DOCUMENTS = new Set(
  'report study survey poll document statement letter memo record investigation inquiry ruling data figure transcript'.split(
    ' ',
  ),
);
/** **Units** probability. */
const FAIR = 0.45;
const SURE = 0.6;
const SURER = 0.75;

/**
 * Whether an attribution is a statement that a reader of the record would look for: speech, writing, a request, a
 * promise, a judgement, a belief, a hope, by a source that the text at least mentions. Attributions of perception,
 * appearance and decision are told by events or not at all, unless somebody's words are quoted in them.
 */
export function isStatement(setting: Setting, one: Attribution): boolean {
  const { doc, lexicon } = setting;
  if (one.source.length === 0 || isAddressed(doc, one.source)) return false;
  if (isPassive(doc, one.head) && !isAgent(doc, one)) return false;
  if (isAnonymity(doc, one.content)) return false;
  if (isNameGiven(setting, one) || isFought(setting, one)) return false;
  if (hasQuotedWords(setting, one.content)) return true;
  const entry = entryOfCue(doc, lexicon, one);
  if (entry === undefined) return one.probability >= SURE && hasVerb(doc, one.content);
  if (isDenial(doc, one, entry)) return true;
  if (DEEDS_ON_THINGS.has(entry.lemma) && entry.part === 'verb') return hasVerb(doc, one.content);
  if (entry.class === 'speech' && !entry.takes.includes('phrase')) {
    return hasVerb(doc, one.content) || one.probability >= SURER;
  }
  if (entry.class === 'declining' && MEASURED.has(doc.upos[one.content[0]!]!)) return false;
  if (entry.class === 'publication') return hasVerb(doc, one.content) || one.probability >= SURE;
  if (SAID.has(entry.class)) {
    const unmistakable = UNMISTAKABLE.has(entry.lemma) && aimsAtSomebody(setting, one.content);
    return unmistakable || hasVerb(doc, one.content) || one.probability >= FAIR;
  }
  if (THOUGHT.has(entry.class))
    return hasVerb(doc, one.content) && (one.probability >= SURE || hasActor(setting, one.source));
  if (entry.class === 'evidence')
    return one.source.some((token) => DOCUMENTS.has(doc.lemmas[token]!.toLowerCase()));
  return false;
}

/** "Denied the accusation", "rejects it": whoever answers a charge says something, however short. */
export function isDenial(
  doc: Document,
  { head }: Pick<Attribution, 'head'>,
  { stance, part }: CueEntry,
): boolean {
  if (part !== 'verb' || (stance !== 'denies' && stance !== 'doubts')) return false;
  return childrenBy(doc, head, 'obj', 'nsubj:pass').some((one) => isClaim(doc, one) || isTakenUp(doc, one));
}

/** Verbs that say something of a clause only: who recalls an envoy or signs a treaty says nothing. */
const DEEDS_ON_THINGS = new Set(['recall', 'sign', 'raise']);

/** Kinds of cue that a doubtful attribution may have: acts that are done in words and hardly otherwise. */
const PLAIN: ReadonlySet<CueClass> = new Set([
  'speech',
  'writing',
  'request',
  'promise',
  'judgement',
  'declining',
]);

/**
 * Whether an attribution of which the model is not sure holds all the same: a verb of telling or judging with a
 * subject, and a clause, quoted words or somebody as its content. Inner statements ("an attack that Chile blames on
 * France") look doubtful to a model that has learned outermost ones only.
 */
export function isPlain(setting: Setting, one: Attribution): boolean {
  const { doc, lexicon, quoteAt } = setting;
  if (one.source.length === 0 || doc.upos[one.head] !== 'VERB' || quoteAt[one.head]! >= 0) return false;
  const entry = cueEntry(lexicon, 'VERB', doc.lemmas[one.head]!);
  if (entry === undefined || !PLAIN.has(entry.class) || !hasActor(setting, one.source)) return false;
  if (hasVerb(doc, one.content) || hasQuotedWords(setting, one.content)) return true;
  return isDenial(doc, one, entry) || (UNMISTAKABLE.has(entry.lemma) && aimsAtSomebody(setting, one.content));
}

function hasActor({ cast }: Setting, source: readonly number[]): boolean {
  return source.some((token) => cast.at(token) !== undefined);
}

/** Judgements that are passed in words and never with fists or ballots. */
const UNMISTAKABLE = new Set(
  'blame accuse condemn denounce criticise criticize praise congratulate thank'.split(' '),
);

/** "Blames on France": the content has somebody to aim at. */
function aimsAtSomebody({ cast }: Setting, content: readonly number[]): boolean {
  return content.some((token) => cast.at(token) !== undefined);
}

/** "Has declined 40 %": an amount is no answer. */
const MEASURED = new Set(['NUM', 'SYM']);

/** "You think …" outside anybody's words is a question to an interviewee. */
function isAddressed(doc: Document, source: readonly number[]): boolean {
  return source.length === 1 && doc.tokens[source[0]!]!.text.toLowerCase() === 'you';
}

/** Verbs of words and of weapons. */
const DOUBLE_EDGED = new Set('assail attack blast hammer hit lash pound savage slam strike'.split(' '));

/** "The rebels attacked the town": words are a person's, and what more than one person attacks with is arms. */
function isFought({ doc, cast }: Setting, { head, source, content }: Attribution): boolean {
  if (!DOUBLE_EDGED.has(doc.lemmas[head]!.toLowerCase())) return false;
  const speaks = source.some((token) => {
    const mention = cast.at(token);
    return mention?.kind === 'pronoun' || mention?.actors.some((actor) => actor.person !== null) === true;
  });
  return !speaks && !content.some((token) => doc.upos[token] === 'VERB');
}

/** "Asked not to be named": a condition of speaking, and nothing that was said. */
function isAnonymity(doc: Document, content: readonly number[]): boolean {
  const words = content.slice(0, 5).map((token) => doc.tokens[token]!.text.toLowerCase());
  return /^(?:not to be|to not be|to be|to remain|to stay) (?:named|identified|quoted|anonymous|unnamed)\b/.test(
    words.join(' '),
  );
}

const NAMING = new Set('call name title entitle dub nickname know style term'.split(' '));

/** "The bridge called "Old Mary"": a name in quotation marks is nobody's words. */
function isNameGiven({ doc, quoteAt }: Setting, { head, content }: Attribution): boolean {
  if (!NAMING.has(doc.lemmas[head]!.toLowerCase())) return false;
  const words = content.filter((token) => doc.upos[token] !== 'PUNCT');
  return words.every((token) => quoteAt[token]! >= 0 && /^\p{Lu}|^\d/u.test(doc.tokens[token]!.text));
}

/** Whether the source of a passive is led by "by" or the like: "was accused by Chile". */
function isAgent(doc: Document, { cue, source }: Attribution): boolean {
  const before = doc.upos[source[0]! - 1];
  return source[0]! >= cue.to && (before === 'ADP' || before === 'DET');
}

/** The lexicon's entry for a cue: of its head, else of its first word that has one. */
export function entryOfCue(
  doc: Document,
  lexicon: CueLexicon,
  { cue, head }: Pick<Attribution, 'cue' | 'head'>,
): CueEntry | undefined {
  const own = cueEntry(lexicon, doc.upos[head]!, doc.lemmas[head]!);
  if (own !== undefined && own.part !== 'adposition') return own;
  for (let token = cue.from; token < cue.to; token++) {
    const entry = cueEntry(lexicon, doc.upos[token]!, doc.lemmas[token]!);
    if (entry !== undefined && entry.part !== 'adposition') return entry;
  }
  return own;
}

function hasVerb(doc: Document, tokens: readonly number[]): boolean {
  return tokens.some((token) => doc.upos[token] === 'VERB' || doc.upos[token] === 'AUX');
}

function hasQuotedWords({ doc, quoteAt }: Setting, tokens: readonly number[]): boolean {
  let words = 0;
  for (const token of tokens) if (quoteAt[token]! >= 0 && doc.upos[token] !== 'PUNCT') words += 1;
  return words >= 2;
}
