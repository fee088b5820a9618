import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { sizeRows } from '../../../src/scenes/padding/formula.ts';
import {
  build,
  constrain,
  FITS,
  MODES,
  type PaddingParams,
  PRESETS,
  SOURCES,
  specs,
} from '../../../src/scenes/padding/model.ts';
import { BEAT_NAMES, padding } from '../../../src/scenes/padding/playable.ts';
import { stripCells, stripWindows } from '../../../src/scenes/padding/strip.ts';
import { viewAt } from '../../../src/scenes/padding/view.ts';
import { conv2d } from '../../../src/tensor/conv2d.ts';

const params: fc.Arbitrary<PaddingParams> = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    seed: fc.integer({ min: 1, max: 99 }),
    input: fc.integer({ min: 3, max: 16 }),
    kernel: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 4 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    fit: fc.constantFrom(...FITS),
    before: fc.integer({ min: 0, max: 12 }),
    after: fc.integer({ min: 0, max: 12 }),
    mode: fc.constantFrom(...MODES),
    preset: fc.constantFrom(...PRESETS),
  })
  .map((asked) => constrain(asked));

describe('the scene padding', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        expect(build(p).out).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('pads as the convolution does', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { padded, w, y } = build(p);
        const again = conv2d(padded, w, null, { stride: p.stride, dilation: p.dilation });
        expect(Array.from(again.data)).toEqual(Array.from(y.data));
      }),
    );
  });

  it('counts uses as a reader would: the windows that hold the cell, and rows times columns', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const { uses, axisUses, before } = model;
        for (let row = 0; row < p.input; row++)
          for (let col = 0; col < p.input; col++) {
            const n = uses.at(0, 0, row, col);
            expect(n).toBe(axisUses.at(0, 0, 0, row) * axisUses.at(0, 0, 0, col));
            if (row !== col) continue;
            const view = viewAt(model, 0, { tensor: 'padded', row: row + before, col: col + before });
            expect(view.explanation.terms.length).toBe(n);
          }
        if (p.mode === 'zeros') {
          const places = stripWindows(model).flat();
          stripCells(model).forEach(({ reads }, place) => {
            if (reads !== undefined) expect(places.filter((at) => at === place).length).toBe(reads);
          });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has the counts that the chapter names', () => {
    const at = (fit: PaddingParams['fit'], row: number): number =>
      build(constrain({ ...padding.constrain(parseParams(specs, {}).params), fit })).uses.at(0, 0, row, row);
    expect([at('valid', 0), at('same', 0), at('full', 0)]).toEqual([1, 4, 9]);
    expect([at('valid', 3), at('same', 3), at('full', 3)]).toEqual([9, 9, 9]);
  });

  it('ends with every number computed, each the sum that its line gives', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const end = viewAt(model, padding.total(model));
        expect(Array.from(end.uses)).toEqual(Array.from(model.uses.data));
        for (let i = 0; i < model.y.size; i += 7) {
          const view = viewAt(model, i + 1);
          expect(view.line.value).toBe(model.y.data[i]);
          expect(lineText(view.line)).toMatch(/ [=≈] −?[\d.e−]+$/);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('copies the border from the cell that it names', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        for (let place = 0; place < model.side; place++) {
          const view = viewAt(model, 0, { tensor: 'padded', row: 0, col: place });
          if (view.question?.kind !== 'border') continue;
          const { source } = view.question;
          expect(model.padded.at(0, 0, 0, place)).toBe(source ? model.x.at(0, 0, source.row, source.col) : 0);
        }
      }),
    );
  });

  it('prints sizes that close', () => {
    fc.assert(
      fc.property(params, (p) => {
        for (const { line } of sizeRows(build(p))) {
          expect(line.sign).toBe('=');
          expect(evaluate(line.left)).toBe(evaluate(line.right));
        }
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

  it('finds every beat, and every pin is a cell', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(padding);
      expect(store.actions.goTo(name), name).toBe(true);
      const { model, position, pinned } = store.getState();
      expect(position).toBeGreaterThan(0);
      if (pinned) expect(viewAt(model, position, pinned).question, name).not.toBeNull();
    }
  });
});
