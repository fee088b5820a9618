import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printNumber } from '../../../src/formula/numbers.ts';
import { expressionLeft } from '../../../src/kit/scene/equations.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import type { PoolingParams } from '../../../src/scenes/pooling/parameters.ts';
import { pooling } from '../../../src/scenes/pooling/scene.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;
const params = arbitraryParams(pooling) as unknown as fc.Arbitrary<PoolingParams>;

const open = (change: Partial<PoolingParams> = {}) => {
  const store = createFigureStore(pooling);
  store.actions.setParams(change);
  const now = () => nowOf(pooling, store.getState(), SIZE);
  const line = (): string => {
    const [equation] = now().view.equations;
    return equation ? `${expressionLeft(equation)} ${equation.sign} ${equation.result}` : '';
  };
  const caption = (language: 'en' | 'zh' = 'en'): string =>
    pooling.caption(now().model, now().view, language);
  return { store, now, line, caption, seek: store.actions.seek, goTo: store.actions.goTo };
};

describe('the scene pooling', () => {
  it('compares one number after the other, and begins with −∞', () => {
    const { seek, line } = open();
    const lines = [0, 1, 2, 3, 4, 5].map((position) => {
      seek(position);
      return line();
    });
    expect(lines).toEqual([
      '−∞ = −∞',
      'max(1) = 1',
      'max(1, 3) = 3',
      'max(1, 3, 4) = 4',
      'max(1, 3, 4, 2) = 4',
      'max(2) = 2',
    ]);
  });

  it('adds the numbers of a mean, and divides last', () => {
    const { seek, line } = open({ kind: 'average' });
    const lines = [0, 2, 4, 5].map((position) => {
      seek(position);
      return line();
    });
    expect(lines).toEqual(['0 = 0', '1 + 3 = 4', '1 + 3 + 4 + 2 = 10', '(1 + 3 + 4 + 2) / 4 = 2.5']);
  });

  it('moves a number into the cell only if it wins', () => {
    const { seek, now } = open();
    // The second window: 2, 0, 1, 5.
    const leaves = [4, 5, 6, 7].map((position) => {
      seek(position + 0.5);
      const [product] = now().view.flight?.products ?? [];
      return [product?.number, product?.leaves];
    });
    expect(leaves).toEqual([
      [2, 2],
      [0, 2],
      [1, 2],
      [5, 5],
    ]);
  });

  it('says of a tie which one is taken, and of a border what zeros would do', () => {
    const { goTo, caption } = open();
    goTo('tie');
    expect(caption()).toContain('3 cells have it: the first in reading order is taken');
    expect(caption('zh')).toContain('有 3 格都是它');
    goTo('border');
    expect(caption()).toContain('−1 is the largest of 2 numbers. Zeros as padding would have given 0.');
    goTo('border-uncounted');
    expect(caption()).toContain('−2 is the mean of 2 numbers');
    goTo('border-average');
    expect(caption()).toContain('2 zeros of padding');
  });

  it('knows of a pixel who reads it and who takes it', () => {
    const { goTo, caption, store, line } = open();
    goTo('forgotten');
    expect(caption()).toContain('read by 1 window and taken by none');
    goTo('overlap');
    expect(caption()).toContain('read by 4 windows and taken by 1 of them');
    goTo('floor');
    store.actions.pin({ grid: 'x', plane: 0, row: 4, col: 4 });
    expect(caption()).toContain('No window reads');
    expect(line()).toBe('');
  });

  it('says the numbers of the chapter when a digit is moved', () => {
    const { goTo, caption } = open();
    goTo('map-shifted');
    expect(caption()).toContain('88 of 784 inputs and 30 of 196 outputs');
    expect(caption('zh')).toContain('784 个输入中的 88 个、196 个输出中的 30 个');
    goTo('global-max');
    expect(caption()).toContain('none of the 8 outputs');
  });

  it('ends with a whole line, also where the last window is smaller than that of the strongest number', () => {
    const { seek, now } = open({ kind: 'average', input: 4, kernel: 2, stride: 3, ceil: true, down: 3 });
    seek(Number.POSITIVE_INFINITY);
    const { view } = now();
    expect(view.isOver).toBe(true);
    expect(view.equations[0]?.unfinished ?? false).toBe(false);
  });

  it('outlines exactly the outputs that a shift has changed', () => {
    fc.assert(
      fc.property(params, (asked) => {
        const { store, now } = open(asked);
        store.actions.seek(Number.POSITIVE_INFINITY);
        const { model, view } = now();
        const { before, change, y, out } = model;
        if (!before || !change) return;
        const scale = Math.max(...Array.from(before.y.data, Math.abs));
        const changed = Array.from(y.data, (value, i) => Math.abs(value - (before.y.data[i] as number)))
          .map((gap, i) => (gap > 1e-9 * scale ? i : -1))
          .filter((i) => i >= 0);
        const marked = [...(view.grids['y']?.marks ?? [])]
          .filter(([, { kind }]) => kind === 'reached')
          .map(([key]) => key.split(',').map(Number) as [number, number, number])
          .map(([plane, row, col]) => (plane * out + row) * out + col);
        expect(marked.sort((a, b) => a - b)).toEqual(changed);
        expect(change.y.cells).toBe(changed.length);
      }),
      { numRuns: 40 },
    );
  });

  it('prints long windows with the largest, or the sum, of their first numbers in front', () => {
    const { seek, line, now } = open({ input: 10, global: true, seed: 4 });
    seek(100);
    const { model } = now();
    expect(line().match(/,/g)).toHaveLength(16);
    expect(line()).toContain(`= ${printNumber(Math.max(...model.x.data)).text}`);
    const mean = open({ input: 10, global: true, seed: 4, kind: 'average' });
    mean.seek(101);
    expect(mean.line()).toMatch(/\) \/ 100 = /);
  });
});
