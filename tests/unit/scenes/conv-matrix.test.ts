import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StageSize } from '../../../src/kit/scene/defineScene.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { arrange } from '../../../src/kit/stage/arrange.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { layoutOf } from '../../../src/scenes/conv-matrix/layout.ts';
import { build } from '../../../src/scenes/conv-matrix/model.ts';
import type { MatrixParams } from '../../../src/scenes/conv-matrix/parameters.ts';
import { convMatrix } from '../../../src/scenes/conv-matrix/scene.ts';
import { foldedValues } from '../../../src/scenes/conv-matrix/view.ts';
import { multiply, transposed } from '../../../src/tensor/convMatrix.ts';
import { col2im } from '../../../src/tensor/im2col.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';

const params = arbitraryParams(convMatrix) as fc.Arbitrary<unknown> as fc.Arbitrary<MatrixParams>;
const SIZE: StageSize = { band: 'wide', width: 960, height: 380 };

/** A figure with parameters set, and what stands in it. */
function open(changed: Partial<MatrixParams> = {}) {
  const store = createFigureStore(convMatrix);
  store.actions.setParams(changed);
  const now = () => nowOf(convMatrix, store.getState(), SIZE);
  const at = (grid: string, row: number, col: number) => {
    store.actions.pin({ grid, plane: 0, row, col });
    return now();
  };
  return { store, now, at };
}

const beat = (name: string) => {
  const figure = open();
  expect(figure.store.actions.goTo(name), name).toBe(true);
  return figure.now();
};

const numbers = (values: ArrayLike<number>): number[] => Array.from(values, (value) => value + 0);

describe('the matrix of a convolution', () => {
  it('opens with 4 × 16 cells: 36 weights, 28 zeros, nine different weights', () => {
    const { model } = open().now();
    expect([model.outputs, model.inputs, model.matrix.value.length]).toEqual([4, 16, 36]);
    expect(numbers(model.dense).filter((value) => value === 0)).toHaveLength(28);
    expect(new Set(model.matrix.value).size).toBe(9);
  });

  it('is one computation: the matrix, the convolution and im2col give the same numbers', () => {
    fc.assert(
      fc.property(params, (asked) => {
        const model = build(asked);
        const { outputs, taps, matrix, x, dx, dy, y, w } = model;
        expect(numbers(multiply(matrix, x.data))).toEqual(numbers(y.data));
        expect(numbers(multiply(transposed(matrix), dy.data))).toEqual(numbers(dx.data));
        for (let o = 0; o < outputs; o++) {
          let sum = 0;
          for (let t = 0; t < taps; t++)
            sum += (model.columns.data[t * outputs + o] as number) * (w.data[t] as number);
          expect(sum).toBeCloseTo(y.data[o] as number, 6);
        }
        const back = col2im(model.dcolumns.reshape([1, taps, outputs]), x.shape, asked.kernel, model.options);
        for (let i = 0; i < back.size; i++) expect(back.data[i]).toBeCloseTo(dx.data[i] as number, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('draws what it multiplies: the dense matrix is the sparse one, its transpose the same turned over', () => {
    fc.assert(
      fc.property(params, (asked) => {
        const { matrix, dense, transposed: turned, inputs, outputs } = build(asked);
        const filled = new Float64Array(outputs * inputs);
        matrix.value.forEach((value, e) => {
          filled[(matrix.row[e] as number) * inputs + (matrix.column[e] as number)] = value;
        });
        expect(numbers(dense)).toEqual(numbers(filled));
        for (let o = 0; o < outputs; o++)
          for (let i = 0; i < inputs; i++) expect(turned[i * outputs + o]).toBe(dense[o * inputs + i]);
      }),
      { numRuns: 40 },
    );
  });

  it('takes one step for each entry, there and back', () => {
    fc.assert(
      fc.property(params, (asked) => {
        const { track, matrix } = build(asked);
        expect(track.stretches.map(({ steps }) => steps)).toEqual([matrix.value.length, matrix.value.length]);
      }),
      { numRuns: 40 },
    );
  });

  it('folds a row into the kernel in its place, and a column into the kernel turned by 180°', () => {
    const { at } = open({ input: 5, padding: 1 });
    const inner = (values: readonly (number | null)[]) =>
      [1, 2, 3].flatMap((row) => values.slice(row * 5 + 1, row * 5 + 4));
    const row = at('y', 2, 2);
    const kernel = numbers(row.model.w.data);
    expect(inner(foldedValues(row.model, row.view.folded))).toEqual(kernel);
    const column = at('x', 2, 2);
    expect(inner(foldedValues(column.model, column.view.folded))).toEqual(kernel.toReversed());
  });

  it('shows a whole turned kernel in a column of the matrix where the text says so', () => {
    const { model, view, moment } = beat('turned-kernel');
    expect(moment.stretch.id).toBe('forward');
    expect(view.folded).toEqual({ kind: 'column', index: 5 });
    const weights = foldedValues(model, view.folded).filter((value) => value !== null);
    expect(weights).toEqual(numbers(model.w.data).toReversed());
    expect(view.grids['C']?.windows).toEqual([{ row: 0, col: 5, rows: 16, cols: 1, role: 'window' }]);
  });

  it('says what the other sentences of the text say', () => {
    expect(beat('transpose-corner').view.equations[0].terms).toHaveLength(1);
    expect(beat('stride-back').view.equations[0].terms).toHaveLength(0);
    expect(beat('one-weight').view.equations[0].terms).toHaveLength(4);
    expect(beat('columns').model.params.view).toBe('patches');
    expect(beat('columns').view.equations[0].terms).toHaveLength(2);
    expect(beat('transpose').moment.stretch.id).toBe('backward');
  });

  it('loses only rows when the stride grows', () => {
    const rows = ({ tapAt }: { tapAt: Int16Array }, o: number) => [...tapAt.slice(o * 16, o * 16 + 16)];
    const all = beat('padded').model;
    const some = beat('stride-two').model;
    expect([all.outputs, some.outputs]).toEqual([16, 4]);
    [0, 2, 8, 10].forEach((row, o) => {
      expect(rows(some, o)).toEqual(rows(all, row));
    });
  });

  it('fits its stage in every shape, with digits in the matrix of the first sight, also on a phone', {
    timeout: 60_000,
  }, () => {
    const sizes: StageSize[] = [
      SIZE,
      { band: 'medium', width: 712, height: 360 },
      { band: 'phone', width: 360, height: 330 },
    ];
    const shapes = [
      { input: 4, padding: 0 },
      { input: 4, padding: 1 },
      { input: 6, padding: 1 },
    ];
    for (const view of ['matrix', 'patches'] as const)
      for (const shape of shapes) {
        const { model, grids } = open({ ...shape, view }).now();
        for (const size of sizes)
          for (const pass of ['forward', 'backward'] as const) {
            const boxes = arrange(size, { plan: layoutOf(pass)(size, model), specs: grids });
            const name = `${pass} ${size.band} ${view} ${shape.input} ${shape.padding}`;
            for (const box of Object.values(boxes)) {
              expect(box.x + box.width, `${name} ${box.id}`).toBeLessThanOrEqual(size.width);
              expect(box.y + box.height, `${name} ${box.id}`).toBeLessThanOrEqual(size.height);
              if (grids.has(box.id)) expect(box.cell, `${name} ${box.id}`).toBeGreaterThanOrEqual(4);
            }
            const matrix = boxes[view === 'patches' ? 'vw' : pass === 'forward' ? 'C' : 'Ct'];
            if (shape === shapes[0]) expect(matrix?.cell, name).toBeGreaterThanOrEqual(18);
          }
      }
  });
});
