import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { PRESETS, presetKernel } from '../../../src/kit/samples/kernelPresets.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { build, type ConvolutionParams, constrain, specs } from '../../../src/scenes/convolution/model.ts';
import { totalOf } from '../../../src/scenes/convolution/passes.ts';
import { BEAT_NAMES, convolution } from '../../../src/scenes/convolution/playable.ts';
import { viewAt } from '../../../src/scenes/convolution/view.ts';

const params: fc.Arbitrary<ConvolutionParams> = fc
  .record({
    source: fc.constantFrom('numbers' as const, 'digit' as const, 'photo' as const),
    digit: fc.integer({ min: 0, max: 9 }),
    seed: fc.integer({ min: 1, max: 99 }),
    input: fc.integer({ min: 3, max: 8 }),
    kernel: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 4 }),
    padding: fc.integer({ min: 0, max: 12 }),
    fit: fc.constantFrom('number' as const, 'same' as const),
    dilation: fc.integer({ min: 1, max: 3 }),
    preset: fc.constantFrom(...PRESETS),
    x: fc.constant(null),
    w: fc.constant(null),
    b: fc.integer({ min: -3, max: 3 }),
    dy: fc.constant(null),
    target: fc.constant(null),
    loss: fc.constantFrom('given' as const, 'target' as const),
    method: fc.constantFrom('scatter' as const, 'gather' as const),
  })
  .map((asked) => constrain(asked));

describe('the scene convolution', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        expect(build(p).out).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('ends with every number computed, each the sum that its explanation gives', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const end = viewAt(model, totalOf(model.passes));
        for (const id of ['y', 'dx', 'dw', 'db'] as const) {
          for (let i = 0; i < model[id].size; i++) expect(end.known[id]?.(i), id).toBe(true);
          const side = model[id].shape[3] ?? 1;
          const cell = {
            tensor: id,
            row: Math.floor((model[id].size - 1) / side),
            col: (model[id].size - 1) % side,
          };
          expect(viewAt(model, 0, cell).line.value).toBe(model[id].data[model[id].size - 1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same picture for the same position, however it was reached', () => {
    fc.assert(
      fc.property(params, fc.double({ min: 0, max: 1, noNaN: true }), (p, where) => {
        const model = build(p);
        const position = Math.floor(where * totalOf(model.passes));
        const text = lineText(viewAt(model, position).line);
        expect(lineText(viewAt(build(p), position).line)).toBe(text);
        expect(text).toMatch(/ [=≈] −?[\d.e−∞]+$/);
      }),
    );
  });

  it('writes links that read back to the same parameters', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { params: again, problems } = parseParams(specs, formatParams(specs, p));
        expect(problems).toEqual([]);
        expect(constrain(again)).toEqual(p);
      }),
    );
  });

  it('finds every beat', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(convolution);
      expect(store.actions.goTo(name), name).toBe(true);
      expect(store.getState().position).toBeGreaterThan(0);
    }
  });

  it('knows its kernels', () => {
    expect(presetKernel('sobelX', 3)).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
    expect(presetKernel('sharpen', 3)).toEqual([0, -1, 0, -1, 5, -1, 0, -1, 0]);
    expect(presetKernel('emboss', 3)).toEqual([-2, -1, 0, -1, 1, 1, 0, 1, 2]);
    for (let k = 1; k <= 5; k++)
      for (const blur of ['box', 'gaussian', 'identity'] as const)
        expect(presetKernel(blur, k).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});
