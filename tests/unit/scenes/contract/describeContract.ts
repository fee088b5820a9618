import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGradient, holds } from '../../../../src/kit/check/gradients.ts';
import type { StageSize } from '../../../../src/kit/scene/defineScene.ts';
import { nowOf } from '../../../../src/kit/scene/now.ts';
import { LANGUAGES } from '../../../../src/language/language.ts';
import { createFigureStore, type FigureStore } from '../../../../src/playback/store.ts';
import { arbitraryParams } from './arbitraryParams.ts';
import { expectCaption, expectCloses, expectEqualsCell, expectFits, expectMarksInside } from './checkView.ts';
import { type AnyScene, PHRASES } from './registry.ts';

/*
 * What every scene keeps, at every position, for its defaults and for random parameters. A new scene is found by its
 * folder and walked like the others.
 */

const SIZE: StageSize = { band: 'wide', width: 960, height: 336 };
/** Longer tracks are sampled: the ends, and places spread over the rest. */
const MOST_POSITIONS = 400;
const RUNS = 12;

type Store = FigureStore<object, unknown>;

const storeOf = (scene: AnyScene): Store => createFigureStore(scene) as unknown as Store;

function positionsOf(total: number, most = MOST_POSITIONS): number[] {
  if (total <= most) return Array.from({ length: total + 1 }, (_, i) => i);
  const chosen = new Set([0, 1, 2, total - 1, total]);
  for (let i = 0; i < most; i++) chosen.add(Math.round((i / most) * total));
  return [...chosen];
}

/** @param narrowest phone on which the caption has to be two lines; what readers set themselves may make longer numbers */
function checkHere(scene: AnyScene, store: Store, narrowest: 360 | 390 = 390): void {
  const { model, view, grids } = nowOf(scene, store.getState(), SIZE);
  for (const equation of view.equations) {
    expectCloses(equation);
    expectEqualsCell(equation, grids, view);
  }
  expectMarksInside(grids, view);
  for (const language of LANGUAGES) {
    const caption = scene.caption(model, view, language);
    expectCaption(caption, view);
    // With all digits, a number alone may be half a line.
    if (!store.getState().fullPrecision) expectFits(caption, narrowest);
  }
  if (scene.formula) expect(scene.formula(model, view)).not.toMatch(/undefined|NaN/);
}

/** Every gradient among the grids is the slope of its loss, found by passes forwards alone. */
function checkGradients(scene: AnyScene, store: Store): void {
  const { model } = store.getState();
  const grids = new Map(scene.grids(model).map((grid) => [grid.id, grid]));
  for (const claim of scene.gradients?.(model) ?? []) {
    if (claim.isBroken) continue;
    const grid = grids.get(claim.grid);
    if (!grid) throw new Error(`${claim.grid} is no grid of ${scene.name}`);
    const check = checkGradient(claim, grid.values);
    const { relativeError, analytic, numeric, at } = check;
    const found = `${claim.grid}[${at}]: ${analytic}, by nudging ${numeric}, relative error ${relativeError}`;
    expect(holds(check), found).toBe(true);
  }
}

function walk(scene: AnyScene, store: Store, most: number, narrowest?: 360): void {
  const { track } = store.getState();
  for (const position of positionsOf(track.total, most)) {
    for (const at of position < track.total ? [position, position + 0.5] : [position]) {
      store.actions.seek(at);
      checkHere(scene, store, narrowest);
    }
  }
}

/** What is in the state that a link carries. */
const carried = (store: Store) => {
  const { params, position, pinned, fullPrecision } = store.getState();
  return { params, position, pinned, fullPrecision };
};

