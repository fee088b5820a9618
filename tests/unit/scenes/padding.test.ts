import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/playback/parameters/table.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { build } from '../../../src/scenes/padding/model.ts';
import { padding } from '../../../src/scenes/padding/scene.tsx';
import { arbitraryParams } from './contract/arbitraryParams.ts';

type Params = Parameters<typeof build>[0];

describe('padding', () => {
  it('counts as many uses as there are taps on the picture', () => {
    fc.assert(
      fc.property(arbitraryParams(padding), (asked) => {
        const params = settle(padding, asked as unknown as Params);
        const { uses, out, before } = build(params);
        const { kernel, stride, dilation, input, mode } = params;
        let taps = 0;
        for (let o = 0; o < out; o++)
          for (let k = 0; k < kernel; k++) {
            const place = o * stride + k * dilation - before;
            if (mode !== 'zeros' || (place >= 0 && place < input)) taps++;
          }
        expect(Array.from(uses.data).reduce((sum, n) => sum + n, 0)).toBe(taps * taps);
      }),
      { numRuns: 60 },
    );
  });

  it('gives “same” the size ⌈i / s⌉, the odd row after', () => {
    const store = createFigureStore(padding);
    store.actions.setParams({ kernel: 4 });
    expect(store.getState().model).toMatchObject({ before: 1, after: 2, out: 7 });
    store.actions.setParams({ kernel: 3, input: 8, stride: 2 });
    expect(store.getState().model).toMatchObject({ before: 0, after: 1, out: 4 });
  });

  it('becomes padding by hand when an amount is set', () => {
    const store = createFigureStore(padding);
    store.actions.setParams({ before: 2 });
    expect(store.getState().params).toMatchObject({ fit: 'own', before: 2, after: 1 });
  });
});
