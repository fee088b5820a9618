import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { digitsFor } from '../../../src/kit/grid/digits.ts';
import { actionOf } from '../../../src/kit/grid/keys.ts';
import { loupeBox } from '../../../src/kit/grid/Loupe.tsx';
import { FigureContext, NowContext } from '../../../src/kit/scene/context.ts';
import type { SceneDefinition, StageSize } from '../../../src/kit/scene/defineScene.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import type { Language } from '../../../src/language/language.ts';
import { createFigureStore, type FigureState } from '../../../src/playback/store.ts';
import { lineScene } from './lineScene.tsx';
import { manyScene } from './manyScene.tsx';

const WIDE: StageSize = { band: 'wide', width: 960, height: 336 };

// biome-ignore lint/suspicious/noExplicitAny: any scene
type Any = any;

/** The stage of a scene, as the page that is made at build time has it. */
function draw(
  scene: SceneDefinition<Any, Any, Any, Any>,
  change: (store: ReturnType<typeof createFigureStore<Any, Any, Any>>) => void = () => {},
  language: Language = 'en',
): string {
  const store = createFigureStore<Any, Any, Any>(scene);
  change(store);
  // What is rendered at build time is a store's first state.
  const shown = { ...store, getInitialState: store.getState };
  const state: FigureState<Any, Any> = store.getState();
  const now = nowOf(scene, state, WIDE);
  const { params, held } = state;
  const stage = createElement(scene.Stage, {
    ...{ params, language, size: WIDE, before: held?.from ?? null },
    ...{ model: now.model, moment: now.moment, view: now.view },
  });
  return renderToStaticMarkup(
    createElement(
      FigureContext,
      { value: { store: shown, scene, language, number: '1.1' } },
      createElement(NowContext, { value: now }, stage),
    ),
  );
}

/** The attributes of all cells of a grid. */
function cellsOf(markup: string, id: string): Record<string, string>[] {
  const at = markup.indexOf(`data-tensor="${id}"`);
  const end = markup.indexOf('data-tensor=', at + 10);
  const part = markup.slice(at, end < 0 ? undefined : end);
  return [...part.matchAll(/<(?:g|rect) role="gridcell"[^>]*>/g)].map(([tag]) =>
    Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  );
}

describe('a grid of few cells', () => {
  const drawn = draw(lineScene, (store) => store.actions.seek(4));

  it('has a cell for each number, with its place and its number in full', () => {
    expect(
      cellsOf(drawn, 'x').map((cell) => [cell['data-row'], cell['data-col'], cell['data-value']]),
    ).toEqual([1, 2, 0, 3, 1, 4, 2].map((value, col) => ['0', String(col), String(value)]));
    expect(cellsOf(drawn, 'x')[0]).not.toHaveProperty('data-plane');
  });

  it('has one tab stop', () => {
    for (const id of ['x', 'w', 'y'])
      expect(cellsOf(drawn, id).filter((cell) => cell['tabindex'] === '0')).toHaveLength(1);
  });

  it('says what a cell holds, what is still being added up, and what is not computed yet', () => {
    const names = cellsOf(drawn, 'y').map((cell) => cell['aria-label']);
    expect(names.slice(0, 3)).toEqual([
      'Output row 0, column 0: 1',
      'Output row 0, column 1: 2 so far',
      'Output row 0, column 2: not computed yet',
    ]);
    expect(cellsOf(drawn, 'y')[1]).not.toHaveProperty('data-value');
    const chinese = draw(lineScene, (store) => store.actions.seek(4), 'zh');
    expect(cellsOf(chinese, 'y')[1]?.['aria-label']).toBe('输出 第 0 行第 1 列: 2 目前');
  });

  it('draws windows, a flight only between two steps, and keeps numbers from being translated', () => {
    expect(drawn).toContain('outline-window');
    expect(drawn.match(/role="grid"[^>]*translate="no"/g)).toHaveLength(3);
  });

  it('keeps the outline of before while a slider is held', () => {
    const held = draw(lineScene, ({ actions }) => {
      actions.hold('stride');
      actions.setParams({ stride: 2 });
    });
    expect(held).toContain('was 1 × 5');
    expect(draw(lineScene, ({ actions }) => actions.setParams({ stride: 2 }))).not.toContain('was 1 × 5');
  });

  it('marks the pinned cell', () => {
    const pinned = draw(lineScene, ({ actions }) => actions.pin({ grid: 'x', plane: 0, row: 0, col: 3 }));
    expect(cellsOf(pinned, 'x').filter((cell) => cell['aria-selected'] === 'true')).toHaveLength(1);
    expect(pinned).toContain('outline-pin');
  });
});

