import { expect } from 'vitest';
import { lineText } from '../../../../src/formula/arithmetic.ts';
import type { GridSpec } from '../../../../src/kit/scene/defineScene.ts';
import { expressionLeft } from '../../../../src/kit/scene/equations.ts';
import type { Equation, GridView, SceneView } from '../../../../src/kit/scene/view.ts';
import { isPlaceOf, type Place } from '../../../../src/playback/place.ts';
import { evaluatePrinted, halfUlp } from './evaluate.ts';
import { linesOf, textWidth } from './textWidth.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests do not know a scene's parameters
type AnyGrid = GridSpec<any>;
type Grids = ReadonlyMap<string, AnyGrid>;

const NUMBER = /[−-]?\d+(?:\.\d+)?(?:e[−-]?\d+)?/g;

/** How far the value of a printed sum of products may lie from that of the numbers behind it. */
function roomOf(left: string): number {
  let room = 0;
  for (const term of left.split(' + ')) {
    const numbers = [...term.matchAll(NUMBER)].map(([text]) => ({
      size: Math.abs(Number(text.replaceAll('−', '-'))),
      off: halfUlp(text),
    }));
    // Π(aᵢ + δᵢ) − Πaᵢ ≤ Π(|aᵢ| + δᵢ) − Π|aᵢ|
    room +=
      numbers.reduce((all, { size, off }) => all * (size + off), 1) -
      numbers.reduce((all, { size }) => all * size, 1);
  }
  return room;
}

/** The line as the page prints it, and its parts. */
export function printed(equation: Equation): { left: string; sign: '=' | '≈'; right: string; value: number } {
  if (equation.kind === 'expression')
    return {
      left: expressionLeft(equation),
      sign: equation.sign,
      right: equation.result,
      value: equation.value,
    };
  const text = lineText(equation.line);
  const at = text.lastIndexOf(equation.line.sign);
  return {
    left: text.slice(0, at).trim(),
    sign: equation.line.sign,
    right: text.slice(at + 1).trim(),
    value: equation.line.value,
  };
}

/** Equal, 0 and −0 too, and NaN to itself. */
const sameNumber = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

/** The same decimal number: what doubles lose in an addition or a product is no difference. */
const sameDecimal = (a: number, b: number): boolean =>
  sameNumber(a, b) || Math.abs(a - b) <= 2e-13 * Math.max(Math.abs(a), Math.abs(b));

/** What is displayed, recomputed from the displayed operands, gives the displayed result, or the line says ≈. */
export function expectCloses(equation: Equation): void {
  const { left, sign, right, value } = printed(equation);
  const result = evaluatePrinted(right);
  const again = evaluatePrinted(left);
  if (sign === '=') {
    expect(sameDecimal(again, result), `${left} = ${right}, but it gives ${again}`).toBe(true);
    expect(sameDecimal(value, result), `${right} stands for ${value}`).toBe(true);
    return;
  }
  const rounding = halfUlp(right) * (1 + 1e-9);
  expect(Math.abs(value - result), `${right} stands for ${value}`).toBeLessThanOrEqual(rounding);
  if (equation.kind === 'sum')
    expect(Math.abs(again - result), `${left} ≈ ${right}`).toBeLessThanOrEqual(
      rounding + roomOf(left) + 1e-12 * Math.abs(result),
    );
}

const indexOf = ({ rows, cols }: AnyGrid, { plane, row, col }: Place): number =>
  (plane * rows + row) * cols + col;

