import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGradient, holds } from '../../../src/kit/check/gradients.ts';
import { OPERATIONS, type OperationName } from '../../../src/kit/operations/table.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { settle } from '../../../src/playback/parameters/table.ts';
import { createFigureStore, type FigureStore } from '../../../src/playback/store.ts';
import { limitsOf } from '../../../src/scenes/bench/limits.ts';
import type { BenchModel, BenchResources } from '../../../src/scenes/bench/model.ts';
import type { BenchParams } from '../../../src/scenes/bench/parameters.ts';
import { bench } from '../../../src/scenes/bench/scene.ts';
import { STARTS } from '../../../src/scenes/bench/starts.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';
import { expectCaption, expectCloses, expectEqualsCell, expectMarksInside } from './contract/checkView.ts';
import { findTorch, NO_TORCH, numbersIn, runTorch, standsIn } from './contract/torch.ts';

const NAMES = Object.keys(OPERATIONS) as OperationName[];
const SIZE = { band: 'wide', width: 960, height: 336 } as const;

type Store = FigureStore<BenchParams, BenchModel, BenchResources>;

function storeOf(params: Partial<BenchParams>): Store {
  const store = createFigureStore(bench);
  store.actions.setParams(params);
  return store;
}

/** Settings of one operation, as its own start or anywhere near what a reader can set. */
const settingsOf = (op: OperationName): fc.Arbitrary<BenchParams> =>
  (arbitraryParams(bench) as unknown as fc.Arbitrary<BenchParams>).map((params) =>
    settle(bench, { ...params, op }),
  );

function check(store: Store): void {
  const { model, view, grids } = nowOf(bench, store.getState(), SIZE);
  expect(view.equations.length).toBeGreaterThan(0);
  for (const equation of view.equations) {
    expectCloses(equation);
    expectEqualsCell(equation, grids, view);
  }
  expectMarksInside(grids, view);
  for (const language of ['en', 'zh'] as const) expectCaption(bench.caption(model, view, language), view);
}

