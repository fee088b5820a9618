import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_LAYER } from '../../../src/kit/digits/firstLayer.ts';
import type { StageSize } from '../../../src/kit/scene/defineScene.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { loadWeights } from '../../../src/network/weights.ts';
import type { Place } from '../../../src/playback/place.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { momentAt } from '../../../src/playback/track.ts';
import { sizesOf } from '../../../src/scenes/conv-layer/formula.ts';
import { build } from '../../../src/scenes/conv-layer/model.ts';
import type { LayerParams } from '../../../src/scenes/conv-layer/parameters.ts';
import { progressAt } from '../../../src/scenes/conv-layer/progress.ts';
import { convLayer } from '../../../src/scenes/conv-layer/scene.ts';
import type { LayerView } from '../../../src/scenes/conv-layer/view.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';
import type { AnyScene } from './contract/registry.ts';

const SIZE: StageSize = { band: 'wide', width: 960, height: 336 };
const store = () => createFigureStore(convLayer);
const params = arbitraryParams(convLayer as unknown as AnyScene) as unknown as fc.Arbitrary<LayerParams>;

/** What a beat, or a cell that is asked for, shows. */
function shown(beat: string | null, pin: Place | null = null) {
  const figure = store();
  if (beat) figure.actions.goTo(beat);
  if (pin) figure.actions.pin(pin);
  const { model, view } = nowOf(convLayer, figure.getState(), SIZE);
  return { model, view: view as LayerView, say: convLayer.caption(model, view as LayerView, 'en') };
}

const place = (grid: string, row: number, col: number, plane = 0): Place => ({ grid, plane, row, col });

