/** A part of a listing. */
export interface Page<T> {
  readonly items: readonly T[];
  /** What the next page is asked for with, as `after`; null where this is the last. */
  readonly next: string | null;
}

/** What narrows a listing, as far as pages go. */
export interface Paging {
  readonly limit?: number;
  readonly after?: string;
}

/** Asks for one more than is wanted, which tells whether there is another page. */
export async function pageOf<T extends { readonly place: string }, F extends Paging>(
  filter: F,
  ask: (filter: F) => Promise<readonly T[]>,
): Promise<Page<T>> {
  const { limit } = filter;
  if (limit === undefined) return { items: await ask(filter), next: null };
  const found = await ask({ ...filter, limit: limit + 1 });
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.place ?? null) : null };
}
