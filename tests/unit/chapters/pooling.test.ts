import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { thousands } from '../../../src/formula/numbers.ts';
import { FIRST_LAYER } from '../../../src/kit/digits/firstLayer.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createModel } from '../../../src/network/model.ts';
import { digitNetwork } from '../../../src/network/spec.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { pooling } from '../../../src/scenes/pooling/scene.ts';
import { avgPool2d } from '../../../src/tensor/avgPool2d.ts';
import { conv2dCounts } from '../../../src/tensor/counts.ts';
import { maxPool2d } from '../../../src/tensor/maxPool2d.ts';
import { tensor } from '../../../src/tensor/tensor.ts';

/** What chapter 10 says in numbers is what the core computes. */
const modelAt = (beat: string) => {
  const store = createFigureStore(pooling);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState().model;
};
const row = (...values: number[]) => tensor([1, 1, 1, values.length], values, 'float64');
const percent = (share: number | undefined): string => `${Math.round((share ?? Number.NaN) * 100)}%`;

describe.each(LANGUAGES)('the numbers of chapter 10, %s', (language) => {
  const text = readFileSync(`src/chapters/10-pooling/${language}.mdx`, 'utf8');
  const says = (...all: readonly (string | number)[]): void => {
    for (const one of all) expect(text).toContain(String(one));
  };

  it('pools its example by hand', () => {
    const { x, y } = modelAt('done');
    const matrix = (values: ArrayLike<number>, side: number): string => {
      const rows = Array.from({ length: side }, (_, r) =>
        Array.from({ length: side }, (_, c) => values[r * side + c]).join('&'),
      );
      return `\\begin{bmatrix}${rows.join('\\\\')}\\end{bmatrix}`;
    };
    says(matrix(x.data, 4), matrix(y.data, 2), matrix(modelAt('averages').y.data, 2));
    says(
      `$(1+3+4+2)/4=${avgPool2d(x, { kernel: 2 }).at(0, 0, 0, 0)}$`,
      avgPool2d(row(9, 0, 0, 0), { kernel: [1, 4] }).at(0, 0, 0, 0),
    );
    // A number that lost leaves no trace, up to the one that won.
    for (const value of [0, 3.9]) {
      const other = [...x.data];
      other[5] = value;
      const changed = maxPool2d(tensor(x.shape, other, 'float64'), { kernel: 2 }).y;
      expect([...changed.data]).toEqual([...y.data]);
    }
  });

  it('has no parameters', () => {
    const pool = createModel({ input: [8, 28, 28], layers: [{ type: 'maxPool2d', kernel: 2 }] });
    expect(pool.params).toHaveLength(0);
  });

  it('rounds as its section says', () => {
    expect(modelAt('floor')).toMatchObject({ side: 5, out: 2, unread: 1 });
    expect(modelAt('ceil')).toMatchObject({ out: 3, over: 1 });
    expect(modelAt('dropped')).toMatchObject({ out: 3, dropped: true });
    expect(modelAt('dense').out).toBe(3);
    expect(modelAt('all-maps').y.shape).toEqual([1, 8, 14, 14]);
    says(modelAt('all-maps').x.size, modelAt('all-maps').y.size);
  });

  it('has the border of its question', () => {
    for (const [beat, value] of [
      ['border', -1],
      ['border-average', -1],
      ['border-uncounted', -2],
    ] as const) {
      const { x, y } = modelAt(beat);
      expect([x.at(0, 0, 0, 1), x.at(0, 0, 0, 2)]).toEqual([-3, -1]);
      expect(y.at(0, 0, 0, 1)).toBe(value);
    }
  });

  it('lets the 9 walk', () => {
    const pooled = (...values: number[]) => [...maxPool2d(row(...values), { kernel: [1, 2] }).y.data];
    expect(pooled(9, 0, 0, 0)).toEqual([9, 0]);
    expect(pooled(0, 9, 0, 0)).toEqual([9, 0]);
    expect(pooled(0, 0, 9, 0)).toEqual([0, 9]);
    expect([...avgPool2d(row(0, 9, 0, 0), { kernel: [1, 2] }).data]).toEqual([4.5, 0]);
    expect(modelAt('spot-one').change?.y.cells).toBe(0);
    expect(modelAt('spot-two').change?.y.cells).toBe(2);
  });

  it('weighs what a shift of one pixel changes', () => {
    const { x, y } = modelAt('map-shifted').change ?? {};
    if (!x || !y) throw new Error('nothing is shifted');
    says(x.of, x.cells, percent(x.cells / x.of), y.of, y.cells, percent(y.cells / y.of));
    says(percent(x.share), percent(y.share));
    expect(y.cells / y.of).toBeGreaterThan(x.cells / x.of);
    for (const beat of ['map-four', 'map-stride']) says(percent(modelAt(beat).change?.y.share));
    const all = modelAt('global-max').change;
    says(all?.x.cells ?? '?', all?.x.of ?? '?');
    expect(all?.y).toMatchObject({ cells: 0, of: 8 });
  });

  it('counts what comes in place of a pooling, and of a dense layer', () => {
    const F = FIRST_LAYER.length;
    const strided = conv2dCounts([1, F, 28, 28], [F, F, 3, 3], { stride: 2, padding: 1 });
    says(strided.parameters, thousands(strided.multiplyAdds));
    const sizes = createModel(digitNetwork([8, 16]), { seed: 1 }).params.map(({ size }) => size);
    const dense = sizes.slice(-2).reduce((sum, size) => sum + size, 0);
    says(`$10\\,(784+1)=${dense}$`, `$10\\,(16+1)=${10 * (16 + 1)}$`);
    expect(dense / sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(0.5);
  });
});