describe('the scene conv-layer', () => {
  it('shows the weights of the shipped network', () => {
    const file = new Uint8Array(readFileSync('public/weights/mnist-lenet.bin'));
    const [w, b] = loadWeights(file).params as [Tensor, Tensor];
    expect(FIRST_LAYER.flatMap(({ weights }) => weights)).toEqual(Array.from(w.data));
    expect(FIRST_LAYER.map(({ bias }) => bias)).toEqual(Array.from(b.data));
  });

  it('takes a number apart into what the core has: a share for each input map, and the bias', () => {
    fc.assert(
      fc.property(params, (p) => {
        const figure = store();
        figure.actions.setParams(p);
        const { model, view } = nowOf(convLayer, figure.getState(), SIZE);
        const { at, total, grids } = view as LayerView;
        const z = model.z.at(0, at.filter, at.row, at.col);
        const shares = Array.from(grids.s.values ?? []);
        expect(shares).toHaveLength(model.maps);
        expect(
          shares.reduce((sum, share) => sum + share, 0) + (model.b.data[at.filter] as number),
        ).toBeCloseTo(z, 9);
        expect(total.line.value).toBeCloseTo(z, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('has computed at each position as many sums as it says', () => {
    const figure = store();
    figure.actions.setParams({ filters: 3 });
    figure.actions.setParams({ filter: 1, row: 20 });
    const { model, track } = figure.getState();
    const area = model.out ** 2;
    for (let position = 0; position <= track.total; position++) {
      const progress = progressAt(model, momentAt(model.track, position));
      let [known, early] = [0, 0];
      for (let i = 0; i < model.z.size; i++) {
        const at = [Math.floor(i / area), Math.floor((i % area) / model.out), i % model.out] as const;
        const hasSum = progress.sum(...at);
        if (hasSum) known++;
        if (!hasSum && progress.activation(...at)) early++;
      }
      expect(early).toBe(0);
      expect(known).toBe(progress.sums);
    }
  });

  it('answers pins with what the core reads', () => {
    expect(shown(null, place('x', 8, 16)).view.question).toMatchObject({
      block: { row: 6, col: 14, rows: 5, cols: 5 },
    });
    expect(shown(null, place('x', 0, 27)).view.question).toMatchObject({
      block: { row: 0, col: 25, rows: 3, cols: 3 },
    });
    expect(shown(null, place('w', 0, 0)).view.question).toMatchObject({
      block: { row: 0, col: 0, rows: 26, cols: 26 },
    });
    expect(shown(null, place('pre', 2, 5, 4)).view.at).toEqual({ filter: 4, row: 2, col: 5 });
  });

  it('shows the products of a tile that is pressed', () => {
    const plain = shown('corner');
    const { view, model } = shown('corner', place('s', 0, 0, 1));
    expect(view.equations[0]).toBe(view.tile);
    expect(view.tile.line.value).toBe(1);
    const [x, w] = [plain.view.grids.patch.values, plain.view.grids.w.values];
    const products = Array.from({ length: model.maps * 4 }, (_, i) => (x?.[i] ?? 0) * (w?.[i] ?? 0));
    expect(view.grids.patch.values).toEqual(products);
    expect(shown('corner', place('patch', 0, 0, 1)).view.tile.line.value).toBe(1);
  });

  it('shows the sums that the chapter does by hand', () => {
    const numbers = (beat: string) => {
      const { model } = shown(beat);
      return [Array.from(model.z.data), Array.from(model.a.data)];
    };
    expect(numbers('small')).toEqual([[2], [2]]);
    expect(numbers('small-turned')).toEqual([[-4], [0]]);
    expect(numbers('edges')[1]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect(numbers('corner')).toEqual([
      [-1, -1, -1, 1],
      [0, 0, 0, 1],
    ]);
    // The second layer reads what the first one found.
    expect(shown('corner').model.x.data).toEqual(shown('edges').model.a.data);
  });

  it('shows the numbers of the prose', () => {
    expect(shown('sum').say).toContain('the positive ones bring 3.22, the negative ones −1.04');
    expect(shown('bias').view.total.line.result.text).toBe('2.073');
    expect(shown('cut-cell').view).toMatchObject({ a: 0 });
    expect(shown('cut-cell').view.total.line.value).toBeCloseTo(-0.43, 2);
    const { model, say } = shown('all-maps');
    expect([model.counts.parameters, model.counts.multiplyAdds, model.z.size]).toEqual([208, 156_800, 6272]);
    expect(say).toContain('5580 of 6272');
    expect(sizesOf(model, null).sentence.en).toContain('156,800');
    expect(shown('stride-two').model.out).toBe(14);
    expect(shown('one-pixel').say).toContain('25 places of each map, outlined: 200 sums');
    expect(shown('one-weight').view.equations[0]).toMatchObject({ result: '784' });
  });

  it('counts the pixels and the zeros under the window', () => {
    const caption = (texts: Readonly<Record<string, string>>): string => {
      const figure = store();
      figure.actions.fromLink({ ...texts, position: '0' });
      const { model, view } = nowOf(convLayer, figure.getState(), SIZE);
      return convLayer.caption(model, view as LayerView, 'en');
    };
    expect(caption({ stride: '2', row: '0', col: '0' })).toContain('9 pixels and 16 padding zeros');
    expect(caption({ stride: '2', row: '4', col: '8' })).toContain('25 pixels. No product');
  });

  it('brings another layer with its own padding, and keeps typed numbers only where they fit', () => {
    const figure = store();
    figure.actions.setParams({ kernels: 'corner' });
    expect(figure.getState().params).toMatchObject({ padding: 0, filters: 1, filter: 0, row: 1, col: 1 });
    const edit = convLayer.grids(figure.getState().model)[0]?.edit;
    figure.actions.setParams(edit?.(0, 5) ?? {});
    expect(figure.getState().model.x.data[0]).toBe(5);
    figure.actions.setParams({ kernels: 'byHand' });
    expect(figure.getState().params).toMatchObject({ padding: 1, filters: 8, x: null });
    expect(build(figure.getState().params).out).toBe(28);
  });
});
