import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { settle } from '../../../src/playback/parameters/table.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { build } from '../../../src/scenes/equivariance/model.ts';
import type { ShiftParams } from '../../../src/scenes/equivariance/parameters.ts';
import { equivariance } from '../../../src/scenes/equivariance/scene.tsx';
import { spans } from '../../../src/scenes/equivariance/shift.ts';
import type { ShiftView } from '../../../src/scenes/equivariance/view.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';

const SIZE = { band: 'wide', width: 960, height: 368 } as const;
const DEFAULTS = createFigureStore(equivariance).getState().params;
const params = arbitraryParams(equivariance) as unknown as fc.Arbitrary<ShiftParams>;

const at = (beat: string) => {
  const store = createFigureStore(equivariance);
  expect(store.actions.goTo(beat)).toBe(true);
  return { ...store.getState(), ...nowOf(equivariance, store.getState(), SIZE) };
};

describe('the scene equivariance', () => {
  it('is exact everywhere on a picture that goes round, for every multiple of the stride', () => {
    fc.assert(
      fc.property(params, (p) => {
        const whole = (by: number): number => Math.trunc(by / Number(p.stride)) * Number(p.stride);
        const moved = { ...p, border: 'circular', down: whole(p.down), right: whole(p.right) } as const;
        const { comparison, fits } = build(moved);
        expect(fits).toBe(true);
        expect(comparison.largest.size).toBe(0);
      }),
    );
  });

  it('is exact away from the border, for every multiple of the stride', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { comparison, fits } = build({ ...p, border: 'zeros' });
        if (fits && comparison.inside) expect(comparison.inside.size).toBe(0);
      }),
    );
  });

  it('moves numbers and makes none: a moved number is the one at its source', () => {
    fc.assert(
      fc.property(params, fc.nat(), (p, where) => {
        const store = createFigureStore(equivariance);
        store.actions.setParams(p);
        const { model } = store.getState();
        for (const grid of ['shifted', 'shiftedy'] as const) {
          const side = grid === 'shifted' ? model.side : model.out;
          const [row, col] = [Math.floor(where / side) % side, where % side];
          store.actions.pin({ grid, plane: 0, row, col });
          const { from } = nowOf(equivariance, store.getState(), SIZE).view as ShiftView;
          const source = from && model[from.grid].at(0, 0, from.row, from.col);
          expect(model[grid].at(0, 0, row, col)).toBe(source ?? 0);
        }
      }),
    );
  });

  it('breaks with stride 2 and a shift of 1, and heals with a shift of 2', () => {
    const model = (right: number, change: Partial<ShiftParams> = {}) =>
      build(
        settle(equivariance, { ...DEFAULTS, border: 'circular', stride: '2', down: 0, right, ...change }),
      );
    expect(model(1).comparison.largest.size).toBeGreaterThan(0);
    expect(model(2).comparison.largest.size).toBe(0);
    const max = model(1, { source: 'digit', operation: 'max' }).comparison;
    const blur = model(1, { source: 'digit', operation: 'blur' }).comparison;
    // The blur before the stride makes the error smaller (Zhang 2019).
    expect(blur.largest.size / blur.scale).toBeLessThan(max.largest.size / max.scale);
  });

  it('gives the numbers that the chapter names, in its captions too', () => {
    const caption = (beat: string, language: 'en' | 'zh' = 'en'): string => {
      const { model, view } = at(beat);
      return equivariance.caption(model, view, language);
    };
    expect(at('agree').model.comparison.inside?.size).toBe(0);
    expect(caption('agree')).toContain('Inside the outline the difference is 0');
    expect(at('circular').model.comparison.largest.size).toBe(0);
    expect(caption('circular')).toContain('the same numbers everywhere');
    expect(caption('stride-two')).toContain('does not divide');
    expect(at('stride-two-even').model.comparison.largest.size).toBe(0);
    expect(at('max-dense').model.comparison.largest.size).toBe(0);
    expect(at('max-strided').model.comparison.largest.size).toBeGreaterThan(0);
    expect(at('digit').model.comparison.largest.size).toBe(0);
    expect(at('digit-border').model.comparison.largest.size).toBeGreaterThan(0);
    expect(caption('digit-max')).toMatch(/186 of 254.*190 of 225/);
    expect(caption('digit-max', 'zh')).toMatch(/186.*254.*225 个输出中有 190 个/);
    expect(caption('digit-blur')).toContain('107.75');
    expect(at('border-cell').view.value).not.toBe(0);
  });

  it('cuts a window at the border, or lets it go round', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 40 }),
        fc.nat(9),
        fc.integer({ min: 1, max: 12 }),
        (first, more, side) => {
          const cells = (border: 'zeros' | 'circular'): number[] =>
            spans([first, first + more], side, border).flatMap(([start, length]) =>
              Array.from({ length }, (_, i) => start + i),
            );
          const all = Array.from({ length: more + 1 }, (_, i) => first + i);
          expect(cells('zeros')).toEqual(all.filter((row) => row >= 0 && row < side));
          const round = new Set(all.map((row) => ((row % side) + side) % side));
          expect(new Set(cells('circular'))).toEqual(round);
          expect(cells('circular').length).toBe(round.size);
        },
      ),
    );
  });
});
