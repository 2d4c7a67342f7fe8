import { NAME_TYPES, type Named } from '../../document/document.js';
import { baseRelation } from '../../document/tree.js';
import { CUE_CLASSES, type CueLexicon, cueEntry } from './cue-lexicon.js';

/**
 * A document's tokens as numbers, made once for all features.
 *
 * **Shape** arrays parallel to the tokens. `word`, `lemma`, `tag`, `relation` are hashes; `quoted` is 1 inside an
 * outermost quotation (its marks included); `cue` is 0, or 1 + the index of the lemma's cue class; `name` is 0, or
 * 1 + the index of the name's type; `parent` is the tree's head.
 */
export interface Signs {
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  readonly relation: Int32Array;
  readonly quoted: Uint8Array;
  readonly cue: Uint8Array;
  readonly name: Uint8Array;
  readonly paragraph: Int32Array;
  readonly parent: Int32Array;
}

/** Hash of a string (FNV-1a), stable across runs and machines. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

const RELATIONS = new Map<string, number>();

/** Hash of a relation without its subtype; there are few, so they are kept. */
function hashRelation(relation: string): number {
  let hash = RELATIONS.get(relation);
  if (hash === undefined) {
    hash = hashText(relation);
    if (RELATIONS.size < 200) RELATIONS.set(relation, hash);
  }
  return hash;
}

export function readSigns(doc: Named, lexicon: CueLexicon): Signs {
  const count = doc.tokens.length;
  const signs = {
    word: new Int32Array(count),
    lemma: new Int32Array(count),
    tag: new Int32Array(count),
    relation: new Int32Array(count),
    quoted: new Uint8Array(count),
    cue: new Uint8Array(count),
    name: new Uint8Array(count),
    paragraph: new Int32Array(count),
    parent: doc.tree.heads,
  };
  for (let token = 0; token < count; token++) {
    signs.word[token] = hashText(doc.tokens[token]!.text.toLowerCase());
    signs.lemma[token] = hashText(doc.lemmas[token]!.toLowerCase());
    signs.tag[token] = hashText(doc.xpos[token]!);
    signs.relation[token] = hashRelation(baseRelation(doc, token));
    signs.paragraph[token] = doc.sentences[doc.tokens[token]!.sentence]!.paragraph;
    const entry = cueEntry(lexicon, doc.upos[token]!, doc.lemmas[token]!);
    if (entry !== undefined) signs.cue[token] = 1 + CUE_CLASSES.indexOf(entry.class);
  }
  for (const quote of doc.quotes) {
    if (quote.depth === 0) signs.quoted.fill(1, quote.from, quote.to);
  }
  for (const name of doc.names) signs.name.fill(1 + NAME_TYPES.indexOf(name.type), name.from, name.to);
  return signs;
}
