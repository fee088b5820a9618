import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainConv2dInput } from '../../../src/explain/conv2d.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { convBackward } from '../../../src/scenes/conv-backward/scene.ts';
import { conv2d, conv2dBackward } from '../../../src/tensor/conv2d.ts';
import { convMatrix } from '../../../src/tensor/convMatrix.ts';
import { convTranspose2d } from '../../../src/tensor/convTranspose2d.ts';
import { transposedSize } from '../../../src/tensor/geometry.ts';
import { type Tensor, tensor } from '../../../src/tensor/tensor.ts';

/** What chapter 14 works out by hand is what the core computes. */
const square = (side: number, values: readonly number[]): Tensor =>
  tensor([1, 1, side, side], [...values], 'float64');
const X = square(3, [1, 0, 2, 3, 1, 0, 0, 2, 1]);
const KERNEL = [1, 2, 3, 4] as const;
const W = square(2, KERNEL);
const B = tensor([1], [0], 'float64');
const DY = square(2, [1, 2, 3, -1]);
const Y = conv2d(X, W, B, {});
const GRADIENTS = conv2dBackward(X, W, DY, {});

/** One plane as the chapter sets it. A place that a stamp does not reach is a dot. */
const typeset = (t: Tensor, isDot: (i: number) => boolean = () => false): string => {
  const side = t.shape[3] as number;
  const rows = Array.from({ length: side }, (_, r) =>
    Array.from({ length: side }, (_, c) =>
      isDot(r * side + c) ? String.raw`\cdot` : String(t.at(0, 0, r, c)),
    ).join('&'),
  );
  return String.raw`\begin{bmatrix}${rows.join(String.raw`\\`)}\end{bmatrix}`;
};

/** Σ ∂y · kernel over the four windows, written out as the answers write it, and its value. */
function centreWith(kernel: readonly number[]): { readonly text: string; readonly value: number } {
  const dy = [...DY.data];
  const terms = dy.map(
    (value, i) => `${i === 0 ? '' : value < 0 ? ' − ' : ' + '}${Math.abs(value)}·${kernel[i]}`,
  );
  return {
    text: terms.join(''),
    value: dy.reduce((sum, value, i) => sum + value * (kernel[i] as number), 0),
  };
}

/** The model that a phrase of the chapter brings. */
function modelAt(beat: string) {
  const store = createFigureStore(convBackward);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState().model;
}

const plane = (t: Tensor): number[][] =>
  Array.from({ length: t.shape[2] as number }, (_, r) =>
    Array.from({ length: t.shape[3] as number }, (_, c) => t.at(0, 0, r, c)),
  );

