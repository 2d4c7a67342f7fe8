import type { Referred } from '../src/document/document.js';
import { RapporteurError } from '../src/errors.js';
import { pronounDemand } from '../src/language/references/reference-words.js';
import { type GoldDocument, miscValue } from './conllu.js';
import { type Mention, mentionsOf } from './entity-gold.js';
import { type LinkedText, linkedTexts } from './linked-texts.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

/**
 * Who speaks: of the sources of attribution in GUM's news and interviews that are pronouns or descriptions in a
 * chain with a name, the share that our references lead to a name of that chain. Gold tokens, our tags and trees.
 * Of sources that hold a name themselves ("Smith", "president John Smith") the share that stand for their own chain is
 * counted apart. The figures of `pronouns` ask the same of every personal pronoun in a chain with a name, whether it speaks or not.
 */
export const speakers: Task = {
  name: 'speakers',
  takes: 'a CoNLL-U file of GUM',
  run: (path, { engine, folds, errors }) => {
    const scores = scoreSpeakers(linkedTexts(path, engine().model, folds), errors);
    if (scores.rows === 0)
      throw new RapporteurError('evaluation.gold', `No source of attribution in ${path}.`);
    return scores;
  },
};

export function scoreSpeakers(texts: readonly LinkedText[], showErrors: boolean): Scores {
  const tallies = { sources: tally(), third: tally(), names: tally(), pronouns: tally() };
  for (const { gold, doc } of texts)
    if (/_(?:news|interview)_/.test(gold.id)) score(gold, doc, tallies, showErrors);
  const { sources, third, names, pronouns } = tallies;
  return {
    resolved: percent(sources.right, sources.rows, 2),
    rows: sources.rows,
    wrong: sources.wrong,
    thirdPersonResolved: percent(third.right, third.rows, 2),
    thirdPersonRows: third.rows,
    namesRight: percent(names.right, names.rows, 2),
    namedSources: names.rows,
    pronounsResolved: percent(pronouns.right, pronouns.rows, 2),
    pronounsWrong: percent(pronouns.wrong, pronouns.rows, 2),
    pronounRows: pronouns.rows,
  };
}

interface Tally {
  rows: number;
  right: number;
  /** Led to somebody else; what stays open, or is led to a mere noun for the same one, is not counted here. */
  wrong: number;
}

function tally(): Tally {
  return { rows: 0, right: 0, wrong: 0 };
}

type Tallies = Readonly<Record<'sources' | 'third' | 'names' | 'pronouns', Tally>>;

function score(gold: GoldDocument, doc: Referred, tallies: Tallies, showErrors: boolean): void {
  const isName = nameTest(gold);
  const mentions = mentionsOf(gold);
  const heads = new Map(mentions.map((mention) => [mention, headOf(gold, mention)]));
  const bearers = mentions.filter((mention) => isName(heads.get(mention)!));
  const named = new Set(bearers.map(({ entity }) => entity));
  const references = new Map(doc.references.map((reference) => [reference.head, reference]));
  const judge = (mention: Mention, isSource: boolean, into: readonly Tally[]): void => {
    const head = heads.get(mention)!;
    const isNamed = isName(head);
    let at = head;
    for (let steps = 0; steps < (isNamed ? 1 : 5); steps++) at = references.get(at)?.antecedent ?? at;
    const isRight = bearers.some(
      ({ entity, from, to }) => entity === mention.entity && from <= at && at < to,
    );
    const isOwn = mentions.some((one) => one.entity === mention.entity && heads.get(one) === at);
    for (const one of into) {
      one.rows++;
      if (isRight) one.right++;
      else if (at !== head && !isOwn) one.wrong++;
    }
    if (!isRight && showErrors && into.length > 0) complain(gold, doc, mention, head, at, isSource);
  };
  const sources = new Set(sourcesOf(gold).map((range) => widest(mentions, range)));
  for (const mention of mentions) {
    if (!named.has(mention.entity)) continue;
    const head = heads.get(mention)!;
    const isSource = sources.has(mention);
    if (isName(head)) {
      if (isSource) judge(mention, true, [tallies.names]);
      continue;
    }
    const word = doc.tokens[head]!.text.toLowerCase();
    const isThird = !/^(?:i|we|me|us|my|our|you)$/.test(word);
    judge(mention, isSource, [
      ...(word === 'you' || pronounDemand(word) !== undefined ? [tallies.pronouns] : []),
      ...(isSource ? [tallies.sources] : []),
      ...(isSource && isThird ? [tallies.third] : []),
    ]);
  }
}

/** Whether a token is a proper noun, or a noun that one hangs on as the rest of a name ("president John Smith"). */
function nameTest(gold: GoldDocument): (token: number) => boolean {
  const names = new Set<number>();
  let base = 0;
  for (const { tokens } of gold.sentences) {
    for (const [at, { upos, relation, head }] of tokens.entries()) {
      if (upos !== 'PROPN') continue;
      names.add(base + at);
      if (relation === 'flat') names.add(base + head - 1);
    }
    base += tokens.length;
  }
  return (token) => names.has(token);
}

function widest(
  mentions: readonly Mention[],
  { from, to }: { readonly from: number; readonly to: number },
): Mention | undefined {
  return mentions
    .filter((mention) => mention.from >= from && mention.to <= to)
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
}

function complain(
  gold: GoldDocument,
  doc: Referred,
  source: Mention,
  head: number,
  at: number,
  isSource: boolean,
): void {
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  const text = doc.report.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
  console.error(
    `${isSource ? 'source' : 'other'}\t${gold.id}\t${doc.tokens[head]!.text} (${source.entity})\t${at === head ? '-' : doc.tokens[at]!.text}\t${text}`,
  );
}

/** Token ranges of the signals `sem-atsrc`, which count the document's words from 1. */
function sourcesOf(gold: GoldDocument): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const sentence of gold.sentences) {
    for (const token of sentence.tokens) {
      for (const signal of (miscValue(token, 'Discourse') ?? '').matchAll(
        /sem-atsrc-([\d,-]+?)-(?=_|gold|[a-z])/g,
      )) {
        const numbers = signal[1]!.split(/[,-]/).map(Number);
        found.push({ from: Math.min(...numbers) - 1, to: Math.max(...numbers) });
      }
    }
  }
  return found;
}

function headOf(gold: GoldDocument, mention: Mention): number {
  let base = 0;
  for (const sentence of gold.sentences) {
    const end = base + sentence.tokens.length;
    if (mention.from < end) {
      for (let token = mention.from; token < Math.min(mention.to, end); token++) {
        const head = base + sentence.tokens[token - base]!.head - 1;
        if (head < mention.from || head >= mention.to) return token;
      }
      return mention.from;
    }
    base = end;
  }
  return mention.from;
}
