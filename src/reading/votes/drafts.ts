import type { Document } from '../../document/document.js';
import { childrenBy } from '../../document/tree.js';
import type { Body } from './bodies.js';
import type { Scene } from './scene.js';
import { conjoined } from './voters.js';

/** What is voted on, in parliaments and at the United Nations. */
const DRAFTS = new Set(
  'resolution draft text measure bill law legislation motion amendment budget plan proposal deal treaty agreement act reform pact accord mandate mission sanction embargo declaration constitution package extension deployment decision article referendum'.split(
    ' ',
  ),
);
export const UN_DRAFTS = new Set([
  'resolution',
  'draft',
  'text',
  'measure',
  'proposal',
  'amendment',
  'motion',
  'bid',
  'push',
]);

/** The nouns that a body can vote on. */
export function draftsOf(body: Body): ReadonlySet<string> {
  return body.kind === 'other' ? DRAFTS : UN_DRAFTS;
}

/** The first draft after a verb that the tree gives no object: "approves (372-124) a plan". */
export function draftAfter({ doc, sentence }: Scene, verb: number): number | undefined {
  let open = 0;
  for (let token = verb + 1; token < Math.min(sentence.to, verb + 18); token++) {
    const word = doc.tokens[token]!.text;
    if (word === '(') open++;
    else if (word === ')') open--;
    else if (open === 0 && DRAFTS.has(doc.lemmas[token]!)) return token;
    else if (open === 0 && /^(?:[.;:,]|that|which|to|by)$/.test(word)) return undefined;
  }
  return undefined;
}

/** The draft that a clause is about where its subject is "which" or "that": the noun before it. */
export function draftOfClause(doc: Document, verb: number): number | undefined {
  const head = doc.tree.heads[verb]!;
  return doc.tree.relations[verb] === 'acl:relcl' && UN_DRAFTS.has(doc.lemmas[head]!) ? head : undefined;
}

/** "A draft put forward by Chad failed": the nearest draft before a verb that the tree gives no subject. */
export function draftBefore({ doc, sentence }: Scene, verb: number): number | undefined {
  for (let token = verb - 1; token >= Math.max(sentence.from, verb - 8); token--) {
    if (UN_DRAFTS.has(doc.lemmas[token]!) && doc.upos[token] === 'NOUN') return token;
  }
  return undefined;
}

/** The draft that a verb is done to: its object, or its subject in the passive. */
export function draftOf(doc: Document, verb: number): number | undefined {
  const objects = childrenBy(doc, verb, 'obj', 'nsubj:pass')
    .flatMap((child) => conjoined(doc, child))
    .filter((object) => !/^(?:veto|power|vote|ballot)$/.test(doc.lemmas[object]!));
  const draft = objects.find((object) => DRAFTS.has(doc.lemmas[object]!));
  if (draft !== undefined) return draft;
  // "The bill that the senate passed": the thing stands before its clause.
  const head = doc.tree.heads[verb]!;
  if (doc.tree.relations[verb] === 'acl:relcl' && DRAFTS.has(doc.lemmas[head]!)) return head;
  return objects[0];
}
