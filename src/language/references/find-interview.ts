import type { Timed } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import { TURN } from './find-turns.js';
import { hashOf, type Mention } from './mention.js';
import { nounClass } from './reference-words.js';
import { PERSON } from './sorts.js';

/** Who asks and who answers, each by the first full name; null where it is not told, or where several do. */
export interface Interview {
  readonly interviewee: Mention | null;
  readonly interviewer: Mention | null;
}

const NOBODY: Interview = { interviewee: null, interviewer: null };

/**
 * The two parties of an interview, as what stands before the first question names them: whom somebody is said to have
 * interviewed or spoken with, else the person named most.
 */
export function findInterview(doc: Timed, mentions: readonly Mention[]): Interview {
  const first = mentions.findIndex(({ turn }) => turn !== TURN.telling);
  if (first < 0) return NOBODY;
  const opening = mentions.slice(0, first);
  const persons = opening.filter((one) => isNamedPerson(doc, one));
  const tellings = tellingsOf(doc, opening.at(-1)?.to ?? 0);
  const asked = tellings.flatMap((one) => one.asked);
  if (asked.some((head) => isSeveral(doc, head, persons))) return NOBODY;
  const interviewee =
    personAt(doc, persons, asked) ??
    personAt(
      doc,
      persons.filter((one) => !isOfPress(one)),
      tellings.flatMap((one) => one.met),
    ) ??
    (asked.some((head) => doc.upos[head] !== 'PRON') || isBare(opening) ? undefined : mostNamed(persons));
  if (interviewee === undefined) return NOBODY;
  const full = (one: Mention) =>
    persons.find(({ word, words }) => word === one.word && words.length > 1) ?? one;
  const others = persons.filter(({ word }) => word !== interviewee.word);
  const interviewer = personAt(
    doc,
    others,
    tellings.flatMap(({ asked: to, met, by }) => {
      const isHis = personAt(doc, persons, by)?.word === interviewee.word;
      return isHis ? [...met, ...by] : [...to, ...met].length > 0 ? by : [];
    }),
  );
  return {
    interviewee: full(interviewee),
    interviewer: interviewer === undefined ? null : full(interviewer),
  };
}

/** A name of a person, or a noun that a name hangs on: "the founder John Smith". */
function isNamedPerson(doc: Timed, { kind, sort, isInner, head }: Mention): boolean {
  const isPersonal = nounClass(doc.lemmas[head]!.toLowerCase()) === 'person';
  const carries = (child: number) => doc.tree.relations[child] === 'flat' && doc.upos[child] === 'PROPN';
  if (isPersonal) return !isInner && (doc.tree.children[head] ?? []).some(carries);
  return kind === 'name' && sort === PERSON && !isInner;
}

/** A word that tells of an interview: heads of who is asked, who is spoken with, and who does it. */
interface Telling {
  readonly asked: readonly number[];
  readonly met: readonly number[];
  readonly by: readonly number[];
}

function tellingsOf(doc: Timed, end: number): Telling[] {
  const tellings: Telling[] = [];
  for (let token = 0; token < end; token++) {
    const lemma = doc.lemmas[token]!.toLowerCase();
    const isInterview = INTERVIEWS.has(lemma);
    if (!isInterview && !SPEAKING.has(lemma)) continue;
    const met = isInterview ? [] : withWhom(doc, token);
    if (isInterview || met.length > 0)
      tellings.push({ asked: isInterview ? askedOf(doc, token) : [], met, by: doersOf(doc, token) });
  }
  return tellings;
}

const INTERVIEWS = new Set(['interview', 'q&a']);
const SPEAKING = new Set(['speak', 'talk', 'sit', 'catch', 'chat']);
const WITH = new Set(['with', 'to']);

