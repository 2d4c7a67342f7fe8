import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { clausePlace, lastPlace, onlyPlace } from './context.js';
import { homeCountry } from './home-country.js';
import { caseOf, firstConjunct } from './phrase.js';
import { type Resolved, type Scene, words } from './scene.js';

/** Plural nouns of number that mean people where they do what people do. */
const CROWDS = new Set(
  'thousand hundred dozen score ten million many several other some most two three'.split(' '),
);

/** What befalls people: who is killed or arrested is somebody, though only a number says so. */
const BEFALLS = new Set(
  `abduct arrest behead capture charge convict deport detain displace drown evacuate execute expel free hang
  hospitalise hospitalize hurt imprison indict injure jail kidnap kill maim massacre murder release rescue round
  seize sentence shoot slaughter stab torture trample wound`.split(/\s+/),
);

/** What people do, and things do not. */
const DONE_BY_PEOPLE = new Set(
  `applaud assemble attend boo camp celebrate chant cheer clash demand demonstrate die drown escape flee flock gather
  join loot march mourn parade perish picket pour pray protest queue rally riot seek shelter shout sign stage starve
  storm strike suffer surge surrender suffocate throng throw turn vote wait walk wave volunteer`.split(/\s+/),
);

/** "took to the streets", "lost their lives", "fled", "need help": what else people do, by what stands behind it. */
const WITH_OBJECT: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['take', new Set(['street', 'square', 'part', 'refuge', 'shelter', 'arm'])],
  ['lose', new Set(['life', 'job', 'home'])],
  ['block', new Set(['road', 'street', 'highway', 'bridge', 'traffic', 'entrance'])],
  ['leave', new Set(['home', 'house', 'village', 'town', 'city', 'country'])],
  ['fill', new Set(['street', 'square'])],
  ['go', new Set(['street', 'strike'])],
]);

/**
 * A bare number that stands for people: "Thousands protested in Quito", "Dozens were arrested", "killing at least 12".
 * It is nobody where the verb does not tell that people are meant ("Thousands of dollars", "Dozens were sold").
 */
export function bareNumber(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc } = scene;
  if (!isNumber(doc, head) || !meansPeople(doc, head)) return null;
  const whole = wholeNumber(doc, head, core);
  const place = clausePlace(scene, head) ?? onlyPlace(scene, head);
  const last = place ?? lastPlace(scene, head);
  const country = last ?? homeCountry(scene);
  const basis = place !== null ? 'number+place' : last !== null ? 'number+context' : 'number+report';
  return {
    head,
    core,
    range: whole,
    kind: 'generic',
    identities: [
      {
        name: words(doc, whole),
        country,
        sectors: ['CVL'],
        title: null,
        person: null,
        id: null,
        resolvedBy: country === null ? 'number' : basis,
      },
    ],
  };
}

/** A number by itself, or one of numbers ("a total of 12", "tens of thousands"); no share, time, sum or measure. */
function isNumber(doc: Document, head: number): boolean {
  if (doc.times.some(({ from, to }) => from <= head && head < to)) return false;
  const lemma = doc.lemmas[head]!.toLowerCase();
  const next = doc.tokens[head + 1]?.text ?? '';
  const before = doc.tokens[head - 1]?.text ?? '';
  if (next === '%' || /^[$€£%]/.test(before) || /^percent$/i.test(next)) return false;
  const counts = (doc.tree.children[head] ?? []).filter(
    (child) => child > head && caseOf(doc, child) === 'of',
  );
  const numeral = (doc.upos[head] === 'NUM' && lemma !== 'one') || CROWDS.has(lemma);
  if (counts.length === 0) return numeral;
  return (numeral || lemma === 'total') && counts.every((child) => isNumber(doc, child));
}

/** "At least 12", "a total of 40", "tens of thousands": the number with what leads and follows it. */
function wholeNumber(doc: Document, head: number, core: TokenRange): TokenRange {
  let { from, to } = core;
  const words = doc.tokens;
  const at = (back: number) => words[from - back]?.text.toLowerCase() ?? '';
  if (/^(least|most)$/.test(at(1)) && at(2) === 'at') from -= 2;
  else if (at(1) === 'than' && /^(more|less|fewer)$/.test(at(2))) from -= 2;
  else if (at(1) === 'to' && at(2) === 'up') from -= 2;
  else if (ROUGHLY.has(at(1))) from -= 1;
  for (const child of doc.tree.children[head] ?? []) {
    if (child > head && caseOf(doc, child) === 'of' && child - to < 3) to = Math.max(to, child + 1);
  }
  return { from, to };
}

const ROUGHLY = new Set(['about', 'around', 'almost', 'nearly', 'over', 'roughly', 'some']);

function meansPeople(doc: Document, head: number): boolean {
  const first = firstConjunct(doc, head);
  const relation = doc.tree.relations[first] ?? '';
  const verb = doc.tree.heads[first] ?? -1;
  if (relation === 'root' && didSomething(doc, head)) return true;
  if (verb < 0 || doc.upos[verb] !== 'VERB') return isDead(doc, first, relation, verb);
  const lemma = doc.lemmas[verb]!.toLowerCase();
  if (isOneBlow(doc, verb, lemma)) return false;
  if (isDead(doc, first, relation, verb)) return true;
  if (relation === 'obj' || relation === 'nsubj:pass') return BEFALLS.has(lemma);
  // "killed at least 40": "at" is no preposition there, whatever the tree says.
  if (relation === 'obl')
    return BEFALLS.has(lemma) && /^(least|most)$/.test(doc.tokens[head - 1]?.text ?? '');
  if (relation !== 'nsubj') return false;
  if (DONE_BY_PEOPLE.has(lemma)) return true;
  const kinds = WITH_OBJECT.get(lemma);
  if (kinds === undefined) return BEFALLS.has(lemma) && isParticiple(doc, verb);
  return (doc.tree.children[verb] ?? []).some(
    (child) => child > verb && kinds.has(doc.lemmas[child]!.toLowerCase()),
  );
}

/** "killed nine and wounded 30": the second number counts victims of the same blow, and stands for nobody new. */
function isOneBlow(doc: Document, verb: number, lemma: string): boolean {
  if (!HARMS.has(lemma) || !/^(conj|advcl|parataxis|xcomp)/.test(doc.tree.relations[verb]!)) return false;
  const above = doc.tree.heads[verb]!;
  return above >= 0 && HARMS.has(doc.lemmas[above]!.toLowerCase());
}

const HARMS = new Set(['die', 'hurt', 'injure', 'kill', 'maim', 'massacre', 'wound']);

/** "Thousands marched": a verb without an object is no participle of the number, whatever the tree says. */
function didSomething(doc: Document, head: number): boolean {
  const next = head + 1;
  return (
    doc.tree.heads[next] === head &&
    doc.upos[next] === 'VERB' &&
    /^VB[DN]$/.test(doc.xpos[next]!) &&
    DONE_BY_PEOPLE.has(doc.lemmas[next]!.toLowerCase())
  );
}

/** "At least 12 are dead", "Dozens were homeless". */
function isDead(doc: Document, first: number, relation: string, above: number): boolean {
  return (
    relation.startsWith('nsubj') &&
    above >= 0 &&
    /^(dead|homeless|missing|injured|wounded|unaccounted)$/i.test(doc.tokens[above]?.text ?? '') &&
    firstConjunct(doc, first) === first
  );
}

/** "Dozens arrested", as headlines have it. */
function isParticiple(doc: Document, verb: number): boolean {
  return doc.xpos[verb] === 'VBN';
}
