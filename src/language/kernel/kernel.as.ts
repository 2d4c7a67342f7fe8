// The kernel in AssemblyScript, compiled to kernel.wasm by `npm run build:kernel`. What the calls mean stands in
// kernel.ts; here all places and strides are in bytes. Four numbers go through each instruction.

/** y = x·w + b; `outputs` is a multiple of 8. Four rows at a time share each weight that is loaded. */
export function project(
  x: usize,
  xStride: usize,
  rows: i32,
  w: usize,
  b: usize,
  inputs: i32,
  outputs: i32,
  y: usize,
  yStride: usize,
): void {
  const wStride: usize = (<usize>outputs) << 2;
  const inputBytes: usize = (<usize>inputs) << 2;
  let row: i32 = 0;
  for (; row + 3 < rows; row += 4) {
    const x0 = x + <usize>row * xStride;
    const x1 = x0 + xStride;
    const x2 = x1 + xStride;
    const x3 = x2 + xStride;
    const y0 = y + <usize>row * yStride;
    for (let column: usize = 0; column < wStride; column += 32) {
      let a0 = v128.load(b + column);
      let a1 = v128.load(b + column, 16);
      let b0 = a0;
      let b1 = a1;
      let c0 = a0;
      let c1 = a1;
      let d0 = a0;
      let d1 = a1;
      let weights = w + column;
      for (let input: usize = 0; input < inputBytes; input += 4) {
        const w0 = v128.load(weights);
        const w1 = v128.load(weights, 16);
        weights += wStride;
        const v0 = v128.load32_splat(x0 + input);
        a0 = f32x4.add(a0, f32x4.mul(v0, w0));
        a1 = f32x4.add(a1, f32x4.mul(v0, w1));
        const v1 = v128.load32_splat(x1 + input);
        b0 = f32x4.add(b0, f32x4.mul(v1, w0));
        b1 = f32x4.add(b1, f32x4.mul(v1, w1));
        const v2 = v128.load32_splat(x2 + input);
        c0 = f32x4.add(c0, f32x4.mul(v2, w0));
        c1 = f32x4.add(c1, f32x4.mul(v2, w1));
        const v3 = v128.load32_splat(x3 + input);
        d0 = f32x4.add(d0, f32x4.mul(v3, w0));
        d1 = f32x4.add(d1, f32x4.mul(v3, w1));
      }
      const to = y0 + column;
      v128.store(to, a0);
      v128.store(to, a1, 16);
      v128.store(to + yStride, b0);
      v128.store(to + yStride, b1, 16);
      v128.store(to + 2 * yStride, c0);
      v128.store(to + 2 * yStride, c1, 16);
      v128.store(to + 3 * yStride, d0);
      v128.store(to + 3 * yStride, d1, 16);
    }
  }
  for (; row < rows; row++) {
    const from = x + <usize>row * xStride;
    const to = y + <usize>row * yStride;
    for (let column: usize = 0; column < wStride; column += 32) {
      let a0 = v128.load(b + column);
      let a1 = v128.load(b + column, 16);
      let weights = w + column;
      for (let input: usize = 0; input < inputBytes; input += 4) {
        const value = v128.load32_splat(from + input);
        a0 = f32x4.add(a0, f32x4.mul(value, v128.load(weights)));
        a1 = f32x4.add(a1, f32x4.mul(value, v128.load(weights, 16)));
        weights += wStride;
      }
      v128.store(to + column, a0);
      v128.store(to + column, a1, 16);
    }
  }
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
    v128.store(z + column, f32x4.max(a, zero));
    v128.store(z + column, f32x4.max(b, zero), 16);
    v128.store(z + column, f32x4.max(c, zero), 32);
    v128.store(z + column, f32x4.max(d, zero), 48);
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
      let value = f32x4.max(v128.load(to + column), zero);
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

function total(four: v128): f32 {
  return (
    f32x4.extract_lane(four, 0) +
    f32x4.extract_lane(four, 1) +
    f32x4.extract_lane(four, 2) +
    f32x4.extract_lane(four, 3)
  );
}
