import type { Document } from '../src/document/document.js';
import { childrenBy, tokenAt } from '../src/document/tree.js';
import { actorsOf, type Cast } from '../src/reading/cast.js';
import type { Event } from '../src/reading/contract.js';
import { whenAt } from '../src/reading/when.js';
import type { Telling } from '../src/relations/incidents/telling.js';
import { tellingNames, tellingWords } from '../src/relations/incidents/telling-words.js';
import { dayNumber, partyOf } from '../src/relations/incidents/tellings-of-reading.js';
import { classOf } from '../src/relations/words/word-classes.js';
import type { Counts } from './coreference-score.js';
import { percent } from './percent.js';

/** Where gold says that an event is told. */
interface Place {
  readonly doc: Document;
  readonly cast: Cast;
  /** The words that tell it. */
  readonly mention: { readonly start: number; readonly end: number };
  readonly event: Event | undefined;
  readonly id: string;
  readonly report: string;
  readonly published: string | null;
}

/** What is compared of a word that tells an event: its own event's record where we find one there, else its clause. */
export function tellingAt({ doc, cast, mention, event, id, report, published }: Place): Telling {
  const tokens = tokensOf(doc, mention);
  const head = tokens.find((token) => !tokens.includes(doc.tree.heads[token]!)) ?? tokens[0]!;
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  const words = doc.tokens.slice(sentence.from, sentence.to).map(({ text }) => text);
  const when = event?.when ?? whenAt(doc, head);
  const parties = (...relations: string[]) =>
    childrenBy(doc, head, ...relations).flatMap((child) =>
      (actorsOf(doc, cast, child)?.actors ?? []).map(partyOf),
    );
  const from = dayNumber(when.start);
  const to = dayNumber(when.end);
  return {
    id,
    report,
    source: report,
    type: event?.type ?? null,
    mode: event?.mode ?? null,
    actors: event === undefined ? parties('nsubj', 'nmod:poss', 'obl:agent') : event.actors.map(partyOf),
    recipients: event === undefined ? parties('obj', 'nsubj:pass', 'iobj') : event.recipients.map(partyOf),
    days: when.text === null || from === null || to === null ? null : { from, to },
    published: dayNumber(published),
    told: dayNumber(published),
    place: null,
    dead: null,
    injured: null,
    at: doc.tokens[head]!.start,
    cue: doc.lemmas[head]!.toLowerCase(),
    cueClass: classOf(doc.lemmas[head]!.toLowerCase()),
    words: tellingWords(words),
    names: tellingNames(words),
    status: 'happened',
    quad: 0,
    score: 0,
    confidence: 1,
  };
}

function tokensOf(doc: Document, { start, end }: { readonly start: number; readonly end: number }): number[] {
  const tokens: number[] = [];
  for (let at = tokenAt(doc, start); at < doc.tokens.length && doc.tokens[at]!.start < end; at++)
    tokens.push(at);
  return tokens;
}

/** Ids that share a key, in their order. */
export function groups(pairs: readonly (readonly [string, string])[]): string[][] {
  const found = new Map<string, string[]>();
  for (const [key, id] of pairs) found.set(key, [...(found.get(key) ?? []), id]);
  return [...found.values()];
}

/** **Units** percent, with two places. */
export function inPercent(counts: Counts): Record<'precision' | 'recall' | 'f1', number> {
  const precision = counts.precision[0] / counts.precision[1];
  const recall = counts.recall[0] / counts.recall[1];
  const f1 = (2 * precision * recall) / (precision + recall);
  return { precision: percent(precision, 1, 2), recall: percent(recall, 1, 2), f1: percent(f1, 1, 2) };
}
