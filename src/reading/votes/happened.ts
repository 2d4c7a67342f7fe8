import type { Parsed } from '../../document/document.js';
import { ancestors, childrenBy } from '../../document/tree.js';

/** Whether what a verb tells took place: `no` where it is denied, `open` where it is planned, feared or asked for. */
export type Happened = 'yes' | 'no' | 'open';

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'no']);
const MODALS = new Set(
  "will would could may might should must can shall 'll ’ll 'd ’d wo ca cannot".split(' '),
);
const CONDITIONS = new Set(['if', 'unless', 'whether', 'until', 'lest', 'once', 'provided']);

/** Verbs whose infinitive took place: "voted to adopt", "went on to veto". */
const DONE = new Set(['vote', 'go', 'proceed', 'manage', 'decide', 'agree', 'move', 'continue', 'choose']);
const UNDONE = new Set(['fail', 'refuse', 'decline']);

/** What a verb in a text tells of the world, by its form, its auxiliaries and what it hangs on. */
export function happened(doc: Parsed, verb: number, depth = 0): Happened {
  const auxiliaries = childrenBy(doc, verb, 'aux').map((child) => doc.tokens[child]!.text.toLowerCase());
  const negated = isNegated(doc, verb);
  if (auxiliaries.some((word) => MODALS.has(word)) || isConditional(doc, verb)) return 'open';
  const head = doc.tree.heads[verb]!;
  const relation = doc.tree.relations[verb] ?? '';
  const form = doc.xpos[verb] ?? '';
  const marked = childrenBy(doc, verb, 'mark').some(
    (child) => doc.tokens[child]!.text.toLowerCase() === 'to',
  );
  // "Cast" and "put" look the same in the past.
  const ambiguous = form === 'VB' && auxiliaries.length === 0 && childrenBy(doc, verb, 'nsubj').length > 0;
  if (marked || (form === 'VB' && !ambiguous && !auxiliaries.some((word) => /^d(?:o|oes|id)$/.test(word)))) {
    // "The only member to join them" has joined them.
    if (marked && relation === 'acl' && ONLY.test(before(doc, head))) return negated ? 'no' : 'yes';
    if (!marked && form === 'VB' && relation === 'root') return negated ? 'no' : 'open';
    const governor = head >= 0 ? doc.lemmas[head]! : '';
    if (UNDONE.has(governor) && depth < 4) return happened(doc, head, depth + 1) === 'yes' ? 'no' : 'open';
    if (DONE.has(governor) && depth < 4 && relation === 'xcomp') {
      return negated ? 'no' : happened(doc, head, depth + 1);
    }
    return 'open';
  }
  if (negated) return 'no';
  // A participle is as real as what it goes with: "by vetoing", "with China abstaining".
  if (form === 'VBG' && auxiliaries.some((word) => /^(?:am|is|are|was|were|be|'s|’s)$/.test(word)))
    return 'open';
  if (form === 'VBG' && head >= 0 && depth < 4 && relation !== 'ccomp' && isVerb(doc, head)) {
    return happened(doc, head, depth + 1) === 'open' ? 'open' : 'yes';
  }
  return 'yes';
}

const ONLY = /\b(?:only|sole|first|last|lone|second|third)\b[^,;]*$/i;

/** The words of a noun's phrase before it. */
function before(doc: Parsed, noun: number): string {
  return doc.tokens
    .slice(Math.max(0, noun - 3), Math.max(0, noun))
    .map(({ text }) => text)
    .join(' ');
}

function isNegated(doc: Parsed, verb: number): boolean {
  return childrenBy(doc, verb, 'advmod', 'aux', 'det').some((child) =>
    NEGATIONS.has(doc.tokens[child]!.text.toLowerCase()),
  );
}

/** Under "if", "unless", "whether", at this verb or at one above it. */
function isConditional(doc: Parsed, verb: number): boolean {
  return [verb, ...ancestors(doc, verb)].some((token) =>
    childrenBy(doc, token, 'mark', 'advmod').some(
      (child) => child < token && CONDITIONS.has(doc.tokens[child]!.text.toLowerCase()) && child <= verb,
    ),
  );
}

function isVerb(doc: Parsed, token: number): boolean {
  return doc.upos[token] === 'VERB' || doc.upos[token] === 'AUX';
}