describe.each(LANGUAGES)('the sums of chapter 14 that are done by hand, %s', (language) => {
  const text = readFileSync(`src/chapters/14-back-through-a-convolution/${language}.mdx`, 'utf8');

  it('has the tensors of its example, and their gradients', () => {
    const { dx, dw, db } = GRADIENTS;
    for (const [name, t] of [
      ['x', X],
      ['w', W],
      ['y', Y],
      [String.raw`\partial y`, DY],
    ] as const)
      expect(text).toContain(`${name}=${typeset(t)}`);
    expect(text).toContain(`&=${typeset(dx)}`);
    expect(text).toContain(String.raw`\partial w=${typeset(dw)}`);
    expect(text).toContain(String.raw`\partial b=\sum_{i,j}\partial y_{i,j}=1+2+3-1=${db?.at(0)}"`);
    expect(text).toContain(String.raw`$1\cdot1+2\cdot0+3\cdot3+4\cdot1=${Y.at(0, 0, 0, 0)}$`);
    expect(text).toContain(String.raw`=1\cdot0+2\cdot2+3\cdot1-1\cdot0=${dw.at(0, 0, 0, 1)}`);
    expect(text).toContain(String.raw`4\cdot1+3\cdot2+2\cdot3-1\cdot1=${dx.at(0, 0, 1, 1)}`);
  });

  it('has the error of chapter 3 for its gradient', () => {
    const target = [13, 5, 10, 12];
    expect([...Y.data].map((value, i) => value - (target[i] as number))).toEqual([...DY.data]);
  });

  it('stamps the kernel four times', () => {
    [...DY.data].forEach((_, i) => {
      const only = square(
        2,
        [...DY.data].map((value, other) => (other === i ? value : 0)),
      );
      const { dx } = conv2dBackward(X, W, only, {});
      const isDot = (at: number) => dx.data[at] === 0;
      expect(text).toContain(typeset(dx, isDot));
    });
  });

  it.each([
    ['as it is', [1, 2, 3, 4], 10],
    ['upside down', [3, 4, 1, 2], 12],
    ['left and right exchanged', [2, 1, 4, 3], 13],
    ['turned', [4, 3, 2, 1], 15],
  ])('the middle pixel under the kernel %s', (_, kernel, value) => {
    const answer = centreWith(kernel);
    expect(answer.value).toBe(value);
    expect(text).toMatch(
      new RegExp(`<Answer text="${value}"(?: right)?>[^<]*${answer.text.replace(/\+/g, '\\+')}`),
    );
  });

  it('carries ∂y to ∂x by the transposed matrix, and by the layer that is named after it', () => {
    const { row, column, value } = convMatrix(W, [1, 3, 3], {});
    const entry = (pixel: number, output: number): string => {
      const at = value.findIndex((_, e) => column[e] === pixel && row[e] === output);
      return at < 0 ? String.raw`\cdot` : String(value[at]);
    };
    const matrix = (rows: readonly string[]): string =>
      String.raw`\begin{bmatrix}${rows.join(String.raw`\\`)}\end{bmatrix}`;
    const nine = Array.from({ length: 9 }, (_, pixel) =>
      [0, 1, 2, 3].map((output) => entry(pixel, output)).join('&'),
    );
    expect(nine[4]).toBe([...KERNEL].reverse().join('&'));
    expect(text).toContain(
      [matrix(nine), matrix([...DY.data].map(String)), '=', matrix([...GRADIENTS.dx.data].map(String))].join(
        '\n',
      ),
    );
    expect([...convTranspose2d(DY, W, null, {}).data]).toEqual([...GRADIENTS.dx.data]);
  });

  it('collects the middle pixel output by output, each through the weight of its line', () => {
    const { terms } = explainConv2dInput({ w: W, dy: DY, inputShape: X.shape }, {}, [0, 0, 1, 1]);
    for (const { factors, value } of terms) {
      const [dy, w] = factors;
      const [i = 0, j = 0] = dy?.index.slice(-2) ?? [];
      const [u = 0, v = 0] = w?.index.slice(-2) ?? [];
      const upstream = (dy?.value ?? 0) < 0 ? `(${dy?.value})` : `${dy?.value}`;
      expect(value).toBe((dy?.value ?? 0) * (w?.value ?? 0));
      expect(text).toContain(
        String.raw`w_{1-${i},\,1-${j}}\;\partial y_{${i},${j}}=w_{${u},${v}}\;\partial y_{${i},${j}}=${w?.value}\cdot${upstream}"`,
      );
    }
  });

  it('has 15 and 3 from two filters, and 3 for a weight of one pair', () => {
    const { dx, dw, db, w, dy, x, options } = modelAt('both-filters');
    const { terms } = explainConv2dInput({ w, dy, inputShape: x.shape }, options, [0, 0, 1, 1]);
    const from = (filter: number): number =>
      terms
        .filter(({ factors }) => factors[0]?.index[1] === filter)
        .reduce((sum, { value }) => sum + value, 0);
    expect([from(0), from(1), dx.at(0, 0, 1, 1), terms.length]).toEqual([15, 3, 18, 8]);
    expect(text).toContain(String.raw`$1\cdot1+2\cdot1=${dw.at(1, 0, 0, 0)}$`);
    expect([...db.data]).toEqual([5, 3]);
    expect(text).toMatch(/15.*3.*18/);
  });

  it('finds the middle pixel by nudging: the loss of chapter 3 rises by 15ε', () => {
    const loss = (middle: number): number => {
      const y = conv2d(square(3, [1, 0, 2, 3, middle, 0, 0, 2, 1]), W, B, {});
      return [13, 5, 10, 12].reduce((sum, t, i) => sum + ((y.data[i] as number) - t) ** 2 / 2, 0);
    };
    expect((loss(1.1) - loss(0.9)) / 0.2).toBeCloseTo(15, 10);
    expect(text).toContain(
      String.raw`$1\cdot4\varepsilon+2\cdot3\varepsilon+3\cdot2\varepsilon-1\cdot1\varepsilon=15\varepsilon$`,
    );
  });

  it('has what a turn of ∂y would give the upper left weight', () => {
    const turned = square(2, [...DY.data].reverse());
    expect(conv2dBackward(X, W, turned, {}).dw.at(0, 0, 0, 0)).toBe(6);
    expect(text).toContain('−1·1 + 3·0 + 2·3 + 1·1 = 6');
  });

  it('needs no pixel for the gradient of the input', () => {
    const other = square(3, [9, -4, 7, 0, 5, 5, 1, -8, 2]);
    expect([...conv2dBackward(other, W, DY, {}).dx.data]).toEqual([...GRADIENTS.dx.data]);
  });

  it('has the sum through the inserted zeros', () => {
    const { dx, w, dy, x, options, out } = modelAt('inserted-zeros');
    expect(text).toContain(String.raw`$-2\cdot1+2\cdot(-2)-1\cdot3+1\cdot1=${dx.at(0, 0, 1, 1)}$`);
    const termsOf = (row: number, col: number) =>
      explainConv2dInput({ w, dy, inputShape: x.shape }, options, [0, 0, row, col], 'gather').terms;
    const met = (row: number, col: number) =>
      termsOf(row, col).filter(({ factors }) => !factors.some(({ virtual }) => virtual)).length;
    expect([out, met(1, 1), termsOf(1, 1).length, met(2, 2)]).toEqual([3, 4, 9, 1]);
    const zeros = termsOf(1, 1).filter(({ factors }) => factors[0]?.virtual === 'inserted');
    expect(zeros).toHaveLength(5);
  });
});