describe.each(NAMES)('%s on the bench', { timeout: 60_000 }, (op) => {
  it('comes with its start, and every cell of it answers', () => {
    const store = storeOf({ ...STARTS[op], op });
    expect(store.getState().params.op).toBe(op);
    const { model, track } = store.getState();
    for (let position = 0; position <= track.total; position++) {
      store.actions.seek(position);
      check(store);
    }
    for (const { id, rows, cols, planes = 1 } of bench.grids(model))
      for (let i = 0; i < rows * cols * planes; i++) {
        store.actions.pin({
          grid: id,
          plane: Math.floor(i / (rows * cols)),
          row: Math.floor(i / cols) % rows,
          col: i % cols,
        });
        check(store);
      }
  });

  it('holds for whatever a reader sets: lines close, gradients are slopes', () => {
    fc.assert(
      fc.property(settingsOf(op), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (params, at, n) => {
        const store = storeOf(params);
        expect(store.getState().params).toEqual(params);
        store.actions.seek(Math.round(at * store.getState().track.total));
        check(store);
        const { model } = store.getState();
        const grids = bench.grids(model);
        for (const { id, rows, cols, planes = 1 } of grids) {
          store.actions.pin({ grid: id, plane: n % planes, row: n % rows, col: n % cols });
          check(store);
        }
        for (const claim of bench.gradients?.(model) ?? []) {
          const values = grids.find(({ id }) => id === claim.grid)?.values ?? [];
          const found = checkGradient(claim, values);
          expect(holds(found), `${claim.grid} ${JSON.stringify(found)} ${JSON.stringify(params)}`).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('takes a typed number for every grid that is given', () => {
    const store = storeOf({ ...STARTS[op], op });
    for (const { id, edit } of bench.grids(store.getState().model)) {
      if (!edit) continue;
      store.actions.setParams(edit(0, 7.5));
      const values = bench.grids(store.getState().model).find((grid) => grid.id === id)?.values ?? [];
      expect(values[0]).toBe(7.5);
    }
    const other = createFigureStore(bench);
    other.actions.fromLink(store.actions.toLink());
    expect(other.getState().params).toEqual(store.getState().params);
  });
});

describe('a share with all its digits', () => {
  it.each([
    ['the largest score itself', [0.1, 0.2, 0.7], '0.7'],
    ['also where the power rounds to 0', [-4, 0, 740.3], '740.3'],
  ])('is made of %s', (_, scores, top) => {
    const store = storeOf({ op: 'softmax', rows: 1, cols: 3, x: [1, 3, ...scores] });
    store.actions.setFullPrecision(true);
    store.actions.pin({ grid: 'y', plane: 0, row: 0, col: 0 });
    const { view } = nowOf(bench, store.getState(), SIZE);
    const [line] = view.equations;
    const text = JSON.stringify(line);
    expect(text).toContain(` − ${top})`);
    expect(text).not.toMatch(/0000|9999/);
    check(store);
  });

  it('is drawn from a whole seed', () => expect(storeOf({ seed: 1.4 }).getState().params.seed).toBe(1));
});

describe('limits', () => {
  it('are told where a number stops before the end of its scale, and only there', () => {
    const at = (params: Partial<BenchParams>) =>
      limitsOf(storeOf(params).getState().params).map(({ en }) => en);
    expect(at({})).toEqual([]);
    expect(at({ kernelRows: 5 })[0]).toContain('has to fit');
    expect(at({ padMode: 'reflect', top: 4 })[0]).toContain('copy of the input');
    expect(at({ op: 'maxPool', top: 2, kernelRows: 1 })[0]).toContain('at most half');
    expect(at({ op: 'transposed', strideRows: 2, outputRows: 3 })[0]).toContain('fewer than the stride');
    expect(at({ channels: 2, filters: 3 })[0]).toContain('One group only');
    expect(at({ op: 'batchNorm', rows: 1, cols: 1, samples: 1 })[0]).toContain('no spread');
  });
});

/** Scores so far apart that shares round to 0, beside those that random input finds. */
const FAR_APART = (['softmax', 'logSoftmax', 'crossEntropy'] as const).map((op) =>
  settle(bench, {
    ...storeOf({ op }).getState().params,
    rows: 1,
    cols: 3,
    x: [1, 3, 0, 1000, -1e6],
    t: [1, 3, 1, 0, 0],
  }),
);

const python = findTorch();
if (python === null) console.info(NO_TORCH);

describe.skipIf(python === null)('the copied code prints what is on the bench (needs torch)', () => {
  const cases = NAMES.flatMap((op) => [
    { ...STARTS[op], op },
    ...fc.sample(settingsOf(op), { numRuns: 6, seed: 19 }),
    ...FAR_APART.filter((params) => params.op === op),
  ]).map((params) => {
    const { model, view, grids } = nowOf(bench, storeOf(params).getState(), SIZE);
    const wanted = model.operation.passes.map(({ id }) => ({ id, values: grids.get(id)?.values ?? [] }));
    return { params, wanted, torch: bench.code.pytorch(model, view), numpy: bench.code.numpy(model, view) };
  });

  it.each(['torch', 'numpy'] as const)('%s', { timeout: 240_000 }, (language) => {
    const snippets = cases.map((one) =>
      language === 'torch'
        ? one.torch
        : one.numpy.replace(
            /np\.set_printoptions\(.*\)/,
            'np.set_printoptions(floatmode="unique", threshold=10**9)',
          ),
    );
    const ran = runTorch(python as string, snippets);
    cases.forEach(({ params, wanted }, i) => {
      const { printed = '', failed } = ran[i] ?? {};
      const where = `${JSON.stringify(params)}\n${snippets[i]}\n${printed}`;
      expect(failed, where).toBeUndefined();
      const numbers = numbersIn(printed);
      // A gradient of rounding alone is another one in every library.
      const isLost = (values: ArrayLike<number>): boolean =>
        Array.from(values).every((value) => Math.abs(value) < 1e-12) &&
        Array.from(values).some((value) => value !== 0);
      for (const { id, values } of wanted.filter((one) => !isLost(one.values)))
        expect(standsIn(numbers, values), `${id}: ${Array.from(values)}\n${where}`).toBe(true);
    });
  });
});
