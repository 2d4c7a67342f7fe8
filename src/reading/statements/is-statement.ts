import type { Document } from '../../document/document.js';
import { type CueClass, type CueEntry, type CueLexicon, cueEntry } from './cue-lexicon.js';
import type { Attribution } from './find-attributions.js';
import type { Setting } from './setting.js';

const SAID: ReadonlySet<CueClass> = new Set([
  'speech',
  'writing',
  'request',
  'promise',
  'judgement',
  'declining',
  'citation',
  'persuasion',
  'publication',
]);
const THOUGHT: ReadonlySet<CueClass> = new Set(['belief', 'feeling', 'intention', 'naming', 'hearsay']);
/** Sources that speak by showing: "the report shows that …". */
const DOCUMENTS = new Set(
  'report study survey poll document statement letter memo record investigation inquiry ruling data figure transcript'.split(
    ' ',
  ),
);
/** **Units** probability. */
const SURE = 0.6;

/**
 * Whether an attribution is a statement that a reader of the record would look for: speech, writing, a request, a
 * promise, a judgement, a belief, a hope, by a source that the text at least mentions. Attributions of perception,
 * appearance and decision are told by events or not at all, unless somebody's words are quoted in them.
 */
export function isStatement(setting: Setting, one: Attribution): boolean {
  const { doc, lexicon } = setting;
  if (one.source.length === 0) return false;
  if (hasQuotedWords(setting, one.content)) return true;
  const entry = entryOfCue(doc, lexicon, one);
  if (entry === undefined) return one.probability >= SURE && hasVerb(doc, one.content);
  if (SAID.has(entry.class)) return hasVerb(doc, one.content) || one.probability >= SURE - 0.1;
  if (THOUGHT.has(entry.class)) return hasVerb(doc, one.content);
  if (entry.class === 'evidence')
    return one.source.some((token) => DOCUMENTS.has(doc.lemmas[token]!.toLowerCase()));
  return false;
}

/** The lexicon's entry for a cue: of its head, else of its first word that has one. */
export function entryOfCue(
  doc: Document,
  lexicon: CueLexicon,
  { cue, head }: Pick<Attribution, 'cue' | 'head'>,
): CueEntry | undefined {
  const own = cueEntry(lexicon, doc.upos[head]!, doc.lemmas[head]!);
  if (own !== undefined && own.part !== 'adposition') return own;
  for (let token = cue.from; token < cue.to; token++) {
    const entry = cueEntry(lexicon, doc.upos[token]!, doc.lemmas[token]!);
    if (entry !== undefined && entry.part !== 'adposition') return entry;
  }
  return own;
}

function hasVerb(doc: Document, tokens: readonly number[]): boolean {
  return tokens.some((token) => doc.upos[token] === 'VERB' || doc.upos[token] === 'AUX');
}

function hasQuotedWords({ doc, quoteAt }: Setting, tokens: readonly number[]): boolean {
  let words = 0;
  for (const token of tokens) if (quoteAt[token]! >= 0 && doc.upos[token] !== 'PUNCT') words += 1;
  return words >= 2;
}
