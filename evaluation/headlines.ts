import type { Parsed } from '../src/document/document.js';
import type { Range } from '../src/document/span.js';
import { reportFromText } from '../src/intake/index.js';
import { parse, tag, tokenise } from '../src/language/index.js';
import { type HeadlineRow, readHeadlineRows } from './headline-rows.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

/** Who does what in headlines: each is read as the title of a report that holds nothing else. */
export const headlines: Task = {
  name: 'headlines',
  takes: 'a TSV file: headline, root, subject, object, style',
  run: (path, { engine, errors }) => {
    const { model } = engine();
    const marks = readHeadlineRows(path).map((row) => {
      const report = { ...reportFromText(row.headline), title: row.headline };
      const doc = parse.run(tag.run(tokenise.run({ report }, undefined), model), model);
      const mark = markOf(row, doc);
      if (errors && !(mark.root && mark.subject && mark.object)) complain(row, mark, doc);
      return { row, mark };
    });
    const groups = (name: 'style' | 'case') =>
      Object.fromEntries(
        [...new Set(marks.map(({ row }) => row[name]))]
          .filter((value) => value !== '')
          .sort()
          .map((value) => [value, scoresOf(marks.filter(({ row }) => row[name] === value))]),
      );
    return { ...scoresOf(marks), perStyle: groups('style'), perCase: groups('case') };
  },
};

interface Mark {
  readonly root: boolean;
  readonly subject: boolean;
  readonly object: boolean;
}

function markOf(row: HeadlineRow, doc: Parsed): Mark {
  const { root, subject, object } = headsOf(doc);
  return {
    root: isAt(row.root, root, doc),
    subject: isAt(row.subject, subject, doc),
    object: isAt(row.object, object, doc),
  };
}

/** The document's first root with its subject and object; -1 where it has none. */
function headsOf({ tree }: Parsed): { root: number; subject: number; object: number } {
  const root = tree.heads.indexOf(-1);
  const child = (relation: RegExp) =>
    tree.children[root]?.find((token) => relation.test(tree.relations[token]!)) ?? -1;
  return { root, subject: child(/^[nc]subj/), object: child(/^obj$/) };
}

/** A word that the tokeniser cuts ("ex-minister") is found in any of its pieces. */
function isAt(wanted: Range | null, token: number, { tokens }: Parsed): boolean {
  const found = tokens[token];
  if (wanted === null || found === undefined) return wanted === null && found === undefined;
  return wanted.start <= found.start && found.end <= wanted.end;
}

function scoresOf(marks: readonly { readonly mark: Mark }[]): Scores {
  const share = (name: keyof Mark) => percent(marks.filter(({ mark }) => mark[name]).length, marks.length);
  const whole = marks.filter(({ mark }) => mark.root && mark.subject && mark.object).length;
  return {
    rows: marks.length,
    root: share('root'),
    subject: share('subject'),
    object: share('object'),
    whole: percent(whole, marks.length),
  };
}

function complain(row: HeadlineRow, mark: Mark, doc: Parsed): void {
  const heads = headsOf(doc);
  const shown = (['root', 'subject', 'object'] as const)
    .filter((name) => !mark[name])
    .map((name) => {
      const range = row[name];
      const wanted = range === null ? '-' : row.headline.slice(range.start, range.end);
      return `${name} ${wanted}, found ${doc.tokens[heads[name]]?.text ?? '-'}`;
    });
  console.error(`${row.style}\t${row.headline}\t${shown.join('; ')}\t${doc.xpos.join(' ')}`);
}
