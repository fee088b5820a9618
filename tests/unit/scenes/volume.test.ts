import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StageSize } from '../../../src/kit/scene/defineScene.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { costsOf, sizesOf } from '../../../src/scenes/volume/cost.ts';
import { build } from '../../../src/scenes/volume/model.ts';
import { groupCounts, type VolumeParams } from '../../../src/scenes/volume/parameters.ts';
import { volume } from '../../../src/scenes/volume/scene.ts';
import type { SumView } from '../../../src/scenes/volume/view.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';
import type { AnyScene } from './contract/registry.ts';

const SIZE: StageSize = { band: 'wide', width: 960, height: 336 };
const store = () => createFigureStore(volume);
const params = arbitraryParams(volume as unknown as AnyScene) as unknown as fc.Arbitrary<VolumeParams>;
/** The figure itself, not the count of the other layer; whole numbers, so that sums are exact. */
const figures = params.map((p): VolumeParams => ({ ...p, cost: 'figure', x: null, w: null, b: null }));

/** What a beat shows. */
function shown(beat: string) {
  const figure = store();
  figure.actions.goTo(beat);
  return nowOf(volume, figure.getState(), SIZE);
}

describe('the scene volume', () => {
  it('adds the channel sums and one bias to what the core computes', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0, max: 1, noNaN: true }), (p, where) => {
        const figure = store();
        figure.actions.setParams(p);
        figure.actions.seek(Math.round(where * figure.getState().track.total));
        const { model, view } = nowOf(volume, figure.getState(), SIZE);
        const { shown: at, grids } = view as SumView;
        const sums = Array.from(grids.s.values ?? []);
        const bias = model.b.data[at.filter] as number;
        expect(sums).toHaveLength(p.channels / p.groups);
        expect(sums.reduce((a, s) => a + s, 0) + bias).toBe(model.y.at(0, at.filter, at.row, at.col));
      }),
      { numRuns: 60 },
    );
  });

  it('shows the outputs that a pixel reaches: those that change with it', () => {
    fc.assert(
      fc.property(figures, fc.nat(48), (p, at) => {
        const [c, row, col] = [at % p.channels, at % p.input, Math.floor(at / 7) % p.input];
        const figure = store();
        figure.actions.setParams(p);
        figure.actions.pin({ grid: 'x', plane: c, row, col });
        const { model, view } = nowOf(volume, figure.getState(), SIZE);
        const marks = view.grids['y']?.marks;
        const { y } = build({ ...p, x: [c, row, col, model.x.at(0, c, row, col) + 1] });
        const area = model.out ** 2;
        for (let i = 0; i < y.size; i++) {
          const [f, place] = [Math.floor(i / area), i % area];
          const change = (y.data[i] as number) - (model.y.data[i] as number);
          const mark = marks?.get(`${f},${Math.floor(place / model.out)},${place % model.out}`);
          if (change !== 0) expect(mark?.kind).toBe('reached');
          if (mark) expect(mark.badge).toBe(`×${String(change).replace('-', '−')}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a group reads its own channels and no others', () => {
    fc.assert(
      fc.property(figures, fc.nat(15), (p, n) => {
        const [c, f] = [n % p.channels, Math.floor(n / 4) % p.filters];
        const before = build(p);
        const touched = build({ ...p, x: [c, 0, 0, 1000] });
        const area = before.out ** 2;
        const same = Array.from({ length: area }, (_, i) => f * area + i).every(
          (i) => before.y.data[i] === touched.y.data[i],
        );
        const group = (of: number, all: number): number => Math.floor(of / (all / p.groups));
        if (group(c, p.channels) !== group(f, p.filters)) expect(same).toBe(true);
      }),
    );
  });

  it('offers only groups that divide channels and filters', () => {
    fc.assert(
      fc.property(params, ({ channels, filters, groups }) => {
        expect(groupCounts({ channels, filters })).toContain(groups);
        expect((channels % groups) + (filters % groups)).toBe(0);
      }),
    );
  });

  it('knows the layer of the prose', () => {
    const { model, view } = shown('real-layer');
    expect(costsOf(model)).toMatchObject({
      parameters: 73_856,
      multiplyAdds: 4_718_592,
      ordinary: 73_728,
      depthwise: 576,
      pointwise: 8192,
    });
    expect(view.equations[0]).toMatchObject({ sign: '≈', result: '0.119' });
    expect(volume.caption(model, view, 'en')).toContain('8768 weights instead of 73,728, 11.9%');
    expect(sizesOf(model, null).tex).toContain('73{,}856');
  });

  it('shows the numbers of the prose', () => {
    expect((shown('first-channel').view as SumView).grids.s.values).toEqual([-6, -10, 16]);
    const all = (shown('all-channels').view as SumView).equations[0];
    expect([all.done, all.line.value]).toEqual([3, 0]);
    expect((shown('one-bias').view as SumView).equations[0].line.value).toBe(2);
    expect((shown('pixel').view as SumView).reached).toBe(9);
    expect((shown('weight').view as SumView).shown).toMatchObject({ filter: 1, channel: 2 });
    expect((shown('depthwise').view as SumView).first).toBe(1);
    // The sea is above 0, the desert below, and the shore runs between.
    const { y } = shown('blue-minus-red').model;
    expect([0, 1, 2, 3, 4].map((row) => Math.sign(y.at(0, 0, row, 0)))).toEqual([1, 0, -1, -1, -1]);
  });

  it('lets the next sheet come to the front without a jump', () => {
    const figure = store();
    const front = (position: number): number => {
      figure.actions.seek(position);
      return (nowOf(volume, figure.getState(), SIZE).view as SumView).front;
    };
    // Three sheets: from 1 to 2, and from the last to the first of the next cell.
    expect(front(1)).toBe(0);
    expect(front(1.0001)).toBeCloseTo(0, 3);
    expect(front(1.9)).toBe(1);
    expect(front(4)).toBe(2);
    expect(front(4.0001)).toBeCloseTo(-1, 3);
    expect(front(4.9)).toBe(0);
  });
});
