import type { Tagged } from '../../document/document.js';
import { pronounForm } from './reference-words.js';

/** What a paragraph is in a text of questions and answers; `telling` is all that nobody says there. */
export const TURN = { telling: 0, question: 1, answer: 2 } as const;

/** What shows, in a paragraph, who speaks: counted outside of quotes. */
interface Traits {
  words: number;
  asks: number;
  first: number;
  second: number;
  /** Whether its last sentence asks, and whether that sentence ends as sentences do. */
  endsAsking: boolean;
  isWhole: boolean;
  /** Whether it tells of an interview, and whether it says whose picture stands there. */
  calls: boolean;
  isCaption: boolean;
  opening: string;
}

/** Questions and answers without which a text is no interview; fewer do where it says that it is one. */
const LEAST_QUESTIONS = 2;
const LEAST_ANSWERS = 2;
/** How many paragraphs may say that an interview follows. */
const OPENING = 6;

/**
 * The turn of each paragraph of an interview that is printed as paragraphs that ask and paragraphs that answer; null
 * where the text is none. Turns alternate but for long answers, so the likeliest row of turns is sought, not the
 * likeliest turn.
 */
export function findTurns(doc: Tagged): Uint8Array | null {
  const traits = traitsOf(doc);
  const asked = traits.filter((one) => one.endsAsking);
  if (asked.length === 0) return null;
  if (!asked.some(({ second }) => second > 0)) return null;
  const isCalled = traits.slice(0, OPENING).some(({ calls }) => calls);
  const answers = traits.filter((one) => one.first > 0 && !one.endsAsking);
  if (!isCalled && (asked.length < LEAST_QUESTIONS || answers.length < LEAST_ANSWERS)) return null;
  return bestTurns(traits);
}

function traitsOf(doc: Tagged): Traits[] {
  const quoted = new Uint8Array(doc.tokens.length);
  for (const { from, to } of doc.quotes) quoted.fill(1, from, to);
  const traits: Traits[] = [];
  for (const { paragraph, from, to } of doc.sentences) {
    while (traits.length <= paragraph) traits.push(nothing());
    const one = traits[paragraph]!;
    if (one.words === 0) one.opening = doc.tokens[from]?.text.toLowerCase() ?? '';
    for (let token = from; token < to; token++) {
      one.words++;
      if (/^interview/i.test(doc.lemmas[token]!)) one.calls = true;
      if (PICTURES.test(doc.tokens[token]!.text) && /^[:;]$/.test(doc.tokens[token + 1]?.text ?? ''))
        one.isCaption = true;
      if (quoted[token] === 1) continue;
      const person =
        doc.upos[token] === 'PRON' ? pronounForm(doc.tokens[token]!.text.toLowerCase())?.person : 3;
      if (person === 1) one.first++;
      else if (person === 2) one.second++;
    }
    const isQuoted = quoted[to - 1] === 1;
    const last = doc.tokens[to - 1]?.text ?? '';
    one.endsAsking = last === '?' && !isQuoted;
    if (one.endsAsking) one.asks++;
    one.isWhole = /[.?!…–—:]$|--$/.test(last) || isQuoted;
  }
  return traits;
}

const PICTURES = /^(?:image|photo|photograph|picture|credit|caption|file)$/i;

function nothing(): Traits {
  return {
    words: 0,
    asks: 0,
    first: 0,
    second: 0,
    endsAsking: false,
    isWhole: false,
    calls: false,
    isCaption: false,
    opening: '',
  };
}

/** What each turn costs after each other: nothing is asked twice in a row, answers may go on. */
const AFTER = [
  // From telling: what opens an interview is a question.
  [0, 0.5, -2],
  [-9, -2, 1],
  [-9, 0.5, 0],
] as const;

/** Headings and captions are told apart first; the rest takes the row of turns that fits best (Viterbi 1967). */
function bestTurns(traits: readonly Traits[]): Uint8Array {
  const turns = new Uint8Array(traits.length);
  const spoken = traits.flatMap((one, at) => (isHeading(one) || (at === 0 && !one.endsAsking) ? [] : [at]));
  let scores = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const from: number[][] = [];
  for (const at of spoken) {
    const fits = fitsOf(traits[at]!);
    const came: number[] = [];
    scores = fits.map((fit, turn) => {
      let best = 0;
      for (let other = 1; other < 3; other++)
        if (scores[other]! + AFTER[other]![turn]! > scores[best]! + AFTER[best]![turn]!) best = other;
      came.push(best);
      return fit + scores[best]! + AFTER[best]![turn]!;
    });
    from.push(came);
  }
  let turn = scores.indexOf(Math.max(...scores));
  for (let back = spoken.length - 1; back >= 0; back--) {
    turns[spoken[back]!] = turn;
    turn = from[back]![turn]!;
  }
  return turns;
}

/** **Units** words, up to which a paragraph without a full stop is a heading or a caption. */
const HEADING = 16;
const LONG = 70;

function isHeading({ words, isWhole, isCaption, first, second }: Traits): boolean {
  return isCaption || (words <= HEADING && !isWhole && first + second === 0);
}

const OPENS_ANSWER =
  /^(?:yes|yeah|yep|no|nope|well|oh|sure|absolutely|right|so|i|we|my|our|it|because|both)$/;
const OPENS_QUESTION =
  /^(?:what|who|whom|whose|which|when|where|why|how|do|does|did|is|are|was|were|can|could|will|would|should|have|has|had|you|your)$/;

/** How well a paragraph would be told by nobody, a question, an answer. */
function fitsOf(traits: Traits): [number, number, number] {
  const { words, asks, first, second, endsAsking, calls, opening } = traits;
  const telling = (first + second > 0 ? -1 : asks > 0 ? -2 : 0.5) + (calls && !endsAsking ? 2 : 0);
  const question =
    (endsAsking ? 2 : -1.5) +
    (second > 0 ? 1 : 0) +
    (second > 0 && second >= first ? 0.5 : 0) +
    (OPENS_QUESTION.test(opening) ? 0.5 : 0) -
    (words > LONG ? 1 : 0);
  const answer =
    (endsAsking ? -0.5 : 0.5) +
    (first > second ? 1 : 0) +
    (OPENS_ANSWER.test(opening) ? 0.5 : 0) +
    (words > LONG ? 0.5 : 0);
  return [telling, question, answer];
}
