import type { Term } from '../../explain/explanation.ts';
import { type Subject, targetOf } from '../../kit/convolution/subject.ts';
import { inputWindow, oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import type { Flight, GridWindow } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { GridId } from './grids.ts';
import type { BackwardModel, Pass } from './model.ts';
import { hasPlanes } from './parameters.ts';
import { cellIn, type Pair, type Places, termsAtWork } from './subject.ts';

type Windows = Partial<Record<GridId, readonly GridWindow[]>>;

/** Outlines: what is read, and the cell that is made. */
export function windowsOf(model: BackwardModel, moment: Moment<Pass>, { current }: Subject): Windows {
  const { params } = model;
  const { id } = moment.stretch;
  const read = (tensor: string): GridWindow[] => {
    const index = current?.factors.find((factor) => factor.tensor === tensor)?.index;
    return index ? [oneCell(index.slice(-2) as [number, number], 'window')] : [];
  };
  const makes = (stretch: Pass | 'dy', role: GridWindow['role'] = 'result'): GridWindow =>
    windowAt(moment, (cell) => {
      const { plane, row, col } = cellIn(model, stretch, cell);
      return { ...oneCell([row, col], role), plane };
    });
  if (id === 'dx' && params.method === 'gather')
    return { dx: [makes('dx')], spread: [windowAt(moment, (cell) => overSpread(model, cell))] };
  if (id === 'dx') return { dx: [overPixels(model, moment, current)], dy: [makes('dy', 'window')] };
  const upstream = read('dy').map((window) => ({ ...window, plane: filterOf(current) }));
  return { dy: upstream, [id]: [makes(id)], ...(id === 'dw' && { padded: read('x') }) };
}

const filterOf = (current: Term | undefined): number =>
  current?.factors.find(({ tensor }) => tensor === 'dy')?.index[1] ?? 0;

/** The window of the turned kernel over the zero-inserted gradient: it ends at the pixel's own place. */
function overSpread(model: BackwardModel, cell: number): GridWindow {
  const { sides, extent, params } = model;
  const { row, col } = cellIn(model, 'dx', cell);
  const first = (place: number, before: number): number => (place + before - extent + 1) / params.stride;
  return { row: first(row, sides[0]), col: first(col, sides[1]), rows: extent, cols: extent, role: 'window' };
}

/** The pixels that one output read. Several sheets have no border: of a window, what lies on the sheet. */
function overPixels(model: BackwardModel, moment: Moment<Pass>, current: Term | undefined): GridWindow {
  const { stride, input } = model.params;
  const over = (cell: number): GridWindow => {
    const { row, col } = cellIn(model, 'dy', cell);
    return inputWindow(model, stride, [row, col]);
  };
  const window = windowAt(moment, over);
  if (!hasPlanes(model.params)) return window;
  const plane = current?.factors.find(({ tensor }) => tensor === 'w')?.index[1] ?? 0;
  const [top, left] = [Math.max(0, window.row), Math.max(0, window.col)];
  const rows = Math.min(input, window.row + window.rows) - top;
  const cols = Math.min(input, window.col + window.cols) - left;
  return { ...window, plane, row: top, col: left, rows, cols };
}

/** One product on its way to its sum. */
export function motionOf(
  model: BackwardModel,
  moment: Moment<Pass>,
  subject: Subject,
  places: Places,
  pair: Pair,
): Flight | null {
  const { explanation, current } = subject;
  const { kernel, method, channels } = model.params;
  const { id } = moment.stretch;
  const scatters = id === 'dx' && method === 'scatter';
  const before = scatters
    ? pair.channel * kernel * kernel
    : id === 'dx'
      ? termsAtWork(model, explanation, pair).before
      : 0;
  const cols = id === 'dx' ? kernel : model.out;
  const at = moment.done - before;
  const product: Place = {
    grid: id === 'dx' ? 'products' : 'shares',
    plane: 0,
    row: Math.floor(at / cols),
    col: at % cols,
  };
  return flightOf(moment, {
    direction: scatters ? 'scatter' : 'gather',
    terms: current ? [current] : [],
    placeOf: ({ tensor, index }) => places(tensor, index),
    targetOf: () => targetOf(explanation, channels),
    productOf: () => (id === 'db' ? null : product),
  });
}
