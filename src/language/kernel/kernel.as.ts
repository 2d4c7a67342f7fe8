// The kernel in AssemblyScript, compiled to kernel.wasm by `npm run build:kernel`. What the calls mean stands in
// kernel.ts; here all places and strides are in bytes. Four numbers go through each instruction.

/** Rounds `count` numbers, a multiple of 8, to whole ones of at most `limit`; returns the step between two of them. */
export function round(x: usize, count: i32, whole: usize, limit: f32): f32 {
  const end = x + ((<usize>count) << 2);
  let most = f32x4.splat(0);
  for (let at = x; at < end; at += 16) most = f32x4.pmax(most, f32x4.abs(v128.load(at)));
  const largest = max(
    max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  );
  const scale = largest > 0 ? limit / largest : <f32>1;
  const four = f32x4.splat(scale);
  for (let at = x; at < end; at += 32) {
    v128.store(whole, i16x8.narrow_i32x4_s(nearest(v128.load(at), four), nearest(v128.load(at, 16), four)));
    whole += 16;
  }
  return <f32>1 / scale;
}

/**
 * Numbers times a scale, rounded to the nearest whole, halves to the even. Added to 3 * 2^22, a smaller number leaves
 * its whole part in the lowest bits: two instructions where a conversion takes ten.
 */
function nearest(numbers: v128, scale: v128): v128 {
  const moved = f32x4.add(f32x4.mul(numbers, scale), f32x4.splat(12582912));
  return i32x4.sub(moved, i32x4.splat(0x4b400000));
}

/** Numbers below 0 become 0; `count` is a multiple of 4. */
export function rectify(x: usize, count: i32): void {
  const zero = f32x4.splat(0);
  const end = x + ((<usize>count) << 2);
  for (; x < end; x += 16) v128.store(x, f32x4.pmax(zero, v128.load(x)));
}

/**
 * y = x·w + b in whole numbers, eight outputs at a time. A block of weights is small enough to stay at hand while all
 * rows go by; four rows at a time share each weight that is loaded, each with a pointer of its own, so that no
 * instruction goes into working out addresses. Where rows are left over, the last four go by again.
 */
export function multiply(
  x: usize,
  xStride: usize,
  rowSteps: usize,
  rows: i32,
  w: usize,
  steps: usize,
  b: usize,
  inputs: i32,
  outputs: i32,
  y: usize,
  yStride: usize,
): void {
  const inputBytes: usize = (<usize>inputs) << 1;
  const blockBytes: usize = inputBytes << 3;
  const end: usize = (<usize>outputs) << 2;
  for (let column: usize = 0; column < end; column += 32) {
    const scale0 = v128.load(steps + column);
    const scale1 = v128.load(steps + column, 16);
    const bias0 = v128.load(b + column);
    const bias1 = v128.load(b + column, 16);
    let row: i32 = 0;
    // One row left over is cheaper by itself.
    for (; rows >= 4 && row < rows - 1; row += 4) {
      const first = <usize>min(row, rows - 4);
      let x0 = x + first * xStride;
      let x1 = x0 + xStride;
      let x2 = x1 + xStride;
      let x3 = x2 + xStride;
      let a0 = i32x4.splat(0);
      let a1 = a0;
      let b0 = a0;
      let b1 = a0;
      let c0 = a0;
      let c1 = a0;
      let d0 = a0;
      let d1 = a0;
      let weights = w;
      const last = x0 + inputBytes;
      while (x0 < last) {
        const w0 = v128.load(weights);
        const w1 = v128.load(weights, 16);
        const v0 = v128.load32_splat(x0);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v0, w0));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v0, w1));
        const v1 = v128.load32_splat(x1);
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v1, w0));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v1, w1));
        const v2 = v128.load32_splat(x2);
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(v2, w0));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(v2, w1));
        const v3 = v128.load32_splat(x3);
        d0 = i32x4.add(d0, i32x4.dot_i16x8_s(v3, w0));
        d1 = i32x4.add(d1, i32x4.dot_i16x8_s(v3, w1));
        weights += 32;
        x0 += 4;
        x1 += 4;
        x2 += 4;
        x3 += 4;
      }
      const to = y + first * yStride + column;
      const rowStep = rowSteps + (first << 2);
      const step0 = v128.load32_splat(rowStep);
      v128.store(to, scaled(a0, step0, scale0, bias0));
      v128.store(to, scaled(a1, step0, scale1, bias1), 16);
      const step1 = v128.load32_splat(rowStep, 4);
      v128.store(to + yStride, scaled(b0, step1, scale0, bias0));
      v128.store(to + yStride, scaled(b1, step1, scale1, bias1), 16);
      const step2 = v128.load32_splat(rowStep, 8);
      v128.store(to + 2 * yStride, scaled(c0, step2, scale0, bias0));
      v128.store(to + 2 * yStride, scaled(c1, step2, scale1, bias1), 16);
      const step3 = v128.load32_splat(rowStep, 12);
      v128.store(to + 3 * yStride, scaled(d0, step3, scale0, bias0));
      v128.store(to + 3 * yStride, scaled(d1, step3, scale1, bias1), 16);
    }
    for (; row < rows; row++) {
      let from = x + <usize>row * xStride;
      let a0 = i32x4.splat(0);
      let a1 = a0;
      let weights = w;
      const last = from + inputBytes;
      while (from < last) {
        const value = v128.load32_splat(from);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(value, v128.load(weights)));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(value, v128.load(weights, 16)));
        weights += 32;
        from += 4;
      }
      const to = y + <usize>row * yStride + column;
      const step = v128.load32_splat(rowSteps + ((<usize>row) << 2));
      v128.store(to, scaled(a0, step, scale0, bias0));
      v128.store(to, scaled(a1, step, scale1, bias1), 16);
    }
    w += blockBytes;
  }
}

