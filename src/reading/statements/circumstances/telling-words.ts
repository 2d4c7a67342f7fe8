import type { Document } from '../../../document/document.js';
import { childBy, childrenBy } from '../../../document/tree.js';
import type { Attribution } from '../find-attributions.js';

/** The words around a statement that tell of its being said, and never of what is said. */
export interface TellingWords {
  /** The cue's word and the verbs that go with it: "speaking in Rome, he said", "held a briefing, saying". */
  readonly hosts: readonly number[];
  /** Whether a token belongs to what is said, and tells nothing of its being said. */
  isContent(token: number): boolean;
}

/** Verbs of the clauses beside a cue that tell of the same occasion. */
const BESIDE = new Set(
  `address answer appear appeal argue ask attend brief broadcast call comment deliver email give greet hold hear interview
  issue join launch meet open phone post publish question quote read release reply respond send share show speak submit
  take talk telephone tell testify text tweet visit welcome write`.split(/\s+/),
);
/** What is done with a text that somebody speaks by. */
const CARRYING = new Set(
  'air broadcast carry circulate deliver distribute post publish release share stream televise upload'.split(
    ' ',
  ),
);
/** **Units** verbs above a cue, and deep within the clauses beside it. */
const FARTHEST = 3;

/** What tells of the occasion on which something was said. */
export function tellingWords(doc: Document, { head, content }: Attribution): TellingWords {
  const said = new Set(content);
  const hosts = [head];
  const add = (token: number) => {
    if (token >= 0 && !said.has(token) && !hosts.includes(token)) hosts.push(token);
  };
  // "Denied the report, saying …", "shared his reasons with supporters, saying …", "held a briefing claiming …".
  let at = head;
  for (
    let steps = 0;
    steps < FARTHEST && /^(?:advcl|conj|xcomp|acl)$/.test(doc.tree.relations[at]!);
    steps++
  ) {
    at = doc.tree.heads[at]!;
    if (doc.upos[at] !== 'VERB' || said.has(at)) break;
    add(at);
  }
  for (let index = 0; index < hosts.length && index <= FARTHEST; index++) {
    for (const child of childrenBy(doc, hosts[index]!, 'advcl', 'conj', 'parataxis', 'acl'))
      if (
        doc.upos[child] === 'VERB' &&
        BESIDE.has(doc.lemmas[child]!.toLowerCase()) &&
        isSameTeller(doc, child)
      ) {
        add(child);
      }
  }
  // "In a statement posted on …", "in remarks broadcast by …".
  for (const host of [...hosts])
    for (const noun of childrenBy(doc, host, 'obl', 'obj', 'nmod'))
      if (!said.has(noun))
        for (const verb of childrenBy(doc, noun, 'acl'))
          if (CARRYING.has(doc.lemmas[verb]!.toLowerCase())) add(verb);
  return { hosts, isContent: (token) => said.has(token) };
}

/** "As police said at a briefing": a clause with a subject of its own tells of somebody else. */
function isSameTeller(doc: Document, verb: number): boolean {
  return childBy(doc, verb, 'nsubj') === undefined;
}
