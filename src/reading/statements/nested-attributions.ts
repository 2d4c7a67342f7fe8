import type { Named } from '../../document/document.js';
import { childrenBy, cover, subtree } from '../../document/tree.js';
import { type CueClass, type CueLexicon, cueEntry } from './cue-lexicon.js';
import type { Attribution } from './find-attributions.js';
import { effectiveSubject } from './subject.js';

const TELLING: ReadonlySet<CueClass> = new Set([
  'speech',
  'writing',
  'request',
  'promise',
  'persuasion',
  'judgement',
]);
/** **Units** probability; how far a rule is trusted beside the model. */
const TRUST = 0.6;

/**
 * Attributions that the tree alone gives away: a verb of telling with a subject and a clause of its own, where no
 * cue was found. These are mostly the inner ones of "X said that Y had told Z …", which the model leaves out because
 * the texts that it learned from mark outermost attributions only.
 */
export function findNested(doc: Named, lexicon: CueLexicon, known: readonly Attribution[]): Attribution[] {
  const taken = new Uint8Array(doc.tokens.length);
  for (const { cue } of known) taken.fill(1, cue.from, cue.to);
  const found: Attribution[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    if (doc.upos[token] !== 'VERB' || taken[token] === 1) continue;
    const entry = cueEntry(lexicon, doc.upos[token]!, doc.lemmas[token]!);
    if (entry === undefined || !TELLING.has(entry.class)) continue;
    const content = clauseOf(doc, token, entry.takes.includes('infinitive'));
    if (content.length === 0) continue;
    const inside = new Set(content);
    const source = effectiveSubject(doc, token).tokens.filter((one) => !inside.has(one) && one !== token);
    if (source.length === 0) continue;
    const cue = cover([
      token,
      ...childrenBy(doc, token, 'aux').filter((one) => token - one <= 3 && one < token),
    ]);
    found.push({ cue, head: token, source, content, probability: TRUST });
  }
  return found;
}

/** What a verb takes as its clause: "that …", or "to …" where the verb asks or promises. */
function clauseOf(doc: Named, verb: number, infinitive: boolean): number[] {
  const clauses = childrenBy(doc, verb, 'ccomp', ...(infinitive ? ['xcomp'] : []));
  const tokens = clauses.flatMap((clause) => subtree(doc, clause));
  while (tokens.length > 0 && doc.upos[tokens[0]!] === 'PUNCT') tokens.shift();
  while (tokens.length > 0 && doc.upos[tokens.at(-1)!] === 'PUNCT') tokens.pop();
  return tokens.sort((a, b) => a - b);
}
