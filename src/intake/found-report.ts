/**
 * A report as somebody else's format has it, before it is known what is missing.
 *
 * **Shape** `published` is as written there; `key` is what its source knows it by (a feed's guid, a message's id).
 */
export interface FoundReport {
  readonly key: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly warnings: readonly string[];
}
