/** A series for drawing: a value a column's worth of time, null where nothing is known. */
export interface Drawn {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A series as rows of braille dots, eight dots a character: the line itself, and faintly the stretch between low and high.
 *
 * **Shape** `rows` strings of `width` characters; values outside of `least` to `most` stand at the edge.
 */
export function drawSeries(
  points: readonly Drawn[],
  {
    width,
    rows,
    least,
    most,
  }: { readonly width: number; readonly rows: number; readonly least: number; readonly most: number },
): string[] {
  const columns = 2 * width;
  const height = 4 * rows;
  const dots = new Uint8Array(columns * height);
  const place = (value: number) => {
    const share = (value - least) / (most - least);
    return Math.max(0, Math.min(height - 1, Math.round((1 - share) * (height - 1))));
  };
  let before: number | null = null;
  for (let column = 0; column < columns; column++) {
    const point = points[Math.floor((column * points.length) / columns)];
    if (point === undefined || point.value === null) {
      before = null;
      continue;
    }
    const at = place(point.value);
    const [from, to] = before === null ? [at, at] : [Math.min(before, at), Math.max(before, at)];
    for (let y = from; y <= to; y++) dots[y * columns + column] = 1;
    if (column % 4 === 0 && point.low !== null && point.high !== null) {
      dots[place(point.low) * columns + column] = 1;
      dots[place(point.high) * columns + column] = 1;
    }
    before = at;
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (_, column) => cell(dots, columns, 4 * row, 2 * column)).join(''),
  );
}

/** Bits of a braille character by row and column of its dots. */
const BITS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

function cell(dots: Uint8Array, columns: number, top: number, left: number): string {
  let code = 0x2800;
  for (const [y, bits] of BITS.entries())
    for (const [x, bit] of bits.entries()) if (dots[(top + y) * columns + left + x] === 1) code += bit;
  return String.fromCharCode(code);
}

const BLOCKS = ' ▁▂▃▄▅▆▇█';

/** Counts as a strip of blocks, the greatest full. **Shape** `width` characters. */
export function drawStrip(values: readonly number[], width: number): string {
  const sums = Array.from({ length: width }, (_, column) => {
    const from = Math.floor((column * values.length) / width);
    const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / width));
    const some = values.slice(from, to);
    return some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length);
  });
  const most = Math.max(...sums, 0);
  return sums
    .map((sum) => (sum === 0 || most === 0 ? ' ' : BLOCKS[Math.max(1, Math.round((8 * sum) / most))]!))
    .join('');
}
