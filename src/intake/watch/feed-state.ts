/** What is remembered of a feed between two polls. */
export interface FeedState {
  readonly url: string;
  /** What the server called its last answer by, to be told only what is newer. */
  readonly etag: string | null;
  readonly modified: string | null;
  /** Of the last answer's bytes, for servers that call it by nothing. */
  readonly digest: string | null;
  /** Not to be asked before. **Units** milliseconds since 1970; null where it may be asked any time. */
  readonly notBefore: number | null;
  /** How many polls in a row have failed. */
  readonly failures: number;
  /** The server says that the feed is gone for good. */
  readonly isGone: boolean;
}

export function newFeed(url: string): FeedState {
  return { url, etag: null, modified: null, digest: null, notBefore: null, failures: 0, isGone: false };
}
