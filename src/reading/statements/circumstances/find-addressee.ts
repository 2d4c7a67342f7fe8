import type { Document } from '../../../document/document.js';
import { childrenBy } from '../../../document/tree.js';
import type { Cast } from '../../cast.js';
import type { Actor } from '../../contract.js';
import { isPassive } from '../subject.js';
import { prepositionsOf } from './prepositions.js';
import type { TellingWords } from './telling-words.js';

/** Verbs whose object, and whose subject in the passive, is told something. */
const TELLING = new Set(
  `address advise alert ask assure beg beseech brief caution challenge command convince counsel direct email encourage
  exhort forbid greet implore inform instruct interview invite lobby notify order persuade petition phone press promise
  question quiz reassure remind request rebuke summon telephone tell text thank urge warn`.split(/\s+/),
);
/** Verbs that lead by these words to whom they speak. */
const TO = ['to', 'with', 'before'];
const ON = new Set(['call', 'prevail']);
/** Verbs of speech whose "to" or "with" leads to somebody who listens. */
const SPEAKING = new Set(
  `admit announce apologise apologize appeal argue boast call chat complain confess confide confirm declare describe
  disclose dictate explain express hint lament lie mention mutter outline pledge point pray present propose protest read
  recommend recount remark reply report respond reveal say send share shout speak state stress suggest swear take talk
  testify vent voice vow whisper write`.split(/\s+/),
);
/** Nouns with "to" or "with" of whoever listens: "in a letter to X", "an interview with X", "remarks to X". */
const HEARD = new Set(
  `address announcement appeal apology call comment complaint conversation email e-mail interview letter memo message note
  phone plea proposal recommendation remark report request speech statement submission talk telegram testimony warning
  word`.split(/\s+/),
);

/** Whom something is said to: "told Putin", "said to the Council", "called on Iran", "in a letter to Macron". */
export function findAddressee(doc: Document, cast: Cast, words: TellingWords): Actor | null {
  for (const token of listeners(doc, words)) {
    const actor = cast.at(token)?.actors[0];
    if (actor !== undefined) return actor;
  }
  return null;
}

/** The heads of noun phrases that may name who listens, the likeliest first. */
function* listeners(doc: Document, { hosts, isContent }: TellingWords): Generator<number> {
  for (const host of hosts) {
    const lemma = doc.lemmas[host]!.toLowerCase();
    if (doc.upos[host] === 'VERB' && TELLING.has(lemma)) {
      if (!isPassive(doc, host)) yield* childrenBy(doc, host, 'iobj', 'obj');
      else if (lemma === 'interview' || lemma === 'question') yield* under(doc, host, ['by']);
      else yield* childrenBy(doc, host, 'nsubj:pass', 'nsubj');
    }
    if (doc.upos[host] === 'VERB' && (SPEAKING.has(lemma) || TELLING.has(lemma)))
      yield* childrenBy(doc, host, 'iobj');
    if (SPEAKING.has(lemma) || TELLING.has(lemma)) yield* under(doc, host, TO);
    if (ON.has(lemma)) yield* under(doc, host, ['on', 'upon']);
  }
  for (const host of hosts) {
    const nouns = doc.upos[host] === 'NOUN' ? [host] : [];
    for (const noun of [...nouns, ...childrenBy(doc, host, 'obl', 'obj', 'nmod')])
      if (!isContent(noun) && HEARD.has(doc.lemmas[noun]!.toLowerCase())) yield* under(doc, noun, TO);
  }
}

function* under(doc: Document, word: number, prepositions: readonly string[]): Generator<number> {
  for (const child of childrenBy(doc, word, 'obl', 'nmod'))
    if (prepositionsOf(doc, child).some((one) => prepositions.includes(one))) yield child;
}
