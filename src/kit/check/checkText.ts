import { MINUS, printNumber } from '../../formula/numbers.ts';
import type { Language } from '../../language/language.ts';
import { placeName as placeWords } from '../grid/names.ts';
import { placeName } from '../line/placeName.ts';
import type { GridSpec } from '../scene/defineScene.ts';
import { titleText } from '../stage/title.ts';
import { type GradientCheck, holds } from './gradients.ts';

/** An error in a word: `3e−11`, `0.87`; 0 where there is none. */
export function errorText(error: number): string {
  if (error === 0 || error >= 0.01 || Number.isNaN(error)) return printNumber(error, { digits: 2 }).text;
  return error.toExponential(0).replace('-', MINUS);
}

export interface Verdict {
  /** `unknown`: at none of the numbers is there a slope to compare with. */
  readonly state: 'ok' | 'broken' | 'unknown';
  readonly worst: GradientCheck;
}

/** What all checks of a figure come to: the gradient that fails, or else the one with the largest error. */
export function verdictOf(checks: readonly GradientCheck[]): Verdict | null {
  const compared = checks.filter(({ compared }) => compared > 0);
  const failing = compared.filter((check) => !holds(check));
  const [first = checks[0], ...others] = failing.length > 0 ? failing : compared;
  if (!first) return null;
  const worst = others.reduce((a, b) => (a.relativeError >= b.relativeError ? a : b), first);
  return { state: failing.length > 0 ? 'broken' : compared.length > 0 ? 'ok' : 'unknown', worst };
}

// biome-ignore lint/suspicious/noExplicitAny: the kit does not know the scene's parameters
type Grid = GridSpec<any>;

/** `∂w₀,₁`, or `Gradient of pixels row 0, column 1` where the grid has no letter. */
function cellText(at: number, grid: Grid, language: Language): string {
  const { rows, cols, planes = 1, planeAxes } = grid;
  const place = {
    grid: grid.id,
    plane: Math.floor(at / (rows * cols)),
    row: Math.floor(at / cols) % rows,
    col: at % cols,
  };
  const { name, letter } = titleText(grid, language);
  if (letter) return placeName(place, grid);
  return placeWords(name, language, place.row, place.col, planes > 1 ? place.plane : undefined, planeAxes);
}

const WORDS = {
  line: {
    en: (name: string, error: string, compared: string, of: string) =>
      `${name}: relative error ${error}, ${compared} of ${of} ${of === '1' ? 'number' : 'numbers'}.`,
    zh: (name: string, error: string, compared: string, of: string) =>
      `${name}：相对误差 ${error}，比较了 ${of} 个数中的 ${compared} 个。`,
  },
  cell: {
    en: (cell: string, analytic: string, numeric: string, epsilon: string) =>
      `Furthest apart at ${cell}: backwards ${analytic}, by nudging ${numeric}, ε\u00a0=\u00a0${epsilon}.`,
    zh: (cell: string, analytic: string, numeric: string, epsilon: string) =>
      `相差最大处 ${cell}：反向传播得 ${analytic}，差分得 ${numeric}，ε\u00a0=\u00a0${epsilon}。`,
  },
  none: {
    en: (name: string) =>
      `${name}: the loss has a kink at every number, so that there is no slope to compare with.`,
    zh: (name: string) => `${name}：损失在每个数处都有折点，没有斜率可比。`,
  },
} as const;

/** What was compared in one grid, in one or two sentences. */
export function checkText(check: GradientCheck, grid: Grid, language: Language): string {
  const { name, letter } = titleText(grid, language);
  const title = letter ? `${name} ${letter}` : name;
  const { at, compared, cells, analytic, numeric, epsilon } = check;
  if (at < 0) return WORDS.none[language](title);
  const line = WORDS.line[language](title, errorText(check.relativeError), String(compared), String(cells));
  const full = (value: number): string => printNumber(value, { full: true }).text;
  const where = cellText(at, grid, language);
  const cell = WORDS.cell[language](where, full(analytic), full(numeric), errorText(epsilon));
  return language === 'en' ? `${line} ${cell}` : line + cell;
}
