import { readFileSync } from 'node:fs';
import type { Parsed, Sentence, Token, Upos } from '../src/document/document.js';
import { reportId } from '../src/document/identity.js';
import type { Report } from '../src/document/report.js';
import type { Range } from '../src/document/span.js';
import { makeTree } from '../src/document/tree.js';
import { RapporteurError } from '../src/errors.js';
import { findQuotes } from '../src/language/text/find-quotes.js';

/** A syntactic word. **Shape** `head` counts from 1 within the sentence, 0 for the root; `misc` is the raw column. */
export interface GoldToken extends Range {
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  readonly xpos: string;
  readonly head: number;
  readonly relation: string;
  readonly misc: string;
}

/** **Units** offsets count in the text of the document. `comments` are the lines before it, without `# `. */
export interface GoldSentence extends Range {
  readonly id: string;
  readonly tokens: readonly GoldToken[];
  readonly comments: readonly string[];
  /** Whether a paragraph begins with it. */
  readonly newParagraph: boolean;
}

/** One text of a treebank. `meta` holds its `# meta::key = value` lines, `text` the text as it may have stood. */
export interface GoldDocument {
  readonly id: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
}

/**
 * Reads a CoNLL-U file. Ranges and empty nodes are skipped: only syntactic words count.
 *
 * **Shape** documents begin at `# newdoc`; where a file has none, they are told apart by `sent_id` without its last
 * number. Their text joins the `# text` lines: a blank line before a new paragraph, nothing where the last word has
 * `SpaceAfter=No`, else a space.
 *
 * **Errors** `evaluation.gold` where a word does not stand in its sentence's text, or a line lacks columns.
 */
export function readConllu(path: string): GoldDocument[] {
  return parseConllu(readFileSync(path, 'utf8'), path);
}

/** As `readConllu`, from the characters of a file; `name` is for its errors. */
export function parseConllu(content: string, name: string): GoldDocument[] {
  const documents: Draft[] = [];
  for (const block of content.split(/\r?\n(?:\r?\n)+/u)) {
    const lines = block.split(/\r?\n/u).filter((line) => line !== '');
    if (!lines.some((line) => /^\d/u.test(line))) continue;
    const comments = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(2));
    const id = comment(comments, 'sent_id') ?? '';
    const documentId = comment(comments, 'newdoc id') ?? implied(comments, id, documents.at(-1));
    if (documents.at(-1)?.id !== documentId) documents.push({ id: documentId, text: '', sentences: [] });
    append(documents.at(-1)!, id, comments, lines, name);
  }
  return documents.map(({ id, text, sentences }) => ({ id, text, sentences, meta: metaOf(sentences[0]!) }));
}

/** A value of the MISC column, undefined where the key is absent. */
export function miscValue(token: GoldToken, key: string): string | undefined {
  for (const part of token.misc.split('|')) {
    if (part.startsWith(`${key}=`)) return part.slice(key.length + 1);
  }
  return undefined;
}

/** A treebank's text as a document with gold tokens, sentences, tags and trees; quotes are found by rule. */
export function documentFromConllu(gold: GoldDocument): Parsed {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const heads: number[] = [];
  let paragraph = -1;
  for (const [index, sentence] of gold.sentences.entries()) {
    if (sentence.newParagraph || index === 0) paragraph += 1;
    const from = tokens.length;
    for (const { start, end, form, head } of sentence.tokens) {
      tokens.push({ index: tokens.length, start, end, text: form, sentence: index });
      heads.push(head === 0 ? -1 : from + head - 1);
    }
    const kind = sentence.comments.some((line) => /^newpar_block = .*\bitem\b/u.test(line)) ? 'item' : 'body';
    const { start, end } = sentence;
    sentences.push({ index, start, end, from, to: tokens.length, paragraph, kind });
  }
  const words = gold.sentences.flatMap((sentence) => sentence.tokens);
  return {
    report: reportOf(gold),
    tokens,
    sentences,
    quotes: findQuotes(tokens, sentences),
    upos: words.map((word) => word.upos),
    xpos: words.map((word) => word.xpos),
    lemmas: words.map((word) => word.lemma),
    tree: makeTree(
      Int32Array.from(heads),
      words.map((word) => word.relation),
    ),
  };
}

/** The report of a treebank's text, dated where the treebank says when it was written. */
export function reportOf(gold: GoldDocument): Report {
  const created = gold.meta.get('dateCreated') ?? '';
  const published = /^\d{4}-\d{2}-\d{2}$/u.test(created) ? created : null;
  return {
    id: reportId(gold.text, null),
    title: null,
    text: gold.text,
    published,
    publishedNotBefore: null,
    publishedBasis: published === null ? null : 'metadata',
    publisher: null,
    url: gold.meta.get('sourceURL') ?? null,
    language: 'en',
  };
}

interface Draft {
  readonly id: string;
  text: string;
  readonly sentences: GoldSentence[];
}

function append(
  document: Draft,
  id: string,
  comments: readonly string[],
  lines: readonly string[],
  name: string,
) {
  const text = comment(comments, 'text') ?? '';
  const newParagraph = comments.some((line) => /^newpar\b/u.test(line));
  const last = document.sentences.at(-1)?.tokens.at(-1);
  if (last !== undefined) {
    document.text += newParagraph ? '\n\n' : miscValue(last, 'SpaceAfter') === 'No' ? '' : ' ';
  }
  const base = document.text.length;
  const tokens: GoldToken[] = [];
  let at = 0;
  for (const line of lines) {
    const columns = line.split('\t');
    if (line.startsWith('#') || !/^\d+$/u.test(columns[0]!)) continue;
    const [, form, lemma, upos, xpos, , head, relation, , misc] = columns;
    const start = form === undefined ? -1 : skipSpace(text, at);
    if (misc === undefined || !text.startsWith(form!, start)) {
      throw new RapporteurError(
        'evaluation.gold',
        `Line "${line.slice(0, 80)}" of sentence ${id} in ${name} does not follow its text. CoNLL-U has ten columns and a "# text" that holds every word.`,
      );
    }
    at = start + form!.length;
    tokens.push({
      start: base + start,
      end: base + at,
      form: form!,
      lemma: lemma!,
      upos: upos as Upos,
      xpos: xpos!,
      head: Number(head),
      relation: relation!,
      misc,
    });
  }
  document.text += text;
  const [first, end] = [tokens[0]!.start, tokens.at(-1)!.end];
  document.sentences.push({ id, start: first, end, tokens, comments, newParagraph });
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/u.test(text[at] ?? '')) at += 1;
  return at;
}

function comment(comments: readonly string[], key: string): string | undefined {
  return comments.find((line) => line.startsWith(`${key} = `))?.slice(key.length + 3);
}

function implied(comments: readonly string[], id: string, last: Draft | undefined): string {
  if (comments.some((line) => line.startsWith('newdoc'))) return id;
  const prefix = id.replace(/-\d+$/u, '');
  // A file with newdoc lines may number its sentences in any way: they stay with the document that is open.
  const opened = last?.sentences[0]?.comments.some((line) => line.startsWith('newdoc')) ?? false;
  return opened ? last!.id : prefix;
}

function metaOf(first: GoldSentence): Map<string, string> {
  const pairs = first.comments.flatMap((line) => {
    const match = /^meta::(\S+) = (.*)$/u.exec(line);
    return match === null ? [] : [[match[1]!, match[2]!] as const];
  });
  return new Map(pairs);
}
