import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import type { Place } from '../../../src/playback/place.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import {
  build,
  CUTS,
  inWindow,
  LOCAL,
  SHARED,
  type SharingModel,
  TRACK,
} from '../../../src/scenes/weight-sharing/model.ts';
import {
  INPUTS,
  OUTPUTS,
  type SharingParams,
  WINDOW,
} from '../../../src/scenes/weight-sharing/parameters.ts';
import { weightSharing } from '../../../src/scenes/weight-sharing/scene.tsx';
import type { SharingView } from '../../../src/scenes/weight-sharing/view.ts';
import { captionOf, layerText, thousands } from '../../../src/scenes/weight-sharing/words.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';
import type { AnyScene } from './contract/registry.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;
const params = arbitraryParams(
  weightSharing as unknown as AnyScene,
) as fc.Arbitrary<unknown> as fc.Arbitrary<SharingParams>;

function opened(change: Partial<SharingParams> = {}) {
  const store = createFigureStore(weightSharing);
  store.actions.setParams(change);
  const now = (): { readonly model: SharingModel; readonly view: SharingView } =>
    nowOf(weightSharing, store.getState(), SIZE);
  const viewAt = (position: number, pin: Place | null = null): SharingView => {
    store.actions.seek(position);
    store.actions.pin(pin);
    return now().view;
  };
  return { store, now, viewAt };
}

const place = (grid: string, row: number, col = 0): Place => ({ grid, plane: 0, row, col });

describe('the scene weight-sharing', () => {
  it('counts the numbers of the article', () => {
    const { counted } = opened().now().model;
    expect([counted.dense, counted.local, counted.shared]).toEqual([14455392, 357504, 456]);
    expect(counted.local / counted.shared).toBe(784);
    const { store, now } = opened();
    store.actions.goTo('big-picture');
    const { model } = now();
    expect(Math.round(model.counted.dense / 1e9)).toBe(475);
    expect(model.counted.shared).toBe(1792);
    expect(layerText(model)).toBe('224 × 224 × 3 → 222 × 222 × 64');
  });

  it('separates thousands from five digits on', () => {
    expect([9999, 10000, 357504, 14455392].map(thousands)).toEqual([
      '9999',
      '10,000',
      '357,504',
      '14,455,392',
    ]);
  });

  it('prints counts that are those of the core, whatever the sizes', () => {
    fc.assert(
      fc.property(params, (p) => {
        const model = build(p);
        const { dense, local, shared, inputs, outputs, each, outSide } = model.counted;
        expect(dense).toBe(inputs * outputs + outputs);
        expect(local).toBe(outputs * each);
        expect(shared).toBe(p.filters * each);
        expect(local).toBe(shared * outSide ** 2);
      }),
    );
  });

  it('gives up one number with every step: 28, 16, 4', () => {
    const { viewAt } = opened();
    for (let position = 0; position <= TRACK.total; position++)
      expect(viewAt(position).layer.left).toBe(28 - Math.min(position, SHARED));
    expect([viewAt(LOCAL).layer.left, viewAt(SHARED).layer.left]).toEqual([16, 4]);
    expect([CUTS.length, SHARED, TRACK.total]).toEqual([12, 24, 40]);
  });

  it('ends as the convolution of the core, with its gradients', () => {
    fc.assert(
      fc.property(params, (p) => {
        const { now, viewAt } = opened(p);
        const { model } = now();
        const { layer } = viewAt(SHARED);
        expect([...layer.y.data].map((v) => v + 0)).toEqual([...model.y.data].map((v) => v + 0));
        for (let o = 0; o < OUTPUTS; o++)
          for (let i = 0; i < INPUTS; i++) expect(layer.connected(o, i)).toBe(inWindow(o, i));
        for (let u = 0; u < WINDOW; u++)
          expect(viewAt(SHARED, place('shared', 0, u)).equations[0].line.value).toBeCloseTo(
            model.dshared.data[u] as number,
            6,
          );
        expect(viewAt(TRACK.total).equations[0].line.value).toBeCloseTo(
          model.dsharedBias.data[0] as number,
          6,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('asks one product of a weight of its own, none of a cut one, and a sum of a shared one', () => {
    const { viewAt } = opened();
    const terms = (position: number, row: number, col: number): number =>
      viewAt(position, place('w', row, col)).equations[0].terms.length;
    expect(terms(0, 2, 0)).toBe(1);
    expect(terms(LOCAL, 2, 0)).toBe(0);
    expect(terms(LOCAL, 2, 3)).toBe(1);
    expect(terms(SHARED, 2, 3)).toBe(OUTPUTS);
  });

  it('lights the edges that a shared weight uses, and quiets the others', () => {
    const { lines } = opened().viewAt(SHARED, place('shared', 0, 1));
    const lit = lines.filter(({ state }) => state === 'source');
    expect(lit.map(({ weight }) => [weight.row, weight.col])).toEqual([0, 1, 2, 3].map((o) => [o, o + 1]));
    expect(lit.every(({ hue, label }) => hue === 1 && label === 'w₁')).toBe(true);
    expect(lines.filter(({ presence }) => presence === 0).length).toBe(CUTS.length);
  });

  it('fades the edge that is being cut, and flies a shared weight to the cell that takes it', () => {
    const { viewAt } = opened();
    const faded = viewAt(0.25).lines.filter(({ presence }) => presence !== 1);
    expect(faded.map(({ weight, presence }) => [weight.row, weight.col, presence])).toEqual([[0, 3, 0.75]]);
    const [sent] = viewAt(LOCAL + 0.5).flight?.products ?? [];
    expect([sent?.value.place, sent?.target]).toEqual([place('w', 0, 0), place('w', 1, 1)]);
    const [product] = viewAt(SHARED + 0.5).flight?.products ?? [];
    expect([product?.value.place, product?.weight?.place, product?.target]).toEqual([
      place('dy', 0),
      place('x', 0),
      place('dshared', 0, 0),
    ]);
  });

  it('says of a gradient under way how many of its products are in', () => {
    const { now, viewAt } = opened();
    const caption = (position: number): string => captionOf(now().model, viewAt(position), 'en');
    expect(caption(SHARED + 0.5)).toContain('one after the other');
    expect(caption(SHARED + 2)).toContain('Edge 2 adds ∂y₁ × x₁');
    expect(caption(SHARED + 4.5)).toMatch(/^w₁ .* one after the other/);
  });
});
