import type { Reference, Referred, Timed } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import { baseRelation } from '../../document/tree.js';
import { isEmptyIt } from './empty-it.js';
import { findDescription } from './find-description.js';
import { findMentions, type Mention } from './mentions.js';
import { isSubject, type Owner, type Quoted, rankOwners } from './rank-owners.js';
import { type PronounDemand, pronounDemand } from './reference-words.js';

/** Finds what pronouns, surnames and descriptions stand for; what cannot be told stays open, with its candidates. */
export const resolveReferences: Stage<Timed, Referred> = {
  name: 'references',
  reads: ['tokens', 'sentences', 'quotes', 'upos', 'xpos', 'lemmas', 'tree', 'names'],
  adds: ['references'],
  run: (doc) => ({ ...doc, references: referencesOf(doc) }),
};

/** How many sentences back an owner may stand, and how many mentions of them are weighed. */
const SENTENCES_BACK = 3;
const MOST_RECENT = 60;
/** An owner below this is too far off to be sure of; two this close together cannot be told apart. */
const LEAST = -1.3;
const MARGIN = 0.35;
/** "It" and "they" have so many owners to choose from that more must speak for one. */
const LEAST_THING = -0.3;
const MARGIN_THING = 0.8;

function referencesOf(doc: Timed): Reference[] {
  const text = { doc, quoteOf: quotesOf(doc) };
  const mentions = findMentions(doc);
  const references: Reference[] = [];
  /** Mentions in the order of reading, resolved pronouns among them, so that a chain of "he" stays fresh. */
  const read: Mention[] = [];
  let next = 0;
  for (let token = 0; token < doc.tokens.length; token++) {
    const { sentence } = doc.tokens[token]!;
    if (mentions[next]?.head === token) {
      const mention = mentions[next++]!;
      const reference =
        surname(mention, read) ??
        apposition(mention) ??
        findDescription(text, mention, recentTo(read, sentence));
      if (reference !== undefined) references.push(reference);
      read.push(follow(mention, reference, read));
      continue;
    }
    if (doc.upos[token] !== 'PRON' && doc.upos[token] !== 'DET') continue;
    const relative = relativePronoun(doc, token);
    if (relative !== undefined) references.push(relative);
    const demand = pronounDemand(doc.tokens[token]!.text.toLowerCase());
    if (demand === undefined || (demand.who === 'thing' && isEmptyIt(doc, token))) continue;
    const { reference, owner, isAlone } = pronoun(text, token, demand, recentTo(read, sentence));
    references.push(reference);
    if (owner !== undefined) {
      if (isAlone && (demand.who === 'male' || demand.who === 'female'))
        owner.mention.entity.gender ??= demand.who;
      read.push({
        ...owner.mention,
        head: token,
        sentence,
        name: owner.mention.name,
        role: token,
        stands: owner.mention.stands,
      });
    }
  }
  return references;
}

function quotesOf(doc: Timed): Int32Array {
  const quoteOf = new Int32Array(doc.tokens.length).fill(-1);
  for (const { index, depth, from, to } of doc.quotes) if (depth === 0) quoteOf.fill(index, from, to);
  return quoteOf;
}

function recentTo(read: readonly Mention[], sentence: number): Mention[] {
  const recent: Mention[] = [];
  for (let at = read.length - 1; at >= 0 && recent.length < MOST_RECENT; at--) {
    if (sentence - read[at]!.sentence > SENTENCES_BACK) break;
    recent.push(read[at]!);
  }
  return recent;
}

function pronoun(
  text: Quoted,
  token: number,
  demand: PronounDemand,
  recent: readonly Mention[],
): { reference: Reference; owner: Owner | undefined; isAlone: boolean } {
  const bare = { from: token, to: token + 1, head: token, kind: 'pronoun' } as const;
  if (demand.who === 'speaker')
    return { reference: { ...bare, antecedent: null, candidates: [] }, owner: undefined, isAlone: false };
  const owners = rankOwners(text, token, demand, recent);
  const [first, second] = owners;
  const isSure =
    first !== undefined &&
    first.score >= leastFor(text, token, demand) &&
    (second === undefined || first.score - second.score >= (isThing(demand) ? MARGIN_THING : MARGIN));
  return {
    reference: {
      ...bare,
      antecedent: isSure ? first.mention.stands : null,
      candidates: isSure ? [] : owners.slice(0, 5).map((owner) => owner.mention.stands),
    },
    owner: isSure ? first : undefined,
    isAlone: owners.length === 1,
  };
}

/** The first word of a paragraph must have its owner close by: reports are cut and stitched between paragraphs. */
function leastFor({ doc }: Quoted, token: number, demand: PronounDemand): number {
  const sentence = doc.sentences[doc.tokens[token]!.sentence]!;
  const opens = doc.sentences[sentence.index - 1]?.paragraph !== sentence.paragraph;
  if (!opens || !isSubject(doc, token)) return isThing(demand) ? LEAST_THING : LEAST;
  return isThing(demand) ? LEAST_THING + 0.6 : 0;
}

function isThing({ who }: PronounDemand): boolean {
  return who === 'thing' || who === 'plural';
}

/** "Tillerson" after "Rex Tillerson". */
function surname(mention: Mention, read: readonly Mention[]): Reference | undefined {
  const { name, entity } = mention;
  if (name === null || entity.kind !== 'person' || name.to - name.from > 1) return undefined;
  const whole = entity.fullest;
  if (whole === null || whole >= mention.head || read.length === 0) return undefined;
  return {
    from: name.from,
    to: name.to,
    head: mention.head,
    kind: 'surname',
    antecedent: whole,
    candidates: [],
  };
}

/** "the founder, Jack Herrick": the noun stands for the name beside it. */
function apposition({ name, head, stands }: Mention): Reference | undefined {
  if (name !== null || stands === head) return undefined;
  return { from: head, to: head + 1, head, kind: 'description', antecedent: stands, candidates: [] };
}

/** A description joins the entity that it stands for, for whatever refers to it next. */
function follow(mention: Mention, reference: Reference | undefined, read: readonly Mention[]): Mention {
  if (reference?.kind !== 'description' || reference.antecedent === null || mention.stands !== mention.head)
    return mention;
  const owner = read.findLast((one) => one.stands === reference.antecedent);
  return owner === undefined
    ? mention
    : { ...mention, entity: owner.entity, stands: owner.stands, isPlural: owner.isPlural };
}

const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose']);

/** "the airbase, which Trump later bombed": a relative pronoun stands for the noun that its clause hangs on. */
function relativePronoun(doc: Timed, token: number): Reference | undefined {
  if (!RELATIVE.has(doc.tokens[token]!.text.toLowerCase())) return undefined;
  for (let at = token, steps = 0; at >= 0 && steps < 6; steps++) {
    const head = doc.tree.heads[at]!;
    if (doc.tree.relations[at] === 'acl:relcl') {
      if (head < 0 || head > token) return undefined;
      return { from: token, to: token + 1, head: token, kind: 'pronoun', antecedent: head, candidates: [] };
    }
    if (baseRelation(doc, at) === 'ccomp' && steps > 0) return undefined;
    at = head;
  }
  return undefined;
}
