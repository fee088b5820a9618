import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { countRows } from '../../../src/scenes/conv-matrix/formula.ts';
import { crossLayout, patchLayout, WIDTH } from '../../../src/scenes/conv-matrix/layout.ts';
import { foldedValues } from '../../../src/scenes/conv-matrix/marks.ts';
import { build, constrain, type MatrixParams, specs } from '../../../src/scenes/conv-matrix/model.ts';
import { BEAT_NAMES, convMatrixScene, turnedTo } from '../../../src/scenes/conv-matrix/playable.ts';
import { viewAt } from '../../../src/scenes/conv-matrix/view.ts';
import { captionOf } from '../../../src/scenes/conv-matrix/words.ts';
import { multiply, transposed } from '../../../src/tensor/convMatrix.ts';
import { col2im } from '../../../src/tensor/im2col.ts';

const list = fc.option(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 36 }));

const params: fc.Arbitrary<MatrixParams> = fc
  .record({
    seed: fc.integer({ min: 1, max: 999 }),
    input: fc.integer({ min: 3, max: 6 }),
    kernel: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.integer({ min: 0, max: 2 }),
    x: list,
    w: list,
    dy: list,
  })
  .map(constrain);

const defaults = (): MatrixParams => createFigureStore(convMatrixScene).getState().params;
const total = (p: MatrixParams): number => convMatrixScene.total(build(p));

