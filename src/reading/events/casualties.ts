import type { Document } from '../../document/document.js';
import { readNumber } from '../../language/numbers.js';
import { argumentsOf } from './arguments.js';

/** How many are said to have died or been hurt. */
export interface Casualties {
  readonly dead: number | null;
  readonly injured: number | null;
}

const DEADLY = new Set([
  'kill',
  'die',
  'massacre',
  'murder',
  'assassinate',
  'behead',
  'execute',
  'slay',
  'perish',
]);
const HURTFUL = new Set(['injure', 'wound', 'hurt', 'maim']);
const FARTHEST = 3;

/**
 * The dead and injured that a violent event's own words tell: of the verb itself, or of one near it in the tree
 * ("attacked a village, killing 12"). Counts that the text leaves open ("dozens") stay null.
 */
export function casualtiesOf(doc: Document, head: number): Casualties {
  let dead: number | null = null;
  let injured: number | null = null;
  for (const verb of nearVerbs(doc, head)) {
    const lemma = doc.lemmas[verb]!.toLowerCase();
    if (DEADLY.has(lemma)) dead ??= victims(doc, verb, lemma);
    else if (HURTFUL.has(lemma)) injured ??= victims(doc, verb, lemma);
  }
  return { dead, injured };
}

/** The verb itself, then verbs that hang on it or that it hangs on, in its own sentence. */
function nearVerbs(doc: Document, head: number): number[] {
  const found = [head];
  let at = head;
  for (let steps = 0; steps < FARTHEST; steps++) {
    for (const child of doc.tree.children[at] ?? []) {
      if (/^(conj|advcl|xcomp|acl|parataxis)/.test(doc.tree.relations[child]!)) found.push(child);
    }
    const above = doc.tree.heads[at]!;
    if (above < 0 || /^(ccomp|parataxis)/.test(doc.tree.relations[at]!)) break;
    found.push(above);
    at = above;
  }
  return found.filter((token) => doc.upos[token] === 'VERB');
}

function victims(doc: Document, verb: number, lemma: string): number | null {
  const { subject, object } = argumentsOf(doc, verb);
  const hit = lemma === 'die' || lemma === 'perish' ? subject : object;
  for (const noun of hit) {
    const own = readNumber(doc, noun);
    if (own !== null) return own;
    for (const child of doc.tree.children[noun] ?? []) {
      if (doc.tree.relations[child] !== 'nummod') continue;
      const count = readNumber(doc, child);
      if (count !== null) return count;
    }
    if (/^(a|an|one)$/.test(firstWord(doc, noun)) && doc.xpos[noun] === 'NN') return 1;
  }
  return null;
}

function firstWord(doc: Document, noun: number): string {
  const determiner = (doc.tree.children[noun] ?? []).find((child) => doc.tree.relations[child] === 'det');
  return determiner === undefined ? '' : doc.tokens[determiner]!.text.toLowerCase();
}
