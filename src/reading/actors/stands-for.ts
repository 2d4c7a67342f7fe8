import type { Document } from '../../document/document.js';
import { base, caseOf, firstConjunct } from './phrase.js';

/** What a place's name is in a sentence: somebody who acts, somewhere, or both at once ("shelled Kyiv"). */
export interface Standing {
  readonly acts: boolean;
  readonly place: boolean;
}

const WHERE = new Set(
  'in at near inside outside within across throughout around through via off along beyond amid beside above below beneath'.split(
    ' ',
  ),
);
const WHITHER = new Set(['to', 'into', 'from', 'toward', 'towards', 'for', 'onto', 'via']);

/** Verbs and nouns of motion: what they lead to or from is a place. */
const MOTION = new Set(
  `arrive come depart drive flee fly flight go head journey leave move return road route sail tour travel trip visit
  walk way withdraw transfer transport evacuate deport extradite march escape cross enter relocate migrate ship
  back north south east west kilometre kilometer mile km`.split(/\s+/),
);

const SPOKEN = new Set(['broadcast', 'report', 'speak', 'write']);

/** What is had of a place and not of a government. */
const OF_PLACES = new Set(
  `airport area avenue beach border bridge capital centre center church city coast district downtown east embassy
  governorate harbour harbor hotel mayor neighbourhood neighborhood north outskirt outskirts people population port
  prison province quarter region resident road south square stadium street suburb town university village west
  resident weather winter summer`.split(/\s+/),
);

/** Relations of a name that stands by itself or hangs loosely: datelines, lists, addresses. */
const LOOSE = new Set(['root', 'dep', 'list', 'parataxis', 'dislocated', 'reparandum', 'orphan', 'vocative']);

/** How the name of a capital, palace or town stands where it is: by its relation, its preposition and its governor. */
export function standingOf(doc: Document, token: number): Standing {
  const first = firstConjunct(doc, token);
  const relation = doc.tree.relations[first] ?? '';
  const word = caseOf(doc, first) ?? caseOf(doc, token);
  const governor = doc.tree.heads[first] ?? -1;
  const lemma = governor < 0 ? '' : doc.lemmas[governor]!.toLowerCase();
  if (relation === 'nsubj' || relation === 'iobj' || relation === 'obl:agent') return ACTS;
  if (relation === 'nsubj:pass' || relation === 'obj') return BOTH;
  if (relation === 'nmod:poss') return OF_PLACES.has(lemma) ? PLACE : ACTS;
  if (relation === 'appos') return OF_PLACES.has(lemma) ? PLACE : BOTH;
  if (LOOSE.has(base(relation)) || relation.endsWith(':unmarked')) return PLACE;
  if (relation === 'compound' || relation === 'amod') return PLACE;
  if (word === null) return relation === 'xcomp' || relation === 'ccomp' ? ACTS : PLACE;
  if (WHERE.has(word)) return PLACE;
  // "Speaking from Lima", where one speaks to Lima as somebody.
  if (word === 'from' && SPOKEN.has(lemma)) return PLACE;
  if (WHITHER.has(word)) return MOTION.has(lemma) ? PLACE : ACTS;
  if (word === 'of') return OF_PLACES.has(lemma) || !isDeed(doc, governor) ? PLACE : ACTS;
  if (word === 'on' || word === 'over') return BOTH;
  return ACTS;
}

/** Whether a name is marked as nothing but a location. */
export function isLocative(doc: Document, token: number): boolean {
  const first = firstConjunct(doc, token);
  const word = caseOf(doc, first) ?? caseOf(doc, token);
  if (word !== null && WHERE.has(word)) return true;
  const relation = doc.tree.relations[first] ?? '';
  return relation === 'root' && doc.sentences[doc.tokens[token]!.sentence]!.kind === 'dateline';
}

/** "support of Moscow", "the position of Beijing": what a government does or has. */
function isDeed(doc: Document, token: number): boolean {
  if (token < 0) return false;
  const lemma = doc.lemmas[token]!.toLowerCase();
  return /(ion|ment|port|ance|ence|al|cy|ship|tude|side|behalf|ally|part|hand)$/.test(lemma);
}

const ACTS: Standing = { acts: true, place: false };
const PLACE: Standing = { acts: false, place: true };
const BOTH: Standing = { acts: true, place: true };
