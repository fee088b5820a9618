import { explainActivation, explainActivationInput } from '../../explain/activations.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { slopeParts, valueParts } from '../../kit/activation/lines.ts';
import { cellAt, oneCell } from '../../kit/convolution/windows.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type {
  ExpressionEquation,
  GridView,
  GridWindow,
  SceneView,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment } from '../../playback/track.ts';
import { arriving, CHAINS } from './chains.ts';
import type { GatesModel, Pass } from './model.ts';
import type { GatesParams } from './parameters.ts';

/** One cell of one layer, there and back. */
export interface LayerCell {
  readonly row: number;
  readonly col: number;
  readonly z: number;
  readonly a: number;
  readonly gate: number;
  readonly da: number;
  readonly dz: number;
}

/** One chain on its way back, at one of its layers. */
export interface ChainPlace {
  readonly chain: number;
  /** Counted from 0. */
  readonly layer: number;
  /** Layers that the gradient has gone back through by then, this one included. */
  readonly passed: number;
  readonly z: number;
  readonly gate: number;
  readonly arriving: number;
  readonly left: number;
}

/** What is on the screen at one position. */
export interface GatesView extends SceneView {
  readonly equations: readonly ExpressionEquation[];
  /** The way that the lines write: of the moment, or of the cell that is asked for. */
  readonly way: Pass | 'gate';
  readonly cell: LayerCell;
  readonly place: ChainPlace;
  /** Cells, or layers, that are done. */
  readonly done: number;
  /** Nothing has happened yet. */
  readonly waits: boolean;
  readonly asked: boolean;
  readonly held: ViewOptions<GatesParams>['held'];
}

const WAYS: Readonly<Record<string, GatesView['way']>> = {
  act: 'forward',
  gate: 'gate',
  dact: 'backward',
  dpre: 'backward',
  gates: 'gate',
  left: 'chains',
};

export function viewOf(
  model: GatesModel,
  moment: Moment<Pass>,
  { asked, held, full }: ViewOptions<GatesParams>,
): GatesView {
  const pass = moment.stretch.id;
  const isDeep = pass === 'chains';
  const way = (asked && WAYS[asked.grid]) || pass;
  const [row, col] = asked ? [asked.row, asked.col] : cellAt(moment.cell, model.params.size);
  const cell = cellOf(model, isDeep ? [0, 0] : [row, col]);
  const layer = asked ? asked.col : model.params.depth - 1 - moment.cell;
  const place = placeOf(model, isDeep && asked ? asked.row : 0, isDeep ? layer : 0);
  const waits = moment.position === 0 && !asked;
  const all = asked !== null || held !== null;
  const known = (id: Pass): ((index: number) => boolean) => {
    const finished = all ? Number.POSITIVE_INFINITY : finishedCells(model.track, moment, id);
    return (index) => index < finished;
  };
  const equations = waits
    ? []
    : isDeep
      ? chainLines(model, place, way, full)
      : layerLines(model, cell, way, full);
  return {
    grids: isDeep
      ? chainGrids(model, moment, asked, all)
      : layerGrids(moment, model.params.size, asked, known),
    equations,
    way,
    cell,
    place,
    done: moment.finished,
    waits,
    asked: asked !== null,
    held,
  };
}

/** What the core's explainers say of one cell, there and back. */
function cellOf({ params, layer }: GatesModel, [row, col]: readonly [number, number]): LayerCell {
  const { name, alpha } = params;
  const index = [0, 0, row, col];
  const out = explainActivation(name, { x: layer.z }, index, alpha);
  const back = explainActivationInput(name, { x: layer.z, dy: layer.da }, index, alpha);
  const upstream = back.upstream?.value ?? 0;
  return { row, col, z: out.argument.value, a: out.value, gate: back.result, da: upstream, dz: back.value };
}

function placeOf({ chains }: GatesModel, chain: number, layer: number): ChainPlace {
  const { depth, z, gates, left } = chains;
  const at = chain * depth + layer;
  return {
    chain,
    layer,
    passed: depth - layer,
    z: z[layer]?.data[chain] as number,
    gate: gates[at] as number,
    arriving: arriving(chains, chain, layer),
    left: left[at] as number,
  };
}

const inLayer = (grid: string, { row, col }: LayerCell): Place => ({ grid, plane: 0, row, col });

/** The lines of a cell: forwards its value and its gate, backwards the gradient times the gate. */
function layerLines(
  { params }: GatesModel,
  cell: LayerCell,
  way: GatesView['way'],
  full: boolean,
): ExpressionEquation[] {
  const at = (grid: string): Place => inLayer(grid, cell);
  const nameOf = (symbol: string): string => cellName(symbol, [cell.row, cell.col]);
  const shown = { full, place: at('pre') };
  const print = (value: number): string => operand(printNumber(value, { full }).text);
  const gate = expressionEquation({
    head: `φ′(${printNumber(cell.z, { full }).text})`,
    target: at('gate'),
    parts: slopeParts(params, cell.z, shown),
    value: cell.gate,
    full,
  });
  if (way === 'gate') return [gate];
  if (way === 'forward')
    return [
      expressionEquation({
        head: nameOf('act'),
        target: at('act'),
        parts: valueParts(params, cell.z, shown),
        value: cell.a,
        full,
      }),
      gate,
    ];
  return [
    expressionEquation({
      head: nameOf('dpre'),
      target: at('dpre'),
      parts: [
        { text: print(cell.da), place: at('dact') },
        ' × ',
        { text: print(cell.gate), place: at('gate') },
      ],
      value: cell.dz,
      full,
    }),
    gate,
  ];
}

