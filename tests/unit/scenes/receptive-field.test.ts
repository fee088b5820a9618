import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate, expressionText } from '../../../src/formula/expression.ts';
import { createFigureStore } from '../../../src/playback/figureStore.ts';
import { formatParams, parseParams } from '../../../src/playback/params.ts';
import { factLines, sizeLines } from '../../../src/scenes/receptive-field/formula.ts';
import {
  build,
  coneOf,
  constrain,
  type FieldParams,
  STACK_CHOICES,
  specs,
  stackOf,
} from '../../../src/scenes/receptive-field/model.ts';
import { BEAT_NAMES, receptiveField } from '../../../src/scenes/receptive-field/playable.ts';
import type { StackLayer } from '../../../src/scenes/receptive-field/stacks.ts';
import { totalOf } from '../../../src/scenes/receptive-field/steps.ts';
import { viewAt } from '../../../src/scenes/receptive-field/view.ts';
import { conv2dBackwardInput } from '../../../src/tensor/conv2d.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { fieldOf } from '../../../src/tensor/receptiveField.ts';
import { full, type Tensor, zeros } from '../../../src/tensor/tensor.ts';

const list = fc.option(fc.array(fc.integer({ min: -2, max: 30 }), { maxLength: 6 }), { nil: null });
const params: fc.Arbitrary<FieldParams> = fc
  .record({
    stack: fc.constantFrom(
      ...STACK_CHOICES.filter((stack) => stack !== 'vgg'),
      'own' as const,
      'own' as const,
    ),
    kernels: list,
    strides: list,
    dilations: list,
    paddings: list,
    layer: fc.integer({ min: 1, max: 18 }),
    unit: fc.integer({ min: 0, max: 400 }),
  })
  .map((asked) => constrain(asked));

const preset = (stack: FieldParams['stack'], unit = 0): FieldParams =>
  constrain({ ...constrain({ stack, unit } as FieldParams), unit });

describe('the scene receptive-field', () => {
  it('never reaches an invalid state, and constraining twice changes nothing', () => {
    fc.assert(
      fc.property(params, (p) => {
        expect(constrain(p)).toEqual(p);
        const model = build(p);
        for (const count of model.counts) expect(count).toBeGreaterThanOrEqual(1);
        expect(totalOf(model)).toBeLessThanOrEqual(200);
      }),
      { numRuns: 60 },
    );
  });

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
    const vgg = build(preset('vgg', 3));
    expect(vgg.fields[17]).toMatchObject({ size: 196, jump: 16 });
    expect(vgg.fields[18]).toMatchObject({ size: 212, jump: 32 });
    expect(vgg.layers[16]?.name).toBe('conv5_3');
    expect(vgg.counts.at(-1)).toBe(7);
    expect(vgg.facts.middle / vgg.facts.side).toBe(0.5);
    expect(vgg.facts.within / vgg.facts.all).toBeCloseTo(0.897, 3);
    const sizes = (stack: FieldParams['stack']) => build(preset(stack)).fields.map(({ size }) => size);
    expect(sizes('three')).toEqual([1, 3, 5, 7]);
    expect(sizes('dilated')).toEqual([1, 3, 7, 15]);
    expect(sizes('pyramid')).toEqual([1, 3, 7, 15, 31]);
    expect(sizes('lenet')).toEqual([1, 5, 6, 14, 16, 32]);
  });

  it('counts the paths of three 3 × 3 layers', () => {
    const { paths, dx } = build(preset('three', 4));
    expect([...(paths[0] as Tensor).data].filter((count) => count > 0)).toEqual([1, 3, 6, 7, 6, 3, 1]);
    expect(Math.max(...dx.data)).toBe(49);
  });

  it('adds what the explanation says, at every unit and in the picture', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const total = totalOf(model);
        for (const [layer, row] of model.paths.entries())
          for (const col of [0, Math.floor(row.size / 2)])
            expect(viewAt(model, total, { tensor: 'paths', row: layer, col }).sum?.line.value).toBe(
              row.data[col],
            );
        const middle = Math.floor((model.counts[0] as number) / 2);
        const cell = { tensor: 'dx', row: middle, col: middle };
        expect(viewAt(model, total, cell).sum?.line.value).toBe(model.dx.at(0, 0, middle, middle));
        for (let layer = 1; layer < model.fields.length; layer++) {
          const { size, jump, start } = sizeLines(model, layer);
          for (const line of [size, jump, start])
            expect(evaluate(line.left), expressionText(line)).toBe(evaluate(line.right));
        }
        for (const line of Object.values(factLines(viewAt(model, total).facts, false)))
          expect(Math.abs(evaluate(line.left) - evaluate(line.right))).toBeLessThan(
            0.02 * Math.max(1, evaluate(line.right)),
          );
      }),
      { numRuns: 40 },
    );
  });

  it('is what random weights give too: the mean of the squared gradient is the number of paths', () => {
    const model = build(preset('three', 4));
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
      const store = createFigureStore(receptiveField);
      expect(store.actions.goTo(name), name).toBe(true);
      const { position, total, pinned, params: p, model } = store.getState();
      expect(position, name).toBeGreaterThan(0);
      expect(position).toBeLessThanOrEqual(total);
      expect(viewAt(model, position, pinned).asked, name).toEqual(pinned);
      expect(stackOf(p).length).toBeGreaterThan(0);
    }
  });

  it('closes at every position of every preset', () => {
    for (const stack of STACK_CHOICES.filter((each) => each !== 'own')) {
      const model = build(preset(stack, 0));
      for (let position = 0; position <= totalOf(model); position++) {
        const { sum } = viewAt(model, position);
        if (!sum) continue;
        const [left = '', right = ''] = lineText(sum.line).split(/[=≈]/);
        expect(evaluate(left)).toBe(evaluate(right));
      }
    }
  });
});
