import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, expressionText } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { costLines } from '../../../src/scenes/volume/cost.ts';
import {
  build,
  constrain,
  groupCounts,
  groupsTowards,
  specs,
  type VolumeParams,
} from '../../../src/scenes/volume/model.ts';
import { BEAT_NAMES, volume } from '../../../src/scenes/volume/playable.ts';
import { momentAt, positionOf, totalOf } from '../../../src/scenes/volume/steps.ts';
import { viewAt } from '../../../src/scenes/volume/view.ts';

const count = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const typed = (width: number): fc.Arbitrary<readonly number[] | null> =>
  fc.option(fc.array(fc.integer({ min: -4, max: 6 }), { maxLength: width * 3 }));

const params: fc.Arbitrary<VolumeParams> = fc
  .record({
    source: fc.constantFrom('photo' as const, 'numbers' as const),
    seed: count(99),
    channels: count(4),
    filters: count(4),
    kernel: count(3),
    groups: count(4),
    input: fc.integer({ min: 4, max: 7 }),
    x: typed(4),
    w: typed(5),
    b: typed(2),
    cost: fc.constantFrom('figure' as const, 'layer' as const),
  })
  .map((asked) => constrain(asked));

describe('the scene volume', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        expect(p.channels % p.groups).toBe(0);
        expect(p.filters % p.groups).toBe(0);
        expect(build(p).out).toBe(p.input - p.kernel + 1);
      }),
    );
  });

  it('adds the channel sums and one bias to what the core computes', () => {
    fc.assert(
      fc.property(params, fc.double({ min: 0, max: 1, noNaN: true }), (p, where) => {
        const model = build(p);
        const position = Math.floor(where * totalOf(model));
        const view = viewAt(model, position);
        const { filter, row, col } = view;
        expect(positionOf(model, momentAt(model, position))).toBe(position);
        const bias = model.b.data[filter] as number;
        expect(view.sums.reduce((a, s) => a + s, 0) + bias).toBe(model.y.at(0, filter, row, col));
        if (view.biased) expect(view.sumLine.value).toBe(model.y.at(0, filter, row, col));
        expect(view.sumLine.terms).toHaveLength(view.done + (view.biased ? 1 : 0));
      }),
    );
  });

  it('ends with every map written', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const end = viewAt(model, totalOf(model));
        for (let f = 0; f < p.filters; f++)
          for (let i = 0; i < model.out ** 2; i++) expect(end.known(f)(i)).toBe(true);
      }),
    );
  });

  it('shows the outputs that a pixel reaches: those that change with it', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: 0, max: 48 }), (p, at) => {
        const model = build({ ...p, x: null });
        const [c, row, col] = [at % p.channels, at % p.input, Math.floor(at / 7) % p.input];
        const { marks } = viewAt(model, 0, { tensor: `x_${c}`, row, col });
        const nudged = build({ ...p, x: [c, row, col, model.x.at(0, c, row, col) + 1] });
        for (let f = 0; f < p.filters; f++)
          for (let i = 0; i < model.out ** 2; i++) {
            const key = `${Math.floor(i / model.out)},${i % model.out}`;
            const place = f * model.out ** 2 + i;
            const change = (nudged.y.data[place] as number) - (model.y.data[place] as number);
            const mark = marks[`y_${f}`]?.get(key);
            if (change !== 0) expect(mark?.kind).toBe('reached');
            if (mark) expect(mark.badge).toBe(`×${String(change).replace('-', '−')}`);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('walks through the possible group counts only', () => {
    fc.assert(
      fc.property(params, count(4), (p, asked) => {
        const next = groupsTowards(p, asked);
        expect(groupCounts(p)).toContain(next);
        expect(constrain({ ...p, groups: next }).groups).toBe(next);
      }),
    );
  });

  it('counts what closes, and knows the layer of the prose', () => {
    fc.assert(
      fc.property(params, (p) => {
        for (const { line } of costLines(build(p)))
          if (line.sign === '=') expect(evaluate(line.left)).toBe(evaluate(line.right));
      }),
    );
    const layer = createFigureStore(volume);
    layer.actions.goTo('real-layer');
    expect(costLines(layer.getState().model).map(({ line }) => expressionText(line))).toEqual([
      '128 × 64 × 3 × 3 + 128 = 73856',
      '73728 × 8 × 8 = 4718592',
      '64 × 3 × 3 + 128 × 64 = 8768',
      '8768 / 73728 ≈ 0.119',
      '1 / 128 + 1 / 9 ≈ 0.119',
    ]);
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

  it('finds every beat, with the numbers of the prose', () => {
    for (const name of BEAT_NAMES) {
      const store = createFigureStore(volume);
      expect(store.actions.goTo(name), name).toBe(true);
      const { model, position, total } = store.getState();
      expect(position).toBeGreaterThan(0);
      expect(position).toBeLessThanOrEqual(total);
      if (name === 'one-bias') {
        const view = viewAt(model, position);
        expect([...view.sums, view.sumLine.value]).toEqual([-6, -10, 16, 2]);
      }
      // The sea is above 0, the desert below, and the shore runs between.
      if (name === 'blue-minus-red')
        expect(Array.from({ length: 5 }, (_, row) => Math.sign(model.y.at(0, 0, row, 0)))).toEqual([
          1, 0, -1, -1, -1,
        ]);
    }
  });
});
