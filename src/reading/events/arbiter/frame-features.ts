import type { Codebook } from '../../../registry/codebook/codebook.js';
import type { ActorMention } from '../../cast.js';
import type { Framed } from '../framed.js';
import { relationTypeOf } from '../relation-type.js';
import { add, type FeatureBag, note } from './feature-bag.js';
import type { PairParty, PairView } from './pair-view.js';

/** What the frames say that fit the tree, with what the clauses around them make of it; `nearest` is the likeliest. */
export function frameFeatures(
  view: PairView,
  framed: readonly Framed[],
  nearest: Framed | undefined,
  codebook: Codebook,
): FeatureBag {
  const bag: FeatureBag = new Map();
  note(bag, `best:${nearest === undefined ? 'none' : typeOf(nearest, codebook)}`, 2);
  for (const one of framed) {
    const { proposal, embedding } = one;
    const { frame } = proposal;
    const type = typeOf(one, codebook);
    const role = roleOf(view, one);
    add(bag, `f${role}:${type}`, embedding.isPart ? 0.5 : 1);
    if (role === '') continue;
    note(bag, `fm${proposal.isNominal ? 'n' : 'v'}:${type}:${frame.mode ?? ''}`, 0.7);
    note(bag, `ff:${frame.id}`, 0.7);
    for (const [name, holds] of Object.entries(embedding)) {
      if (holds !== true) continue;
      note(bag, `e:${name}`, 0.7);
      note(bag, `e:${name}:${frame.type}`, 0.7);
    }
  }
  return bag;
}

function typeOf({ proposal: { frame }, embedding }: Framed, codebook: Codebook): string {
  return relationTypeOf(frame, embedding, codebook);
}

/** How a frame has to do with the pair: it has the actor, the recipient, either in the other's part, or lies on the way. */
function roleOf(view: PairView, { proposal }: Framed): string {
  const { actors, recipients, head } = proposal;
  const { actor, recipient } = view;
  const isTurned = joins(actors, recipient) || joins(recipients, actor);
  const isOnWay = actor?.above.includes(head) || recipient?.above.includes(head);
  return [
    joins(actors, actor) ? 'a' : '',
    joins(recipients, recipient) ? 'r' : '',
    isTurned ? 't' : '',
    isOnWay ? 'w' : '',
  ].join('');
}

function joins(mentions: readonly ActorMention[], party: PairParty | null): boolean {
  return party !== null && mentions.some(({ from, to }) => from < party.to && party.from < to);
}
