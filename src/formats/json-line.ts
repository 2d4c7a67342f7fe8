/**
 * A value as one line of JSON.
 *
 * **Shape** that of `JSON.stringify`, but control characters of eight bits, which it leaves as they are and terminals
 * obey, are escaped too, and so are the line separators that some readers of lines break at.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
