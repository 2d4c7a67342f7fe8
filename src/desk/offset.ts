import { partsOf } from '../archive/place.js';

/** How many items stand before a place of a listing that has no order of its own to go by. **Errors** `usage`. */
export function offsetOf(after: string | undefined): number {
  return after === undefined ? 0 : Math.max(0, Number(partsOf(after, ['number'])[0]));
}