/** Factors that are written out; those before them stand as one number. */
const MOST_FACTORS = 10;

/** The lines of a chain: the last factor alone, and the product of all of them. */
function chainLines(
  { params, chains }: GatesModel,
  place: ChainPlace,
  way: GatesView['way'],
  full: boolean,
): ExpressionEquation[] {
  const { chain, layer, passed, gate, arriving: from, left, z } = place;
  const { depth, weight, gates } = chains;
  const print = (value: number): string => operand(printNumber(value, { full }).text);
  const at = (grid: string, col: number): Place => ({ grid, plane: 0, row: chain, col });
  if (way === 'gate')
    return [
      expressionEquation({
        head: `φ′(${printNumber(z, { full }).text})`,
        target: at('gates', layer),
        parts: slopeParts(params, z, { full, place: null }),
        value: gate,
        full,
      }),
    ];
  const factor = (col: number) => ({
    text: print(gates[chain * depth + col] as number),
    place: at('gates', col),
  });
  const head = cellName('dact', [chain, layer]);
  const step = expressionEquation({
    head,
    target: at('left', layer),
    parts: [
      { text: print(from), ...(layer < depth - 1 && { place: at('left', layer + 1) }) },
      ' × ',
      ...(weight === 1 ? [] : [{ text: print(weight), symbol: 'w' }, ' × ']),
      factor(layer),
    ],
    value: left,
    full,
  });
  if (passed === 1) return [step];
  const shown = Math.min(MOST_FACTORS, passed);
  const columns = Array.from({ length: shown }, (_, i) => layer + shown - 1 - i);
  const product = expressionEquation({
    head,
    target: at('left', layer),
    parts: [
      ...(shown < passed ? [{ text: print(arriving(chains, chain, layer + shown - 1)) }, ' × '] : []),
      ...(weight === 1 ? [] : [{ text: print(weight), symbol: 'w' }, ` ^ ${shown} × `]),
      ...columns.flatMap((col, i) => (i === 0 ? [factor(col)] : [' × ', factor(col)])),
    ],
    value: left,
    full,
  });
  return [step, product];
}

/** The cells of the moment, or of the cell that is asked for, outlined in all grids. */
function layerGrids(
  moment: Moment<Pass>,
  size: number,
  asked: Place | null,
  known: (id: Pass) => (index: number) => boolean,
): GatesView['grids'] {
  const ring = (role: GridWindow['role']): readonly GridWindow[] =>
    asked
      ? [oneCell([asked.row, asked.col], role)]
      : [windowAt(moment, (cell) => oneCell(cellAt(cell, size), role))];
  const back = moment.stretch.id === 'backward' || WAYS[asked?.grid ?? ''] === 'backward';
  const grid = (role: GridWindow['role'], more: GridView = {}): GridView => ({
    windows: ring(role),
    ...more,
  });
  return {
    pre: grid('window'),
    act: back ? {} : grid('result', { known: known('forward') }),
    gate: grid(back ? 'window' : 'result', { known: known('forward') }),
    dact: back ? grid('window') : {},
    dpre: back ? grid('result', { known: known('backward') }) : { known: known('backward') },
  };
}

/** A number in one or two digits, for cells that hold very small and very large ones. */
export function shortText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text =
    size >= 0.01 && size < 9999.5
      ? String(Number(value.toPrecision(size < 0.1 ? 1 : 2)))
      : value.toExponential(0);
  return text.replace('e+', 'e').replaceAll('-', '−');
}

/** The column of the layer that the gradient is in; all columns behind it are done. */
function chainGrids(
  { params: { depth }, chains }: GatesModel,
  moment: Moment<Pass>,
  asked: Place | null,
  all: boolean,
): GatesView['grids'] {
  const column = (role: GridWindow['role']): GridWindow =>
    asked
      ? oneCell([asked.row, asked.col], role)
      : windowAt(moment, (cell) => ({ row: 0, col: depth - 1 - cell, rows: CHAINS, cols: 1, role }));
  const first = all ? 0 : depth - moment.finished;
  const waits = moment.position === 0 && !asked;
  return {
    gates: {
      windows: waits ? [] : [column('window')],
      textOf: (index) => shortText(chains.gates[index] as number),
    },
    left: {
      windows: waits ? [] : [column('result')],
      known: (index) => index % depth >= first,
      textOf: (index) => shortText(chains.left[index] as number),
    },
  };
}
