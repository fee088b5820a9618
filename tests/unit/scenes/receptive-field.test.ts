import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { settle } from '../../../src/playback/parameters/table.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { coneOf } from '../../../src/scenes/receptive-field/cone.ts';
import { sizeLines } from '../../../src/scenes/receptive-field/formula.ts';
import { geometryOf, nearestUnit, unitAt } from '../../../src/scenes/receptive-field/geometry.ts';
import { build } from '../../../src/scenes/receptive-field/model.ts';
import { type FieldParams, params as table } from '../../../src/scenes/receptive-field/parameters.ts';
import { receptiveField } from '../../../src/scenes/receptive-field/scene.ts';
import type { StackLayer } from '../../../src/scenes/receptive-field/stacks.ts';
import { conv2dBackwardInput } from '../../../src/tensor/conv2d.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { fieldOf } from '../../../src/tensor/receptiveField.ts';
import { full, type Tensor, zeros } from '../../../src/tensor/tensor.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;

const list = fc.option(fc.array(fc.integer({ min: -2, max: 30 }), { minLength: 1, maxLength: 6 }), {
  nil: null,
});
const defaults = Object.fromEntries(
  Object.entries(table).map(([name, spec]) => [name, spec.default]),
) as unknown as FieldParams;
/** Stacks of every kind, as a link could ask for them. */
const params: fc.Arbitrary<FieldParams> = fc
  .record({
    stack: fc.constantFrom('three', 'dilated', 'pyramid', 'lenet', 'own', 'own'),
    kernels: list,
    strides: list,
    dilations: list,
    paddings: list,
    layer: fc.integer({ min: 1, max: 18 }),
    unit: fc.integer({ min: 0, max: 400 }),
  })
  .map((asked) => settle(receptiveField, { ...defaults, ...asked } as FieldParams));

function figure(change: Partial<FieldParams> = {}) {
  const store = createFigureStore(receptiveField);
  if (Object.keys(change).length > 0) store.actions.setParams(change);
  const now = () => nowOf(receptiveField, store.getState(), SIZE);
  const caption = () => receptiveField.caption(now().model, now().view, 'en');
  return { ...store.actions, now, caption, params: () => store.getState().params };
}

describe('the scene receptive-field', () => {
  it('draws the cone that the formula gives', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        for (const [layer, field] of model.fields.entries())
          for (const unit of [0, 1, (model.counts[layer] as number) - 1])
            expect(coneOf(model.layers, layer, unit)[0]).toEqual(fieldOf(field, unit));
      }),
      { numRuns: 60 },
    );
  });

  it('counts in the picture what the core sends back through the stack in two dimensions', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const top = model.counts.at(-1) as number;
        let gradient = zeros([1, 1, top, top], 'float64');
        gradient.data[p.unit * top + p.unit] = 1;
        for (let l = model.layers.length - 1; l >= 0; l--) {
          const { kernel, ...options } = model.layers[l] as StackLayer;
          const side = model.counts[l] as number;
          const w = full([1, 1, kernel, kernel], 1, 'float64');
          gradient = conv2dBackwardInput(w, gradient, [1, 1, side, side], options);
        }
        expect([...model.dx.data]).toEqual([...gradient.data]);
      }),
      { numRuns: 40 },
    );
  });

  it('knows the fields of the networks', () => {
    const vgg = figure({ stack: 'vgg' }).now().model;
    expect(vgg.fields[17]).toMatchObject({ size: 196, jump: 16 });
    expect(vgg.fields[18]).toMatchObject({ size: 212, jump: 32 });
    expect(vgg.layers[16]?.name).toBe('conv5_3');
    expect(vgg.counts.at(-1)).toBe(7);
    expect(vgg.facts.middle / vgg.facts.side).toBe(0.5);
    expect(vgg.facts.within / vgg.facts.all).toBeCloseTo(0.897, 3);
    const sizes = (stack: FieldParams['stack']) =>
      figure({ stack })
        .now()
        .model.fields.map(({ size }) => size);
    expect(sizes('three')).toEqual([1, 3, 5, 7]);
    expect(sizes('dilated')).toEqual([1, 3, 7, 15]);
    expect(sizes('pyramid')).toEqual([1, 3, 7, 15, 31]);
    expect(sizes('lenet')).toEqual([1, 5, 6, 14, 16, 32]);
  });

  it('writes each layer from the one below it', () => {
    const { model } = figure({ stack: 'vgg' }).now();
    const text = sizeLines(model, 17, false).map(({ parts, result }) => `${parts.join('')} = ${result}`);
    expect(text).toEqual(['164 + (3 − 1) × 16 = 196', '16 × 1 = 16']);
    fc.assert(
      fc.property(params, (p) => {
        const own = build(p);
        for (let layer = 1; layer < own.fields.length; layer++)
          for (const { sign } of sizeLines(own, layer, false)) expect(sign).toBe('=');
      }),
    );
  });

  it('says what the chapter says', () => {
    const { now, caption, goTo } = figure();
    const counts = (layer: number): number[] =>
      Array.from(now().model.paths[layer]?.data ?? []).filter(
        (count, i) => count > 0 && now().view.isKnown(layer, i),
      );
    goTo('two-layers');
    expect(caption()).toContain('A unit of layer 2 sees 5 × 5 pixels');
    goTo('first-paths');
    expect([counts(2), counts(1)]).toEqual([[1, 1, 1], []]);
    goTo('paths-down');
    expect([counts(1), counts(0)]).toEqual([[1, 2, 3, 2, 1], []]);
    goTo('bell');
    expect(counts(0)).toEqual([1, 3, 6, 7, 6, 3, 1]);
    expect(now().model.facts.spread).toBeCloseTo(Math.SQRT2, 12);
    goTo('middle-pixel');
    expect(now().view.sum?.line.value).toBe(49);
    goTo('corner-pixel');
    expect(caption()).toContain('has 1 path to the unit');
    goTo('second-strided');
    expect(now().model.fields.at(-1)?.size).toBe(9);
    goTo('pyramid-neighbour');
    expect(now().view.field[0] - (now().model.cone[0]?.[0] as number)).toBe(16);
    goTo('six-layers');
    expect(caption()).toContain('13 × 13 pixels');
    expect(now().model.facts.spread).toBe(2);
    goTo('vgg');
    expect(caption()).toContain('89.7% of the paths');
  });

  it('tells of the middle only where it has more than its share', () => {
    const of = (kernels: number[], dilations: number[]) =>
      figure({ stack: 'own', kernels, dilations, strides: [1], paddings: [0] });
    const told = (one: ReturnType<typeof figure>): string => {
      one.seek(1e9);
      return one.caption();
    };
    expect(told(of([2], [3]))).not.toContain('but');
    expect(told(of([1], [1]))).not.toContain('middle');
  });

  it('is what random weights give too: the mean of the squared gradient is the number of paths', () => {
    const { model } = figure().now();
    const random = createRandom(7);
    const row = model.paths[0] as Tensor;
    const draws = 6000;
    const sums = zeros(row.shape, 'float64');
    for (let draw = 0; draw < draws; draw++) {
      let gradient = model.paths.at(-1) as Tensor;
      for (let l = model.layers.length - 1; l >= 0; l--) {
        const shape = [1, 1, 1, model.counts[l] as number];
        const w = randomNormal([1, 1, 1, 3], random, 1, 'float64');
        gradient = conv2dBackwardInput(w, gradient, shape, model.rows[l]?.options);
      }
      for (let i = 0; i < sums.size; i++)
        sums.data[i] = (sums.data[i] as number) + (gradient.data[i] as number) ** 2;
    }
    for (let i = 0; i < sums.size; i++)
      expect((sums.data[i] as number) / draws).toBeCloseTo(row.data[i] as number, -0.2);
  });
});

