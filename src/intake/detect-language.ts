import { eld } from 'eld/extrasmall';

/** Words that English text is full of and other languages are not. */
const ENGLISH = new Set(
  `the of and to that for with was were is are has have had his her their its this from by at on as be been will would
  said says not but they he she it who which after over about into more than when where out up or an`.split(
    /\s+/,
  ),
);

/** **Units** characters: enough to tell, and cheap. */
const SAMPLE = 2_000;

/** A headline full of foreign names scores nearly as well in English: then it is not told. */
const RIVAL = 0.7;

/**
 * The language of a text as ISO 639-1, null where it is too short or too mixed to tell. English is told by its
 * commonest words; only what lacks them is looked at closely.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const share = words.filter((word) => ENGLISH.has(word)).length / Math.max(1, words.length);
  if (words.length >= 8 && share >= 0.2) return 'en';
  const found = eld.detect(sample);
  if (found.language === '') return null;
  if (found.language === 'en') return words.length >= 3 ? 'en' : null;
  // What is written in another alphabet is not English, however short.
  const foreign = sample.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  if (foreign >= 4 && foreign > (sample.match(/\p{Script=Latin}/gu)?.length ?? 0)) return found.language;
  const scores = found.getScores();
  const rival = (scores.en ?? 0) / (scores[found.language] ?? 1);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return found.isReliable() && share < 0.1 && rival < RIVAL && letters >= 40 ? found.language : null;
}
