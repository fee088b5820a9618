import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language/language.ts';
import { defaultsOf } from '../../../src/playback/parameters/table.ts';
import { build } from '../../../src/scenes/conv-layer/model.ts';
import { convLayer } from '../../../src/scenes/conv-layer/scene.ts';
import { conv2d } from '../../../src/tensor/conv2d.ts';
import { type Tensor, tensor } from '../../../src/tensor/tensor.ts';

const f64 = (shape: readonly number[], ...values: number[]): Tensor => tensor(shape, values, 'float64');
const relu = (t: Tensor): Tensor =>
  tensor(
    t.shape,
    [...t.data].map((value) => Math.max(0, value)),
    'float64',
  );

/** One plane as the chapter sets it. */
function typeset(t: Tensor, channel = 0): string {
  const [, , rows = 0, cols = 0] = t.shape;
  const row = (i: number): string =>
    Array.from({ length: cols }, (_, j) => String(t.at(0, channel, i, j))).join('&');
  return `\\begin{bmatrix}${Array.from({ length: rows }, (_, i) => row(i)).join('\\\\')}\\end{bmatrix}`;
}

/** The first rows and columns of two maps, laid together as the channels of one input. */
const together = (a: Tensor, b: Tensor, side: number): Tensor =>
  f64(
    [1, 2, side, side],
    ...[a, b].flatMap((t) =>
      Array.from({ length: side ** 2 }, (_, k) => t.at(0, 0, Math.floor(k / side), k % side)),
    ),
  );

describe.each(LANGUAGES)('the sums of chapter 7 that are done by hand, %s', (language) => {
  const text = readFileSync(`src/chapters/07-layer/${language}.mdx`, 'utf8');

  it('ink above paper, and the other way round', () => {
    const w = f64([1, 1, 2, 2], 2, 1, -1, -2);
    const b = f64([1], -1);
    const ink = f64([1, 1, 2, 2], 1, 1, 0, 0);
    expect(text).toContain(`x=${typeset(ink)}`);
    expect(text).toContain(`w=${typeset(w)}`);
    expect(conv2d(ink, w, b, {}).data[0]).toBe(2);
    expect(text).toContain('-1=2\\\\');
    expect(conv2d(f64([1, 1, 2, 2], 0, 0, 1, 1), w, b, {}).data[0]).toBe(-4);
    expect(text).toContain('−1 − 2 − 1 = −4');
  });

  it('a corner from two maps of edges', () => {
    const x = f64([1, 1, 4, 4], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1);
    const none = f64([1], 0);
    const upright = relu(conv2d(x, f64([1, 1, 1, 2], -1, 1), none, {}));
    const level = relu(conv2d(x, f64([1, 1, 2, 1], -1, 1), none, {}));
    const maps = together(upright, level, 3);
    expect(text).toContain(`x=${typeset(x)}`);
    expect(text).toContain(`a_0=${typeset(maps, 0)}`);
    expect(text).toContain(`a_1=${typeset(maps, 1)}`);
    // Lower left of the upright edges, upper right of the level ones.
    const z = conv2d(maps, f64([1, 2, 2, 2], 0, 0, 1, 0, 0, 1, 0, 0), f64([1], -1), {});
    expect(text).toContain(`\nz&=${typeset(z)}`);
    expect(text).toContain(`\\max(0,z)&=${typeset(relu(z))}`);
  });

  it('what the positive and the negative products of filter 3 bring', () => {
    const { x, w, b, z, params } = build({ ...defaultsOf(convLayer), filter: 3, row: 8, col: 16 });
    const products = Array.from({ length: 25 }, (_, k) => {
      const [u, v] = [Math.floor(k / 5), k % 5];
      return x.at(0, 0, 8 + u - params.padding, 16 + v - params.padding) * w.at(3, 0, u, v);
    });
    const total = (keep: (product: number) => boolean): number =>
      products.filter(keep).reduce((sum, product) => sum + product, 0);
    const [plus, minus] = [total((p) => p > 0), total((p) => p < 0)].map((sum) => Number(sum.toFixed(2)));
    const bias = Number(b.at(3).toFixed(2));
    for (const number of [plus, minus, bias]) expect(text).toContain(String(number).replace('-', '−'));
    expect(((plus as number) + (minus as number) + bias).toFixed(2)).toBe('2.07');
    expect(z.at(0, 3, 8, 16).toFixed(2)).toBe('2.07');
  });
});