describe('the scene conv-matrix', () => {
  it('opens with a 4 × 16 matrix: 36 weights, 28 zeros, nine different weights', () => {
    const model = build(defaults());
    expect([model.outputs, model.inputs, model.matrix.value.length]).toEqual([4, 16, 36]);
    expect(new Set(model.matrix.value).size).toBe(9);
    expect(model.w.data.includes(0)).toBe(false);
    expect(total(defaults())).toBeLessThan(250);
  });

  it('is one computation: the matrix, the convolution and im2col give the same numbers', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        expect([...multiply(model.matrix, model.x.data)]).toEqual([...model.y.data].map((v) => v + 0));
        expect([...multiply(transposed(model.matrix), model.dy.data)]).toEqual(
          [...model.dx.data].map((v) => v + 0),
        );
        const { outputs, taps } = model;
        for (let o = 0; o < outputs; o++) {
          let sum = 0;
          for (let t = 0; t < taps; t++)
            sum += (model.columns.data[t * outputs + o] as number) * (model.w.data[t] as number);
          expect(sum).toBeCloseTo(model.y.data[o] as number, 9);
        }
        const back = col2im(
          model.dcolumns.reshape([1, taps, outputs]),
          model.x.shape,
          p.kernel,
          model.options,
        );
        for (let i = 0; i < back.size; i++) expect(back.data[i]).toBeCloseTo(model.dx.data[i] as number, 9);
      }),
    );
  });

  it('sends and receives the same amount: ∂y · 𝒞x = 𝒞ᵀ∂y · x', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { x, y, dx, dy } = build(p);
        const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
          Array.from(a).reduce((sum, value, i) => sum + value * (b[i] as number), 0);
        expect(dot(dy.data, y.data)).toBeCloseTo(dot(dx.data, x.data), 8);
      }),
    );
  });

  it('explains every output and every input gradient with the number of the core', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        for (let o = 0; o < model.outputs; o++) {
          const cell = { tensor: 'y', row: Math.floor(o / model.out), col: o % model.out };
          expect(viewAt(model, 0, cell).line.value).toBeCloseTo(model.y.data[o] as number, 12);
        }
        for (let i = 0; i < model.inputs; i++) {
          const cell = { tensor: 'x', row: Math.floor(i / p.input), col: i % p.input };
          expect(viewAt(model, 0, cell).line.value).toBeCloseTo(model.dx.data[i] as number, 12);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('walks row by row, one product a step, and ends with every number known', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const [forward, backward] = model.passes;
        expect(forward.steps).toBe(model.matrix.value.length);
        expect(backward.steps).toBe(forward.steps);
        for (let position = 1; position <= forward.steps + backward.steps; position += 7) {
          const { done, meetings, moment, current } = viewAt(model, position);
          expect(done).toBeGreaterThan(0);
          expect(done).toBeLessThanOrEqual(meetings.length);
          const at = moment.pass.id === 'forward' ? current?.o : current?.i;
          expect(at).toBe(moment.cell);
        }
        const [mid, end] = [forward.steps, forward.steps + backward.steps].map((at) => viewAt(model, at));
        for (let o = 0; o < model.outputs; o++) expect(mid?.known(o)).toBe(true);
        for (let i = 0; i < model.inputs; i++) expect(end?.known(i)).toBe(true);
        expect(viewAt(model, turnedTo(model)).direction).toBe('backward');
      }),
      { numRuns: 60 },
    );
  });

  it('folds a row into the kernel in its place, and a column into the kernel turned by 180°', () => {
    const model = build(constrain({ ...defaults(), input: 5, padding: 1 }));
    const kernel = [...model.w.data];
    const dense = (values: readonly (number | null)[], top: number, left: number): (number | null)[] =>
      [0, 1, 2].flatMap((r) => [0, 1, 2].map((c) => values[(top + r) * 5 + left + c] ?? null));
    const row = viewAt(model, 0, { tensor: 'y', row: 2, col: 2 });
    expect(dense(foldedValues(model, row), 1, 1)).toEqual(kernel);
    const column = viewAt(model, 0, { tensor: 'x', row: 2, col: 2 });
    expect(dense(foldedValues(model, column), 1, 1)).toEqual([...kernel].reverse());
  });

  it('loses only rows when the stride grows', () => {
    const all = build(constrain({ ...defaults(), padding: 1 }));
    const some = build(constrain({ ...defaults(), padding: 1, stride: 2 }));
    expect([all.outputs, some.outputs]).toEqual([16, 4]);
    [0, 2, 8, 10].forEach((row, o) => {
      const rowOf = (model: typeof all, at: number): number[] => [
        ...model.tapAt.slice(at * 16, at * 16 + 16),
      ];
      expect(rowOf(some, o)).toEqual(rowOf(all, row));
    });
  });

  it('prints lines and counts that close', () => {
    fc.assert(
      fc.property(params, fc.double({ min: 0, max: 1, noNaN: true }), (p, where) => {
        const model = build(p);
        const view = viewAt(model, Math.floor(where * total(p)));
        const [left = '', right = ''] = lineText(view.line).split('=');
        expect(evaluate(left) + 0).toBe(evaluate(right) + 0);
        for (const row of countRows(model)) expect(evaluate(row.left)).toBe(row.value);
        for (const language of ['en', 'zh'] as const)
          expect(captionOf(model, view, language).length).toBeGreaterThan(10);
      }),
    );
  });

  it('fits its drawings', () => {
    for (const [rows, cols] of [
      [4, 16],
      [16, 4],
      [36, 36],
      [1, 9],
      [9, 1],
    ] as const) {
      expect(crossLayout(rows, cols).width).toBeLessThanOrEqual(WIDTH);
      expect(crossLayout(rows, cols).height).toBeLessThanOrEqual(WIDTH);
    }
    expect(patchLayout(9, 36).height).toBeLessThan(300);
  });

  it('writes links that read back, and constrains once for all', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        const { params: again, problems } = parseParams(specs, formatParams(specs, p));
        expect(problems).toEqual([]);
        expect(constrain(again)).toEqual(p);
        expect(build(p).outputs).toBeLessThanOrEqual(p.input ** 2);
      }),
    );
  });

  it('finds every beat, and ignores pins that are no cells', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(convMatrixScene);
      expect(store.actions.goTo(name), name).toBe(true);
      const { position, total: most } = store.getState();
      expect(position).toBeLessThanOrEqual(most);
    }
    const model = build(defaults());
    for (const tensor of ['x', 'y', 'w', 'C', 'Xcol', 'fold', 'zz'])
      expect(viewAt(model, 5, { tensor, row: 99, col: 99 }).asked).toBeNull();
  });
});