const close = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The line and the cell that it makes say the same number. */
export function expectEqualsCell(equation: Equation, grids: Grids, view: SceneView): void {
  const { target } = equation;
  const grid = target && grids.get(target.grid);
  if (!target || !grid || !isPlaceOf([{ ...grid, pinnable: true }], target)) return;
  const index = indexOf(grid, target);
  const now: GridView | undefined = view.grids[target.grid];
  const { value } = printed(equation);
  const whole =
    equation.kind === 'expression' ? !equation.unfinished : equation.done === equation.terms.length;
  const number = (now?.values ?? grid.values)[index] as number;
  const name = `${equation.head} in ${target.grid} [${index}]`;
  if (whole) expect(close(value, number), `${name}: the line says ${value}, the cell ${number}`).toBe(true);
  const isKnown = now?.known?.(index) ?? true;
  const part = isKnown ? undefined : now?.partial?.(index);
  if (part !== undefined)
    expect(close(value, part), `${name}: the line says ${value}, so far ${part}`).toBe(true);
  // A sum that is not complete never stands beside its finished cell.
  if (!whole) expect(isKnown, `${name} is finished, its line is not`).toBe(false);
}

/** Marks and windows lie on cells that the grid has, its padding included. */
export function expectMarksInside(grids: Grids, view: SceneView): void {
  for (const [id, { marks, windows }] of Object.entries(view.grids)) {
    const grid = grids.get(id);
    if (!grid) throw new Error(`the view speaks of a grid “${id}” that the scene does not declare`);
    const [top, left, bottom, right] = grid.padding ?? [0, 0, 0, 0];
    const spread = grid.spread ?? 1;
    for (const key of marks?.keys() ?? []) {
      const [plane, row, col] = key.split(',').map(Number) as [number, number, number];
      expect(plane, `${id} ${key}`).toBeLessThan(grid.planes ?? 1);
      expect(row >= -top && row < grid.rows + bottom, `${id} ${key}: row`).toBe(true);
      expect(col >= -left && col < grid.cols + right, `${id} ${key}: column`).toBe(true);
    }
    // A window's corner is a place among the grid's own cells, its size counts the places that are drawn.
    for (const window of windows ?? []) {
      const room = 1e-9;
      const [first, start] = [window.row * spread, window.col * spread];
      expect(first, `${id}: window`).toBeGreaterThanOrEqual(-top - room);
      expect(start, `${id}: window`).toBeGreaterThanOrEqual(-left - room);
      expect(first + window.rows, `${id}: window`).toBeLessThanOrEqual(
        (grid.rows - 1) * spread + 1 + bottom + room,
      );
      expect(start + window.cols, `${id}: window`).toBeLessThanOrEqual(
        (grid.cols - 1) * spread + 1 + right + room,
      );
    }
  }
}

/** A caption is a sentence without holes, and its results are those of the view's lines. */
export function expectCaption(caption: string, view: SceneView): void {
  expect(caption.trim().length).toBeGreaterThan(5);
  expect(caption).not.toMatch(/undefined|NaN|null|\[object/);
  const results = view.equations.map((equation) => printed(equation).right);
  if (results.length > 0)
    for (const [, result] of caption.matchAll(/[=≈]\s?([−-]?[\d.]+(?:e[−-]?\d+)?|∞)(?=[\s.,;:：。，；]|$)/g))
      expect([...results, '0'], `“${caption}”`).toContain((result as string).replace(/\.$/, ''));
}

/**
 * The room of a caption in ems of its font. On a laptop it is one line: beside a pinned cell with its field in a window
 * 1366 px wide, and alone in a figure of 760. On phones it is two lines of 13 px.
 */
const LAPTOP = 51.5;
const PHONES = { 360: 332 / 13, 390: 362 / 13 };

/**
 * A caption takes no more lines than its row has. What is longer would not be cut, but would move what lies below.
 * @param narrowest of the phones on which it has to be two lines
 */
export function expectFits(caption: string, narrowest: keyof typeof PHONES): void {
  expect(textWidth(caption), `one line on a laptop: “${caption}”`).toBeLessThanOrEqual(LAPTOP);
  const lines = linesOf(caption, PHONES[narrowest]);
  expect(lines, `lines at ${narrowest} px: “${caption}”`).toBeLessThanOrEqual(2);
}
