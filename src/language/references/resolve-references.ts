import type { Chain, Reference, Referred, Timed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import { apposition } from './apposition.js';
import { chooseByModel } from './choose-by-model.js';
import { describeMentions } from './describe-mentions.js';
import type { Entity } from './entity.js';
import { findInterviewee } from './find-interviewee.js';
import { findMentions } from './find-mentions.js';
import { type Linked, linkMentions } from './link-mentions.js';
import type { Mention } from './mention.js';
import { makeReader } from './read-reference.js';
import { referenceModel } from './reference-model.js';
import { relativePronoun } from './relative-pronoun.js';

/** Finds who is who: chains of mentions, and what each pronoun, surname and description stands for. */
export const resolveReferences: Stage<Timed, Referred> = {
  name: 'references',
  reads: ['tokens', 'sentences', 'quotes', 'upos', 'xpos', 'lemmas', 'tree', 'names', 'times'],
  adds: ['references', 'chains'],
  run: (doc) => {
    const mentions = describeMentions(doc, findMentions(doc));
    const reader = makeReader(doc);
    const choose = chooseByModel(referenceModel(), reader.watch);
    const linked = linkMentions(mentions, findInterviewee(doc, mentions), choose);
    return { ...doc, references: inOrder(doc, reader.references), chains: chainsOf(mentions, linked) };
  },
};

/** Entities of two mentions or more, in order of their first. */
export function chainsOf(mentions: readonly Mention[], { entities, entityOf }: Linked): Chain[] {
  const members = new Map<Entity, Mention[]>();
  for (const entity of entities) if (entity.size > 1) members.set(entity, []);
  for (const [index, mention] of mentions.entries()) members.get(entityOf[index]!)?.push(mention);
  return [...members.values()].map((chain, index) => ({
    index,
    mentions: chain.map(({ from, to, head }) => ({ from, to, head })),
  }));
}

/** The references, and those that the tree alone tells: relative pronouns and appositions. One for each head. */
function inOrder(doc: Timed, references: readonly Reference[]): Reference[] {
  const byHead = new Map(references.map((reference) => [reference.head, reference]));
  const nameOf = new Map(doc.names.map((name) => [name.head, name]));
  for (let token = 0; token < doc.tokens.length; token++) {
    const upos = doc.upos[token];
    const told =
      upos === 'PRON' || upos === 'DET'
        ? relativePronoun(doc, token)
        : (upos === 'NOUN' || upos === 'PROPN') && !nameOf.has(token)
          ? apposition(doc, token, nameOf)
          : undefined;
    if (told !== undefined) byHead.set(token, told);
  }
  return [...byHead.values()].sort((a, b) => a.head - b.head);
}
