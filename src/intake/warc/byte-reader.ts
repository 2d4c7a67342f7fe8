/** Bytes as they come, taken by lines and by counts. */
export interface ByteReader {
  /** The next line without its end; null at the end of all. What is longer than `maxBytes` is cut off there. */
  readonly line: (maxBytes: number) => Promise<string | null>;
  /** So many bytes, as they come; fewer only at the end of all. */
  readonly take: (count: number) => AsyncGenerator<Uint8Array>;
  /** How many bytes were taken. */
  readonly taken: () => number;
}

const NEWLINE = 0x0a;

export function byteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const source = chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  let count = 0;
  const more = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await source.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };
  const cutOff = (length: number): Uint8Array => {
    const part = rest.subarray(0, length);
    rest = rest.subarray(length);
    count += part.length;
    return part;
  };
  return {
    taken: () => count,
    line: async (maxBytes) => {
      const parts: Uint8Array[] = [];
      let size = 0;
      while (await more()) {
        const end = rest.indexOf(NEWLINE);
        const part = cutOff(end < 0 ? rest.length : end + 1);
        if (size < maxBytes) parts.push(part.subarray(0, maxBytes - size));
        size += part.length;
        if (end >= 0) break;
      }
      return size === 0
        ? null
        : Buffer.concat(parts)
            .toString('latin1')
            .replace(/\r?\n$/, '');
    },
    take: async function* (wanted) {
      let left = wanted;
      while (left > 0 && (await more())) {
        const part = cutOff(Math.min(left, rest.length));
        left -= part.length;
        yield part;
      }
    },
  };
}
