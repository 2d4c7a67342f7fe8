import { marked } from 'marked';
import type { FoundReport } from '../found-report.js';
import { parseFragment } from './parse-html.js';
import { textOf } from './text-of.js';

/**
 * A report in Markdown, without its marks: paragraphs, headings and items of lists as a reader sees them.
 *
 * **Shape** title, date, publisher and address from the lines `key: value` between `---` at its beginning, where it
 * has them; else its first heading is the title.
 * **Errors** `input.too-large`, without the file's name.
 */
export function parseMarkdown(markdown: string): FoundReport {
  const { fields, rest } = frontMatter(markdown);
  const root = parseFragment(marked.parse(rest, { async: false, gfm: true }));
  const field = (...names: readonly string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '') ?? null;
  return {
    key: null,
    title: field('title', 'headline'),
    text: textOf(root),
    published: field('published', 'date', 'pubdate', 'datepublished'),
    publisher: field('publisher', 'source', 'publication', 'outlet'),
    url: field('url', 'link', 'canonical', 'canonical_url'),
    warnings: [],
  };
}

function frontMatter(markdown: string): { fields: ReadonlyMap<string, string>; rest: string } {
  const found = /^\ufeff?---[^\S\n]*\r?\n([\s\S]{0,20000}?)\r?\n---[^\S\n]*(?:\r?\n|$)/.exec(markdown);
  if (found === null) return { fields: new Map(), rest: markdown };
  const fields = new Map<string, string>();
  for (const line of found[1]!.split(/\r?\n/)) {
    const [, key, value] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined) fields.set(key.toLowerCase(), value!.replace(/^(["'])(.*)\1\s*$/, '$2').trim());
  }
  return { fields, rest: markdown.slice(found[0].length) };
}
