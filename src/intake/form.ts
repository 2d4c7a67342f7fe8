/** Tells what a source holds, by its name, by what its server says, and by how it begins. */
import { extname } from 'node:path';
import { isSeparator } from './mail/read-mailbox.js';
import type { Source } from './source.js';
import { isTableHead } from './tables/columns.js';
import { headCells } from './tables/read-table.js';

export type Form =
  | 'text'
  | 'markdown'
  | 'json'
  | 'jsonl'
  | 'table'
  | 'page'
  | 'feed'
  | 'opml'
  | 'mailbox'
  | 'message'
  | 'warc';

const BY_EXTENSION: Readonly<Record<string, Form>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'table',
  '.tsv': 'table',
  '.tab': 'table',
  '.html': 'page',
  '.htm': 'page',
  '.xhtml': 'page',
  '.rss': 'feed',
  '.atom': 'feed',
  '.opml': 'opml',
  '.mbox': 'mailbox',
  '.eml': 'message',
  '.warc': 'warc',
  '.wet': 'warc',
};

const BY_MEDIA_TYPE: Readonly<Record<string, Form>> = {
  'text/html': 'page',
  'application/xhtml+xml': 'page',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/feed+json': 'feed',
  'application/json': 'json',
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  'text/csv': 'table',
  'text/tab-separated-values': 'table',
  'text/markdown': 'markdown',
  'text/x-opml': 'opml',
  'application/mbox': 'mailbox',
  'message/rfc822': 'message',
  'application/warc': 'warc',
};

/** **Shape** `head` is the beginning of the source, decoded. */
export function formOf({ name, mediaType }: Pick<Source, 'name' | 'mediaType'>, head: string): Form {
  const start = head.trimStart();
  if (/^WARC\/\d/.test(start)) return 'warc';
  const markup = markupOf(start);
  const extension = extname(name.replace(/\.gz$/i, '')).toLowerCase();
  const known = BY_EXTENSION[extension] ?? BY_MEDIA_TYPE[mediaType ?? ''];
  // Servers call feeds pages, and pages are saved under any name; how they begin is surer.
  if (markup === 'feed' || markup === 'opml') return markup;
  if (known === 'json') return isJsonFeed(start) ? 'feed' : 'json';
  if (markup === 'page' && (known === undefined || known === 'text' || known === 'feed')) return 'page';
  return known ?? jsonOrText(start, name);
}

/** The kind of markup that a text begins with; null where it is none, or none that we know. */
function markupOf(start: string): Form | null {
  if (!start.startsWith('<')) return null;
  if (/^<!doctype\s+html/i.test(start)) return 'page';
  const bare = start.replace(
    /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\])?[^>]*>|\s)+/i,
    '',
  );
  const root = /^<([\w:.-]+)/.exec(bare)?.[1]?.toLowerCase();
  if (root === undefined) return null;
  if (['rss', 'rdf:rdf', 'feed', 'atom:feed'].includes(root)) return 'feed';
  if (root === 'opml') return 'opml';
  return ['html', 'head', 'body', 'meta', 'title', 'div', 'article', 'main', 'section', 'h1', 'p'].includes(
    root,
  )
    ? 'page'
    : null;
}

function isJsonFeed(start: string): boolean {
  return /^\{[\s\S]{0,2000}?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\//.test(start);
}

/** What a source without a telling name holds. */
function jsonOrText(start: string, name: string): Form {
  const line = start.split('\n', 1)[0]!.trimEnd();
  if (start.startsWith('[')) return isJsonStart(start) ? 'json' : 'text';
  if (start.startsWith('{')) {
    if (isJsonFeed(start)) return 'feed';
    return line.endsWith('}') && isJson(line) ? 'jsonl' : isJsonStart(start) ? 'json' : 'text';
  }
  if (isSeparator(Buffer.from(line, 'latin1')) && isMailHead(start.slice(start.indexOf('\n') + 1)))
    return 'mailbox';
  if (isMailHead(start)) return 'message';
  return isTableHead(headCells(line, name)) ? 'table' : 'text';
}

/** `[Reuters] The king …` is a report, `[{"text": …` is not. */
function isJsonStart(text: string): boolean {
  return /^(?:\[\s*)?\{\s*["}]|^\[\s*\]/.test(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const MAIL_FIELDS = [
  'from',
  'date',
  'subject',
  'to',
  'message-id',
  'received',
  'return-path',
  'mime-version',
];

/** Messages begin with fields, some of which all of them have. */
function isMailHead(start: string): boolean {
  const seen = new Set<string>();
  for (const line of start.slice(0, 16_384).split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && seen.size > 0) continue;
    const name = /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    seen.add(name);
  }
  return seen.has('from') && MAIL_FIELDS.filter((name) => seen.has(name)).length >= 3;
}

/** The encoding that a page or feed says it is in; null where it does not. **Shape** `head` byte for byte. */
export function declaredCharset(head: string): string | null {
  const start = head.slice(0, 4096);
  return (
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(start)?.[1] ??
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1] ??
    null
  );
}
