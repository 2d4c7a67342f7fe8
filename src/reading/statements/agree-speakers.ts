import { contains } from '../../document/span.js';
import type { Actor, Statement } from '../contract.js';

const FIRST = new Set(['i', 'we', 'me', 'us']);
const SINGULAR = new Set(['he', 'she']);
/** **Units** statements; how far off in order of text the outer statement may stand. */
const REACH = 20;
/** 0–1, each taken times the confidence. */
const LENT = 0.8;
const CARRIED = 0.85;

/**
 * Settles pronouns by what statements tell of each other, where references alone left them open or made a speaker
 * talk to himself. Statements in text order, `paragraphOf` by sentence.
 *
 * - "We" and "I" within somebody's words are that somebody.
 * - "He said he told Y": the inner speaker, where not Y, is the outer one.
 * - "He added" that nobody was found for, after a statement by a person in the same paragraph, is that person, who goes
 *   on speaking.
 */
export function agreeSpeakers(
  statements: readonly Statement[],
  paragraphOf: (sentence: number) => number,
): Statement[] {
  const settled: Statement[] = [];
  statements.forEach((one, index) => {
    const word = one.source.length === 1 ? one.source[0]!.text.toLowerCase() : '';
    if (!FIRST.has(word) && !SINGULAR.has(word)) {
      settled.push(one);
      return;
    }
    const outer =
      around(one, settled.slice(-REACH)) ?? around(one, statements.slice(index + 1, index + REACH));
    if (FIRST.has(word)) {
      settled.push(one.speaker === null && outer !== undefined ? spokenBy(one, outer.speaker, LENT) : one);
      return;
    }
    const selfTalk = one.speaker !== null && one.speaker.name === one.addressee?.name;
    if (outer !== undefined) {
      settled.push(selfTalk || one.speaker === null ? spokenBy(one, outer.speaker, LENT) : one);
      return;
    }
    const before = settled.findLast((other) => around(other, [one]) === undefined);
    const goesOn =
      one.speaker === null &&
      before !== undefined &&
      isPerson(before.speaker) &&
      fits(word, before.speaker) &&
      paragraphOf(before.sentence) === paragraphOf(one.sentence) &&
      before.sentence < one.sentence;
    settled.push(goesOn ? spokenBy(one, before.speaker, CARRIED) : selfTalk ? spokenBy(one, null, 1) : one);
  });
  return settled;
}

/** The statement among others in whose content this one's source stands. */
function around({ id, source }: Statement, others: readonly Statement[]): Statement | undefined {
  const [first] = source;
  if (first === undefined) return undefined;
  return others.find(
    (one) => one.id !== id && one.speaker !== null && one.content.some((span) => contains(span, first)),
  );
}

function spokenBy(one: Statement, speaker: Actor | null, share: number): Statement {
  if (speaker === null || speaker.name === one.speaker?.name)
    return { ...one, speaker: one.speaker && speaker };
  const confidence = Math.round(100 * one.confidence * share) / 100;
  return { ...one, speaker: { ...speaker, resolvedBy: 'statement' }, confidence };
}

/** Whether a title, where there is one, allows the pronoun. */
function fits(pronoun: string, { mention, title }: Actor): boolean {
  const words = `${title ?? ''} ${mention.text}`;
  return !(pronoun === 'she' ? MALE : FEMALE).test(words);
}

const MALE = /\b(Mr|Sir|Lord|Prince|King|Sheikh|Father|chairman|spokesman|congressman)\b/iu;
const FEMALE = /\b(Ms|Mrs|Miss|Dame|Lady|Princess|Queen|Sister|chairwoman|spokeswoman|congresswoman)\b/iu;

function isPerson(actor: Actor | null): actor is Actor {
  return actor !== null && (actor.person !== null || /^\p{Lu}[^ ]*( \p{Lu}[^ ]*)+$/u.test(actor.name));
}
