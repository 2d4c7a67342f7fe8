import type { Referred } from '../src/document/document.js';
import { RapporteurError } from '../src/errors.js';
import {
  dateByDateline,
  findNames,
  findTimes,
  parse,
  resolveReferences,
  tag,
} from '../src/language/index.js';
import { documentFromConllu, type GoldDocument, miscValue, readConllu } from './conllu.js';
import { type Mention, mentionsOf } from './entity-gold.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

/**
 * Who speaks: of the sources of attribution in GUM's news and interviews that are pronouns or descriptions in a
 * chain with a name, the share that our references lead to a name of that chain. Gold tokens, our tags and trees.
 * Of sources that are names themselves, the share that stand for their own chain is counted apart; so are "I" and "we", whose owner stands outside the text.
 */
export const speakers: Task = {
  name: 'speakers',
  takes: 'a CoNLL-U file of GUM',
  run: (path, { engine, errors }) => {
    const { model } = engine();
    const tally = { rows: 0, resolved: 0, wrong: 0, third: 0, thirdResolved: 0, named: 0, namedRight: 0 };
    for (const gold of readConllu(path).filter((one) => /_(?:news|interview)_/.test(one.id))) {
      const tokenised = dateByDateline.run(documentFromConllu(gold), undefined);
      const parsed = parse.run(tag.run(tokenised, model), model);
      const doc = resolveReferences.run(findTimes.run(findNames.run(parsed, model), undefined), undefined);
      score(gold, doc, tally, errors);
    }
    if (tally.rows === 0)
      throw new RapporteurError('evaluation.gold', `No source of attribution in ${path}.`);
    return {
      resolved: percent(tally.resolved, tally.rows, 2),
      rows: tally.rows,
      wrong: tally.wrong,
      thirdPersonResolved: percent(tally.thirdResolved, tally.third, 2),
      thirdPersonRows: tally.third,
      namesRight: percent(tally.namedRight, tally.named, 2),
      namedSources: tally.named,
    } satisfies Scores;
  },
};

interface Tally {
  rows: number;
  resolved: number;
  wrong: number;
  third: number;
  thirdResolved: number;
  named: number;
  namedRight: number;
}

function score(gold: GoldDocument, doc: Referred, tally: Tally, showErrors: boolean): void {
  const isName = (token: number) => goldTags[token] === 'PROPN';
  const goldTags = gold.sentences.flatMap((sentence) => sentence.tokens.map((token) => token.upos));
  const mentions = mentionsOf(gold);
  const heads = new Map(mentions.map((mention) => [mention, headOf(gold, mention)]));
  const named = new Set(
    mentions.filter((mention) => isName(heads.get(mention)!)).map((mention) => mention.entity),
  );
  const references = new Map(doc.references.map((reference) => [reference.head, reference]));
  for (const { from, to } of sourcesOf(gold)) {
    const inside = mentions.filter((mention) => mention.from >= from && mention.to <= to);
    const source = inside.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
    if (source === undefined || !named.has(source.entity)) continue;
    const head = heads.get(source)!;
    if (isName(head)) {
      tally.named++;
      const stands = references.get(head)?.antecedent ?? head;
      if (mentions.some((one) => one.entity === source.entity && one.from <= stands && stands < one.to))
        tally.namedRight++;
      else if (showErrors) complain(gold, doc, source, head, stands);
      continue;
    }
    let at = head;
    for (let steps = 0; steps < 5; steps++) at = references.get(at)?.antecedent ?? at;
    const isRight = mentions.some(
      (mention) =>
        mention.entity === source.entity &&
        isName(heads.get(mention)!) &&
        mention.from <= at &&
        at < mention.to,
    );
    const isThird = !/^(?:i|we|me|us|my|our|you)$/i.test(doc.tokens[head]!.text);
    tally.rows++;
    if (isThird) tally.third++;
    if (isRight) {
      tally.resolved++;
      if (isThird) tally.thirdResolved++;
    } else {
      if (at !== head) tally.wrong++;
      if (showErrors) complain(gold, doc, source, head, at);
    }
  }
}

function complain(gold: GoldDocument, doc: Referred, source: Mention, head: number, at: number): void {
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  const text = doc.report.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
  console.error(
    `${gold.id}\t${doc.tokens[head]!.text} (${source.entity})\t${at === head ? '-' : doc.tokens[at]!.text}\t${text}`,
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
