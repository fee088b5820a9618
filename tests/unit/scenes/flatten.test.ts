import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { addressOf } from '../../../src/scenes/flatten/model.ts';
import { type FlattenParams, MOST } from '../../../src/scenes/flatten/parameters.ts';
import { flattenScene } from '../../../src/scenes/flatten/scene.ts';
import { conv2d } from '../../../src/tensor/conv2d.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;

function figure(change: Partial<FlattenParams> = {}) {
  const store = createFigureStore(flattenScene);
  store.actions.setParams(change);
  const now = () => nowOf(flattenScene, store.getState(), SIZE);
  return { ...store.actions, now, model: () => store.getState().model };
}

const sizes = fc.record({
  channels: fc.integer({ min: 1, max: 4 }),
  height: fc.integer({ min: 1, max: 4 }),
  width: fc.integer({ min: 1, max: 4 }),
  order: fc.constantFrom('first' as const, 'last' as const),
  seed: fc.integer({ min: 1, max: 99 }),
});

describe('the scene flatten', () => {
  it('gives every cell one address, that of its formula', () => {
    fc.assert(
      fc.property(sizes, (change) => {
        const model = figure(change).model();
        const { channels, height, width, order } = model.params;
        expect(model.places.length).toBe(channels * height * width);
        expect(model.places.length).toBeLessThanOrEqual(MOST);
        model.places.forEach((place, at) => {
          const { c, i, j } = place;
          const address =
            order === 'first' ? c * height * width + i * width + j : (i * width + j) * channels + c;
          expect(address).toBe(at);
          expect(addressOf(model, place)).toBe(at);
          expect(model.flat.data[at]).toBe(model.x.at(0, c, i, j));
        });
      }),
    );
  });

  it('is a convolution whose kernels are as large as the maps', () => {
    fc.assert(
      fc.property(sizes, (change) => {
        const { x, w, b, logits, params } = figure({ ...change, order: 'first' }).model();
        const { classes, channels, height, width } = params;
        const kernels = w.reshape([classes, channels, height, width]);
        expect([...conv2d(x, kernels, b).data]).toEqual([...logits.data]);
      }),
    );
  });

  it('writes the address of the step, and of a cell that is asked for', () => {
    const one = figure();
    one.goTo('address');
    expect(one.now().view.equations[0]).toMatchObject({ parts: ['1 × 6 + 0 × 3 + 2'], value: 8, sign: '=' });
    one.setParams({ order: 'last' });
    one.pin({ grid: 'x', plane: 1, row: 0, col: 2 });
    expect(one.now().view.equations[0]).toMatchObject({ parts: ['(0 × 3 + 2) × 2 + 1'], value: 5 });
    expect(one.now().view.grids['w']?.marks?.size).toBe(3);
  });

  it('forgets typed numbers that belong to another size', () => {
    const one = figure();
    one.setParams({ x: Array<number>(12).fill(7) });
    expect(one.model().x.at(0, 1, 1, 2)).toBe(7);
    one.setParams({ width: 2 });
    expect(one.model().params.x).toBeNull();
  });
});
