import type { Span } from '../document/span.js';

/** The surroundings of the first word that a text holds, whole words. **Shape** a span of the text, its white space kept. */
export function snippet(text: string, words: readonly string[]): Span {
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 80)) + 1);
  const space = text.indexOf(' ', at + 120);
  const end = space < 0 ? text.length : space;
  return { start, end, text: text.slice(start, end) };
}
