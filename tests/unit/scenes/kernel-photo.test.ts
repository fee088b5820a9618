import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate } from '../../../src/formula/expression.ts';
import { PRESETS } from '../../../src/kit/samples/kernelPresets.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { build, constrain, type KernelPhotoParams, specs } from '../../../src/scenes/kernel-photo/model.ts';
import { keep } from '../../../src/scenes/kernel-photo/pictures.ts';
import { BEAT_NAMES, kernelPhoto } from '../../../src/scenes/kernel-photo/playable.ts';
import { viewAt } from '../../../src/scenes/kernel-photo/view.ts';

const params: fc.Arbitrary<KernelPhotoParams> = fc
  .record({
    photo: fc.constantFrom('flower', 'boats', 'alps', 'cat'),
    colour: fc.constantFrom('grey' as const, 'colour' as const),
    channel: fc.constantFrom('red' as const, 'green' as const, 'blue' as const),
    size: fc.constantFrom('3' as const, '5' as const),
    preset: fc.constantFrom(...PRESETS, 'own' as const),
    w: fc.option(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 9, maxLength: 9 })),
    b: fc.integer({ min: -100, max: 100 }),
    operation: fc.constantFrom('correlation' as const, 'convolution' as const),
    display: fc.constantFrom('signed' as const, 'picture' as const),
    line: fc.integer({ min: 0, max: 100 }),
  })
  .map((asked) => constrain(asked));
const position = fc.integer({ min: 0, max: 100 });

describe('the scene kernel-photo', () => {
  it('constrains to a fixed point, and links read back', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        const { params: again, problems } = parseParams(specs, formatParams(specs, p));
        expect(problems).toEqual([]);
        expect(constrain(again)).toEqual(p);
      }),
    );
  });

  it('explains the number that the whole picture shows', () => {
    fc.assert(
      fc.property(params, position, (p, at) => {
        const model = build(p);
        const view = viewAt(model, at);
        const { row, col } = view.place;
        const shown = model.y.at(model.plane, 0, row, col);
        expect(Math.abs(shown - view.line.value)).toBeLessThan(1e-3);
        expect(view.products.reduce((a, v) => a + v, 0) + p.b).toBeCloseTo(view.line.value, 9);
        const [left, right] = lineText(viewAt(model, at, null, true).line).split(/[=≈]/);
        expect(evaluate(left as string)).toBe(evaluate(right as string));
      }),
      { numRuns: 60 },
    );
  });

  it('lays the kernel turned in a convolution: convolving is correlating with the turned kernel', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build({ ...p, operation: 'convolution' });
        const turned = Array.from(model.w.data).reverse();
        const other = build({ ...p, operation: 'correlation', preset: 'own', w: turned });
        expect(model.y.data).toEqual(other.y.data);
      }),
      { numRuns: 30 },
    );
  });

  it('knows what half a turn does', () => {
    const effect = (preset: KernelPhotoParams['preset'], b = 0): string =>
      build(
        constrain({ ...kernelPhoto.beats?.('edges', defaults())?.params, preset, b } as KernelPhotoParams),
      ).effect;
    expect(effect('sobelX')).toBe('negated');
    expect(effect('sobelY', 7)).toBe('negated');
    for (const same of ['box', 'gaussian', 'sharpen', 'laplacian', 'identity'] as const)
      expect(effect(same), same).toBe('same');
    expect(effect('emboss')).toBe('other');
  });

  it('shows the outputs that a pixel reaches: those whose window reads it', () => {
    fc.assert(
      fc.property(params, fc.nat(15), fc.nat(15), (p, row, col) => {
        const model = build(p);
        const { asked, place } = viewAt(model, 0, { tensor: 'x', row, col });
        if (asked?.kind !== 'x') throw new Error('the pixel is not found');
        const { reach } = asked;
        for (let y = 0; y < model.outHeight; y++)
          for (let x = 0; x < model.outWidth; x++) {
            const reads = row - y >= 0 && row - y < model.k && col - x >= 0 && col - x < model.k;
            const inside =
              y >= reach.row && y < reach.row + reach.rows && x >= reach.col && x < reach.col + reach.cols;
            expect(inside).toBe(reads);
          }
        expect(place.row).toBeLessThan(model.outHeight);
      }),
      { numRuns: 20 },
    );
  });

  it('finds every beat', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(kernelPhoto);
      expect(store.actions.goTo(name), name).toBe(true);
      expect(store.getState().position).toBeLessThanOrEqual(store.getState().total);
    }
  });

  it('takes the own picture of a reader', () => {
    const [width, height] = [70, 35];
    const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i % 3 === 0 ? 200 : 40));
    const store = createFigureStore(kernelPhoto);
    expect(constrain({ ...store.getState().params, photo: 'own' }).photo).toBe('flower');
    keep('own', { width, height, rgb, name: 'own' });
    store.actions.setParams({ photo: 'own' });
    expect(store.getState().params.photo).toBe('own');
    expect(store.getState().model.outWidth).toBe(68);
  });
});

const defaults = (): KernelPhotoParams => createFigureStore(kernelPhoto).getState().params;
