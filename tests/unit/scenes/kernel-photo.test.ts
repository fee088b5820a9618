import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import type { KernelPhotoParams } from '../../../src/scenes/kernel-photo/parameters.ts';
import { percentile } from '../../../src/scenes/kernel-photo/percentile.ts';
import { kernelPhoto } from '../../../src/scenes/kernel-photo/scene.ts';
import { profileOf } from '../../../src/scenes/kernel-photo/view.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';
import type { AnyScene } from './contract/registry.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;
const params = arbitraryParams(kernelPhoto as unknown as AnyScene) as fc.Arbitrary<KernelPhotoParams>;
const position = fc.integer({ min: 0, max: 100 });

function figure(given: Partial<KernelPhotoParams> = {}) {
  const store = createFigureStore(kernelPhoto);
  store.actions.setParams(given);
  return { store, now: () => nowOf(kernelPhoto, store.getState(), SIZE) };
}

describe('the scene kernel-photo', () => {
  it('explains the number that the whole picture shows, from the window and its products', () => {
    fc.assert(
      fc.property(params, position, (p, at) => {
        const { store, now } = figure(p);
        store.actions.seek(at);
        const { model, view } = now();
        const { row, col } = view.place;
        const [{ line }] = view.equations;
        const shown = model.y.at(model.plane, 0, row, col);
        expect(Math.abs(shown - line.value)).toBeLessThan(1e-5 * Math.max(100, Math.abs(line.value)));
        const values = Array.from<number>(view.grids['product']?.values ?? []);
        expect(values.reduce((sum, value) => sum + value, 0) + model.params.b).toBeCloseTo(line.value, 6);
        const patch = view.patch.map((_: number, i: number) =>
          model.planes.exact.at(model.plane, 0, row + Math.floor(i / model.k), col + (i % model.k)),
        );
        expect(view.patch).toEqual(patch);
      }),
      { numRuns: 60 },
    );
  });

  it('lays the kernel turned in a convolution: convolving is correlating with the turned kernel', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { model } = figure({ ...p, operation: 'convolution' }).now();
        const turned = Array.from<number>(model.w.data).reverse();
        const other = figure({ ...p, operation: 'correlation', preset: 'own', w: turned }).now().model;
        expect(model.y.data).toEqual(other.y.data);
      }),
      { numRuns: 30 },
    );
  });

  it('knows what half a turn does', () => {
    const effect = (preset: KernelPhotoParams['preset'], b = 0): string =>
      figure({ preset, b }).now().model.effect;
    expect(effect('sobelX')).toBe('negated');
    expect(effect('sobelY', 7)).toBe('negated');
    for (const same of ['box', 'gaussian', 'sharpen', 'laplacian', 'identity'] as const)
      expect(effect(same), same).toBe('same');
    expect(effect('emboss')).toBe('other');
  });

  it('shows the outputs that a pixel reaches: those whose window reads it', () => {
    fc.assert(
      fc.property(params, fc.nat(15), fc.nat(15), (p, row, col) => {
        const { store, now } = figure(p);
        store.actions.pin({ grid: 'x', plane: 0, row, col });
        const { model, view } = now();
        if (view.asked?.kind !== 'x') throw new Error('the pixel is not found');
        const { reach } = view.asked;
        for (let y = 0; y < model.outHeight; y++)
          for (let x = 0; x < model.outWidth; x++) {
            const reads = row - y >= 0 && row - y < model.k && col - x >= 0 && col - x < model.k;
            const inside =
              y >= reach.row && y < reach.row + reach.rows && x >= reach.col && x < reach.col + reach.cols;
            if (inside !== reads) throw new Error(`output ${y}, ${x}: ${inside}, but it reads ${reads}`);
          }
        expect(view.place.row).toBeLessThan(model.outHeight);
      }),
      { numRuns: 20 },
    );
  });

  it('draws as curves what lies along the scan line', () => {
    const { model, view } = figure({ photo: 'cat', line: 20 }).now();
    const { input, output } = profileOf(model, view);
    expect(output).toHaveLength(model.outWidth);
    expect(output[5]).toBe(model.y.at(0, 0, view.place.row, 5));
    expect(input[5]).toBe(model.planes.exact.at(0, 0, view.place.row + 1, 6));
  });

  it('shows a small picture until the photograph is there, and again where it does not come', () => {
    const { store, now } = figure();
    expect(now().model.isStandIn).toBe(true);
    const rgb = Uint8Array.from({ length: 70 * 35 * 3 }, (_, i) => (i % 3 === 0 ? 200 : 40));
    const value = { width: 70, height: 35, rgb, name: 'flower' };
    store.actions.setResource('photo', 'flower', { state: 'there', value });
    expect(now().model.isStandIn).toBe(false);
    expect(now().model.outWidth).toBe(68);
    store.actions.setResource('photo', 'boats', { state: 'failed', message: { en: 'no', zh: '无' } });
    store.actions.setParams({ photo: 'boats' });
    expect(now().model.isStandIn).toBe(true);
    store.actions.setParams({ photo: 'own' });
    expect(now().model.isStandIn).toBe(true);
    store.actions.setResource('own', 'own', { state: 'there', value });
    expect(now().model.outHeight).toBe(33);
  });

  it('keeps the pin of a link until the photograph is there that has it, and says so where it has not', () => {
    const rgb = new Uint8Array(90 * 80 * 3);
    for (const [pin, problems] of [
      ['x,70,60', []],
      ['x,200,3', ['pin']],
    ] as const) {
      const { store } = figure();
      store.actions.fromLink({ pin });
      expect(store.getState().linkProblems).toEqual([]);
      const value = { width: 90, height: 80, rgb, name: 'flower' };
      store.actions.setResource('photo', 'flower', { state: 'there', value });
      expect(store.getState().linkProblems).toEqual(problems);
      expect(store.getState().pinned).toEqual(
        problems.length > 0 ? null : { grid: 'x', plane: 0, row: 70, col: 60 },
      );
    }
  });

  it('keeps the colour of all but the strongest', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1 }), (values) => {
        const scale = percentile(values, 0.9);
        expect(values.filter((value) => Math.abs(value) <= scale).length).toBeGreaterThanOrEqual(
          0.9 * values.length,
        );
      }),
    );
  });
});
