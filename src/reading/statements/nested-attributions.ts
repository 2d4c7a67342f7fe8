import type { Document, Named } from '../../document/document.js';
import { childBy, childrenBy, cover, subtree } from '../../document/tree.js';
import type { StanceAct } from '../contract.js';
import { type CueClass, type CueEntry, cueEntry } from './cue-lexicon.js';
import type { Attribution } from './find-attributions.js';
import { isDenial } from './is-statement.js';
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
const CONTESTED_TRUST = 0.75;

/**
 * Attributions that the tree alone gives away: a verb of telling with a subject and a clause of its own, where no
 * cue was found. These are mostly the inner ones of "X said that Y had told Z …", which the model leaves out because
 * the texts that it learned from mark outermost attributions only.
 */
export function findNested(
  { doc, lexicon, quoteAt, timed }: Setting,
  known: readonly Attribution[],
): Attribution[] {
  const taken = new Uint8Array(doc.tokens.length);
  for (const { cue } of known) taken.fill(1, cue.from, cue.to);
  const found: Attribution[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    if (doc.upos[token] !== 'VERB' || taken[token] === 1) continue;
    const entry = cueEntry(lexicon, doc.upos[token]!, doc.lemmas[token]!);
    if (entry === undefined || !TELLING.has(entry.class)) continue;
    const quoted = quoteAt[token]! >= 0;
    if (quoted && !FINITE.has(doc.xpos[token]!)) continue;
    const content = contentOf(doc, token, entry, quoted);
    if (content.length === 0) continue;
    const inside = new Set(content);
    const subject = effectiveSubject(doc, token);
    const source = subject.tokens.filter((one) => !inside.has(one) && one !== token);
    // A parser's slip: "this time implying …" has no time for its subject.
    if (source.length === 0 || timed[subject.head] === 1) continue;
    if (quoted && FIRST.has(doc.tokens[subject.head]!.text.toLowerCase())) continue;
    const cue = cover([
      token,
      ...childrenBy(doc, token, 'aux').filter((one) => token - one <= 3 && one < token),
    ]);
    const contested = CONTESTING.has(entry.stance) && clauseOf(doc, token, false).length === 0;
    found.push({ cue, head: token, source, content, probability: contested ? CONTESTED_TRUST : TRUST });
  }
  return found;
}

/** Verb forms that tell of an act, as against "to tell", "telling". */
const FINITE = new Set(['VBD', 'VBZ', 'VBP']);
/** A first person within quotation marks goes on speaking; it does not report itself. */
const FIRST = new Set(['i', 'we', 'you']);

/** Acts whose object may stand before them: "an attack that Chile blames on France", "a charge that they deny". */
const CONTESTING: ReadonlySet<StanceAct | null> = new Set(['accuses', 'denies', 'doubts']);

function contentOf(doc: Document, verb: number, entry: CueEntry, quoted: boolean): number[] {
  const clause = clauseOf(doc, verb, entry.takes.includes('infinitive') && !quoted);
  if (clause.length > 0 || !CONTESTING.has(entry.stance)) return clause;
  if (isDenial(doc, { head: verb }, entry)) return subtree(doc, childBy(doc, verb, 'obj', 'nsubj:pass')!);
  if (doc.tree.relations[verb] !== 'acl:relcl') return clause;
  const noun = doc.tree.heads[verb]!;
  const subject = childBy(doc, verb, 'nsubj');
  if (subject === undefined || RELATIVE.has(doc.tokens[subject]!.text.toLowerCase())) return [];
  const phrase = subtree(doc, noun, (child) => child === verb || doc.tree.relations[child] === 'case');
  return [...phrase, ...childrenBy(doc, verb, 'obl').flatMap((one) => subtree(doc, one))].sort(
    (a, b) => a - b,
  );
}

const RELATIVE = new Set(['who', 'which', 'that']);

/** What a verb takes as its clause: "that …", or "to …" where the verb asks or promises. */
function clauseOf(doc: Named, verb: number, infinitive: boolean): number[] {
  const clauses = childrenBy(doc, verb, 'ccomp', ...(infinitive ? ['xcomp'] : []));
  const tokens = clauses.flatMap((clause) => subtree(doc, clause));
  while (tokens.length > 0 && doc.upos[tokens[0]!] === 'PUNCT') tokens.shift();
  while (tokens.length > 0 && doc.upos[tokens.at(-1)!] === 'PUNCT') tokens.pop();
  return tokens.sort((a, b) => a - b);
}