describe('the sliders of one layer', () => {
  it('make the stack the reader’s own, and show what the chosen layer has', () => {
    const one = figure();
    one.setParams({ layer: 2 });
    one.setParams({ stride: 2 });
    expect(one.params()).toMatchObject({ stack: 'own', strides: [1, 2, 1], stride: 2, layer: 2 });
    one.setParams({ layer: 1 });
    expect(one.params()).toMatchObject({ stride: 1, strides: [1, 2, 1] });
  });

  it('leave a network of many layers as it is', () => {
    const one = figure({ stack: 'vgg' });
    one.setParams({ kernel: 7 });
    expect(one.params()).toMatchObject({ stack: 'vgg', kernel: 3, kernels: null });
  });

  it('obey a link of before, which knew only the lists, and do not blame it', () => {
    const one = createFigureStore(receptiveField);
    one.actions.fromLink({ stack: 'own', kernels: '5,3', strides: '2,1', dilations: '1,1', paddings: '0,0' });
    expect(one.getState().linkProblems).toEqual([]);
    expect(one.getState().params).toMatchObject({ kernel: 5, stride: 2 });
    for (const stack of ['pyramid', 'lenet', 'vgg', 'dilated']) {
      one.actions.fromLink({ stack });
      expect(one.getState().linkProblems, stack).toEqual([]);
    }
    one.actions.fromLink({ stack: 'lenet', unit: '60' });
    expect(one.getState().linkProblems).toEqual(['unit']);
  });
});

describe('the drawing of the stack', () => {
  const BOX = { x: 4, y: 2, width: 440, height: 330 };

  it('stays in its box, and finds every unit where it draws it', () => {
    fc.assert(
      fc.property(params, fc.constantFrom(330, 160), fc.boolean(), (p, height, titled) => {
        const model = build(p);
        const geometry = geometryOf({ ...BOX, height }, model, titled);
        for (const [row, count] of model.counts.entries())
          for (const col of [0, Math.floor(count / 2), count - 1]) {
            const { x, y, width, height: tall } = geometry.unitBox(row, col);
            expect(unitAt(geometry, model, x + width / 2, y + tall / 2)).toEqual({ row, col });
            expect(y).toBeGreaterThanOrEqual(BOX.y);
            expect(y + tall).toBeLessThanOrEqual(BOX.y + height);
          }
        const { profile } = geometry;
        expect(profile.y + profile.height).toBeLessThanOrEqual(BOX.y + height + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('goes up and down to the unit that lies over or under', () => {
    const model = build(settle(receptiveField, defaults));
    const geometry = geometryOf(BOX, model, true);
    expect(nearestUnit(geometry, { row: 3, col: 5 }, 2)).toEqual({ row: 2, col: 6 });
    expect(nearestUnit(geometry, { row: 2, col: 6 }, 3)).toEqual({ row: 3, col: 5 });
  });
});
