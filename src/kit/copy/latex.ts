import type { Line } from '../../formula/arithmetic.ts';
import { numberTex } from '../../formula/numbers.ts';
import { symbolOf } from '../../formula/symbols.ts';
import type { Place } from '../../playback/place.ts';
import { type PlaneAxis, planeIndices } from '../grid/names.ts';
import type { Equation, ExpressionEquation, SumEquation } from '../scene/view.ts';

/** A grid, as far as its cells have names. */
interface NamedGrid {
  readonly symbol?: string | undefined;
  readonly rows: number;
  readonly cols: number;
  readonly planes?: number | undefined;
  readonly planeAxes?: readonly PlaneAxis[] | undefined;
}

/** `−0.5` as LaTeX writes it. */
const minus = (text: string): string => text.replaceAll('−', '-');

/** A printed number in a product or a sum: a negative one in parentheses, a power of ten written as one. */
function number(text: string): string {
  const tex = numberTex(text);
  return tex.startsWith('-') ? `(${tex})` : tex;
}

const sign = (of: '=' | '≈'): string => (of === '=' ? '=' : '\\approx');

/** Takes away what links a letter with the page: `\htmlData{…}{…}` and `\htmlClass{…}{…}` keep their last group. */
export function plainTex(tex: string): string {
  let plain = tex;
  for (;;) {
    const at = plain.search(/\\html(Data|Class)\{/);
    if (at < 0) return plain;
    const first = groupEnd(plain, plain.indexOf('{', at));
    const last = groupEnd(plain, first + 1);
    plain = plain.slice(0, at) + plain.slice(first + 2, last) + plain.slice(last + 1);
  }
}

/** Where the group that opens at `open` closes. */
function groupEnd(tex: string, open: number): number {
  let depth = 0;
  for (let i = open; i < tex.length; i++) {
    if (tex[i] === '{') depth++;
    if (tex[i] === '}' && --depth === 0) return i;
  }
  throw new Error(`a brace is not closed: ${tex}`);
}

/** The name of a cell: `y_{1,2}`. */
export function placeTex(place: Place, grid: NamedGrid | undefined): string {
  const symbol = symbolOf(grid?.symbol ?? place.grid).tex;
  if (grid && grid.rows * grid.cols * (grid.planes ?? 1) === 1) return symbol;
  const indices = [
    ...((grid?.planes ?? 1) > 1 ? planeIndices(place.plane, grid?.planeAxes) : []),
    ...(grid?.rows === 1 ? [] : [place.row]),
    ...(grid && grid.cols === 1 && grid.rows > 1 ? [] : [place.col]),
  ];
  return `${symbol}_{${indices.join(',')}}`;
}

function lineTex({ before, terms, result, sign: of }: Line): string {
  const products = terms.map(({ factors }) => factors.map(({ text }) => number(text)).join(' \\times '));
  const parts = [...(before ? [number(before.text)] : []), ...products];
  return `${parts.join(' + ') || '0'} ${sign(of)} ${number(result.text).replace(/^\((.*)\)$/, '$1')}`;
}

const FUNCTIONS = /(?<![\\\w])(max|min|exp|ln|tanh)(?=\()/g;

function expressionTex({ parts, sign: of, result }: ExpressionEquation): string {
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  const tex = minus(text)
    .replaceAll('×', '\\times ')
    .replaceAll('·', '\\cdot ')
    .replaceAll('⌊', '\\lfloor ')
    .replaceAll('⌋', '\\rfloor ')
    .replaceAll('⌈', '\\lceil ')
    .replaceAll('⌉', '\\rceil ')
    .replaceAll('∞', '\\infty ')
    .replace(/e(-?\d+)/g, ' \\cdot 10^{$1}')
    .replace(/\^(-?[\d.]+)/g, '^{$1}')
    .replace(/sqrt\(([^()]*)\)/g, '\\sqrt{$1}')
    .replace(FUNCTIONS, '\\$1');
  return `${tex} ${sign(of)} ${number(result).replace(/^\((.*)\)$/, '$1')}`;
}

/** An equation with its numbers: `y_{1,2} = 2 \times (-1) + … = -1`. */
export function equationTex(equation: Equation, grids: ReadonlyMap<string, NamedGrid>): string {
  const { target, head } = equation;
  const name = target ? placeTex(target, grids.get(target.grid)) : `\\text{${head}}`;
  const numbers = equation.kind === 'sum' ? sumTex(equation) : expressionTex(equation);
  return target || head !== '' ? `${name} = ${numbers}` : numbers;
}

const sumTex = ({ line }: SumEquation): string => lineTex(line);

/** The rule of the moment and its first equation with numbers: what a figure's LaTeX is, unless a scene says otherwise. */
export function momentTex(
  rule: string | undefined,
  equations: readonly Equation[],
  grids: ReadonlyMap<string, NamedGrid>,
): string {
  const [first] = equations;
  const lines = [
    ...(rule === undefined ? [] : [plainTex(rule)]),
    ...(first ? [equationTex(first, grids)] : []),
  ];
  return lines.length < 2 ? (lines[0] ?? '') : `\\begin{gathered}\n${lines.join(' \\\\\n')}\n\\end{gathered}`;
}
