import { isState } from '../../registry/sectors.js';
import { caseOf, conjuncts, firstConjunct, phraseCore } from './phrase.js';
import type { Scene } from './scene.js';
import { isLocative } from './stands-for.js';

/** The country of a place that the clause around a token names: "Police arrested forty people in Tehran". */
export function clausePlace(scene: Scene, token: number): string | null {
  const { doc } = scene;
  let verb = doc.tree.heads[firstConjunct(doc, token)] ?? -1;
  // "Thousands protested in Quito": the tree may take the verb for a participle of its subject.
  if (verb < 0)
    verb = (doc.tree.children[token] ?? []).find((child) => doc.tree.relations[child] === 'acl') ?? -1;
  for (let steps = 0; verb >= 0 && steps < 3; steps++) {
    for (const predicate of conjuncts(doc, verb)) {
      const country = placeUnder(scene, predicate, token);
      if (country !== null) return country;
    }
    const up = doc.tree.relations[verb]!;
    if (up === 'root' || up === 'parataxis' || up === 'ccomp') return null;
    verb = doc.tree.heads[verb]!;
  }
  return null;
}

/** A place that a predicate or one of its own arguments is set in. */
function placeUnder(scene: Scene, predicate: number, token: number): string | null {
  const { doc, marks } = scene;
  for (const child of doc.tree.children[predicate] ?? []) {
    const relation = doc.tree.relations[child]!;
    if (child === token || !/^(obl|nmod|obj)/.test(relation)) continue;
    const mark = marks.names[marks.nameAt[child] ?? -1];
    if (mark === undefined) {
      const inner = innerPlace(scene, child);
      if (inner !== null) return inner;
    } else if (isState(mark.listing.country) && PLACES.has(mark.listing.kind)) {
      // "Residents fled Goma": the object of such a verb is where they were.
      const left = relation === 'obj' && LEFT.has(doc.lemmas[predicate]!.toLowerCase());
      if (left || isLocative(doc, child) || isOff(doc, child)) return mark.listing.country;
    }
  }
  return null;
}

const LEFT = new Set(['flee', 'leave', 'evacuate', 'escape', 'quit']);

/** "drowned off Libya": the tree may hang "off" on the verb. */
function isOff(doc: Scene['doc'], place: number): boolean {
  return /^(off|near|outside|inside)$/i.test(doc.tokens[place - 1]?.text ?? '');
}

const PLACES = new Set(['country', 'capital', 'place', 'seat']);

/** "killed in an attack on Baghdad": what these are on is where they happen. */
const STRIKES = new Set(['attack', 'strike', 'airstrike', 'raid', 'assault', 'bombing']);

/** "its embassy in Tehran", "the northern city of Mosul": the place one step further in. */
function innerPlace(scene: Scene, token: number): string | null {
  const { doc, marks } = scene;
  for (const child of doc.tree.children[token] ?? []) {
    const mark = marks.names[marks.nameAt[child] ?? -1];
    if (mark === undefined || !isState(mark.listing.country) || !PLACES.has(mark.listing.kind)) continue;
    const word = caseOf(doc, child);
    const relation = doc.tree.relations[child]!;
    const struck = word === 'on' && STRIKES.has(doc.lemmas[token]!.toLowerCase());
    if (struck || isLocative(doc, child) || word === 'of' || relation === 'appos') {
      return mark.listing.country;
    }
  }
  return null;
}

/** The country that all of a sentence's places lie in: "The bus was hit near Haifa, police said". */
export function onlyPlace(scene: Scene, token: number): string | null {
  const { doc } = scene;
  const sentence = doc.sentences[doc.tokens[token]!.sentence]!;
  let only: string | null = null;
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + LONG); at++) {
    const country = placeAt(scene, at);
    if (country === null) continue;
    if (only !== null && only !== country) return null;
    only = country;
  }
  return only;
}

/** The country of a place that begins at a token and is where something happens: "in Lima", "the Peruvian capital". */
function placeAt({ doc, marks }: Scene, at: number): string | null {
  const mark = marks.names[marks.nameAt[at]!];
  if (mark === undefined || mark.from !== at || !isState(mark.listing.country)) return null;
  const isPlace = PLACES.has(mark.listing.kind);
  if (isPlace && isLocative(doc, mark.head)) return mark.listing.country;
  const above = doc.tree.heads[mark.head]!;
  if (above < 0 || !SETTLEMENTS.has(doc.lemmas[above]!.toLowerCase()) || !isLocative(doc, above)) return null;
  return isPlace || mark.listing.kind === 'demonym' ? mark.listing.country : null;
}

/** What a name says where it is: "in eastern Aleppo city", "in the Yemeni capital". */
const SETTLEMENTS = new Set(
  'capital city town village province region district state county port area neighbourhood neighborhood suburb'.split(
    ' ',
  ),
);

/** The country of the place that a paragraph or report last set itself in. */
export function lastPlace(scene: Scene, token: number): string | null {
  const { marks, doc } = scene;
  let low = 0;
  let high = marks.names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks.names[middle]!.from < token) low = middle + 1;
    else high = middle;
  }
  const sentence = doc.tokens[token]!.sentence;
  for (let index = low - 1; index >= Math.max(0, low - 100); index--) {
    const mark = marks.names[index]!;
    if (sentence - doc.tokens[mark.from]!.sentence > 8) break;
    if (isState(mark.listing.country) && PLACES.has(mark.listing.kind) && isSetting(scene, mark.head)) {
      return mark.listing.country;
    }
  }
  return datelinePlace(scene);
}

function isSetting(scene: Scene, token: number): boolean {
  return (
    isLocative(scene.doc, token) ||
    scene.doc.sentences[scene.doc.tokens[token]!.sentence]!.kind === 'dateline'
  );
}

/** The country of the dateline, where the report has one. */
function datelinePlace(scene: Scene): string | null {
  for (const mark of scene.marks.names.slice(0, 20)) {
    const sentence = scene.doc.sentences[scene.doc.tokens[mark.from]!.sentence]!;
    if (sentence.index > 6) break;
    if (sentence.kind === 'dateline' && isState(mark.listing.country)) return mark.listing.country;
  }
  return null;
}

/** The state in mind at a token: for offices the one that acted last, for groups rather the scene of events. */
export function contextCountry(scene: Scene, head: number, office: boolean): string | null {
  const before = phraseCore(scene.doc, head).from;
  const state = scene.salience.state(before);
  if (office && state !== null) return state;
  return clausePlace(scene, head) ?? state ?? lastPlace(scene, head) ?? nextPlace(scene, head);
}

/** Where nothing has been named yet: the place that the rest of the sentence is set in. */
function nextPlace(scene: Scene, token: number): string | null {
  const { doc } = scene;
  const sentence = doc.sentences[doc.tokens[token]!.sentence]!;
  for (let at = token; at < Math.min(sentence.to, token + LONG); at++) {
    const country = placeAt(scene, at);
    if (country !== null) return country;
  }
  return null;
}

/** **Units** tokens; a sentence that is longer is none. */
const LONG = 120;
