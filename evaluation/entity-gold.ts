import { readFileSync } from 'node:fs';
import type { Parsed, Sentence, Token } from '../src/document/document.js';
import { makeTree } from '../src/document/tree.js';
import { afterTitles } from '../src/language/names/cut-titles.js';
import type { NameWords } from '../src/language/names/name-words.js';
import { asReport } from './as-report.js';
import { documentFromConllu, type GoldDocument, miscValue, readConllu } from './conllu.js';

/** A name in a gold file, in tokens of its document. */
export interface GoldName {
  readonly from: number;
  readonly to: number;
  /** As the file writes it, in lower case. */
  readonly type: string;
}

/** A stretch of GUM that stands for something. `entity` is the number of its coreference chain. */
export interface Mention extends GoldName {
  readonly entity: string;
}

/** Every mention of a GUM document, read from the brackets in MISC (`Entity=(12-person-…` … `12)`). */
export function mentionsOf(gold: GoldDocument): Mention[] {
  const open: Mention[] = [];
  const found: Mention[] = [];
  let at = 0;
  for (const sentence of gold.sentences) {
    for (const token of sentence.tokens) {
      for (const piece of (miscValue(token, 'Entity') ?? '').matchAll(/\(([^()]*)(\))?|([^()]+)\)/g)) {
        const [, opens, closes, ends] = piece;
        if (ends !== undefined) {
          const index = open.findLastIndex((one) => one.entity === ends.split('-')[0]);
          if (index >= 0) found.push({ ...open.splice(index, 1)[0]!, to: at + 1 });
          continue;
        }
        const [entity = '', type = ''] = opens!.split('-');
        const mention = { from: at, to: at + 1, type, entity };
        if (closes === undefined) open.push(mention);
        else found.push(mention);
      }
      at++;
    }
  }
  return found;
}

/**
 * The core of a mention whose head is a proper noun: the longest stretch of proper nouns around the head with the
 * small words that hold them together, nothing after a comma, no "'s" at its end. Leading articles, and titles of persons, are
 * cut off, since names here go without them. Undefined where the head is no proper noun.
 */
export function nameCore(doc: Parsed, mention: GoldName, words: NameWords): GoldName | undefined {
  let head = -1;
  for (let token = mention.from; token < mention.to && head < 0; token++) {
    const over = doc.tree.heads[token]!;
    if (over < mention.from || over >= mention.to) head = token;
  }
  if (head < 0 || doc.upos[head] !== 'PROPN') return undefined;
  let from = head;
  for (let token = head - 1; token >= mention.from && isPart(doc, token); token--)
    if (isProper(doc, token)) from = token;
  let to = head + 1;
  for (let token = to; token < mention.to && isPart(doc, token); token++)
    if (isProper(doc, token)) to = token + 1;
  const core = trimName(doc.tokens, { from, to, type: mention.type }, words);
  // "Chairman of the Australian Centre" and "the Secretary" are descriptions: without the title no name is left.
  const isTitle = core.type === 'person' && words.is(doc.tokens[core.from]!.text.replace(/\.$/, ''), 'title');
  return isProper(doc, core.from) && !isTitle ? core : undefined;
}

/** Cuts leading articles, and a person's titles, off a name. */
export function trimName(tokens: readonly Token[], name: GoldName, words: NameWords): GoldName {
  let { from } = name;
  const { to, type } = name;
  while (from + 1 < to && /^(?:the|a|an)$/i.test(tokens[from]!.text)) from++;
  if (type === 'person') {
    from += afterTitles(
      tokens.slice(from, to).map((token) => token.text),
      words,
    );
  }
  return { from, to, type };
}

function isProper(doc: Parsed, token: number): boolean {
  return doc.upos[token] === 'PROPN' || doc.xpos[token]!.startsWith('NNP');
}

/** Small words that hold a name together; "in" and "at" lead to another name. */
const JOINT =
  /^(?:of|for|the|and|&|de|del|della|di|da|du|des|la|le|van|von|der|den|bin|ibn|al|el|['’]s?|[-–/.]|\[|\])$/i;

function isPart(doc: Parsed, token: number): boolean {
  return isProper(doc, token) || JOINT.test(doc.tokens[token]!.text);
}

/** A text with gold tokens and the names in it; tags and tree are gold where the file has them. */
export interface NamedGold {
  readonly doc: Parsed;
  readonly names: readonly GoldName[];
}

/** GUM documents with the cores of their named mentions, each once. */
export function readNamedConllu(path: string, words: NameWords): NamedGold[] {
  return readConllu(path).map((gold) => {
    const doc = documentFromConllu(gold);
    const cores = mentionsOf(gold).flatMap((mention) => nameCore(doc, mention, words) ?? []);
    const names = new Map(cores.map((core) => [`${core.from} ${core.to} ${core.type}`, core]));
    return { doc, names: [...names.values()] };
  });
}

/** The sentences of a two-column file (token TAB tag in BIO) as one document, or as documents of so many sentences. */
export function readNamedColumns(
  path: string,
  words: NameWords,
  sentencesEach = Number.POSITIVE_INFINITY,
): NamedGold[] {
  const blocks = readFileSync(path, 'utf8').split(/\r?\n(?:\r?\n)+/);
  const sentences = blocks.map((block) =>
    block.split(/\r?\n/).flatMap((line) => {
      const [form, tag] = line.split('\t');
      return form && tag ? [{ form, tag }] : [];
    }),
  );
  const size = Math.min(sentencesEach, sentences.length);
  return Array.from({ length: Math.ceil(sentences.length / size) }, (_, index) =>
    columnsDocument(sentences.slice(index * size, (index + 1) * size), words),
  );
}

/** A document of tokens with BIO tags, a paragraph for each sentence, without parts of speech and trees. */
export function columnsDocument(
  rows: readonly (readonly { readonly form: string; readonly tag: string }[])[],
  words: NameWords,
): NamedGold {
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  const names: GoldName[] = [];
  let text = '';
  for (const row of rows) {
    if (row.length === 0) continue;
    if (text !== '') text += '\n\n';
    const from = tokens.length;
    const start = text.length;
    for (const { form, tag } of row) {
      if (tokens.length > from) text += ' ';
      const type = tag.slice(2).toLowerCase();
      if (tag.startsWith('B-')) names.push({ from: tokens.length, to: tokens.length + 1, type });
      if (tag.startsWith('I-')) names.push({ ...names.pop()!, to: tokens.length + 1 });
      const at = text.length;
      tokens.push({
        index: tokens.length,
        start: at,
        end: at + form.length,
        text: form,
        sentence: sentences.length,
      });
      text += form;
    }
    const index = sentences.length;
    sentences.push({
      index,
      start,
      end: text.length,
      from,
      to: tokens.length,
      paragraph: index,
      kind: 'body',
    });
  }
  const doc: Parsed = {
    report: asReport(text),
    tokens,
    sentences,
    quotes: [],
    upos: tokens.map(() => 'X'),
    xpos: tokens.map(() => 'FW'),
    lemmas: tokens.map((token) => token.text),
    tree: makeTree(
      new Int32Array(tokens.length).fill(-1),
      tokens.map(() => 'root'),
    ),
  };
  return { doc, names: names.map((name) => trimName(tokens, name, words)) };
}