function scaled(sums: v128, step: v128, scale: v128, bias: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.mul(step, scale)), bias);
}

/** z = max(0, sum of rows); `list` holds the rows' places in numbers, not bytes; `width` is a multiple of 16. */
export function sumRows(list: usize, count: i32, width: i32, z: usize): void {
  const zero = f32x4.splat(0);
  const end = list + ((<usize>count) << 2);
  for (let column: usize = 0; column < (<usize>width) << 2; column += 64) {
    let a = zero;
    let b = zero;
    let c = zero;
    let d = zero;
    for (let at = list; at < end; at += 4) {
      const row = ((<usize>load<u32>(at)) << 2) + column;
      a = f32x4.add(a, v128.load(row));
      b = f32x4.add(b, v128.load(row, 16));
      c = f32x4.add(c, v128.load(row, 32));
      d = f32x4.add(d, v128.load(row, 48));
    }
    v128.store(z + column, f32x4.pmax(zero, a));
    v128.store(z + column, f32x4.pmax(zero, b), 16);
    v128.store(z + column, f32x4.pmax(zero, c), 32);
    v128.store(z + column, f32x4.pmax(zero, d), 48);
  }
}

/** Row by row: max(0, y), plus the residual where `hasResidual`, normalised; `width` is a multiple of 4. */
export function normaliseRows(
  y: usize,
  residual: usize,
  hasResidual: i32,
  rows: i32,
  width: i32,
  gain: usize,
  bias: usize,
): void {
  const zero = f32x4.splat(0);
  const bytes: usize = (<usize>width) << 2;
  for (let row: i32 = 0; row < rows; row++) {
    const to = y + <usize>row * bytes;
    const from = residual + <usize>row * bytes;
    let sums = zero;
    let squares = zero;
    for (let column: usize = 0; column < bytes; column += 16) {
      let value = f32x4.pmax(zero, v128.load(to + column));
      if (hasResidual) value = f32x4.add(value, v128.load(from + column));
      v128.store(to + column, value);
      sums = f32x4.add(sums, value);
      squares = f32x4.add(squares, f32x4.mul(value, value));
    }
    const mean = total(sums) / <f32>width;
    const variance = total(squares) / <f32>width - mean * mean;
    const scale = f32x4.splat(<f32>1 / sqrt<f32>(variance + <f32>1e-5));
    const centre = f32x4.splat(mean);
    for (let column: usize = 0; column < bytes; column += 16) {
      const value = f32x4.mul(f32x4.sub(v128.load(to + column), centre), scale);
      const scaled = f32x4.mul(value, v128.load(gain + column));
      v128.store(to + column, f32x4.add(scaled, v128.load(bias + column)));
    }
  }
}

/**
 * Carries numbers along the rows, first to last in the first half of the columns of z, last to first in the second:
 * state = state * (1 - gate) + candidate * gate. A row of x holds gates and candidates of the one half, then of the
 * other; `width` is that of a half, a multiple of 4.
 */
export function run(x: usize, rows: i32, width: i32, z: usize): void {
  const half: usize = (<usize>width) << 2;
  const xStride = half << 2;
  const zStride = half << 1;
  const last = <usize>(rows - 1);
  for (let column: usize = 0; column < half; column += 16) {
    let state = f32x4.splat(0);
    let from = x + column;
    let to = z + column;
    for (let row: i32 = 0; row < rows; row++) {
      state = carried(state, v128.load(from), v128.load(from + half));
      v128.store(to, state);
      from += xStride;
      to += zStride;
    }
    state = f32x4.splat(0);
    from = x + last * xStride + 2 * half + column;
    to = z + last * zStride + half + column;
    for (let row: i32 = 0; row < rows; row++) {
      state = carried(state, v128.load(from), v128.load(from + half));
      v128.store(to, state);
      from -= xStride;
      to -= zStride;
    }
  }
}

/** The gate is a half plus half of x / (1 + |x|), which every machine works out alike. */
function carried(state: v128, x: v128, candidate: v128): v128 {
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  const soft = f32x4.div(x, f32x4.add(one, f32x4.abs(x)));
  const gate = f32x4.add(half, f32x4.mul(half, soft));
  return f32x4.add(f32x4.mul(state, f32x4.sub(one, gate)), f32x4.mul(candidate, gate));
}

function total(four: v128): f32 {
  return (
    f32x4.extract_lane(four, 0) +
    f32x4.extract_lane(four, 1) +
    f32x4.extract_lane(four, 2) +
    f32x4.extract_lane(four, 3)
  );
}
