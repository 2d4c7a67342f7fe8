import type { Chain, Reference, Referred, Timed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import { apposition } from './apposition.js';
import { chooseByModel } from './choose-by-model.js';
import { describeMentions } from './describe-mentions.js';
import type { Entity } from './entity.js';
import { findInterview, type Interview } from './find-interview.js';
import { findMentions } from './find-mentions.js';
import { type Linked, linkMentions } from './link-mentions.js';
import type { Mention } from './mention.js';
import { makeReader } from './read-reference.js';
import { type ReferenceModel, referenceModel } from './reference-model.js';
import { relativePronoun } from './relative-pronoun.js';

/** Finds who is who: chains of mentions, and what each pronoun, surname and description stands for. */
export const resolveReferences: Stage<Timed, Referred> = {
  name: 'references',
  reads: ['tokens', 'sentences', 'quotes', 'upos', 'xpos', 'lemmas', 'tree', 'names', 'times'],
  adds: ['references', 'chains'],
  run: (doc) => refer(doc, sceneOf(doc), referenceModel()),
};

/** What of a document links are made on. */
export interface Scene {
  readonly mentions: readonly Mention[];
  readonly interview: Interview;
}

export function sceneOf(doc: Timed): Scene {
  const mentions = describeMentions(doc, findMentions(doc));
  return { mentions, interview: findInterview(doc, mentions) };
}

/** The document with its references and chains, linked by a given model. */
export function refer(doc: Timed, { mentions, interview }: Scene, model: ReferenceModel): Referred {
  const reader = makeReader(doc);
  const linked = linkMentions(mentions, interview, chooseByModel(model, reader.watch));
  return { ...doc, references: inOrder(doc, reader.references), chains: chainsOf(mentions, linked) };
}

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

/** Nouns, and what stands for one: "a third, John Smith". */
const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ']);

/** The references, and those that the tree alone tells: relative pronouns and appositions. One for each head. */
function inOrder(doc: Timed, references: readonly Reference[]): Reference[] {
  const byHead = new Map(references.map((reference) => [reference.head, reference]));
  const nameOf = new Map(doc.names.map((name) => [name.head, name]));
  for (let token = 0; token < doc.tokens.length; token++) {
    const upos = doc.upos[token];
    const told =
      upos === 'PRON' || upos === 'DET'
        ? relativePronoun(doc, token)
        : upos !== undefined && NOMINAL.has(upos) && !nameOf.has(token)
          ? apposition(doc, token, nameOf)
          : undefined;
    if (told !== undefined) byHead.set(token, told);
  }
  return [...byHead.values()].sort((a, b) => a.head - b.head);
}
