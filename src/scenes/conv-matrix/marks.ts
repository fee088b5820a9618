import type { CellMark } from '../../figures/gridGeometry.ts';
import type { PlacedCell } from '../../figures/PlacedGrid.tsx';
import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { MatrixModel } from './model.ts';
import type { MatrixView, Meeting } from './view.ts';

const badgeOf = (model: MatrixModel, t: number): string =>
  `×${operand(printNumber(model.w.data[t] as number, { digits: 2 }).text).replace(/[()]/g, '')}`;

/** Which cells of the three planes stand out. Keys are those of the grid. */
export function planeMarks(model: MatrixModel, view: MatrixView) {
  const { params, out } = model;
  const input = new Map<string, CellMark>();
  const output = new Map<string, CellMark>();
  const kernel = new Map<string, CellMark>();
  const key = (index: number, side: number): string => `${Math.floor(index / side)},${index % side}`;
  const { tensor } = view.explanation;
  for (const meeting of view.meetings) {
    const now = meeting === view.current;
    const badge = badgeOf(model, meeting.t);
    if (tensor !== 'dx')
      input.set(key(meeting.i, params.input), {
        kind: now ? 'active' : 'source',
        ...(tensor === 'y' ? { badge } : {}),
      });
    if (tensor !== 'y')
      output.set(key(meeting.o, out), {
        kind: now ? 'active' : 'reached',
        ...(tensor === 'dx' ? { badge } : {}),
      });
    if (now || tensor === 'dw') kernel.set(key(meeting.t, params.kernel), { kind: 'active' });
  }
  const [row, col] = view.explanation.index.slice(-2);
  const target = tensor === 'y' ? output : tensor === 'dx' ? input : kernel;
  target.set(`${row},${col}`, { kind: 'target' });
  return { input, output, kernel };
}

/** The folded row or column of 𝒞; null where the matrix has a zero that no weight stands on. */
export function foldedValues(model: MatrixModel, view: MatrixView): (number | null)[] {
  const { inputs, outputs, tapAt, w } = model;
  const { kind, index } = view.folded;
  return Array.from({ length: kind === 'row' ? inputs : outputs }, (_, at) => {
    const t = tapAt[kind === 'row' ? index * inputs + at : at * inputs + index] as number;
    return t < 0 ? null : (w.data[t] as number);
  });
}

/** Sets for quick questions about the products of the line. */
export interface Lit {
  readonly inputs: ReadonlySet<number>;
  readonly outputs: ReadonlySet<number>;
  readonly taps: ReadonlySet<number>;
  /** The entry of 𝒞 where output o and input i meet. */
  entry(o: number, i: number): PlacedCell['outline'];
  readonly current: Meeting | undefined;
}

export function litOf(model: MatrixModel, view: MatrixView): Lit {
  const entries = new Set(view.meetings.map(({ o, i }) => o * model.inputs + i));
  const { current } = view;
  return {
    inputs: new Set(view.meetings.map(({ i }) => i)),
    outputs: new Set(view.meetings.map(({ o }) => o)),
    taps: new Set(view.meetings.map(({ t }) => t)),
    entry: (o, i) =>
      current?.o === o && current.i === i
        ? 'active'
        : entries.has(o * model.inputs + i)
          ? 'related'
          : undefined,
    current,
  };
}
