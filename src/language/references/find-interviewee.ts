import type { Timed } from '../../document/document.js';
import type { Mention } from './mention.js';
import { PERSON } from './sorts.js';

/** Answers with "I", and questions with "you" where nothing says that somebody was interviewed. */
const LEAST_QUESTIONS = 2;
const LEAST_ANSWERS = 3;

/**
 * The first full name of the person whom an interview asks; null where the text is none: paragraphs that end by
 * asking "you" take turns with such as tell of "I" outside of quotes. It is the person whom the text before the first
 * question says that somebody interviewed, else the one whom it names most.
 */
export function findInterviewee(doc: Timed, mentions: readonly Mention[]): Mention | null {
  let questions = 0;
  let answers = 0;
  let start = Number.POSITIVE_INFINITY;
  for (const { quote, asks, form, person, paragraph } of mentions) {
    if (quote >= 0) continue;
    if (asks && person === 2) {
      questions++;
      start = Math.min(start, paragraph);
    } else if (!asks && form === FIRST_SINGULAR && questions > 0) answers++;
  }
  if (questions === 0 || answers < LEAST_ANSWERS) return null;
  const named = mentions.filter((one) => one.kind === 'name' && one.sort === PERSON && one.paragraph < start);
  const counts = new Map<number, number>();
  for (const { word } of named) counts.set(word, (counts.get(word) ?? 0) + 1);
  const told = named.find((one) => isInterviewed(doc, one));
  if (told === undefined && questions < LEAST_QUESTIONS) return null;
  const most = Math.max(0, ...counts.values());
  const word = told?.word ?? named.find((one) => counts.get(one.word) === most)?.word;
  return named.find((one) => one.word === word && one.words.length > 1) ?? told ?? null;
}

/** The number of "I" among the forms of pronouns. */
export const FIRST_SINGULAR = 1;

function isInterviewed(doc: Timed, { from, over }: Mention): boolean {
  return (
    (over >= 0 && doc.lemmas[over] === 'interview') ||
    /^interview(?:s|ed)$/i.test(doc.tokens[from - 1]?.text ?? '')
  );
}

/** Whether a pronoun is the person whom an interview asks: "I" in an answer, "you" in a question. */
export function isInterviewee({ quote, asks, form, person }: Mention): boolean {
  return quote < 0 && (asks ? person === 2 : form === FIRST_SINGULAR);
}
