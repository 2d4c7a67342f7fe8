import type { Document } from '../../document/document.js';
import { baseRelation, childrenBy } from '../../document/tree.js';
import type { Codebook, PredicateFrame } from '../../registry/codebook/codebook.js';
import type { Cast } from '../cast.js';
import { argumentsOf } from './arguments.js';
import { hasClause, matchOblique } from './match-oblique.js';
import { prepositionOf } from './noun-phrases.js';
import type { Arguments } from './own-arguments.js';
import { partiesOf } from './parties.js';
import type { Proposal } from './proposal.js';

/**
 * The event that a word tells of its subject: "is ready to …", "remains at war with …", "came under fire from …";
 * undefined where it is no predicate, or none of its frames fits.
 */
export function proposePredicate(
  doc: Document,
  cast: Cast,
  codebook: Codebook,
  word: number,
): Proposal | undefined {
  const text = doc.tokens[word]!.text.toLowerCase();
  const lemma = doc.lemmas[word]!.toLowerCase();
  // "Opposed" is told by its form: "is opposed to" is not what "opposes" tells.
  // "On hunger strike": two words, whatever the tagger makes of the first.
  const before = doc.tokens[word - 1]?.text.toLowerCase();
  const frames = [`${before} ${lemma}`, text, lemma]
    .map((one) => codebook.predicates.get(one))
    .find((one) => one !== undefined);
  if (frames === undefined) return undefined;
  const link = linkOf(doc, word, codebook, 0);
  if (link === undefined) return undefined;
  const preposition = prepositionOf(doc, word);
  for (const frame of frames) {
    if ((frame.preposition ?? '') !== preposition) continue;
    const noun =
      frame.oblique === null ? undefined : matchOblique(doc, [word], link.arguments, frame.oblique);
    if (frame.oblique !== null && noun === undefined) continue;
    if (frame.clause !== null && !hasClause(doc, link.arguments, frame.clause)) continue;
    const { actors, recipients } = partiesOf(
      { doc, cast, codebook, head: word, arguments: link.arguments, asked: noun },
      frame.actor,
      frame,
    );
    return {
      frame,
      head: link.head,
      cue: [
        ...childrenBy(doc, word, 'case'),
        word,
        ...(noun === undefined || frame.oblique?.words === null ? [] : [noun]),
      ],
      actors,
      recipients,
      isNominal: false,
      takes: link.arguments.clauses.filter(({ kind }) => kind === frame.clause?.kind).map(({ head }) => head),
      isVague: recipients.length === 0 && isWords(frame, codebook),
    };
  }
  return undefined;
}

/** What joins a predicate to its subject. */
interface Link {
  /** The word that modals, negations and conditions hang on. */
  readonly head: number;
  /** What stands under the predicate and under the verb that links it; nothing is done to its subject. */
  readonly arguments: Arguments;
}

/** How far along "and" a predicate's link is looked for. */
const FARTHEST = 2;

function linkOf(doc: Document, word: number, codebook: Codebook, steps: number): Link | undefined {
  const own = withInfinitive(doc, word);
  // Headlines leave "be" out: "Chile ready to talk".
  const isJoined = childrenBy(doc, word, 'cop', 'aux:pass', 'nsubj').length > 0;
  if (isJoined) {
    const joined = subjectOnly(own);
    // "It is willing to talk": where the tree sees an empty "it", the cast knows whether it is somebody.
    const subject = joined.subject.length > 0 ? joined.subject : childrenBy(doc, word, 'expl');
    return { head: word, arguments: { ...own, ...joined, subject } };
  }
  const above = doc.tree.heads[word]!;
  if (above < 0) return undefined;
  const relation = baseRelation(doc, word);
  if (relation === 'conj' && steps < FARTHEST) {
    const link = linkOf(doc, above, codebook, steps + 1);
    return link === undefined
      ? undefined
      : { head: word, arguments: { ...own, ...subjectOnly(link.arguments) } };
  }
  const isLinked = relation === 'xcomp' || relation === 'obl' || relation === 'advmod';
  if (!isLinked || !codebook.classes.get('linking')?.has(doc.lemmas[above]!.toLowerCase())) return undefined;
  const verb = argumentsOf(doc, above);
  return {
    head: above,
    arguments: {
      ...subjectOnly(verb),
      obliques: [...verb.obliques.filter(({ head }) => head !== word), ...own.obliques],
      clauses: [...verb.clauses.filter(({ head }) => head !== word), ...own.clauses],
    },
  };
}

/** "Reluctant to meet": the parser now and then takes what a predicate leads to for its subject, or ties it to a noun. */
function withInfinitive(doc: Document, word: number): Arguments {
  const own = argumentsOf(doc, word);
  const infinitives = childrenBy(doc, word, 'csubj', 'acl').filter(
    (one) => one > word && childrenBy(doc, one, 'mark').some((mark) => doc.xpos[mark] === 'TO'),
  );
  return {
    ...own,
    clauses: [...own.clauses, ...infinitives.map((head) => ({ kind: 'to' as const, head }))],
  };
}

/** Whatever the grammar calls the subject of "is opposed": nobody opposes it. */
function subjectOnly({ subject, object, obliques, clauses, isPassive }: Arguments): Arguments {
  return {
    subject: isPassive ? object : subject,
    object: [],
    indirect: [],
    obliques,
    clauses,
    isPassive: false,
  };
}

/** Words alone that are aimed at nobody, and lead to no deed, are no news. */
function isWords({ type, clause }: PredicateFrame, codebook: Codebook): boolean {
  return clause === null && codebook.types.get(type)!.quad.startsWith('verbal');
}
