import type { SumExplanation } from '../../explain/explanation.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { equationsOf } from '../../kit/digitPass/equations.ts';
import { FACTS, gradientGrid, nodeOf, offsetOf, spotAt } from '../../kit/digitPass/nodes.ts';
import { receptiveField, regionOf, windowsOf } from '../../kit/digitPass/regions.ts';
import { subjectOf } from '../../kit/digitPass/subject.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import type { Equation, GridView, GridWindow, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { knownCells, type Moment } from '../../playback/track.ts';
import { PER_ROW, type SaliencyModel, trackOf } from './model.ts';
import type { SaliencyParams } from './parameters.ts';

/** What is on the screen while the maps are weighed. */
export interface CamView extends SceneView {
  readonly method: 'cam';
  readonly equations: readonly Equation[];
  /** The cell of the map that is spoken of, and what is asked of it. */
  readonly cell: number;
  readonly asked: Place | null;
  /** Cells of the finished map by now. */
  isKnown(index: number): boolean;
}

/** The grids that stand on the stage besides the picture. */
export const camGrids = ({ params: { layer, averaged } }: SaliencyModel): string[] => [
  gradientGrid(layer),
  ...(averaged ? ['alpha'] : []),
  ...[layer, 'weighted', 'sum', 'cam'],
];

const alphaPlace = (k: number): Place => ({
  ...{ grid: 'alpha', plane: 0, row: Math.floor(k / PER_ROW), col: k % PER_ROW },
});

/** The sum of one cell over the maps, its factors where they are drawn. */
function sumOf({ cam, params: { layer }, values, gradients }: SaliencyModel, cell: number): SumExplanation {
  const { maps, rows, cols } = FACTS[layer];
  const [row, col] = [Math.floor(cell / cols), cell % cols];
  const terms = Array.from({ length: maps }, (_, k) => {
    const at = k * rows * cols + cell;
    const index = [k, row, col];
    const weight = cam.alpha
      ? { tensor: 'alpha', index: [k], value: cam.alpha[k] as number }
      : { tensor: gradientGrid(layer), index, value: gradients[layer].data[at] as number };
    const factors = [weight, { tensor: layer, index, value: values[layer].data[at] as number }];
    return { factors, value: cam.weighted[at] as number };
  });
  return { kind: 'sum', tensor: 'total', index: [0, row, col], terms, value: cam.sum[cell] as number };
}

const placeOf = (tensor: string, index: readonly number[]): Place =>
  tensor === 'alpha'
    ? alphaPlace(index[0] as number)
    : { grid: tensor, plane: index[0] as number, row: index[1] as number, col: index[2] as number };

export function camView(
  model: SaliencyModel,
  moment: Moment,
  { asked, full }: ViewOptions<SaliencyParams>,
): CamView {
  const { layer } = model.params;
  const { rows, cols } = FACTS[layer];
  const track = trackOf(model);
  const isEnd = moment.position === track.total;
  const isAll = asked !== null || isEnd;
  const known = knownCells(track, moment, isAll);
  const { stretch, cell: at, done, fraction } = moment;
  const { cam } = model.cam;
  const strongest = cam.indexOf(Math.max(...cam));
  const cell = asked ? cellOf(model, asked) : isEnd ? strongest : stretch.id === 'alpha' ? 0 : at;
  const isSumming = !isAll && stretch.id === 'sum';
  const isFirst = !isAll && stretch.id === 'alpha';
  const target = { plane: 0, row: Math.floor(cell / cols), col: cell % cols };
  const sum = sumEquation(sumOf(model, cell), {
    ...{ full, placeOf, head: cellName('total', [target.row, target.col]) },
    target: { grid: 'sum', ...target },
    ...(isSumming && { done }),
  });
  const next = isSumming && fraction > 0 ? sum.terms[done] : undefined;
  const knows = (id: string) => (isAll ? () => true : known(id));
  const equations = asked
    ? equationsOfAsked(model, asked, sum, full)
    : isFirst
      ? [meanEquation(model, at, full, done === 1)]
      : stretch.id === 'cam' || isEnd
        ? [reluEquation(model, cell, full, done === 1), sum]
        : [sum];
  return {
    method: 'cam',
    ...{ cell, asked, equations, isKnown: knows('cam') },
    flight: flightOf(moment, {
      terms: next ? [next] : [],
      placeOf: ({ tensor, index }) => placeOf(tensor, index),
      targetOf: () => sum.target,
    }),
    grids: {
      ...windowsIn(model, cell, asked),
      alpha: { known: isFirst ? (k) => k < moment.finished : () => true },
      weighted: { known: () => !isFirst },
      sum: {
        known: knows('sum'),
        partial: (i) => (isSumming && i === cell && sum.done > 0 ? sum.line.value : undefined),
        windows: isFirst ? [] : [{ ...target, rows: 1, cols: 1, role: 'result' }],
      },
      cam: {
        known: knows('cam'),
        windows: isSumming || isFirst ? [] : [{ ...target, rows: 1, cols: 1, role: 'result' }],
      },
    },
  };

  /** While the step of a mean or of ReLU waits, its cell is not known; its line says what will come. */
  function cellOf({ params }: SaliencyModel, place: Place): number {
    if (place.grid === 'alpha') return strongest;
    if (place.grid === 'image') {
      const span = FACTS.image.rows / rows;
      return Math.floor(place.row / span) * cols + Math.floor(place.col / span);
    }
    return place.row * FACTS[params.layer].cols + place.col;
  }
}

