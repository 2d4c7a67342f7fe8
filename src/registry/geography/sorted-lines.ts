import { foldName } from '../gazetteer/fold.js';

/**
 * Lines of text whose first cell is a name, sorted by their names as `foldName` has them, and searched as they lie: a
 * start needs to read them and not to take them apart, and of 200,000 a report asks for ten.
 */
export interface SortedLines {
  /** The lines whose name this is once folded, in their order. */
  find(folded: string): readonly string[];
}

const NEW_LINE = 10;
const COMMA = 44;

/** Makes lines searchable; the first is a header. */
export function sortedLines(bytes: Buffer): SortedLines {
  const lineEnd = (at: number) => {
    const end = bytes.indexOf(NEW_LINE, at);
    return end < 0 ? bytes.length : end;
  };
  const start = lineEnd(0) + 1;
  const lineStart = (at: number) => Math.max(start, bytes.lastIndexOf(NEW_LINE, at - 1) + 1);
  const nameAt = (line: number) => foldName(bytes.toString('utf8', line, bytes.indexOf(COMMA, line)));
  /** Where the first line begins whose name does not come before this one. */
  const first = (folded: string) => {
    let low = start;
    let high = bytes.length;
    while (low < high) {
      const line = lineStart((low + high) >> 1);
      if (nameAt(line) < folded) low = lineEnd(line) + 1;
      else high = line;
    }
    return low;
  };
  return {
    find: (folded) => {
      const found: string[] = [];
      let line = first(folded);
      while (line < bytes.length && nameAt(line) === folded) {
        const end = lineEnd(line);
        found.push(bytes.toString('utf8', line, end));
        line = end + 1;
      }
      return found;
    },
  };
}
