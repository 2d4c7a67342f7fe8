import { RapporteurError } from '../errors.js';

type Part = string | number;

/** Where a row stands in the order of its listing, as one word that the next page can be asked for with. */
export function placeOf(...parts: readonly Part[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** What a place was made of. **Errors** `usage` where it is none of a listing with such an order. */
export function partsOf(place: string, kinds: readonly ('string' | 'number')[]): Part[] {
  const parts = parse(place);
  const fits =
    Array.isArray(parts) &&
    parts.length === kinds.length &&
    kinds.every((kind, at) =>
      kind === 'number' ? Number.isSafeInteger(parts[at]) : typeof parts[at] === kind,
    );
  if (fits) return parts as Part[];
  throw new RapporteurError(
    'usage',
    `"${place.slice(0, 80)}" is no place in this listing. Give what the page before says as "next", or leave it out for the first page.`,
  );
}

function parse(place: string): unknown {
  try {
    return JSON.parse(Buffer.from(place, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
