import { describe, expect, it } from 'vitest';
import { presetKernel, resizeKernel } from '../../../src/kit/samples/kernelPresets.ts';

describe('the named kernels', () => {
  it('are what their names say, at every size', () => {
    expect(presetKernel('sobelX', 3)).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
    expect(presetKernel('sharpen', 3)).toEqual([0, -1, 0, -1, 5, -1, 0, -1, 0]);
    expect(presetKernel('emboss', 3)).toEqual([-2, -1, 0, -1, 1, 1, 0, 1, 2]);
    for (let k = 1; k <= 5; k++)
      for (const blur of ['box', 'gaussian', 'identity'] as const)
        expect(presetKernel(blur, k).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('keep their centre in another size, however many numbers were typed', () => {
    expect(resizeKernel([1, 2, 3, 4, 5, 6, 7, 8, 9], 1)).toEqual([5]);
    expect(resizeKernel([5], 3)).toEqual([0, 0, 0, 0, 5, 0, 0, 0, 0]);
    for (const value of resizeKernel([1, 2, 3, 4, 5, 6, 7], 3)) expect(Number.isFinite(value)).toBe(true);
  });
});
