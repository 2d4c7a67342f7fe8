import { parseOpml as parseAnyOpml } from 'feedsmith';
import { RapporteurError } from '../../errors.js';

/** A feed that somebody follows. */
export interface FeedLink {
  readonly url: string;
  readonly title: string | null;
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** The feeds in a list of feeds, each once, in their order. **Errors** `input.malformed`, without the list's name. */
export function parseOpml(text: string): FeedLink[] {
  let open: Outline[];
  try {
    open = [...((parseAnyOpml(text).body?.outlines ?? []) as readonly Outline[])];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RapporteurError('input.malformed', `is no list of feeds that can be read: ${reason}.`, {
      cause: error,
    });
  }
  const found = new Map<string, FeedLink>();
  while (open.length > 0) {
    const { text: name, title, xmlUrl, outlines } = open.shift()!;
    const url = xmlUrl?.trim();
    if (url !== undefined && url !== '' && !found.has(url))
      found.set(url, { url, title: title ?? name ?? null });
    open.unshift(...(outlines ?? []));
  }
  return [...found.values()];
}
