import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { pytorchCode } from '../../../src/scenes/conv-backward/code.ts';
import { type Bench, drawnOn } from '../../../src/scenes/conv-backward/layout.ts';
import type { BackwardParams } from '../../../src/scenes/conv-backward/parameters.ts';
import { convBackward } from '../../../src/scenes/conv-backward/scene.ts';
import type { BackwardView } from '../../../src/scenes/conv-backward/view.ts';
import { findTorch, NO_TORCH, numbersIn, runTorch, standsIn } from './contract/torch.ts';

const storeWith = (params: Partial<BackwardParams>) => {
  const store = createFigureStore(convBackward);
  store.actions.setParams(params);
  return store;
};
const SIZE = { band: 'wide', width: 960, height: 376 } as const;
const viewOf = (store: ReturnType<typeof storeWith>): BackwardView =>
  nowOf(convBackward, store.getState(), SIZE).view as BackwardView;

const TWO = { channels: 2, filters: 2 } as const;

it('names both ways of a pixel that is asked for; of one that no window read, one of them is a sum of nothing', () => {
  const store = createFigureStore(convBackward);
  const linesAt = (beat: string) => {
    store.actions.goTo(beat);
    return viewOf(store).equations;
  };
  expect(linesAt('both-ways').map(({ way }) => way?.en)).toEqual(['Gather', 'Scatter']);
  expect(linesAt('both-ways').map(({ line }) => line.result.text)).toEqual(['15', '15']);
  const [, scattered] = linesAt('unread');
  expect(scattered?.terms).toEqual([]);
  expect(scattered?.line.result.text).toBe('0');
});

it('shows the gaps of a turned kernel: two weights a side, three places apart from first to last', () => {
  const store = createFigureStore(convBackward);
  store.actions.goTo('dilated');
  const { grids, explanation } = viewOf(store);
  expect(grids['spread']?.windows?.[0]).toMatchObject({ rows: 3, cols: 3 });
  expect(explanation.terms).toHaveLength(4);
  expect(explanation.terms.some(({ factors }) => factors.some(({ virtual }) => virtual))).toBe(false);
});

describe('conv-backward with several planes', () => {
  it('leaves the kernels’ gradients to their own bench', () => {
    const { model } = storeWith(TWO).getState();
    const drawn = (bench: Bench) => drawnOn(bench, model, SIZE);
    for (const bench of ['gather', 'scatter'] as const) expect(drawn(bench)).not.toContain('dw');
    expect(drawn('weight')).toContain('dw');
    expect(drawn('bias')).toEqual(expect.arrayContaining(['dw', 'db']));
  });

  it('keeps typed numbers on their planes when a size, the channels or the filters change', () => {
    const sizes = fc.record({
      channels: fc.integer({ min: 1, max: 3 }),
      filters: fc.integer({ min: 1, max: 3 }),
      kernel: fc.integer({ min: 1, max: 3 }),
    });
    const change = fc.constantFrom('channels', 'filters', 'kernel', 'input');
    fc.assert(
      fc.property(sizes, change, fc.integer({ min: 1, max: 3 }), (before, name, value) => {
        const store = storeWith({ ...before, padding: 0, stride: 1 });
        const first = store.getState().model;
        store.actions.setParams({
          w: [...first.w.data],
          x: [...first.x.data],
          dy: [...first.dy.data],
          preset: 'own',
        });
        store.actions.setParams({ [name]: name === 'input' ? value + 4 : value });
        const { model, params } = store.getState();
        expect(params.w).toHaveLength(model.w.size);
        expect(params.x).toHaveLength(model.x.size);
        expect(params.dy).toHaveLength(model.dy.size);
        const common = (axis: number) =>
          Math.min(first.w.shape[axis] as number, model.w.shape[axis] as number);
        if (name !== 'kernel')
          for (let f = 0; f < common(0); f++)
            for (let c = 0; c < common(1); c++) expect(model.w.at(f, c, 0, 0)).toBe(first.w.at(f, c, 0, 0));
        for (let c = 0; c < common(1); c++) expect(model.x.at(0, c, 1, 1)).toBe(first.x.at(0, c, 1, 1));
      }),
    );
  });

  it.each(['gather', 'scatter'] as const)(
    'lays on the bench the planes whose product is made: %s',
    (method) => {
      const store = storeWith({ ...TWO, method });
      const { track } = store.getState();
      const stretch = track.stretches[0];
      for (let position = 1; position <= (stretch?.steps ?? 0); position += 7) {
        store.actions.seek(position);
        const { current, pair, grids } = viewOf(store);
        const weight = current?.factors.find(({ tensor }) => tensor === 'w');
        expect([pair.filter, pair.channel]).toEqual(weight?.index.slice(0, 2));
        const { model } = store.getState();
        if (method === 'gather')
          expect(grids['turned']?.values?.[0]).toBe(model.w.at(pair.filter, pair.channel, 0, 0));
      }
    },
  );

  it('means by a number of a copy the number itself', () => {
    const store = storeWith({ ...TWO });
    store.actions.seek(14);
    const { grids, pair } = viewOf(store);
    expect(pair).toEqual({ filter: 1, channel: 0 });
    expect(grids['turned']?.standsFor?.(5)).toEqual({ grid: 'w', plane: 2, row: 1, col: 2 });
    expect(grids['spread']?.standsFor?.(4)).toEqual({ grid: 'dy', plane: 1, row: 1, col: 1 });
  });

  it('names the planes of what it speaks of', () => {
    const store = storeWith({ ...TWO });
    store.actions.pin({ grid: 'w', plane: 2, row: 0, col: 1 });
    expect(viewOf(store).equations[0].head).toBe('∂w₁,₀,₀,₁');
    store.actions.pin({ grid: 'x', plane: 1, row: 0, col: 1 });
    expect(viewOf(store).equations.map(({ head }) => head)).toEqual(['∂x₁,₀,₁', '∂x₁,₀,₁']);
  });
});

const python = findTorch();

describe.skipIf(!python)(`its PyTorch code${python ? '' : ` (${NO_TORCH})`}`, { timeout: 120_000 }, () => {
  const cases: Partial<BackwardParams>[] = [
    {},
    { channels: 2, filters: 3 },
    { input: 6, padding: 0, ...TWO },
    { input: 7, dilation: 2, stride: 1, padding: 2, filters: 2 },
  ];

  it('prints the gradients by autograd, and ∂x once more by the transposed convolution', () => {
    const models = cases.map((params) => storeWith(params).getState().model);
    const runs = runTorch(python as string, models.map(pytorchCode));
    for (const [i, { dx, dw, db }] of models.entries()) {
      const expected = [dx, dw, db, dx].flatMap(({ data }) => [...data]);
      const numbers = numbersIn(runs[i]?.printed ?? '');
      expect(numbers, runs[i]?.failed).toHaveLength(expected.length);
      expect(standsIn(numbers, expected)).toBe(true);
    }
  });
});
