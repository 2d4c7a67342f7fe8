import { lemmatise } from '../tagging/lemmatise.js';
import { type Guess, NO_GUESS, nounsBeside } from './expand-headline.js';
import type { HeadlineWords } from './known-words.js';

/** Words that could be verbs, whatever they were taken for. */
const CONTENT = /^(?:NOUN|VERB|ADJ|X|INTJ)\||^PROPN\|NN|^AUX\|VB[DZ]/;
/** Their past looks like their present. */
const UNCHANGED = new Set(
  'bet bid burst cast cost cut hit hurt let put quit read set shut split spread'.split(' '),
);
/** "On strike", "under fire", "in doubt": before a bare noun, a state rather than a place. */
const STATE = /^(?:at|behind|in|near|on|under|without)$/;
const DASH = /^[-–—]$/;

/** Every word that a headline could hang on, with what it would then be; that there is none stands first. */
export function guessVerbs(words: readonly string[], tags: readonly string[], known: HeadlineWords): Guess[] {
  const guesses: Guess[] = [NO_GUESS];
  const add = (kind: Guess['kind'], at: number, tag: string) => {
    guesses.push({ kind, at, tag, alone: false });
    if (nounsBeside(tags, at).size > 0) guesses.push({ kind, at, tag, alone: true });
  };
  for (let at = 1; at < words.length; at++) {
    const [word, before, after] = [words[at]!, words[at - 1]!, words[at + 1]];
    const [tag, tagBefore, tagAfter] = [tags[at]!, tags[at - 1]!, tags[at + 1] ?? ''];
    if (!/^\p{Ll}+$/u.test(word) || DASH.test(before) || DASH.test(after ?? '')) continue;
    const isState = STATE.test(before) && tag === 'NOUN|NN' && /^(?:NOUN|PROPN|ADJ)/.test(tags[at - 2] ?? '');
    if (isState && !tagAfter.startsWith('NOUN')) add('predicate', at, tag);
    if (before === 'to') {
      if (at > 1 && !/^(?:PART|DET|ADP|PRON)/.test(tag))
        add('future', at, word === 'be' ? 'AUX|VB' : 'VERB|VB');
      continue;
    }
    if (/\|(?:DT|PRP\$|POS|IN)$/.test(tagBefore)) continue;
    if (!CONTENT.test(tag) && !(/^(?:ADV|ADP)/.test(tag) && known.isVerb(word))) continue;
    if (/[^s]s$/.test(word)) add('finite', at, 'VERB|VBZ');
    else if (/ing$/.test(word)) {
      if (tag.endsWith('VBG')) add('progressive', at, tag);
    } else {
      const isPast = lemmatise(word, 'VERB', 'VBD') !== word;
      if (isPast || UNCHANGED.has(word) || /VB[DN]$/.test(tag)) {
        add('finite', at, 'VERB|VBD');
        add('passive', at, 'VERB|VBN');
      }
      if (!isPast) add('finite', at, 'VERB|VBP');
      if (tag.startsWith('ADJ') && !/^(?:NOUN|PROPN|ADJ)/.test(tagAfter)) add('predicate', at, tag);
    }
  }
  return guesses;
}
