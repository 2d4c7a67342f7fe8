import type { TokenRange } from '../../document/span.js';
import { LONGEST } from '../cast.js';
import { caseOf, edge, phraseCore, trim } from './phrase.js';
import type { Scene } from './scene.js';

const IDENTIFYING = new Set(['of', 'in', 'from', 'for', 'to', 'at', 'on', 'with']);

/**
 * The whole of a mention: the core of its phrase, its apposition, and the prepositional phrases that say who it is;
 * clauses left out. A `person` named in the core needs no place or body to be known by.
 */
export function extend(scene: Scene, head: number, core: TokenRange, person?: TokenRange): TokenRange {
  const { doc } = scene;
  let { from, to } = core;
  for (const child of doc.tree.children[head] ?? []) {
    if (child < core.to) continue;
    const relation = doc.tree.relations[child]!;
    let end = to;
    if (relation === 'appos') end = appositionEnd(scene, head, child, to);
    else if (relation.startsWith('nmod') && (person === undefined || caseOf(doc, child) === 'of')) {
      if (identifies(scene, head, child)) end = phraseEnd(scene, child);
    }
    if (end <= to || end - from > LONGEST - 1) continue;
    // A gap is a clause or an adverb in between: what follows it is no longer the mention.
    if (edge(doc, child).from > to + 1) break;
    to = end;
    // What follows "Weiss, the chancellor" says no more of who it is.
    if (relation === 'appos' && doc.tokens[end - 1]?.text !== ')') break;
  }
  return trim(doc, wholeMarks(scene, { from, to }), head);
}

/** A range widened to the end of a title or name that it would cut in two: "the Secretary of State". */
function wholeMarks({ marks }: Scene, { from, to }: TokenRange): TokenRange {
  const role = marks.roles[marks.roleAt[to - 1] ?? -1];
  const name = marks.names[marks.nameAt[to - 1] ?? -1];
  return { from, to: Math.max(to, role?.to ?? 0, name?.to ?? 0) };
}

/** Whether a phrase says who or where the actor is: every "of", and "in", "for", "to" with a name or role within. */
function identifies(scene: Scene, head: number, child: number): boolean {
  const { doc, marks } = scene;
  const word = caseOf(doc, child);
  if (word === null || !IDENTIFYING.has(word)) return false;
  const named = marks.nameAt[head]! >= 0 || scene.people.at(head) !== undefined;
  if (named && word !== 'of') return false;
  if (word === 'of') return !takesOf(scene, head) || marks.nameAt[child]! >= 0 || marks.roleAt[child]! >= 0;
  const { from, to } = phraseCore(doc, child);
  for (let at = from; at < to; at++) {
    if (marks.nameAt[at]! >= 0 || marks.ownNameAt[at]! >= 0) return true;
  }
  return word === 'for' || word === 'from' || word === 'in' ? marks.roleAt[child]! >= 0 : false;
}

/** Verbs whose object is followed by "of" what it is accused or robbed of. */
const OF_VERBS = new Set(
  'accuse convict acquit suspect warn inform deprive strip rob clear remind tell assure absolve relieve'.split(
    ' ',
  ),
);

function takesOf({ doc }: Scene, head: number): boolean {
  const above = doc.tree.heads[head]!;
  return above >= 0 && OF_VERBS.has(doc.lemmas[above]!.toLowerCase());
}

/** The end of a prepositional phrase with the phrases that identify its own head, clauses left out. */
function phraseEnd(scene: Scene, child: number): number {
  const { doc } = scene;
  let { to } = phraseCore(doc, child);
  for (const inner of doc.tree.children[child] ?? []) {
    if (inner < to) continue;
    const relation = doc.tree.relations[inner]!;
    if (relation === 'conj' && phraseCore(doc, inner).from - to < 3) to = phraseCore(doc, inner).to;
    else if (relation.startsWith('nmod') && edge(doc, inner).from === to && identifies(scene, child, inner)) {
      to = phraseCore(doc, inner).to;
    } else if (relation === 'appos' && inner - to < 3 && doc.tokens[inner - 1]!.text === '(') to = inner + 2;
    else break;
  }
  return Math.min(to, doc.tokens.length);
}

/** "Weiss, the German chancellor", "the army (LNA)": an apposition that names or describes an actor. */
function appositionEnd(scene: Scene, head: number, child: number, to: number): number {
  const { doc, marks, people } = scene;
  const inner = phraseCore(doc, child);
  if (inner.from - to > 2) return to;
  for (let at = to; at < inner.from; at++) if (doc.upos[at] === 'CCONJ') return to;
  const bracket = doc.tokens[inner.from - 1]?.text === '(';
  const actor =
    marks.roleAt[child]! >= 0 ||
    people.at(child) !== undefined ||
    (marks.nameAt[child]! >= 0 && people.at(head) === undefined) ||
    marks.ownNameAt[child]! >= 0;
  if (!actor && !bracket) return to;
  const { to: end } = edge(doc, child);
  const whole = marks.roleAt[child]! >= 0 ? roleEnd(scene, child, inner.to) : inner.to;
  const last = Math.min(Math.max(inner.to, whole), Math.max(end, inner.to));
  return bracket && doc.tokens[last]?.text === ')' ? last + 1 : last;
}

/** A describing apposition keeps what identifies it: "the former U.S. ambassador to Kyiv". */
function roleEnd(scene: Scene, child: number, to: number): number {
  const { doc } = scene;
  let last = to;
  for (const inner of doc.tree.children[child] ?? []) {
    if (inner < last || inner - last > 3) continue;
    if (doc.tree.relations[inner]!.startsWith('nmod') && identifies(scene, child, inner)) {
      last = phraseEnd(scene, inner);
    }
  }
  return last;
}
