import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/playback/parameters/table.ts';
import { build, isKept } from '../../../src/scenes/stride/model.ts';
import { stride } from '../../../src/scenes/stride/scene.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';

type Params = Parameters<typeof build>[0];

describe('stride', () => {
  it('keeps of the output at stride 1 what stands on its multiples, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryParams(stride), (asked) => {
        const params = settle(stride, asked as unknown as Params);
        const model = build(params);
        const { out, y, everyPlace } = model;
        for (let row = 0; row < out; row++)
          for (let col = 0; col < out; col++) {
            expect(isKept(model, row * params.stride, col * params.stride)).toBe(true);
            expect(y.at(0, 0, row, col)).toBe(
              everyPlace.y.at(0, 0, row * params.stride, col * params.stride),
            );
          }
      }),
      { numRuns: 60 },
    );
  });

  it('moves the output by one when the picture moves by its stride', () => {
    const at = (shift: number) => build({ ...settle(stride, defaults()), shift });
    const [here, moved] = [at(0), at(2)];
    for (let row = 0; row < here.out; row++)
      for (let col = 1; col < here.out; col++)
        expect(moved.y.at(0, 0, row, col)).toBe(here.y.at(0, 0, row, col - 1));
  });
});

function defaults(): Params {
  return Object.fromEntries(
    Object.entries(stride.params).map(([name, spec]) => [name, spec.default]),
  ) as unknown as Params;
}