/** The cell in every map, and the pixels on which it depends. */
function windowsIn(
  { params: { layer } }: SaliencyModel,
  cell: number,
  asked: Place | null,
): Record<string, GridView> {
  const spot = spotAt(layer, cell);
  const windows =
    asked?.grid === 'alpha' ? [] : windowsOf(layer, { ...regionOf(spot), plane: null }, 'window');
  const pixels: GridWindow[] =
    asked?.grid === 'alpha' ? [] : windowsOf('image', receptiveField(layer, regionOf(spot)), 'window');
  return { [layer]: { windows }, [gradientGrid(layer)]: { windows }, image: { windows: pixels } };
}

/** α is a mean: the sums of its map's rows over the number of its cells. */
function meanEquation(
  { cam, gradients, params }: SaliencyModel,
  k: number,
  full: boolean,
  isDone = true,
): Equation {
  const { rows, cols } = FACTS[params.layer];
  const sums = Array.from({ length: rows }, (_, row) => {
    const first = (k * rows + row) * cols;
    return Array.from(gradients[params.layer].data.slice(first, first + cols)).reduce((sum, g) => sum + g, 0);
  });
  const parts = sums.map((sum) => printNumber(sum, { full }).text);
  return expressionEquation({
    head: cellName('alpha', [k]),
    parts: [`(${parts.join(' + ').replaceAll('+ −', '− ')}) / ${rows * cols}`],
    ...{ value: cam.alpha?.[k] ?? 0, full, target: alphaPlace(k), unfinished: !isDone },
  });
}

function reluEquation({ cam, params }: SaliencyModel, cell: number, full: boolean, isDone = true): Equation {
  const { cols } = FACTS[params.layer];
  const at = { plane: 0, row: Math.floor(cell / cols), col: cell % cols };
  const text = printNumber(cam.sum[cell] as number, { full }).text;
  return expressionEquation({
    head: cellName('cam', [at.row, at.col]),
    parts: ['max(0, ', { text, place: { grid: 'sum', ...at } }, ')'],
    ...{ value: cam.cam[cell] as number, full, target: { grid: 'cam', ...at }, unfinished: !isDone },
  });
}

function equationsOfAsked(model: SaliencyModel, asked: Place, sum: Equation, full: boolean): Equation[] {
  const { layer, tile } = model.params;
  const { grid, plane, row, col } = asked;
  switch (grid) {
    case 'alpha':
      return [meanEquation(model, row * PER_ROW + col, full)];
    case 'sum':
      return [sum];
    case 'cam':
      return [reluEquation(model, row * FACTS[layer].cols + col, full), sum];
    case 'weighted': {
      const at = offsetOf(layer, asked);
      const { alpha, weighted } = model.cam;
      const own = (value: number, place: Place) => ({
        text: printNumber(value, { full }).text,
        place,
      });
      const weight = alpha
        ? own(alpha[plane] as number, alphaPlace(plane))
        : own(model.gradients[layer].data[at] as number, { ...asked, grid: gradientGrid(layer) });
      const value = own(model.values[layer].data[at] as number, { ...asked, grid: layer });
      const head = cellName(`${alpha ? 'weighted' : 'sloped'}_${plane}`, [row, col]);
      return [
        expressionEquation({
          ...{ head, parts: [weight, ' × ', value], full, target: asked },
          value: weighted[at] as number,
        }),
      ];
    }
    default: {
      const node = nodeOf(asked);
      if (!node) return [sum];
      const isBack = grid !== node;
      const subject = subjectOf(model, isBack, 1, node, plane, row, col);
      return onStage(
        equationsOf(model, subject, { full, tile }).slice(0, 1),
        new Set([...camGrids(model), 'image']),
      );
    }
  }
}

/** Numbers whose grid does not stand on the stage lead nowhere. */
function onStage(equations: readonly Equation[], grids: ReadonlySet<string>): Equation[] {
  const kept = (place: Place | null | undefined): Place | null =>
    place && grids.has(place.grid) ? place : null;
  return equations.map((equation) =>
    equation.kind === 'sum'
      ? { ...equation, placeOf: (tensor, index) => kept(equation.placeOf(tensor, index)) }
      : {
          ...equation,
          parts: equation.parts.map((part) =>
            typeof part === 'string' ? part : { ...part, place: kept(part.place) },
          ),
        },
  );
}
