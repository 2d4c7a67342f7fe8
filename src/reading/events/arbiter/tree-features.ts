import { baseRelation, childrenBy } from '../../../document/tree.js';
import { type FeatureBag, note } from './feature-bag.js';
import type { PairParty, PairView } from './pair-view.js';
import { ACTOR, RECIPIENT } from './pair-view.js';

/** How many words above a party tell what it does. */
const HIGHEST = 3;
const NEGATIONS = new Set(['not', "n't", 'never', 'no', 'longer']);

/** What the tree says: the words above each party with their frames, the word where they meet, the way between. */
export function treeFeatures(view: PairView): FeatureBag {
  const { actor, recipient, meeting } = view;
  const bag: FeatureBag = new Map();
  for (const [name, party] of [
    ['a', actor],
    ['r', recipient],
  ] as const) {
    party?.above.slice(0, HIGHEST).forEach((token, step) => {
      frameOf(view, token, `${name}${step}`, bag);
      note(bag, `${name}^${lemma(view, token)}`);
    });
  }
  if (meeting !== null) frameOf(view, meeting, 'L', bag);
  if (actor !== null && recipient !== null) wayFeatures(view, actor, recipient, bag);
  return bag;
}

function within(party: PairParty | null, token: number): boolean {
  return party !== null && party.from <= token && token < party.to;
}

function lemma({ doc, actor, recipient }: PairView, token: number): string {
  if (within(actor, token)) return ACTOR;
  return within(recipient, token) ? RECIPIENT : doc.lemmas[token]!.toLowerCase();
}

function frameOf(view: PairView, token: number, name: string, bag: FeatureBag): void {
  const { doc } = view;
  const word = lemma(view, token);
  note(bag, `${name}=${word}`);
  for (const child of doc.tree.children[token] ?? []) {
    const relation = doc.tree.relations[child]!;
    const own = lemma(view, child);
    switch (baseRelation(doc, child)) {
      case 'aux':
        note(bag, `${name}.aux=${own}`, 0.7);
        note(bag, `${name}+aux=${word} ${own}`, 0.7);
        break;
      case 'advmod':
        if (NEGATIONS.has(own)) note(bag, `${name}.neg`);
        break;
      case 'compound':
        if (relation === 'compound:prt') note(bag, `${name}+prt=${word} ${own}`);
        break;
      case 'nsubj':
      case 'obj':
      case 'iobj':
      case 'xcomp':
      case 'ccomp':
      case 'advcl':
      case 'conj':
        argumentOf(view, child, baseRelation(doc, child), `${name}`, word, bag);
        break;
      case 'obl':
      case 'nmod':
        obliqueOf(view, child, baseRelation(doc, child), name, word, bag);
        break;
    }
    if (relation === 'nsubj:pass') note(bag, `${name}.pass`, 0.7);
  }
}

function argumentOf(
  view: PairView,
  child: number,
  base: string,
  name: string,
  word: string,
  bag: FeatureBag,
): void {
  const { doc } = view;
  const own = lemma(view, child);
  note(bag, `${name}+${base}=${word} ${own}`);
  note(bag, `${name}.${base}=${own}`, 0.7);
  if (base !== 'obj' && base !== 'xcomp' && base !== 'ccomp') return;
  for (const inner of doc.tree.children[child] ?? []) {
    const relation = baseRelation(doc, inner);
    if (/^(?:obj|xcomp|nmod|obl)$/.test(relation)) {
      note(bag, `${name}.${base}.${relation}=${own} ${lemma(view, inner)}`, 0.7);
    }
  }
}

function obliqueOf(
  view: PairView,
  child: number,
  base: string,
  name: string,
  word: string,
  bag: FeatureBag,
): void {
  const { doc, actor, recipient } = view;
  const preposition = (doc.tree.children[child] ?? [])
    .filter((one) => doc.tree.relations[one] === 'case')
    .map((one) => doc.lemmas[one]!.toLowerCase())
    .join(' ');
  const who = within(recipient, child) ? RECIPIENT : within(actor, child) ? ACTOR : '';
  note(bag, `${name}.${base}=${preposition} ${who}`, 0.7);
  note(bag, `${name}+${base}=${word} ${preposition}`, 0.7);
  note(bag, `${name}..${base}=${lemma(view, child)}`, 0.5);
}

function wayFeatures(view: PairView, actor: PairParty, recipient: PairParty, bag: FeatureBag): void {
  const { doc, meeting } = view;
  const upTo = (party: PairParty) =>
    meeting === null ? [...party.above] : party.above.slice(0, party.above.indexOf(meeting));
  const up = upTo(actor);
  const down = upTo(recipient).reverse();
  const relation = (token: number) => doc.tree.relations[token]!;
  const upWay = [actor.head, ...up].map(relation).join('<');
  const downWay = [...down, recipient.head].map(relation).join('>');
  note(bag, `way=${upWay}^${downWay}`, 0.7);
  for (const token of [...up, ...down]) note(bag, `P=${lemma(view, token)}`);
  const words = (tokens: readonly number[]) => tokens.map((token) => lemma(view, token)).join(' ');
  const top = meeting === null ? '' : lemma(view, meeting);
  note(bag, `words=${words(up)}^${top}^${words(down)}`, 0.7);
}

/** What the sentence says as a whole, and in which form of the verb either party takes part. */
export function tenseFeatures({ doc, from, to, actor, recipient }: PairView): FeatureBag {
  const bag: FeatureBag = new Map();
  for (let token = from; token < to; token++) {
    if (doc.tree.heads[token]! >= 0) continue;
    note(bag, `root=${doc.lemmas[token]!.toLowerCase()}`);
    for (const child of childrenBy(doc, token, 'aux'))
      note(bag, `root.aux=${doc.lemmas[child]!.toLowerCase()}`);
  }
  for (const [name, party] of [
    ['a', actor],
    ['r', recipient],
  ] as const) {
    const above = party?.above[0];
    if (party === null || above === undefined) continue;
    note(bag, `${name}.form=${doc.xpos[above]}`);
    note(bag, `${name}.part=${doc.tree.relations[party.head]} ${doc.xpos[above]}`);
  }
  return bag;
}
