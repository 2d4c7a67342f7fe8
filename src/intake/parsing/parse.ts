import { parseFeed } from '../feeds/parse-feed.js';
import { type FeedLink, parseOpml } from '../feeds/parse-opml.js';
import type { FoundReport } from '../found-report.js';
import { parseMessage } from '../mail/parse-message.js';
import { extractPage } from '../pages/extract-page.js';
import { parseMarkdown } from '../pages/parse-markdown.js';

/** Something in a format that takes more than a look to take apart. */
export type ParseTask =
  | { readonly kind: 'page' | 'feed'; readonly text: string; readonly url: string | null }
  | { readonly kind: 'markdown' | 'opml'; readonly text: string }
  | { readonly kind: 'message'; readonly bytes: Uint8Array };

export interface Parsed {
  readonly reports: readonly FoundReport[];
  /** Of a list of feeds. */
  readonly feeds: readonly FeedLink[];
}

/** Takes apart what strangers wrote. **Errors** `input.*`, without the input's name; anything else is a fault. */
export async function parse(task: ParseTask): Promise<Parsed> {
  switch (task.kind) {
    case 'page':
      return of(extractPage(task.text, task.url));
    case 'feed':
      return of(...parseFeed(task.text, task.url));
    case 'markdown':
      return of(parseMarkdown(task.text));
    case 'message':
      return of(await parseMessage(task.bytes));
    case 'opml':
      return { reports: [], feeds: parseOpml(task.text) };
  }
}

function of(...reports: readonly FoundReport[]): Parsed {
  return { reports, feeds: [] };
}