/** "Interviewed Y", "Y was interviewed", "Y, interviewed by", "an interview with Y". */
function askedOf(doc: Timed, token: number): number[] {
  if (doc.upos[token] !== 'VERB') return withWhom(doc, token);
  const own = (doc.tree.children[token] ?? []).filter((child) => ASKED.has(doc.tree.relations[child]!));
  const isParticiple = baseRelation(doc, token) === 'acl' && doc.xpos[token] === 'VBN';
  return own.length === 0 && isParticiple ? [doc.tree.heads[token]!] : own;
}

const ASKED = new Set(['obj', 'nsubj:pass']);

function withWhom(doc: Timed, token: number): number[] {
  return (doc.tree.children[token] ?? []).filter((child) => {
    const relation = baseRelation(doc, child);
    if (relation !== 'obl' && relation !== 'nmod') return false;
    return (doc.tree.children[child] ?? []).some(
      (mark) => doc.tree.relations[mark] === 'case' && WITH.has(doc.lemmas[mark]!),
    );
  });
}

/** Who does it: the verb's subject and agent, or those of the verb that "interview" stands under. */
function doersOf(doc: Timed, token: number): number[] {
  const over = doc.upos[token] === 'VERB' ? token : doc.tree.heads[token]!;
  if (over < 0) return [];
  return (doc.tree.children[over] ?? []).filter((child) => DOING.has(doc.tree.relations[child]!));
}

const DOING = new Set(['nsubj', 'obl:agent']);

/** "Experts", "the owners", "John Smith and Mary Brown". */
function isSeveral(doc: Timed, head: number, persons: readonly Mention[]): boolean {
  if (doc.xpos[head] === 'NNS') return true;
  return (
    persons.some((one) => one.head === head) &&
    (doc.tree.children[head] ?? []).some(
      (child) => doc.tree.relations[child] === 'conj' && doc.upos[child] === 'PROPN',
    )
  );
}

/** The first named person who is one of some heads, or stands beside one: "the site's founder, Jack Herrick". */
function personAt(doc: Timed, persons: readonly Mention[], heads: readonly number[]): Mention | undefined {
  for (const head of heads) {
    const found = persons.find((one) => {
      let at = one.head;
      for (let steps = 0; steps < 3 && at >= 0; steps++) {
        if (at === head) return true;
        if (!BESIDE.has(doc.tree.relations[at]!)) return false;
        at = doc.tree.heads[at]!;
      }
      return false;
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whoever is told to be of the press asks, and is not asked. */
function isOfPress({ roles }: Mention): boolean {
  return roles.some((role) => PRESS.has(role));
}

const PRESS: ReadonlySet<number> = new Set(
  ['columnist', 'correspondent', 'editor', 'journalist', 'reporter', 'writer'].map(hashOf),
);

const BESIDE = new Set(['appos', 'flat', 'nmod:desc', 'compound', 'conj']);

/** Whether nothing but a title stands before the first question, as above talk that nobody introduces. */
function isBare(opening: readonly Mention[]): boolean {
  return opening.length === 0 || opening.at(-1)!.paragraph === opening[0]!.paragraph;
}

function mostNamed(persons: readonly Mention[]): Mention | undefined {
  const counts = new Map<number, number>();
  for (const { word } of persons) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return persons.find(({ word }) => counts.get(word) === most);
}

/** The number of "I" among the forms of pronouns. */
export const FIRST_SINGULAR = 1;

/** Which party of an interview a pronoun is: "I" in an answer, "you" in a question. */
export function partyOf(mention: Mention, interview: Interview): Mention | null {
  const { quote, speaker, turn, form, person } = mention;
  const isI = form === FIRST_SINGULAR;
  // A quote above or between turns that nobody is said to speak is drawn from the answers.
  if (quote >= 0) return turn === TURN.telling && speaker < 0 && isI ? interview.interviewee : null;
  if (turn === TURN.answer) return isI ? interview.interviewee : null;
  if (turn !== TURN.question) return null;
  return person === 2 ? interview.interviewee : isI ? interview.interviewer : null;
}
