import type { Document } from '../../../document/document.js';
import { childrenBy, subtree } from '../../../document/tree.js';
import { readNumber } from '../../../language/numbers.js';
import type { Note, Statement } from '../../contract.js';
import { makeNote } from '../note.js';
import { saidTokens } from './told-deeds.js';

/** So many people to whom something was done. */
interface Count {
  readonly number: number;
  /** Lemma of the noun that is counted; people of any kind are people. */
  readonly noun: string;
  readonly harm: 'killed' | 'injured';
  readonly sentence: number;
  /** Whether the words take up what was told before: "the 17 people killed", "the attack, in which 22 were killed". */
  readonly isTakenUp: boolean;
  /** Names in the sentence: other names may tell of another place. */
  readonly names: ReadonlySet<string>;
}

const KILLED = new Set(['kill', 'shoot', 'murder', 'massacre', 'die', 'drown']);
const INJURED = new Set(['injure', 'wound', 'hurt']);
const PEOPLE = new Set(['people', 'person', 'victim', 'other', 'civilian', 'man', 'woman']);

/** What makes a number no exact one, or tells of a change. */
const LOOSE =
  /\b(?:about|almost|another|around|at least|at most|dozens|earlier|estimated|further|hundreds|including|initially|later|more|nearly|other|others|over|rise|rising|rose|scores|so far|some|than|total|up)\b/iu;

/** Two numbers for the same people, the later of which are taken up from before: not a toll that has grown. */
export function noteCounts(doc: Document, statements: readonly Statement[]): Note[] {
  const said = saidTokens(doc, statements);
  const counts = countsIn(doc, said);
  return counts.flatMap((other, index) => {
    if (!other.isTakenUp) return [];
    const one = counts.slice(0, index).find((before) => cannotBoth(before, other));
    if (one === undefined) return [];
    const [a, b] = [doc.sentences[one.sentence]!, doc.sentences[other.sentence]!];
    const says = `Two numbers of ${other.harm} are given for what seems one event: ${one.number} and ${other.number}.`;
    return [makeNote(doc, 'contradiction', says, [a, b])];
  });
}

function cannotBoth(one: Count, other: Count): boolean {
  if (one.sentence === other.sentence || one.harm !== other.harm || one.number === other.number) return false;
  if (one.noun !== other.noun && !(PEOPLE.has(one.noun) && PEOPLE.has(other.noun))) return false;
  // "The 3 women killed" may be some of twelve.
  const strange = [...other.names].filter((name) => !one.names.has(name));
  return strange.length < Math.max(1, other.names.size) || one.names.size === 0;
}

function countsIn(doc: Document, said: Uint8Array): Count[] {
  const counts: Count[] = [];
  const places = placesBySentence(doc);
  for (const { index, kind, from, to, start, end } of doc.sentences) {
    if (kind !== 'body' && kind !== 'headline') continue;
    if (LOOSE.test(doc.report.text.slice(start, end))) continue;
    for (let token = from; token < to; token++) {
      if (said[token] === 1 || doc.tree.relations[token] !== 'nummod') continue;
      const number = readNumber(doc, token);
      const noun = doc.tree.heads[token]!;
      if (number === null || noun < 0 || doc.upos[noun] !== 'NOUN') continue;
      const deed = harmTo(doc, noun);
      if (deed === undefined) continue;
      const isThe = childrenBy(doc, noun, 'det').some((one) =>
        /^(?:the|these|those)$/i.test(doc.tokens[one]!.text),
      );
      counts.push({
        number,
        noun: doc.lemmas[noun]!.toLowerCase(),
        harm: deed.harm,
        sentence: index,
        isTakenUp: isThe || isOfThat(doc, deed.verb),
        names: places.get(index) ?? NO_NAMES,
      });
    }
  }
  return counts;
}

const NO_NAMES: ReadonlySet<string> = new Set();

function placesBySentence(doc: Document): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  for (const { type, head, text } of doc.names) {
    if (type !== 'place') continue;
    const { sentence } = doc.tokens[head]!;
    found.set(sentence, (found.get(sentence) ?? new Set()).add(text));
  }
  return found;
}

/** The verb by which harm is done to a noun: its own, or one that modifies it ("the 17 people killed in …"). */
function harmTo(doc: Document, noun: number): { verb: number; harm: Count['harm'] } | undefined {
  const above = doc.tree.heads[noun]!;
  const isHit = above >= 0 && /^(?:obj|nsubj:pass)$/.test(doc.tree.relations[noun]!);
  const isDead =
    above >= 0 && doc.tree.relations[noun] === 'nsubj' && /^(?:die|drown)$/.test(doc.lemmas[above]!);
  const own = childrenBy(doc, noun, 'acl').filter((one) => doc.xpos[one] === 'VBN');
  // "The 9 protesters shot dead in …", whatever the tree makes of it.
  if (own.length === 0 && /^VB[DN]$/.test(doc.xpos[noun + 1] ?? '')) own.push(noun + 1);
  for (const verb of [...(isHit || isDead ? [above] : []), ...own]) {
    const lemma = doc.lemmas[verb]!.toLowerCase();
    if (
      KILLED.has(lemma) &&
      (lemma !== 'shoot' || subtree(doc, verb).some((one) => doc.lemmas[one] === 'dead'))
    ) {
      return { verb, harm: 'killed' };
    }
    if (INJURED.has(lemma)) return { verb, harm: 'injured' };
  }
  return undefined;
}

/** "The attack, in which 22 were killed": a relative clause of something known. */
function isOfThat(doc: Document, verb: number): boolean {
  if (doc.tree.relations[verb] !== 'acl:relcl') return false;
  const noun = doc.tree.heads[verb]!;
  return childrenBy(doc, noun, 'det').some((one) => /^(?:the|this|that)$/i.test(doc.tokens[one]!.text));
}
