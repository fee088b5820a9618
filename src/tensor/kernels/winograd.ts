import type { Convolution, ConvolutionPlaces } from './convolution.ts';

/** Stages of a convolution by Winograd's algorithm; they do nothing for one that is computed directly. */
export interface WinogradKernels {
  /** Transforms the weights into `at.u`, [cout, 64, cin], once for as many images as there are. */
  winogradWeights(c: Convolution, at: ConvolutionPlaces): void;
  /** Transforms the padded planes x of an image into scratch, [64, cin, tiles]. */
  winogradInput(c: Convolution, at: ConvolutionPlaces, x: number): void;
  /** The products of the output channels `co`, which is even, and `co + 1`, [2, 64, tiles]. */
  winogradProducts(c: Convolution, at: ConvolutionPlaces, co: number): void;
  /**
   * Transforms those of channel `co` into the plane y.
   *
   * @returns whether y is done. It is not when a product is not finite: NaN or infinity then fills whole
   *   tiles, not only the cells that it reaches in a sum
   */
  winogradOutput(c: Convolution, at: ConvolutionPlaces, co: number, y: number): boolean;
}

/**
 * Winograd's minimal filtering: a tile of m × m outputs of a K × K kernel, m = 9 − K, from 8 × 8 products
 * a channel pair in place of m²K²; 6.25 times fewer for K = 5, 5 times for K = 3.
 *
 * In one dimension (the Cook-Toom algorithm) the product of two polynomials is found from their values
 * at enough points. Read backwards (transposed), this gives m neighbouring outputs of a correlation:
 * y = Aᵀ [(G g) ⊙ (Bᵀ x)], here with the points 0, 1, −1, 2, −2, ½, −½, ∞. G evaluates the kernel's row g
 * at the points and divides by what makes it come out; Aᵀ has powers of the points in its rows; Bᵀ is
 * the same for all K. In two dimensions each is applied to columns and then to rows.
 *
 * Input channels are added up between the transforms, so that an input tile is transformed once for all
 * output channels and an output tile once for all input channels.
 *
 * In double precision the result differs from the direct sum by about 1e-13 of the largest number, and is
 * rounded to 1e-11 of it (see `winogradOutput`), which float32 does not see. Sources: A. Lavin, S. Gray, Fast Algorithms for Convolutional Neural Networks
 * (2016); R. E. Blahut, Fast Algorithms for Signal Processing (2010), chapter 5. Why `a`, `| 0` and the
 * `if` that is never taken: see `correlateKernels`.
 */
