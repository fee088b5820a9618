import { printNumber } from '../../formula/numbers.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import type { Focus } from './marks.ts';
import type { DenseLayer, DenseModel } from './model.ts';
import { knownAt, type Moment } from './moments.ts';
import { unitRef } from './refs.ts';

/** The drawing stands across in per cent and down in pixels, so that its digits keep their size. */
export const HEIGHT = 356;
export const RADIUS = 21;
const TOP = 34;
const LEFT = 13;
const RIGHT = 88;
/** How far along its line a weight is printed: near the source, or near what it reaches. */
const NEAR = { source: 0.36, reached: 0.64 } as const;

export interface Unit {
  readonly column: number;
  readonly unit: number;
  /** Per cent. */
  readonly x: number;
  /** Pixels. */
  readonly y: number;
  /** Empty until computed. */
  readonly text: string;
  readonly value: number | undefined;
  /** A sum that is still running, or that waits for its activation. */
  readonly running: boolean;
  readonly bias: string | null;
  readonly role: 'source' | 'target' | 'reached' | null;
  readonly ref: CellRef;
}

export interface Edge {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly line: readonly [x1: number, y1: number, x2: number, y2: number];
  readonly value: number;
  readonly width: number;
  /** idle; source: goes into the sum; active: this very product; pending: still to come; reached. */
  readonly state: 'idle' | 'source' | 'active' | 'pending' | 'reached';
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
  readonly ref: CellRef;
}

export interface Drawing {
  readonly units: readonly (readonly Unit[])[];
  readonly edges: readonly Edge[];
  /** Where the columns stand, in per cent. */
  readonly columns: readonly number[];
}

/** A number that fits into a circle. */
function short(value: number): string {
  for (const digits of [2, 1, 0]) {
    const { text } = printNumber(value, { digits });
    if (text.length <= 5) return text;
  }
  return printNumber(value, { digits: 0 }).text;
}

const yOf = (unit: number, count: number): number => {
  const apart = Math.min(84, (HEIGHT - TOP - 6) / Math.max(count, 4));
  return Math.round(TOP + (HEIGHT - TOP) / 2 - 6 + (unit - (count - 1) / 2) * apart);
};

/** Where everything stands, and how it stands out. */
export function drawingOf(
  model: DenseModel,
  focus: Focus & { readonly moment: Moment },
  soFar: number,
): Drawing {
  const { sizes, layers } = model;
  const columns = sizes.map((_, at) => LEFT + ((RIGHT - LEFT) * at) / (sizes.length - 1));
  const units = sizes.map((count, column) =>
    Array.from({ length: count }, (_, unit): Unit => {
      const state = valueAt(model, focus.moment, column, unit, soFar);
      return {
        column,
        unit,
        x: columns[column] as number,
        y: yOf(unit, count),
        text: state.value === undefined ? '' : short(state.value),
        ...state,
        bias: column === 0 ? null : signed((layers[column - 1] as DenseLayer).b.at(unit)),
        role: roleOf(focus, column, unit),
        ref: unitRef(column, unit),
      };
    }),
  );
  const edges = layers.flatMap((layer, at) =>
    Array.from({ length: layer.outs * layer.ins }, (_, i) => {
      const [to, from] = [Math.floor(i / layer.ins), i % layer.ins];
      return edgeOf(focus, units, at, [from, to], layer.w.at(to, from));
    }),
  );
  return { units, edges, columns };
}

const signed = (value: number): string => {
  const { text } = printNumber(value, { digits: 1 });
  return value < 0 ? text : `+${text}`;
};

function valueAt(model: DenseModel, moment: Moment, column: number, unit: number, soFar: number) {
  if (column === 0) return { value: (model.layers[0] as DenseLayer).x.at(0, unit), running: false };
  const known = knownAt(model, moment, column - 1, unit);
  if (known.y) return { value: (model.layers[column - 1] as DenseLayer).y.at(0, unit), running: false };
  const now = column - 1 === moment.layer && unit === moment.neuron && moment.done > 0;
  return { value: now ? soFar : undefined, running: now };
}

function roleOf({ layer, neuron, question }: Focus, column: number, unit: number): Unit['role'] {
  if (question?.kind === 'input') {
    if (column === question.layer) return unit === question.unit ? 'target' : null;
    return column === question.layer + 1 ? 'reached' : null;
  }
  if (column === layer + 1) return unit === neuron ? 'target' : null;
  if (column !== layer) return null;
  return question?.kind !== 'weight' || question.unit === unit ? 'source' : null;
}

function stateOf(focus: Focus, layer: number, from: number, to: number): Edge['state'] {
  const { question } = focus;
  if (question?.kind === 'input')
    return layer === question.layer && from === question.unit ? 'reached' : 'idle';
  if (layer !== focus.layer || to !== focus.neuron) return 'idle';
  if (question?.kind === 'weight') return from === question.unit ? 'active' : 'pending';
  if (from >= focus.done) return 'pending';
  return focus.partial && from === focus.done - 1 ? 'active' : 'source';
}

function edgeOf(
  focus: Focus,
  units: readonly (readonly Unit[])[],
  layer: number,
  [from, to]: readonly [number, number],
  value: number,
): Edge {
  const a = units[layer]?.[from] as Unit;
  const b = units[layer + 1]?.[to] as Unit;
  const state = stateOf(focus, layer, from, to);
  const t = NEAR[state === 'reached' ? 'reached' : 'source'];
  return {
    layer,
    from,
    to,
    line: [a.x, a.y, b.x, b.y],
    value,
    width: value === 0 ? 1 : Math.min(7, 1.2 + Math.abs(value) * 1.5),
    state,
    label:
      state === 'idle'
        ? null
        : {
            x: a.x + (b.x - a.x) * t,
            y: a.y + (b.y - a.y) * t,
            text: printNumber(value, { digits: 1 }).text,
          },
    ref: { tensor: `w_${layer + 1}`, row: to, col: from },
  };
}
