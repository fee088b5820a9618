import { printNumber } from '../../formula/numbers.ts';
import { placeName } from '../../kit/line/placeName.ts';
import { cellKey, type GridView, type SceneView, type ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { NumberCheck } from './check.ts';
import { linesOf } from './lines.ts';
import { type CheckModel, numberAt, STEPS } from './model.ts';
import { TENSORS, type TensorName } from './network.ts';
import type { CheckParams } from './parameters.ts';

/** Rows, columns and planes of each tensor as a grid. */
export const GRIDS = {
  x: { rows: 5, cols: 5, planes: 2 },
  w: { rows: 3, cols: 3, planes: 1 },
  b: { rows: 1, cols: 1, planes: 1 },
  W: { rows: 2, cols: 4, planes: 1 },
} as const;

/** What is on the screen at one position. */
export interface CheckView extends SceneView {
  /** The number that is nudged: the one that is asked for, or that of the moment. */
  readonly name: TensorName;
  readonly at: number;
  /** `w₀,₁` and `∂w₀,₁` */
  readonly theta: string;
  readonly slope: string;
  /** Where it stands, and where its gradient does. */
  readonly place: Place;
  readonly gradientPlace: Place;
  /** Steps that have been taken with it, 0 … 7. */
  readonly step: number;
  readonly check: NumberCheck;
}

const tensorOf = (grid: string): TensorName | undefined =>
  TENSORS.find((name) => grid === name || grid === `d${name}`);

export function placeOf(grid: string, name: TensorName, at: number): Place {
  const { rows, cols } = GRIDS[name];
  return { grid, plane: Math.floor(at / (rows * cols)), row: Math.floor(at / cols) % rows, col: at % cols };
}

function indexOf(name: TensorName, { plane, row, col }: Place): number {
  const { rows, cols } = GRIDS[name];
  return (plane * rows + row) * cols + col;
}

export function viewOf(
  model: CheckModel,
  moment: Moment<TensorName>,
  { asked, held, full }: ViewOptions<CheckParams>,
): CheckView {
  const askedName = asked ? tensorOf(asked.grid) : undefined;
  const name = askedName ?? moment.stretch.id;
  const at = asked && askedName ? indexOf(name, asked) : moment.cell;
  const step = askedName || held ? STEPS : moment.done;
  const check = numberAt(model, name, at);
  const place = placeOf(name, name, at);
  const gradientPlace = placeOf(`d${name}`, name, at);
  const theta = placeName(place, { id: name, ...GRIDS[name] });
  const slope = placeName(gradientPlace, { id: `d${name}`, ...GRIDS[name] });
  const key = cellKey(place.row, place.col, place.plane);
  const grids: Record<string, GridView> = Object.fromEntries(
    TENSORS.flatMap((one) => [
      [one, {}],
      [`d${one}`, gradientView(model, one)],
    ]),
  );
  grids[name] = nudgedGrid(model, name, at, step, check, key);
  grids[`d${name}`] = {
    ...gradientView(model, name),
    marks: new Map([[key, { kind: step === STEPS ? 'active' : 'target' }]]),
    here: gradientPlace,
  };
  return {
    ...{ name, at, theta, slope, place, gradientPlace, step, check, grids },
    equations: linesOf(model, { theta, place, step, check }, full),
  };
}

/** Two decimals fit a cell, three of small numbers do not; what is not 0 is never written as 0. */
const gradientView = ({ gradients }: CheckModel, name: TensorName): GridView => ({
  textOf(i) {
    const value = gradients[name].data[i] as number;
    const rounded = Math.round(value * 100) / 100;
    return rounded === 0 && value !== 0 ? '≈0' : printNumber(rounded).text;
  },
});

/** While a number is nudged, its cell shows it nudged. */
function nudgedGrid(
  { network }: CheckModel,
  name: TensorName,
  at: number,
  step: number,
  { up, down }: NumberCheck,
  key: string,
): GridView {
  const { plane, row, col } = placeOf(name, name, at);
  const here = { plane, row, col };
  const isUp = step === 1 || step === 2;
  if (!isUp && step !== 3 && step !== 4) return { marks: new Map([[key, { kind: 'active' }]]), here };
  const values = Array.from(network[name].data);
  values[at] = isUp ? up : down;
  return { values, marks: new Map([[key, { kind: 'active', badge: isUp ? '+ε' : '−ε' }]]), here };
}
