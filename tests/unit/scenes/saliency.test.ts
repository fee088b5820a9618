import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { camTerms, gradCam, saliency as slopesOf, stretched } from '../../../src/explain/saliency.ts';
import { FACTS, gradientGrid, LAST_GRADIENT, NODES, nodeAt } from '../../../src/kit/digitPass/nodes.ts';
import { digitPass } from '../../../src/kit/digitPass/pass.ts';
import { digitNetwork } from '../../../src/kit/digits/digitNetwork.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { saliency } from '../../../src/scenes/saliency/scene.ts';
import { createRandom } from '../../../src/tensor/random.ts';
import { tensor } from '../../../src/tensor/tensor.ts';
import { expectCloses, expectEqualsCell } from './contract/checkView.ts';

const SIZE = { band: 'wide', width: 960, height: 380 } as const;
const model = digitNetwork({ dtype: 'float64', engine: 'plain' });
const pictureOf = (label: number) =>
  tensor(
    [1, 1, 28, 28],
    Array.from(digit(label).pixels, (byte) => byte / 255),
    'float64',
  );

describe('a pass back from a score', () => {
  it.each([
    [4, 4],
    [4, 9],
    [7, 2],
  ])('of the digit %i for class %i is the saliency of the core', (label, k) => {
    const { gradients } = digitPass(digit(label).pixels, k, { of: 'score' });
    expect(Array.from(gradients.image.data)).toEqual(Array.from(slopesOf(model, pictureOf(label), k).data));
  });

  it('from a share is that of a score less the mean of all, weighted by the shares', () => {
    const { gradients, values } = digitPass(digit(5).pixels, 9, { of: 'share' });
    const of = (k: number) => digitPass(digit(5).pixels, k, { of: 'score' }).gradients.image.data;
    const shares = values.probs.data;
    const all = Array.from({ length: 10 }, (_, k) => of(k));
    gradients.image.data.forEach((slope, i) => {
      const mean = all.reduce((sum, slopes, k) => sum + (shares[k] as number) * (slopes[i] as number), 0);
      expect(slope).toBeCloseTo((shares[9] as number) * ((all[9]?.[i] as number) - mean), 12);
    });
  });
});

describe('the terms of Grad-CAM', () => {
  const layers = { pool1: 2, relu2: 4, pool2: 5 } as const;

  it.each(['pool1', 'relu2', 'pool2'] as const)('at %s give the map of the core', (layer) => {
    const { values, gradients } = digitPass(digit(3).pixels, 3, { of: 'score' });
    const { cam } = camTerms(values[layer], gradients[layer], true);
    const map = gradCam(model, pictureOf(3), 3, layers[layer]).data;
    cam.forEach((value, i) => {
      expect(value).toBeCloseTo(map[i] as number, 12);
    });
  });

  it('before pooling have a quarter of the weights behind it: each gradient goes to one of four', () => {
    const { values, gradients } = digitPass(digit(3).pixels, 3, { of: 'score' });
    const [before, after] = (['relu2', 'pool2'] as const).map((layer) =>
      camTerms(values[layer], gradients[layer], true),
    );
    // Where the largest of four is a 0 of ReLU, the gradient goes to the first of them all the same.
    before?.alpha?.forEach((alpha, k) => {
      expect(4 * alpha).toBeCloseTo(after?.alpha?.[k] as number, 12);
    });
  });

  it('cell by cell add up to the score without its bias, for every digit and class', () => {
    for (let label = 0; label < 10; label++) {
      const k = (label + 3) % 10;
      const { values, gradients, weights } = digitPass(digit(label).pixels, k, { of: 'score' });
      const { sum } = camTerms(values.pool2, gradients.pool2, false);
      const total = sum.reduce((all, value) => all + value, 0) + (weights[5]?.data[k] as number);
      expect(total).toBeCloseTo(values.logits.data[k] as number, 10);
    }
  });
});

describe('a map stretched to pixels', () => {
  it('keeps a flat one, its extremes and, at the middles of an odd stretch, its numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (map) => {
          const wide = stretched(map, 3, 15);
          expect(Math.max(...wide)).toBeLessThanOrEqual(Math.max(...map) + 1e-12);
          expect(Math.min(...wide)).toBeGreaterThanOrEqual(Math.min(...map) - 1e-12);
          for (let r = 0; r < 3; r++)
            for (let c = 0; c < 3; c++)
              expect(wide[(5 * r + 2) * 15 + 5 * c + 2]).toBeCloseTo(map[3 * r + c] as number, 12);
        },
      ),
    );
    expect(Array.from(stretched(new Float64Array(49).fill(0.3), 7, 28))).toEqual(
      Array.from({ length: 784 }, () => 0.3),
    );
  });
});

describe('every gradient of the figure', { timeout: 60_000 }, () => {
  it.each(['score', 'share'] as const)('of a %s closes, in every layer', (of) => {
    const random = createRandom(4);
    const store = createFigureStore(saliency);
    store.actions.setParams({ of, digit: '5', label: 9 });
    for (let i = 0; i < 80; i++) {
      const node = nodeAt(i % (LAST_GRADIENT + 1));
      const { maps, rows, cols } = FACTS[node];
      const place = {
        grid: gradientGrid(node),
        plane: random.below(maps),
        row: random.below(rows),
        col: random.below(cols),
      };
      store.actions.pin(place);
      expect(store.getState().pinned).toEqual(place);
      const { view, grids } = nowOf(saliency, store.getState(), SIZE);
      for (const equation of view.equations) {
        expectCloses(equation);
        expectEqualsCell(equation, grids, view);
      }
    }
    expect(NODES.length).toBe(9);
  });
});
