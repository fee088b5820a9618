import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/playback/parameters/table.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { build, lossOf } from '../../../src/scenes/convolution/model.ts';
import { convolution } from '../../../src/scenes/convolution/scene.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';

type Params = Parameters<typeof build>[0];

describe('convolution', () => {
  it('has gradients that agree with a central difference of its loss', () => {
    fc.assert(
      fc.property(arbitraryParams(convolution), (params) => {
        const small = settle(convolution, {
          ...(params as unknown as Params),
          source: 'numbers',
          input: 5,
          b: 1,
        });
        const model = build(small);
        const epsilon = 1e-3;
        for (const [value, gradient] of [
          ['x', 'dx'],
          ['w', 'dw'],
          ['b', 'db'],
        ] as const)
          for (let i = 0; i < model[gradient].size; i++) {
            const loss = (by: number): number => {
              const now = { x: model.x, w: model.w, b: model.b ?? model.db };
              const changed = now[value].clone();
              changed.data[i] = (changed.data[i] as number) + by;
              now[value] = changed;
              return lossOf(model, now.x, now.w, now.b);
            };
            const slope = (loss(epsilon) - loss(-epsilon)) / (2 * epsilon);
            const found = model[gradient].data[i] as number;
            expect(Math.abs(slope - found), `${gradient}[${i}]`).toBeLessThan(
              1e-5 * Math.max(1, Math.abs(found)),
            );
          }
      }),
      { numRuns: 25 },
    );
  });

  it('works out the example of chapter 3', () => {
    const store = createFigureStore(convolution);
    store.actions.goTo('weight-gradient');
    const { model } = store.getState();
    expect(Array.from(model.y.data)).toEqual([14, 7, 13, 11]);
    expect(Array.from(model.dy.data)).toEqual([1, 2, 3, -1]);
    expect(Array.from(model.dw.data)).toEqual([9, 7, 3, 6]);
    expect(Array.from(model.dx.data)).toEqual([1, 4, 4, 6, 15, 6, 9, 9, -4]);
    expect(Array.from(model.db.data)).toEqual([5]);
  });
});
