import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { sizeRows } from '../../../src/scenes/stride/formula.ts';
import {
  build,
  constrain,
  PRESETS,
  SOURCES,
  type StrideParams,
  specs,
} from '../../../src/scenes/stride/model.ts';
import { isKept, momentAt, positionOf, totalOf } from '../../../src/scenes/stride/passes.ts';
import { BEAT_NAMES, stride } from '../../../src/scenes/stride/playable.ts';
import { stripCells, stripWindows } from '../../../src/scenes/stride/strip.ts';
import { viewAt } from '../../../src/scenes/stride/view.ts';

const params: fc.Arbitrary<StrideParams> = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    seed: fc.integer({ min: 1, max: 99 }),
    shift: fc.integer({ min: 0, max: 4 }),
    input: fc.integer({ min: 3, max: 16 }),
    kernel: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 4 }),
    padding: fc.integer({ min: 0, max: 12 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    preset: fc.constantFrom(...PRESETS),
  })
  .map((asked) => constrain(asked));

const defaults = parseParams(specs, {}).params;

describe('the scene stride', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        expect(build(p).out).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('picks every number of the output from the output at stride 1', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { y, unstrided, out } = build(p);
        for (let row = 0; row < out; row++)
          for (let col = 0; col < out; col++)
            expect(y.at(0, 0, row, col)).toBe(unstrided.at(0, 0, row * p.stride, col * p.stride));
      }),
    );
  });

  it('walks both ways, one window a step, and each line is the number of its cell', () => {
    fc.assert(
      fc.property(params, fc.double({ min: 0, max: 1, noNaN: true }), (p, where) => {
        const model = build(p);
        const position = 1 + Math.floor(where * (totalOf(model) - 1));
        const { pass, row, col } = momentAt(model, position);
        expect(positionOf(model, pass, row, col)).toBe(position);
        const tensor = pass === 'stops' ? model.y : model.unstrided;
        const view = viewAt(model, position);
        expect(view.line.value).toBe(tensor.at(0, 0, row, col));
        expect(view.kept).toBe(pass === 'stops' || isKept(model, row, col));
        const end = viewAt(model, totalOf(model));
        expect(end.known.unstrided(model.unstrided.size - 1)).toBe(true);
      }),
    );
  });

  it('greys exactly the cells that no window reads', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const { marks } = viewAt(model, 0, { tensor: 'w', row: 0, col: 0 });
        const places = stripWindows(model, 'stops').windows.flat();
        stripCells(model).forEach((cell, place) => {
          if (cell.kind === 'border') return;
          expect(cell.reads).toBe(places.filter((at) => at === place).length);
          const col = place - p.padding;
          if (cell.kind === 'unread')
            for (let row = 0; row < p.input; row++) expect(marks.x.get(`${row},${col}`)?.kind).toBe('unread');
        });
      }),
    );
  });

  it('has the numbers that the chapter names', () => {
    const of = (change: Partial<StrideParams>): Record<string, string> =>
      Object.fromEntries(
        sizeRows(build(constrain({ ...defaults, ...change }))).map(({ id, line }) => [id, line.right]),
      );
    expect(of({})).toMatchObject({ out: '3', unread: '1', never: '15', atOne: '324', products: '81' });
    expect(of({ input: 7 })).toMatchObject({ out: '3', unread: '0', never: '0' });
    expect(of({ input: 9 })).toMatchObject({ out: '4', unread: '0' });
    expect(of({ dilation: 2, stride: 1 })).toMatchObject({ extent: '5', out: '4' });
    expect(of({ kernel: 5, stride: 1 })).toMatchObject({ extent: '5', out: '4' });
    expect(of({ dilation: 2, input: 9 })).toMatchObject({ unread: '0', never: '56' });
  });

  it('loses the stripes with the identity and keeps their mean with an average', () => {
    const all = (change: Partial<StrideParams>): number[] => [
      ...new Set(build(constrain({ ...defaults, source: 'stripes', ...change })).y.data),
    ];
    expect(all({ preset: 'identity', kernel: 1 })).toEqual([9]);
    expect(all({ preset: 'identity', kernel: 1, shift: 1 })).toEqual([0]);
    expect(all({ preset: 'box', kernel: 2 })).toEqual([4.5]);
    expect(all({ preset: 'box', kernel: 2, shift: 1 })).toEqual([4.5]);
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
      const store = createFigureStore(stride);
      expect(store.actions.goTo(name), name).toBe(true);
      const { model, position, pinned } = store.getState();
      expect(position).toBeGreaterThan(0);
      if (pinned) expect(viewAt(model, position, pinned).question, name).not.toBeNull();
    }
  });
});
