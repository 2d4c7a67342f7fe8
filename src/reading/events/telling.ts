import type { Document } from '../../document/document.js';
import { cover, subtree, tokenAt } from '../../document/tree.js';
import type { Event } from '../contract.js';

/** An event as one place of the text tells it, with what it takes to see that another place tells the same. */
export interface Telling {
  readonly event: Event;
  /** The word that tells it. */
  readonly word: string;
  readonly isHeadline: boolean;
  /** "The attack", "this ban": taken up again rather than told anew. */
  readonly isDefinite: boolean;
  /** Whether its sentence sets it apart from another: "a second strike", "the last time …". */
  readonly isOther: boolean;
  readonly isAsked: boolean;
  /** Lemmas of what it is about: its clause without its parties, its word and what all clauses have. */
  readonly about: ReadonlySet<string>;
}

/** Reads an event's own clause for what tells it apart from others of its kind. */
export function tellingOf(doc: Document, event: Event): Telling {
  const head = headOf(doc, event);
  const sentence = doc.sentences[event.sentence]!;
  const clause = clauseOf(doc, head, event.sentence);
  const parties = [...event.actors, ...event.recipients].map(({ mention }) => mention);
  const about = new Set<string>();
  for (const token of clause) {
    const { start, end } = doc.tokens[token]!;
    const isParty = parties.some((one) => one.start < end && start < one.end);
    if (token === head || isParty || !CONTENT.has(doc.upos[token]!)) continue;
    const lemma = stem(doc.lemmas[token]!);
    if (!COMMON.has(lemma)) about.add(lemma);
  }
  return {
    event,
    word: stem(doc.lemmas[head]!),
    isHeadline: sentence.kind === 'headline',
    isDefinite: isDefinite(doc, head),
    isAsked: doc.report.text.slice(sentence.start, sentence.end).trimEnd().endsWith('?'),
    isOther: clause.some((token) => OTHER.test(doc.tokens[token]!.text)) || isAnother(doc, clause),
    about,
  };
}

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);
const COMMON = new Set(
  `say tell have make take be do get give go come find see want try help united state states nation would could new more last first year month week day time people
  mr president government country state report official monday tuesday wednesday thursday friday saturday sunday
  today yesterday january february march april may june july august september october november december`
    .split(/\s+/)
    .map(stem),
);
const OTHER =
  /^(?:another|second|third|fourth|again|separate|separately|previous|previously|earlier|ago|formerly|additional|further|similar|similarly|repeatedly|often|always|former|since|other|others|each|several|various|every|usually|daily|annually)$/i;

/** "The last time", "two more". */
function isAnother(doc: Document, clause: readonly number[]): boolean {
  return clause.some((token) => {
    const pair = `${doc.tokens[token]!.text} ${doc.tokens[token + 1]?.text ?? ''}`;
    return /^(?:last (?:time|year|month)|(?:two|three|four|five|\d+) (?:more|others)|next (?:time|year|month))$/i.test(
      pair,
    );
  });
}

/** The word of an event's cue that its clause hangs on. */
function headOf(doc: Document, { cue }: Event): number {
  const from = tokenAt(doc, cue.start);
  let to = from + 1;
  while (to < doc.tokens.length && doc.tokens[to]!.start < cue.end) to++;
  for (let token = from; token < to; token++) {
    const above = doc.tree.heads[token]!;
    if (above < from || above >= to) return token;
  }
  return from;
}

/** The words under an event's word, and under the verb that carries it where it is a noun; no other sentence's. */
function clauseOf(doc: Document, head: number, sentence: number): readonly number[] {
  const above = doc.tree.heads[head]!;
  const isCarried =
    doc.upos[head] === 'NOUN' && above >= 0 && /^(?:obj|nsubj)/.test(doc.tree.relations[head]!);
  const top = isCarried ? above : head;
  const words = subtree(doc, top, (child) =>
    /^(?:conj|parataxis|acl:relcl|advcl)/.test(doc.tree.relations[child]!),
  );
  const { from, to } = cover(words);
  return words.filter((token) => token >= from && token < to && doc.tokens[token]!.sentence === sentence);
}

function isDefinite(doc: Document, head: number): boolean {
  return (
    doc.upos[head] === 'NOUN' &&
    (doc.tree.children[head] ?? []).some((child) =>
      /^(?:the|this|these|that|those)$/i.test(doc.tokens[child]!.text),
    )
  );
}

/** What a verb and the noun made of it share: "proposed" and "proposal", "arrest" and "arrests". */
export function stem(lemma: string): string {
  return lemma
    .toLowerCase()
    .replace(/(?:ations?|ments?|ions?|als?|ings?|ers?|ed|es|s|e|y)$/, '')
    .slice(0, 7);
}
