import { type FeatureBag, note } from './feature-bag.js';
import type { PairView } from './pair-view.js';

/** Runs of one, two and three words, the parties folded. */
export function runFeatures({ words }: PairView): FeatureBag {
  const bag: FeatureBag = new Map();
  const at = (place: number) => words[place]?.word ?? '#';
  for (let place = 0; place < words.length; place++) {
    note(bag, at(place));
    note(bag, `${at(place)} ${at(place + 1)}`);
  }
  return bag;
}

const CONTENT = new Set(['VERB', 'NOUN', 'ADJ', 'AUX', 'ADV']);
const BEFORE_RECIPIENT = new Set(['VERB', 'NOUN', 'ADJ', 'ADP']);
const NEAREST = 4;

/** Words by where they stand: before, between or behind the parties, next to the actor, next to the recipient. */
export function placeFeatures(view: PairView): FeatureBag {
  const { doc, words, actorAt, recipientAt } = view;
  const bag: FeatureBag = new Map();
  const [low, high] = ends(view);
  for (let place = 0; place < words.length; place++) {
    const { word, token } = words[place]!;
    if (token === null) continue;
    const where = place < low ? 'B' : place < high ? 'M' : 'A';
    note(bag, `${where}:${word}`);
    const next = words[place + 1]?.word;
    if (next !== undefined) note(bag, `${where}2:${word} ${next}`, 0.7);
  }
  const upos = (place: number) => {
    const token = words[place]!.token;
    return token === null ? '' : doc.upos[token]!;
  };
  if (actorAt >= 0) {
    for (let place = actorAt + 1, found = 0; place < words.length && found < NEAREST; place++) {
      if (!CONTENT.has(upos(place))) continue;
      note(bag, `a+${found}:${words[place]!.word}`);
      note(bag, `a+:${words[place]!.word}`, 0.7);
      found++;
    }
  }
  for (let place = recipientAt - 1, found = 0; place >= 0 && found < NEAREST; place--) {
    if (!BEFORE_RECIPIENT.has(upos(place))) continue;
    note(bag, `r-${found}:${words[place]!.word}`);
    note(bag, `r-:${words[place]!.word}`, 0.7);
    found++;
  }
  note(bag, actorAt < recipientAt ? 'order:ar' : 'order:ra', 0.5);
  return bag;
}

/** Places of the first and the last party; where one is missing, the end of the sentence. */
function ends({ words, actorAt, recipientAt }: PairView): [number, number] {
  const actor = actorAt < 0 ? 0 : actorAt;
  const recipient = recipientAt < 0 ? words.length : recipientAt;
  return [Math.min(actor, recipient), Math.max(actor, recipient)];
}
