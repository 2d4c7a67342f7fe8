import type { Document, Named } from '../../document/document.js';
import { childrenBy, cover, subtree } from '../../document/tree.js';
import { type CueClass, cueEntry } from './cue-lexicon.js';
import type { Attribution } from './find-attributions.js';
import type { Setting } from './setting.js';
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
export function findNested({ doc, lexicon, quoteAt }: Setting, known: readonly Attribution[]): Attribution[] {
  const taken = new Uint8Array(doc.tokens.length);
  for (const { cue } of known) taken.fill(1, cue.from, cue.to);
  const found: Attribution[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    if (doc.upos[token] !== 'VERB' || taken[token] === 1) continue;
    const entry = cueEntry(lexicon, doc.upos[token]!, doc.lemmas[token]!);
    if (entry === undefined || !TELLING.has(entry.class)) continue;
    const quoted = quoteAt[token]! >= 0;
    if (quoted && !FINITE.has(doc.xpos[token]!)) continue;
    const content = clauseOf(doc, token, entry.takes.includes('infinitive') && !quoted);
    if (content.length === 0) continue;
    const inside = new Set(content);
    const subject = effectiveSubject(doc, token);
    const source = subject.tokens.filter((one) => !inside.has(one) && one !== token);
    if (source.length === 0 || isTime(doc, subject.head)) continue;
    if (quoted && FIRST.has(doc.tokens[subject.head]!.text.toLowerCase())) continue;
    const cue = cover([
      token,
      ...childrenBy(doc, token, 'aux').filter((one) => token - one <= 3 && one < token),
    ]);
    found.push({ cue, head: token, source, content, probability: TRUST });
  }
  return found;
}

/** Verb forms that tell of an act, as against "to tell", "telling". */
const FINITE = new Set(['VBD', 'VBZ', 'VBP']);
/** A first person within quotation marks goes on speaking; it does not report itself. */
const FIRST = new Set(['i', 'we', 'you']);

/** A parser's slip: "this time implying …" has no time for its subject. */
function isTime({ times }: Document, token: number): boolean {
  return times.some((time) => time.from <= token && token < time.to);
}

/** What a verb takes as its clause: "that …", or "to …" where the verb asks or promises. */
function clauseOf(doc: Named, verb: number, infinitive: boolean): number[] {
  const clauses = childrenBy(doc, verb, 'ccomp', ...(infinitive ? ['xcomp'] : []));
  const tokens = clauses.flatMap((clause) => subtree(doc, clause));
  while (tokens.length > 0 && doc.upos[tokens[0]!] === 'PUNCT') tokens.shift();
  while (tokens.length > 0 && doc.upos[tokens.at(-1)!] === 'PUNCT') tokens.pop();
  return tokens.sort((a, b) => a - b);
}
