import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../../src/kit/scene/now.ts';
import { createFigureStore, type FigureStore } from '../../../../src/playback/store.ts';
import { arbitraryParams } from './arbitraryParams.ts';
import { SCENES } from './registry.ts';
import { findTorch, NO_TORCH, numbersIn, type Ran, runTorch, standsIn } from './torch.ts';

/*
 * The copied PyTorch code of every scene that shows gradients is run, and what autograd prints is compared with the
 * gradients of the page: for the defaults and for a few settings.
 */

const SETTINGS = 3;
const SIZE = { band: 'wide', width: 960, height: 336 } as const;

interface Case {
  readonly params: object;
  readonly code: string;
  readonly gradients: readonly { readonly grid: string; readonly values: ArrayLike<number> }[];
}

const withGradients = SCENES.filter(({ gradients }) => gradients);

function casesOf(scene: (typeof SCENES)[number]): Case[] {
  const settings = fc.sample(arbitraryParams(scene), { numRuns: SETTINGS, seed: 15 });
  return [{}, ...settings].map((params) => {
    const store = createFigureStore(scene) as unknown as FigureStore<object, unknown>;
    store.actions.setParams(params);
    const { model, view, grids } = nowOf(scene, store.getState(), SIZE);
    const claims = (scene.gradients?.(model) ?? []).filter(({ isBroken }) => !isBroken);
    return {
      params,
      code: scene.code.pytorch(model, view),
      gradients: claims.map(({ grid }) => ({ grid, values: grids.get(grid)?.values ?? [] })),
    };
  });
}

const python = findTorch();
if (python === null) console.info(NO_TORCH);

describe.skipIf(python === null)('autograd prints the gradients of the page (needs torch)', () => {
  const cases = new Map(withGradients.map((scene) => [scene.name, casesOf(scene)]));
  let ran: Ran[] | undefined;
  /** All snippets of all scenes run once, when the first is asked for. */
  const ranOf = (asked: Case): Ran => {
    const all = [...cases.values()].flat();
    ran ??= runTorch(
      python as string,
      all.map(({ code }) => code),
    );
    return ran[all.indexOf(asked)] as Ran;
  };

  it.each(withGradients.map(({ name }) => name))('%s', { timeout: 120_000 }, (name) => {
    for (const one of cases.get(name) ?? []) {
      const { printed, failed } = ranOf(one);
      const where = `${JSON.stringify(one.params)}\n${one.code}`;
      expect(failed, where).toBeUndefined();
      const numbers = numbersIn(printed ?? '');
      for (const { grid, values } of one.gradients)
        expect(
          standsIn(numbers, values),
          `${grid}: ${Array.from(values)}\nprinted:\n${printed}${where}`,
        ).toBe(true);
    }
  });
});

describe('the reader of printed numbers', () => {
  it('takes numbers and no parts of words, and finds a sequence only where it stands', () => {
    const text =
      'tensor([[ 1.0000e+00, -2.5000e-01],\n [nan, inf]], dtype=torch.float64, grad_fn=<Mm0>) x1 = 7.';
    expect(numbersIn(text)).toEqual([1, -0.25, Number.NaN, Number.POSITIVE_INFINITY, 7]);
    expect(standsIn([3, 1, 2, 4], [1, 2])).toBe(true);
    expect(standsIn([3, 1, 2, 4], [2, 1])).toBe(false);
    expect(standsIn([3, 1, 2, 4], [2, 4, 5])).toBe(false);
    expect(standsIn([1 + 1e-7], [1])).toBe(false);
  });
});