describe('what the phrases of chapter 14 bring', () => {
  it('has the far side at 0, and the frame one wider there', () => {
    const { dx, unread, frame } = modelAt('unread');
    expect([unread, ...frame]).toEqual([1, 2, 3]);
    for (const [r, row] of plane(dx).entries())
      for (const [c, value] of row.entries()) if (r === 5 || c === 5) expect(value).toBe(0);
  });

  it('counts 1, 2 or 4 stamps in a checkerboard, and an even four where the stride divides the kernel', () => {
    expect(new Set(modelAt('checkerboard').dx.data)).toEqual(new Set([1, 2, 4]));
    const inner = plane(modelAt('even-stamps').dx)
      .slice(2, -2)
      .flatMap((row) => row.slice(2, -2));
    expect(new Set(inner)).toEqual(new Set([4]));
    expect(inner).toHaveLength(16);
  });

  it('has 0 for pixels between two windows', () => {
    const { dx, unread } = modelAt('between-windows');
    expect(unread).toBe(0);
    for (const [r, row] of plane(dx).entries())
      for (const [c, value] of row.entries()) if (r === 2 || c === 2) expect(value).toBe(0);
  });

  it('shows the way back from 2 outputs to 5 or to 6, by ρ alone', () => {
    expect([0, 1].map((rest) => transposedSize(2, 3, 2, 0, 0, 1, rest))).toEqual([5, 6]);
  });
});