describe('a grid of many cells', () => {
  it('is painted, and has the one cell that can be focused', () => {
    const cells = cellsOf(draw(manyScene), 'x');
    expect(cells).toHaveLength(1);
    expect(cells[0]).toMatchObject({ 'data-row': '0', 'data-col': '0', 'data-value': '0', tabindex: '0' });
    expect(draw(manyScene)).toContain('aria-colcount="20"');
  });

  it('shows its cells through the loupe where they are too small', () => {
    const pointed = draw(manyScene, ({ actions }) => actions.point({ grid: 'x', plane: 0, row: 3, col: 0 }));
    const loupe = pointed.slice(pointed.indexOf('class="loupe"'));
    const texts = [...loupe.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual(
      [20, 40, 60, 80, 100].flatMap((first) => ['', '', first, first + 1, first + 2].map(String)),
    );
    expect(draw(manyScene)).not.toContain('class="loupe"');
  });

  it('counts its planes', () => {
    const planes = cellsOf(draw(manyScene), 'w').map((cell) => [cell['data-plane'], cell['data-value']]);
    expect(planes).toEqual(Array.from({ length: 8 }, (_, i) => [String(Math.floor(i / 4)), String(i)]));
    expect(cellsOf(draw(manyScene), 'w')[4]?.['aria-label']).toBe('Kernel channel 1, row 0, column 0: 4');
  });
});

describe('digits', () => {
  it('are never under 12 px, and there are none where they would not fit', () => {
    for (let cell = 4; cell <= 52; cell++)
      for (let longest = 1; longest <= 6; longest++) {
        const digits = digitsFor(cell, longest);
        if (digits) {
          expect(digits.size).toBeGreaterThanOrEqual(12);
          expect(digits.size * 0.62 * longest).toBeLessThanOrEqual(cell);
        }
      }
    expect(digitsFor(42, 2)).not.toBeNull();
    expect(digitsFor(17, 1)).toBeNull();
  });
});

describe('the loupe', () => {
  it('stays on the stage', () => {
    for (let x = 0; x < 960; x += 37)
      for (let y = 0; y < 336; y += 23) {
        const box = loupeBox({ x, y, width: 8, height: 8 }, 140, 140, WIDE);
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(WIDE.width);
        expect(box.y + box.height).toBeLessThanOrEqual(WIDE.height);
      }
  });
});

describe('keys in a grid', () => {
  const shape = { rows: 3, cols: 4, planes: 2, turned: false, editable: true };
  const at = { plane: 0, row: 1, col: 2 };
  const press = (key: string, from = at, more = {}, of = shape) =>
    actionOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...more }, from, of);
  const move = (plane: number, row: number, col: number) => ({ kind: 'move', to: { plane, row, col } });

  it('move', () => {
    expect(press('ArrowRight')).toEqual(move(0, 1, 3));
    expect(press('ArrowUp')).toEqual(move(0, 0, 2));
    expect(press('Home')).toEqual(move(0, 1, 0));
    expect(press('End', at, { ctrlKey: true })).toEqual(move(1, 2, 3));
    expect(press('ArrowRight', { ...at, col: 3 })).toEqual(move(0, 1, 3));
  });

  it('go on in the next plane, and stop at the last', () => {
    expect(press('ArrowDown', { ...at, row: 2 })).toEqual(move(1, 0, 2));
    expect(press('ArrowUp', { plane: 1, row: 0, col: 2 })).toEqual(move(0, 2, 2));
    expect(press('ArrowDown', { plane: 1, row: 2, col: 2 })).toEqual(move(1, 2, 2));
  });

  it('point the way that an arrow points in a turned grid', () => {
    expect(press('ArrowRight', at, {}, { ...shape, turned: true })).toEqual(move(0, 1, 1));
    expect(press('ArrowDown', at, {}, { ...shape, turned: true })).toEqual(move(0, 0, 2));
  });

  it('pin, unpin and edit', () => {
    expect(press('Enter')).toEqual({ kind: 'pin' });
    expect(press('Escape')).toEqual({ kind: 'unpin' });
    expect(press('F2')).toEqual({ kind: 'edit', text: null });
    expect(press('−')).toEqual({ kind: 'edit', text: '−' });
    expect(press('7', at, {}, { ...shape, editable: false })).toBeNull();
    expect(press('c', at, { ctrlKey: true })).toBeNull();
  });
});
