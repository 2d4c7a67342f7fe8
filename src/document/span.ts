/** A half-open stretch of characters. **Units** UTF-16 code units into the report's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range together with exactly the characters that it cuts. */
export interface Span extends Range {
  readonly text: string;
}

/** A half-open stretch of tokens. **Units** indices into the document's tokens. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a span out of a text.
 *
 * **Errors** `RangeError` where the offsets lie outside the text or run backwards: a span that does not cut its
 * own characters must never leave the program.
 */
export function cut(text: string, start: number, end: number): Span {
  if (!(start >= 0 && end >= start && end <= text.length)) {
    throw new RangeError(`No span ${start}..${end} in a text of ${text.length} characters.`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** Whether two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The one of several ranges that holds a token. **Shape** `ranges` are in text order and none overlaps another. */
export function rangeAt<Found extends TokenRange>(
  ranges: readonly Found[],
  token: number,
): Found | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to <= token) low = middle + 1;
    else high = middle;
  }
  const found = ranges[low];
  return found !== undefined && found.from <= token ? found : undefined;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
