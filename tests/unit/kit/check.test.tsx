import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { checkText, errorText, verdictOf } from '../../../src/kit/check/checkText.ts';
import { checkGradient, checkingSteps, type GradientClaim, holds } from '../../../src/kit/check/gradients.ts';
import { whenIdle } from '../../../src/kit/check/whenIdle.ts';
import { sceneComponent } from '../../../src/kit/figure/SceneFigure.tsx';
import { small } from './smallScene.tsx';

/** Σ vᵢ³ / 3, with the slopes vᵢ². */
const cubes = (
  grid: string,
  values: readonly number[],
  extra: Partial<GradientClaim> = {},
): GradientClaim => ({
  grid,
  values,
  loss: (at) => at.reduce((sum, v) => sum + v ** 3 / 3, 0),
  ...extra,
});
const squares = (values: readonly number[]): number[] => values.map((v) => v * v);
const grid = { id: 'dx', rows: 1, cols: 3, values: [1, 4, 9] };

describe('a claim', () => {
  it('holds where the numbers are the slopes, and names the one that is not', () => {
    const claim = cubes('dx', [1, 2, 3]);
    expect(holds(checkGradient(claim, [1, 4, 9]))).toBe(true);
    const wrong = checkGradient(claim, [1, 4.5, 9]);
    expect(holds(wrong)).toBe(false);
    expect(wrong).toMatchObject({ at: 1, analytic: 4.5, compared: 3, cells: 3 });
    expect(wrong.numeric).toBeCloseTo(4, 8);
    expect(wrong.relativeError).toBeCloseTo(0.5 / 9, 8);
    expect(holds(checkGradient(claim, [1, Number.NaN, 9]))).toBe(false);
    expect(checkGradient(claim, [1, Number.NaN, 9]).at).toBe(1);
    expect(() => checkGradient(claim, [1, 4])).toThrow(/the count of gradients is 2/);
  });

  it('holds also where large numbers within the loss cancel, and rounding hides the slope from a small nudge', () => {
    const offset = 1e6;
    const claim = cubes('dx', [1, 2], {
      loss: (at) => at.reduce((sum, v) => sum + (v + offset - (offset + 3)) ** 2 / 2, 0),
    });
    expect(holds(checkGradient(claim, [-2, -1]))).toBe(true);
    expect(holds(checkGradient(claim, [-2, -1.001]))).toBe(false);
  });

  it('holds where a slope is smaller than the least change of a double', () => {
    const claim = cubes('dx', [1, 2], { loss: (at) => at.reduce((sum, v) => sum + v * Number.MIN_VALUE, 0) });
    expect(holds(checkGradient(claim, [Number.MIN_VALUE, Number.MIN_VALUE]))).toBe(true);
  });

  it('is not asked for a slope at a kink', () => {
    const kink = cubes('dx', [0, 2], { loss: (at) => at.reduce((sum, v) => sum + Math.abs(v), 0) });
    expect(holds(checkGradient(kink, [1, 1]))).toBe(false);
    expect(checkGradient({ ...kink, isKink: (i) => i === 0 }, [1, 1])).toMatchObject({ compared: 1, at: 1 });
    const all = checkGradient({ ...kink, isKink: () => true }, [1, 1]);
    expect(all).toMatchObject({ compared: 0, at: -1, relativeError: 0 });
    expect(verdictOf([all])?.state).toBe('unknown');
    expect(checkText(all, grid, 'en')).toContain('a kink at every number');
  });

  it('of a large grid is compared at some numbers, spread from its beginning to its end', () => {
    const values = Array.from({ length: 1000 }, (_, i) => 1 + (i % 7));
    const seen: number[] = [];
    const claim = cubes('dx', values, {
      loss: (at) => {
        const moved = at.findIndex((v, i) => v !== values[i]);
        if (moved !== seen.at(-1)) seen.push(moved);
        return 0;
      },
    });
    const steps = checkingSteps([claim], () => squares(values), 20);
    let result = steps.next();
    while (!result.done) result = steps.next();
    expect(result.value).toMatchObject([{ compared: 20, cells: 1000 }]);
    expect(new Set(seen).size).toBe(20);
    expect([seen[0], seen.at(-1)]).toEqual([25, 975]);
  });
});

describe('what the badge says', () => {
  it('is the gradient that fails, or else the one with the largest error', () => {
    const right = checkGradient(cubes('dx', [1, 2, 3]), [1, 4, 9]);
    const exact = checkGradient(cubes('zero', [0], { loss: () => 0 }), [0]);
    const wrong = checkGradient(cubes('dw', [1, 2, 3]), [1, 4, 9.1]);
    expect(verdictOf([exact, right])).toEqual({ state: 'ok', worst: right });
    expect(verdictOf([right, wrong, exact])).toEqual({ state: 'broken', worst: wrong });
    expect(verdictOf([])).toBeNull();
    expect(errorText(wrong.relativeError)).toBe('0.011');
    expect([0, 3.2e-11, 0.873, 1.5, Number.NaN].map(errorText)).toEqual(['0', '3e−11', '0.87', '1.5', 'NaN']);
  });

  it('tells the grid, the cell, both numbers and ε, in both languages', () => {
    const check = checkGradient(cubes('dx', [1, 2, 3]), [1, 4.5, 9]);
    const numeric = String(check.numeric);
    const [en, zh] = [checkText(check, grid, 'en'), checkText(check, grid, 'zh')];
    for (const text of [en, zh])
      for (const part of ['∂x₁', '4.5', numeric, 'ε\u00a0=\u00a02e−5', '0.056']) expect(text).toContain(part);
    expect(en).toContain('3 of 3 numbers');
    expect(zh).toContain('3 个数中的 3 个');
  });

  it('waits in the pre-rendered page, and stands on no figure without gradients', () => {
    const Plain = sceneComponent(small);
    const Checked = sceneComponent({ ...small, gradients: () => [cubes('y', [1])] });
    expect(renderToStaticMarkup(<Plain language="en" number="1.1" />)).not.toContain('data-check');
    expect(renderToStaticMarkup(<Checked language="en" number="1.1" />)).toContain('data-check="pending"');
  });
});

describe('in the pauses of the page', () => {
  function* counting(upTo: number): Generator<void, string> {
    for (let i = 0; i < upTo; i++) yield;
    return 'done';
  }

  it('a computation goes on for as long as a pause lasts, and ends', () => {
    const asked: IdleRequestCallback[] = [];
    vi.stubGlobal('requestIdleCallback', (callback: IdleRequestCallback) => asked.push(callback));
    const taken: string[] = [];
    whenIdle(counting(5), (result) => taken.push(result));
    let left = 3;
    const short = { didTimeout: false, timeRemaining: () => left-- };
    asked.shift()?.(short);
    expect([taken.length, asked.length]).toEqual([0, 1]);
    left = 100;
    asked.shift()?.(short);
    expect([taken, asked.length]).toEqual([['done'], 0]);
    vi.unstubAllGlobals();
  });

  it('runs where the browser has none, and stops when it is abandoned', async () => {
    const taken: string[] = [];
    const abandon = whenIdle(counting(3), (result) => taken.push(result));
    abandon();
    await new Promise<void>((resolve) => {
      whenIdle(counting(3), () => resolve());
    });
    expect(taken).toEqual([]);
  });
});
