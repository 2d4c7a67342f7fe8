import type { Candidate } from './link-mentions.js';
import { GENDER, type Mention, NUMBER } from './mention.js';
import { THEY } from './whom-it-may-mean.js';

/** **Units** logarithms of odds. */
const SPOKE_LAST = 4;
const IN_FOCUS = 4;
const NEVER_TOLD = -3;

/**
 * What speaks for somebody behind "he said" beyond what the model knows: the texts that it learned from hold few such
 * words, and reports hold them by the dozen. Whoever spoke last goes on speaking, in this paragraph or from the one
 * before, and so does whom the last main clause was about; whom only others' words tell of does not. "They" are whom
 * the last main clause was about.
 */
export function voiceOf(mention: Mention, { entity, turn, isFocus }: Candidate): number {
  const { minds, quote, gender, paragraph, isMain } = mention;
  if (!minds || !isMain || quote >= 0) return 0;
  const { focus, told, number } = entity;
  if (mention.form === THEY) return isFocus && number !== NUMBER.one ? IN_FOCUS : 0;
  if (gender !== GENDER.male && gender !== GENDER.female) return 0;
  if (told === null) return NEVER_TOLD;
  const spokeLast = turn === 1 && focus !== null && paragraph - focus.paragraph <= 1;
  return (spokeLast ? SPOKE_LAST : 0) + (isFocus ? IN_FOCUS : 0);
}
