import { type ActivatedCell, activatedCell } from '../../kit/activation/cell.ts';
import { cellAt, oneCell } from '../../kit/convolution/windows.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import type {
  ExpressionEquation,
  GridView,
  GridWindow,
  SceneView,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { knownCells, type Moment } from '../../playback/track.ts';
import { arriving, CHAINS } from './chains.ts';
import { chainLines, layerLines } from './lines.ts';
import type { GatesModel, Pass } from './model.ts';
import type { GatesParams } from './parameters.ts';

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
  readonly cell: ActivatedCell;
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
  const cell = activatedCell(
    model.params,
    model.layer,
    ...(isDeep ? ([0, 0] as const) : ([row, col] as const)),
  );
  const layer = asked ? asked.col : model.params.depth - 1 - moment.cell;
  const place = placeOf(model, isDeep && asked ? asked.row : 0, isDeep ? layer : 0);
  const waits = moment.position === 0 && !asked;
  const all = asked !== null || held !== null;
  const known = knownCells(model.track, moment, all);
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
