import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitMaps, shiftedSquare } from '../../../src/kit/digits/featureMaps.ts';
import { candidatesOf, explainPool, readersOfCell, tiedCells } from '../../../src/kit/pooling/explain.ts';
import { type PoolSettings, poolLayer } from '../../../src/kit/pooling/layer.ts';
import { poolSizes } from '../../../src/kit/pooling/sizes.ts';
import { isRowRead, poolWindow } from '../../../src/kit/pooling/windows.ts';
import { type Tensor, tensor } from '../../../src/tensor/tensor.ts';

const SETTINGS: PoolSettings = {
  ...{ kind: 'max', global: false, kernel: 2, stride: 2, padding: 0, ceil: false, countPad: true },
};
const square = (side: number, values: readonly number[], channels = 1): Tensor =>
  tensor([1, channels, side, side], [...values], 'float64');
const EXAMPLE = square(4, [1, 3, 2, 0, 4, 2, 1, 5, 0, 1, 3, 3, 2, 6, 3, 1]);
const layerOf = (change: Partial<PoolSettings>, x = EXAMPLE) => poolLayer({ ...SETTINGS, ...change }, x);

const settings = fc
  .record({
    kind: fc.constantFrom('max' as const, 'average' as const),
    global: fc.boolean(),
    kernel: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 5 }),
    padding: fc.integer({ min: 0, max: 2 }),
    ceil: fc.boolean(),
    countPad: fc.boolean(),
  })
  .map((of) => ({ ...of, padding: Math.min(of.padding, Math.floor(of.kernel / 2)) }));
const anyLayer = fc
  .tuple(settings, fc.integer({ min: 5, max: 7 }), fc.integer({ min: 1, max: 2 }), fc.nat())
  .map(([of, side, channels, seed]) => {
    const values = Array.from({ length: channels * side * side }, (_, i) => ((i * 7 + seed) % 11) - 5);
    return poolLayer(of, square(side, values, channels));
  });

describe('a pooling layer', () => {
  it('has the numbers that are worked out by hand', () => {
    expect([...layerOf({}).y.data]).toEqual([4, 5, 6, 3]);
    expect([...layerOf({ kind: 'average' }).y.data]).toEqual([2.5, 2, 2.25, 2.5]);
    expect([...layerOf({ global: true }).y.data]).toEqual([6]);
    expect([...layerOf({ global: true, kind: 'average' }).y.data]).toEqual([37 / 16]);
  });

  it('takes the first of a tie in reading order', () => {
    const layer = layerOf({});
    const tie = explainPool(layer, [0, 1, 1]);
    if (tie.kind !== 'choice') throw new Error('a maximum is a choice');
    expect(tiedCells(tie)).toHaveLength(3);
    expect(tie.chosen).toBe(0);
    expect(readersOfCell(layer, [0, 2, 2])).toEqual([{ row: 1, col: 1, takes: true }]);
    expect(readersOfCell(layer, [0, 2, 3])).toEqual([{ row: 1, col: 1, takes: false }]);
  });

  it('pads a maximum with −∞, and a mean with zeros that count or do not', () => {
    const x = square(2, [-3, -1, -2, -4]);
    const padded = { kernel: 3, stride: 2, padding: 1 };
    expect([...layerOf(padded, x).y.data]).toEqual([-1]);
    expect([...layerOf({ ...padded, kind: 'average' }, x).y.data]).toEqual([-10 / 9]);
    expect([...layerOf({ ...padded, kind: 'average', countPad: false }, x).y.data]).toEqual([-2.5]);
  });

  it('rounds up as PyTorch does: a last window may hang over, but begins on the map or on the padding before it', () => {
    const five = square(
      5,
      Array.from({ length: 25 }, (_, i) => i),
    );
    expect(layerOf({}, five)).toMatchObject({ out: 2, unread: 1, over: 0, dropped: false });
    expect(layerOf({ ceil: true }, five)).toMatchObject({ out: 3, unread: 0, over: 1, dropped: false });
    // The padded row has 6 places; a third window would begin past them.
    expect(layerOf({ kernel: 2, stride: 3, padding: 1, ceil: true })).toMatchObject({
      ...{ out: 2, unread: 1, over: 0, dropped: true },
    });
    expect(layerOf({ kernel: 2, stride: 2, padding: 1, ceil: true }, five)).toMatchObject({
      ...{ out: 3, unread: 1, over: 0, dropped: true },
    });
    expect(poolSizes(layerOf({ ceil: true }, five)).tex).toContain(String.raw`\mathbf{3}`);
  });

  it('draws everything that a window covers, and knows what none reads', () => {
    fc.assert(
      fc.property(anyLayer, (layer) => {
        const { out, side, drawn, x } = layer;
        for (const at of [0, out - 1]) {
          const { row, rows } = poolWindow(layer, [at, at]);
          expect(row).toBeGreaterThanOrEqual(-drawn[0]);
          expect(row + rows).toBeLessThanOrEqual(side + drawn[2]);
        }
        for (let channel = 0; channel < (x.shape[1] as number); channel++)
          for (let row = 0; row < side; row++)
            for (let col = 0; col < side; col++) {
              const readers = readersOfCell(layer, [channel, row, col]);
              expect(readers.length > 0).toBe(isRowRead(layer, row) && isRowRead(layer, col));
              for (const reader of readers) {
                const of = explainPool(layer, [channel, reader.row, reader.col]);
                const place = ({ index }: { index: readonly number[] }) => index.join();
                const here = [0, channel, row, col].join();
                expect(candidatesOf(of).map(place)).toContain(here);
                if (of.kind === 'choice')
                  expect(reader.takes).toBe(place(of.candidates[of.chosen] as never) === here);
              }
            }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the feature maps of a digit', () => {
  it('move with the digit, as long as nothing but paper lies at the border', () => {
    const [here, moved] = [digitMaps(5, [0, 3]), digitMaps(5, [0, 3], { right: 1 })];
    expect(here.shape).toEqual([1, 2, 28, 28]);
    for (let map = 0; map < 2; map++)
      for (let row = 0; row < 28; row++)
        for (let col = 3; col < 26; col++)
          expect(moved.at(0, map, row, col)).toBe(here.at(0, map, row, col - 1));
  });

  it('has zeros come in at the side that a square is moved away from', () => {
    expect(shiftedSquare([1, 2, 3, 4], 2, 0, 1)).toEqual([0, 1, 0, 3]);
    expect(shiftedSquare([1, 2, 3, 4], 2, -1, 0)).toEqual([3, 4, 0, 0]);
  });
});