/** The tests that every scene passes. */
export function describeContract(scene: AnyScene): void {
  describe(scene.name, { timeout: 60_000 }, () => {
    it('holds at every position of its defaults, in a few digits and in all', () => {
      const store = storeOf(scene);
      walk(scene, store, MOST_POSITIONS, 360);
      store.actions.setFullPrecision(true);
      walk(scene, store, 60);
    });

    it('holds for random parameters', () => {
      fc.assert(
        fc.property(arbitraryParams(scene), (params) => {
          const store = storeOf(scene);
          store.actions.setParams(params);
          expect(store.getState().params).toEqual(params);
          walk(scene, store, 25);
        }),
        { numRuns: RUNS },
      );
    });

    it.skipIf(!scene.gradients)('has for its gradients the slopes of its loss', () => {
      checkGradients(scene, storeOf(scene));
      fc.assert(
        fc.property(arbitraryParams(scene), (params) => {
          const store = storeOf(scene);
          store.actions.setParams(params);
          checkGradients(scene, store);
        }),
        { numRuns: RUNS },
      );
    });

    it('answers for every cell that can be pinned', () => {
      fc.assert(
        fc.property(arbitraryParams(scene), fc.infiniteStream(fc.nat()), (params, stream) => {
          const store = storeOf(scene);
          store.actions.setParams(params);
          const next = (): number => stream.next().value as number;
          for (const grid of scene.grids(store.getState().model)) {
            if (grid.pinnable === false || grid.rows * grid.cols === 0) continue;
            for (let i = 0; i < 4; i++) {
              const row = next() % grid.rows;
              const place = {
                grid: grid.id,
                plane: next() % (grid.planes ?? 1),
                row,
                col: next() % (grid.widths?.[row] ?? grid.cols),
              };
              store.actions.pin(place);
              expect(store.getState().pinned).toEqual(place);
              checkHere(scene, store);
            }
          }
        }),
        { numRuns: RUNS },
      );
    });

    it('holds while any slider is held', () => {
      for (const name of Object.keys(scene.params)) {
        const store = storeOf(scene);
        store.actions.hold(name as never);
        checkHere(scene, store);
      }
    });

    it('comes back from its own link', () => {
      fc.assert(
        fc.property(
          arbitraryParams(scene),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.nat(),
          (params, at, n) => {
            const store = storeOf(scene);
            store.actions.setParams(params);
            store.actions.seek(Math.round(at * store.getState().track.total));
            const grids = scene.grids(store.getState().model).filter((grid) => grid.pinnable !== false);
            const grid = grids[n % Math.max(1, grids.length)];
            if (grid && n % 3 === 0 && grid.rows * grid.cols > 0)
              store.actions.pin({ grid: grid.id, plane: 0, row: n % grid.rows, col: n % grid.cols });
            const other = storeOf(scene);
            other.actions.fromLink(store.actions.toLink());
            expect(carried(other)).toEqual(carried(store));
            expect(other.getState().linkProblems).toEqual([]);
            // Between two steps it opens the one that is over, not the one that is on its way.
            const { position, track } = store.getState();
            if (position === track.total) return;
            store.actions.seek(position + 0.7);
            expect(store.actions.toLink()['position']).toBe(String(position));
          },
        ),
        { numRuns: RUNS },
      );
    });

    it('survives hostile links, says what it dropped, and starts afresh', () => {
      const fresh = carried(storeOf(scene));
      const hostile: Record<string, string>[] = [
        ...['toString,0,0', 'zzz,9,9', '__proto__,0,0', 'x,-1,0', 'x,0', 'x,1e9,0', ''].map((pin) => ({
          pin,
        })),
        ...['-1', 'NaN', 'Infinity', '1e99', '', 'abc'].map((position) => ({ position })),
      ];
      for (const texts of hostile) {
        const store = storeOf(scene);
        store.actions.fromLink(texts);
        expect(store.getState().linkProblems).toEqual(Object.keys(texts));
        checkHere(scene, store);
        store.actions.restore();
        expect(carried(store)).toEqual(fresh);
      }
      for (const name of Object.keys(scene.params))
        for (const text of [
          '',
          'constructor',
          '1e999',
          'NaN',
          '-99999999',
          '0.1',
          '2.5',
          '<b>',
          '1,2,3,x',
          '9'.repeat(400),
        ]) {
          const store = storeOf(scene);
          store.actions.fromLink({ [name]: text });
          checkHere(scene, store);
          // Two seeds that round to the same one would draw the same numbers.
          if (name === 'seed')
            expect((store.getState().params as { readonly seed: number }).seed % 1).toBe(0);
        }
    });

    it('shows in a beat what it names, whatever was set before', () => {
      for (const beat of Object.keys(scene.beats ?? {})) {
        const first = storeOf(scene);
        expect(first.actions.goTo(beat)).toBe(true);
        checkHere(scene, first, 360);
        fc.assert(
          fc.property(arbitraryParams(scene), (params) => {
            const store = storeOf(scene);
            store.actions.setParams(params);
            store.actions.setFullPrecision(true);
            store.actions.goTo(beat);
            expect(carried(store)).toEqual(carried(first));
          }),
          { numRuns: 3 },
        );
      }
    });

    it('has every beat that the prose points at', () => {
      const names = Object.keys(scene.beats ?? {});
      for (const { file, to } of PHRASES.filter((phrase) => phrase.scene === scene.name))
        expect(names, file).toContain(to);
    });

    it('prints code and its parameters have words in both languages', () => {
      const store = storeOf(scene);
      const { model, view } = nowOf(scene, store.getState(), SIZE);
      for (const code of [scene.code.pytorch(model, view), scene.code.numpy(model, view)]) {
        expect(code).toMatch(/print\(/);
        expect(code).not.toMatch(/undefined|\[object/);
      }
      for (const { label } of Object.values(
        scene.params as Record<string, { label: { en: string; zh: string } }>,
      ))
        for (const language of LANGUAGES) expect(label[language].length).toBeGreaterThan(0);
    });
  });
}
