import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../src/formula/arithmetic.ts';
import { equationText } from '../../../src/kit/line/equationText.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { memoryBox, memoryRoom } from '../../../src/scenes/pixel-tensor/memoryLines.ts';
import { mirrorOf } from '../../../src/scenes/pixel-tensor/model.ts';
import { addressOf, entryAt, ORDERS } from '../../../src/scenes/pixel-tensor/orders.ts';
import type { PixelParams } from '../../../src/scenes/pixel-tensor/parameters.ts';
import { pixelTensor } from '../../../src/scenes/pixel-tensor/scene.ts';
import { patchAt, pictureOf } from '../../../src/scenes/pixel-tensor/sources.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';
import type { AnyScene } from './contract/registry.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;

function figure(params: Partial<PixelParams> = {}) {
  const store = createFigureStore(pixelTensor);
  store.actions.setParams(params);
  return { store, now: () => nowOf(pixelTensor, store.getState(), SIZE) };
}

const params = arbitraryParams(pixelTensor as unknown as AnyScene) as fc.Arbitrary<PixelParams>;

describe('the scene pixel-tensor', () => {
  it('lays the memory of a phone into its room, line by line, wide enough for three digits', () => {
    fc.assert(
      fc.property(params, fc.integer({ min: 280, max: 400 }), (p, width) => {
        const { model } = figure(p).now();
        const room = memoryRoom(model, width);
        if (!room) return;
        const box = memoryBox({ x: 3, y: 5, width: room[0], height: room[1] }, model);
        expect(box.corners).toHaveLength(model.x.size / model.params.batch);
        expect(box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBe(5 + room[1]);
        for (const [x, y] of box.corners ?? []) {
          expect(x + box.cell).toBeLessThanOrEqual(box.width + 1e-9);
          expect(y + (box.cellHeight ?? 0)).toBeLessThanOrEqual(box.height);
        }
      }),
    );
  });

  it('shows the bytes of the photograph under the loupe, and mirrors them in the second picture', () => {
    fc.assert(
      fc.property(params, (p) => {
        const picture = pictureOf(p.source);
        if (!picture || p.x) return;
        const { x, params: now } = figure({ ...p, batch: 2 }).now().model;
        const { size, row, col } = now;
        expect([...x.data.slice(0, x.size / 2)]).toEqual(patchAt(picture, row, col, size));
        for (let c = 0; c < 3; c++)
          for (let h = 0; h < size; h++)
            for (let w = 0; w < size; w++) {
              const byte = picture.rgb[((row + h) * picture.width + col + w) * 3 + c];
              expect(x.at(0, c, h, w)).toBe(byte);
              expect(x.at(1, c, h, w)).toBe(x.at(0, c, h, size - 1 - w));
              expect(mirrorOf(h * size + w, size)).toBe(h * size + size - 1 - w);
            }
      }),
    );
  });

  it('opens on a photograph whose channels differ', () => {
    const { rgb = [] } = pictureOf('nile') ?? {};
    let differing = 0;
    for (let i = 0; i < rgb.length; i += 3)
      if (Math.abs((rgb[i] as number) - (rgb[i + 2] as number)) > 50) differing++;
    expect(differing).toBeGreaterThan(rgb.length / 3 / 4);
  });

  it('finds the same number at the address of either order, and the way back', () => {
    fc.assert(
      fc.property(params, fc.nat(), (p, where) => {
        const { model } = figure(p).now();
        const flat = { nchw: model.x.data, nhwc: model.last.data };
        const address = where % model.x.size;
        for (const order of ORDERS) {
          const entry = entryAt(model, order, address);
          expect(addressOf(model, order, entry)).toBe(address);
          expect(flat[order][address]).toBe(model.x.at(entry.n, entry.c, entry.h, entry.w));
        }
      }),
    );
  });

  it('writes each number of a picture once, under its own name, and leads back to its matrix', () => {
    fc.assert(
      fc.property(params, fc.double({ min: 0, max: 1, noNaN: true }), (p, share) => {
        const { store, now } = figure(p);
        store.actions.seek(Math.floor(share * store.getState().track.total));
        const { model, view, grids } = now();
        const { memory } = view.grids;
        const { n } = view.entry;
        const places = Array.from(memory?.values ?? [], (value, i) => {
          const place = memory?.standsFor?.(i);
          expect(place?.grid).toBe(n === 0 ? 'x' : 'mirror');
          const { plane = 0, row = 0, col = 0 } = place ?? {};
          expect(value).toBe(model.shown.at(n, plane, row, col));
          expect(memory?.nameOf?.(i).en).toMatch(new RegExp(`, row ${row}, column ${col}$`));
          return `${plane},${row},${col}`;
        });
        expect(new Set(places).size).toBe(3 * model.params.size ** 2);
        const { rows = 0, cols = 0, planes = 1 } = grids.get('memory') ?? {};
        expect(rows * cols * planes).toBe(places.length);
      }),
      { numRuns: 40 },
    );
  });

  it('prints both addresses of a number, and the grey value of a pixel', () => {
    const { store, now } = figure();
    store.actions.goTo('answer');
    expect(now().view.equations.map(equationText)).toEqual([
      '((0 × 3 + 1) × 4 + 1) × 4 + 2 = 22',
      '((0 × 4 + 1) × 4 + 2) × 3 + 1 = 19',
    ]);
    store.actions.goTo('sand-pixel');
    const { view, model } = now();
    const [grey] = view.equations;
    if (grey?.kind !== 'sum') throw new Error('no sum');
    expect(lineText(grey.line)).toBe('0.299 × 200 + 0.587 × 165 + 0.114 × 121 ≈ 170.449');
    expect(pixelTensor.caption(model, view, 'en')).toContain('200 red, 165 green, 121 blue');
    store.actions.goTo('unit');
    expect(now().view.equations.map(equationText)[0]).toBe('200 / 255 ≈ 0.784');
  });

  it('speaks of the number of the step while a slider is held, though all of memory is shown', () => {
    const { store, now } = figure();
    store.actions.goTo('channels-first');
    store.actions.hold('size');
    const { view, model } = now();
    expect(view.grids['memory']?.known?.(47)).toBe(true);
    expect(pixelTensor.caption(model, view, 'en')).toContain('Address 16 holds green, row 0, column 0: 62.');
  });

  it('forgets typed bytes when the loupe moves, but not those of somebody’s own picture', () => {
    const { store } = figure();
    const typed = Array.from({ length: 48 }, (_, i) => i);
    store.actions.setParams({ x: typed });
    expect(store.getState().params.x).toEqual(typed);
    store.actions.setParams({ col: 5 });
    expect(store.getState().params.x).toBeNull();
    store.actions.setParams({ source: 'own', x: typed });
    store.actions.setParams({ scale: 'unit' });
    store.actions.setParams({ size: 2 });
    expect(store.getState().params.source).toBe('own');
    expect(store.getState().params.x).toEqual([0, 1, 4, 5, 16, 17, 20, 21, 32, 33, 36, 37]);
  });

  it('changes the byte that is typed over, in the mirrored picture too', () => {
    const { store, now } = figure({ batch: 2, scale: 'unit' });
    const edit = now().grids.get('mirror')?.edit;
    store.actions.setParams(edit?.(3, 1) ?? {});
    expect(now().model.x.at(1, 0, 0, 3)).toBe(255);
    expect(now().model.x.at(0, 0, 0, 0)).toBe(255);
  });
});
