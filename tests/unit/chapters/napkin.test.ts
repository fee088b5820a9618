import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conv2d, conv2dBackward } from '../../../src/tensor/conv2d.ts';
import { type Tensor, tensor } from '../../../src/tensor/tensor.ts';

/** What chapter 3 works out by hand is what the core computes. */
const X = [1, 0, 2, 3, 1, 0, 0, 2, 1];
const T = [13, 5, 10, 12];
const x = tensor([1, 1, 3, 3], X, 'float64');
const kernel = (values: readonly number[]): Tensor => tensor([1, 1, 2, 2], [...values], 'float64');
const bias = tensor([1], [0], 'float64');
const output = (w00: number): number[] => [...conv2d(x, kernel([w00, 2, 3, 4]), bias).data];
const loss = (w00: number): number =>
  output(w00).reduce((sum, y, i) => sum + (y - (T[i] as number)) ** 2 / 2, 0);

const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / (Math.hypot(...a) * Math.hypot(...b));

describe.each(['en', 'zh'])('the napkin of chapter 3, %s', (language) => {
  const text = readFileSync(`src/chapters/03-convolution/${language}.mdx`, 'utf8');

  it('shows the input, kernel, output and target that belong together', () => {
    expect(text).toContain(String.raw`x=\begin{bmatrix}1&0&2\\3&1&0\\0&2&1\end{bmatrix}`);
    expect(text).toContain(String.raw`w=\begin{bmatrix}1&2\\3&4\end{bmatrix}`);
    const [a, b, c, d] = output(1);
    expect(text).toContain(String.raw`y=\begin{bmatrix}${a}&${b}\\${c}&${d}\end{bmatrix}`);
    expect(text).toContain(String.raw`t=\begin{bmatrix}${T[0]}&${T[1]}\\${T[2]}&${T[3]}\end{bmatrix}`);
  });

  it('has the loss, its slope by one weight and by the bias, and what a step does', () => {
    expect(text).toContain(`=${loss(1)}$`);
    const dy = tensor(
      [1, 1, 2, 2],
      output(1).map((y, i) => y - (T[i] as number)),
      'float64',
    );
    const { dw, db } = conv2dBackward(x, kernel([1, 2, 3, 4]), dy);
    expect(text).toContain(String.raw`\partial w_{0,0}=1\cdot1+2\cdot0+3\cdot3-1\cdot1=${dw.data[0]}`);
    expect(text).toContain(`$1+2+3-1=${db?.data[0]}$`);
    expect(loss(1) - loss(0.99)).toBeCloseTo(0.09, 2);
    expect(text).toContain('0.09');
  });

  it('has the two losses of the nudge, which close exactly', () => {
    for (const w of [1.1, 0.9]) expect(text).toContain(`=${Number(loss(w).toFixed(9))}$`);
    expect((loss(1.1) - loss(0.9)) / 0.2).toBeCloseTo(9, 12);
    expect(text).toContain(String.raw`\frac{8.455-6.655}{2\cdot0.1}=9`);
    const rises = output(1.1).map((y, i) => y - (output(1)[i] as number));
    expect(rises.reduce((sum, rise) => sum + rise, 0)).toBeCloseTo(0.5, 12);
  });

  it('measures likeness as it says', () => {
    expect(cosine([-1, 2, -1], [0, 9, 0])).toBeCloseTo(0.82, 2);
    expect(cosine([-1, 2, -1], [40, 60, 40])).toBeCloseTo(0.2, 2);
    for (const number of ['0.82', '0.2', '−40 + 120 − 40 = 40']) expect(text).toContain(number);
  });
});
