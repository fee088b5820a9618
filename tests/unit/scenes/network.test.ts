import { describe, expect, it } from 'vitest';
import type { NodeName } from '../../../src/kit/digitPass/nodes.ts';
import {
  FACTS,
  gradientGrid,
  LAST_GRADIENT,
  NODES,
  nodeAt,
  numberOf,
} from '../../../src/kit/digitPass/nodes.ts';
import { digitPass } from '../../../src/kit/digitPass/pass.ts';
import { receptiveField, regionOf } from '../../../src/kit/digitPass/regions.ts';
import { SIDE } from '../../../src/kit/digits/centre.ts';
import { digitNetwork } from '../../../src/kit/digits/digitNetwork.ts';
import { packStrokes } from '../../../src/kit/digits/drawing.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { network } from '../../../src/scenes/network/scene.ts';
import { crossEntropy } from '../../../src/tensor/crossEntropy.ts';
import { createRandom } from '../../../src/tensor/random.ts';
import { tensor } from '../../../src/tensor/tensor.ts';
import { expectCloses, expectEqualsCell, expectMarksInside } from './contract/checkView.ts';

const SIZE = { band: 'wide', width: 960, height: 396 } as const;
const CELLS = 300;

const shown = (store: ReturnType<typeof storeOf>) => nowOf(network, store.getState(), SIZE);
const storeOf = () => createFigureStore(network);

describe('every number of the network', { timeout: 60_000 }, () => {
  it.each([
    ['3', 8],
    ['7', 7],
    ['5', 6],
  ])('of the digit %s with the loss of class %i closes, forwards and backwards', (name, label) => {
    const random = createRandom(17 + label);
    const store = storeOf();
    for (const direction of ['f4', 'b4']) {
      for (let i = 0; i < CELLS / 2; i++) {
        const isBack = direction === 'b4';
        const node = nodeAt(i % (isBack ? LAST_GRADIENT + 1 : NODES.length));
        const { maps, rows, cols } = FACTS[node];
        const grid = isBack ? gradientGrid(node) : node;
        const place = { grid, plane: random.below(maps), row: random.below(rows), col: random.below(cols) };
        store.actions.setParams({ digit: name, label, tile: random.below(16) });
        const stretch = store.getState().track.stretches.find(({ id }) => id === direction);
        store.actions.seek((stretch?.start ?? 0) + 1);
        store.actions.pin(place);
        store.actions.setFullPrecision(i % 3 === 0);
        expect(store.getState().pinned).toEqual(place);
        const { view, grids } = shown(store);
        expect(view.subject.place).toEqual(place);
        expect(view.equations.length).toBeGreaterThan(0);
        for (const equation of view.equations) {
          expectCloses(equation);
          expectEqualsCell(equation, grids, view);
        }
        expectMarksInside(grids, view);
      }
    }
  });

  it('keeps the pinned cell when the direction turns', () => {
    const store = storeOf();
    store.actions.pin({ grid: 'conv2', plane: 11, row: 7, col: 5 });
    const { stretches } = store.getState().track;
    expect(shown(store).view.equations[0]?.target?.grid).toBe('conv2');
    store.actions.seek((stretches.find(({ direction }) => direction === 'backward')?.start ?? 0) + 1);
    const { view, model } = shown(store);
    expect(view.equations[0]?.target).toEqual({ grid: 'dconv2', plane: 11, row: 7, col: 5 });
    expect(view.subject.gradient).toBe(model.gradients.conv2.at(0, 11, 7, 5));
  });

  it('sums 200 products and a bias for a number of the second convolution', () => {
    const store = storeOf();
    store.actions.pin({ grid: 'conv2', plane: 11, row: 7, col: 5 });
    const { tiles, bias } = shown(store).view.subject;
    expect(tiles.map(({ terms }) => terms.length)).toEqual(Array.from({ length: 8 }, () => 25));
    expect(bias?.factors.length).toBe(1);
  });
});

describe('the gradient of the picture', () => {
  it('is the slope of the loss, found by passes forwards alone', () => {
    const [pixels, label] = [digit(3).pixels, 8];
    const model = digitNetwork({ dtype: 'float64', engine: 'plain' });
    const image = Float64Array.from(pixels, (byte) => byte / 255);
    const lossOf = (x: Float64Array): number =>
      crossEntropy(model.forward(tensor([1, 1, SIDE, SIDE], x, 'float64')), [label]).data[0] as number;
    const { gradients } = digitPass(pixels, label);
    const step = 1e-6;
    const largest = Math.max(...gradients.image.data.map(Math.abs));
    for (let i = 200; i < 600; i += 37) {
      const [up, down] = [image.slice(), image.slice()];
      up[i] = (up[i] as number) + step;
      down[i] = (down[i] as number) - step;
      const slope = (lossOf(up) - lossOf(down)) / (2 * step);
      expect(Math.abs(slope - (gradients.image.data[i] as number))).toBeLessThan(1e-6 * largest);
    }
  });
});

describe('the network', () => {
  const sizes = (...of: NodeName[]): number[] =>
    of.map((node) => FACTS[node].maps * FACTS[node].rows * FACTS[node].cols);

  it('has 208 + 3216 + 7850 numbers to learn', () => {
    const { weights } = digitPass(digit(0).pixels, 0);
    const count = (from: number): number => (weights[from]?.size ?? 0) + (weights[from + 1]?.size ?? 0);
    expect([count(0), count(2), count(4)]).toEqual([208, 3216, 7850]);
    expect(sizes('conv1', 'conv2', 'pool2', 'logits')).toEqual([6272, 3136, 784, 10]);
  });

  it('reads every sample right, and its nodes are as large as their tensors', () => {
    for (let label = 0; label < 10; label++) {
      const { best, values } = digitPass(digit(label).pixels, label);
      expect(best).toBe(label);
      for (const node of NODES) expect(values[node].size).toBe(sizes(node)[0]);
    }
  });

  it('looks from a cell of the last maps at 16 × 16 pixels', () => {
    const field = receptiveField('pool2', regionOf({ plane: 0, row: 3, col: 3 }));
    expect([field.bottom - field.top + 1, field.right - field.left + 1]).toEqual([16, 16]);
    expect(numberOf('pool2')).toBe(6);
  });

  it('takes a drawing from a link', () => {
    const store = storeOf();
    const stroke = Array.from({ length: 12 }, (_, i) => [0.5, 0.2 + i * 0.05] as const);
    store.actions.setParams({ strokes: packStrokes([stroke]) });
    expect(shown(store).model.best).toBe(1);
    const other = storeOf();
    other.actions.fromLink(store.actions.toLink());
    expect(shown(other).model.pixels).toEqual(shown(store).model.pixels);
  });
});