export function winogradKernels(arena: Float64Array): WinogradKernels {
  /** The values at p and −p, from the even and the odd part of a polynomial at p. */
  function pair(to: number, step: number, even: number, odd: number): void {
    const a = arena;
    a[to | 0] = even + odd;
    a[(to + step) | 0] = even - odd;
  }

  // The three transforms, of `count` vectors. The numbers of a vector are `step` apart, the vectors `next`.

  /** G: K numbers to 8. */
  function evaluate(
    k: number,
    count: number,
    from: number,
    step: number,
    next: number,
    to: number,
    toStep: number,
    toNext: number,
  ): void {
    const a = arena;
    for (let n = 0; n < count; n++) {
      const i = (from + n * next) | 0;
      const o = (to + n * toNext) | 0;
      const g0 = a[i]!;
      const g1 = a[(i + step) | 0]!;
      const g2 = a[(i + 2 * step) | 0]!;
      const g3 = k > 3 ? a[(i + 3 * step) | 0]! : 0;
      const g4 = k > 3 ? a[(i + 4 * step) | 0]! : 0;
      a[o] = g0;
      pair(o + toStep, toStep, (-2 / 9) * (g0 + g2 + g4), (-2 / 9) * (g1 + g3));
      pair(o + 3 * toStep, toStep, (1 / 90) * (g0 + 4 * g2 + 16 * g4), (1 / 90) * (2 * g1 + 8 * g3));
      pair(o + 5 * toStep, toStep, (2 / 45) * (16 * g0 + 4 * g2 + g4), (2 / 45) * (8 * g1 + 2 * g3));
      a[(o + 7 * toStep) | 0] = k > 3 ? g4 : g2;
    }
  }

  /** Bᵀ: 8 numbers to 8. */
  function spread(count: number, from: number, step: number, next: number, to: number, toStep: number): void {
    const a = arena;
    for (let n = 0; n < count; n++) {
      const i = (from + n * next) | 0;
      const o = (to + n) | 0;
      const x1 = a[(i + step) | 0]!;
      const x2 = a[(i + 2 * step) | 0]!;
      const x3 = a[(i + 3 * step) | 0]!;
      const x4 = a[(i + 4 * step) | 0]!;
      const x5 = a[(i + 5 * step) | 0]!;
      const x6 = a[(i + 6 * step) | 0]!;
      a[o] = a[i]! - x6 + 5.25 * (x4 - x2);
      pair(o + toStep, toStep, x6 - 4.25 * x4 + x2, x5 - 4.25 * x3 + x1);
      pair(o + 3 * toStep, toStep, x6 - 1.25 * x4 + 0.25 * x2, 2 * x5 - 2.5 * x3 + 0.5 * x1);
      pair(o + 5 * toStep, toStep, x6 - 5 * x4 + 4 * x2, 0.5 * x5 - 2.5 * x3 + 2 * x1);
      a[(o + 7 * toStep) | 0] = a[(i + 7 * step) | 0]! - x1 + 5.25 * (x3 - x5);
    }
  }

  /** Aᵀ: 8 numbers to m. */
  function gather(
    m: number,
    count: number,
    from: number,
    step: number,
    next: number,
    to: number,
    toStep: number,
    toNext: number,
  ): void {
    const a = arena;
    for (let n = 0; n < count; n++) {
      const i = (from + n * next) | 0;
      const o = (to + n * toNext) | 0;
      const v1 = a[(i + step) | 0]!;
      const v2 = a[(i + 2 * step) | 0]!;
      const v3 = a[(i + 3 * step) | 0]!;
      const v4 = a[(i + 4 * step) | 0]!;
      const v5 = a[(i + 5 * step) | 0]!;
      const v6 = a[(i + 6 * step) | 0]!;
      const last = a[(i + 7 * step) | 0]!;
      const s1 = v1 + v2;
      const d1 = v1 - v2;
      const s2 = v3 + v4;
      const d2 = v3 - v4;
      const s3 = v5 + v6;
      const d3 = v5 - v6;
      const y3 = d1 + 8 * d2 + 0.125 * d3;
      a[o] = a[i]! + s1 + s2 + s3;
      a[(o + toStep) | 0] = d1 + 2 * d2 + 0.5 * d3;
      a[(o + 2 * toStep) | 0] = s1 + 4 * s2 + 0.25 * s3;
      a[(o + 3 * toStep) | 0] = m > 4 ? y3 : y3 + last;
      if (m > 4) {
        a[(o + 4 * toStep) | 0] = s1 + 16 * s2 + 0.0625 * s3;
        a[(o + 5 * toStep) | 0] = d1 + 32 * d2 + 0.03125 * d3 + last;
      }
    }
  }

  return {
    winogradWeights({ tiles, k, cin, cout }, { w, u, scratch }) {
      if (!tiles) return;
      for (let co = 0; co < cout; co++)
        for (let ci = 0; ci < cin; ci++) {
          evaluate(k, k, w + (co * cin + ci) * k * k, 1, k, scratch, 1, 8);
          evaluate(k, 8, scratch, 8, 1, u + co * 64 * cin + ci, 8 * cin, cin);
        }
    },

    winogradInput({ cin, xRow, xPlane, side, down, across, tiles }, { scratch }, x) {
      if (!tiles) return;
      // The columns of a row of tiles, each once; then the 8 rows that they have become, tile by tile.
      const cols = across * side + 8 - side;
      const row = scratch + 64 * (cin + 2) * tiles;
      for (let ci = 0; ci < cin; ci++)
        for (let ty = 0; ty < down; ty++) {
          spread(cols, x + ci * xPlane + ty * side * xRow, xRow, 1, row, cols);
          const v = scratch + (128 + ci) * tiles + ty * across;
          for (let r = 0; r < 8; r++)
            spread(across, row + r * cols, 1, side, v + 8 * r * cin * tiles, cin * tiles);
        }
    },

    winogradProducts({ cin, cout, tiles }, { u, b, scratch }, co) {
      const a = arena;
      // Where there is no second channel, the first once more, and nobody reads it.
      const second = co + 1 < cout ? 1 : 0;
      const apart = (second * 64 * cin) | 0;
      for (let p = 0; p < 64; p++) {
        const start = (u + (co * 64 + p) * cin) | 0;
        const end = (start + cin) | 0;
        // The powers of the point (1, 1) are all 1: what is added there is added to every output.
        const b0 = p === 9 ? a[b + co]! : 0;
        const b1 = p === 9 ? a[b + co + second]! : 0;
        for (let t = 0; t < tiles; t += 4) {
          let r0 = b0;
          let r1 = b0;
          let r2 = b0;
          let r3 = b0;
          let s0 = b1;
          let s1 = b1;
          let s2 = b1;
          let s3 = b1;
          let i = (scratch + (128 + p * cin) * tiles + t) | 0;
          for (let k = start; k < end; k = (k + 1) | 0) {
            const u0 = a[k]!;
            const u1 = a[(k + apart) | 0]!;
            let v = a[i]!;
            r0 += u0 * v;
            s0 += u1 * v;
            v = a[(i + 1) | 0]!;
            r1 += u0 * v;
            s1 += u1 * v;
            if (i < -1) break;
            v = a[(i + 2) | 0]!;
            r2 += u0 * v;
            s2 += u1 * v;
            v = a[(i + 3) | 0]!;
            r3 += u0 * v;
            s3 += u1 * v;
            i = (i + tiles) | 0;
          }
          let o = (scratch + p * tiles + t) | 0;
          a[o] = r0;
          a[(o + 1) | 0] = r1;
          a[(o + 2) | 0] = r2;
          a[(o + 3) | 0] = r3;
          o = (o + 64 * tiles) | 0;
          a[o] = s0;
          a[(o + 1) | 0] = s1;
          a[(o + 2) | 0] = s2;
          a[(o + 3) | 0] = s3;
        }
      }
    },

    winogradOutput({ cin, side, down, across, tiles, yRow, yPlane }, { scratch }, co, y) {
      if (!tiles) return false;
      const a = arena;
      const row = scratch + 64 * (cin + 2) * tiles;
      for (let ty = 0; ty < down; ty++)
        for (let tx = 0; tx < across; tx++) {
          const t = scratch + (co & 1) * 64 * tiles + ty * across + tx;
          gather(side, 8, t, 8 * tiles, tiles, row, 8, 1);
          gather(side, side, row, 1, 8, y + (ty * yRow + tx) * side, 1, yRow);
        }
      // Sums that are 0 or equal to one another come out a rounding apart, of which ReLU and max pooling
      // would make something. Adding a large number and taking it away again rounds all to 2⁻³⁶ of the largest.
      let large = 0;
      const end = y + yPlane;
      for (let i = y; i < end; i++) {
        const size = Math.abs(a[i]!);
        if (size > large) large = size;
      }
      large *= 2 ** 16;
      for (let i = y; i < end; i++) {
        const v = a[i]! + large - large;
        if (v - v !== 0) return false;
        a[i] = v;
      }
      return true;
    },
  };
}
