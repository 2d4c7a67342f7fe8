import type { Document } from '../../document/document.js';
import { childBy, childrenBy, subtree } from '../../document/tree.js';
import { actorsOf, type Cast } from '../cast.js';
import type { Actor } from '../contract.js';

/** What is done to find out what happened, or to decide who is right. */
const FINDING = new Set(
  'adjudicate arbitrate ascertain clarify decide determine establish examine hear inspect investigate judge probe rule verify'.split(
    ' ',
  ),
);
/** Nouns of what is opened or held to find out. */
const INQUIRIES = new Set(
  'examination hearing inquiry enquiry inspection investigation probe review trial'.split(' '),
);
const OPENING = new Set('begin conduct hold launch open order set start'.split(' '));

/** Bodies that have a mandate to find out or decide. */
const MANDATED =
  /\b(?:agency|arbitrat\w+|attorney general|commission|committee|council|court|inquiry|inspectors?|investigators?|judges?|mission|monitors?|ombudsman|panel|prosecutors?|rapporteur|tribunal|union|united nations|un|nato)\b/iu;

const TO_COME = /^(?:will|would|shall|may|is|are|has|have|'s|to)$/iu;

/**
 * Who is to find out, or to decide, among the sentences of a report from one to another: a body with a mandate, told as
 * doing so, about to, or having begun. Null where none is told of; a party to the dispute is no judge of it.
 */
export function findDecider(
  doc: Document,
  cast: Cast,
  sentences: { readonly from: number; readonly to: number },
  parties: readonly Actor[],
): Actor | null {
  const first = doc.sentences[Math.max(0, sentences.from)];
  const last = doc.sentences[Math.min(doc.sentences.length - 1, sentences.to)];
  if (first === undefined || last === undefined) return null;
  for (let token = first.from; token < last.to; token++) {
    if (doc.upos[token] !== 'VERB' || !isFinding(doc, token) || !isOpen(doc, token)) continue;
    const body = subjectOf(doc, cast, token);
    if (body === null || !MANDATED.test(`${body.name} ${body.mention.text}`)) continue;
    if (!parties.some((one) => one.name === body.name)) return body;
  }
  return null;
}

function isFinding(doc: Document, verb: number): boolean {
  const lemma = doc.lemmas[verb]!.toLowerCase();
  if (FINDING.has(lemma)) return true;
  if (lemma === 'look')
    return childrenBy(doc, verb, 'obl', 'obj').some(
      (one) => doc.tokens[verb + 1]?.text === 'into' && one > verb,
    );
  if (!OPENING.has(lemma)) return false;
  return subtree(doc, verb).some((one) => one > verb && INQUIRIES.has(doc.lemmas[one]!.toLowerCase()));
}

/** What is to come, goes on or has begun: a verdict of the past decides nothing any more. */
function isOpen(doc: Document, verb: number): boolean {
  const words = [...childrenBy(doc, verb, 'aux', 'mark')].map((one) => doc.tokens[one]!.text);
  return words.some((word) => TO_COME.test(word));
}

/** Who does it: the verb's own subject, or that of the verb above that it depends on ("is to examine", "said it would"). */
function subjectOf(doc: Document, cast: Cast, verb: number): Actor | null {
  for (let at = verb, steps = 0; at >= 0 && steps < 3; at = doc.tree.heads[at]!, steps++) {
    const subject = childBy(doc, at, 'nsubj');
    const actor = subject === undefined ? undefined : actorsOf(doc, cast, subject)?.actors[0];
    if (actor !== undefined) return actor;
    if (subject !== undefined && doc.upos[subject] !== 'PRON') return null;
    if (!/^(?:xcomp|ccomp|advcl|conj)$/.test(doc.tree.relations[at]!)) return null;
  }
  return null;
}
