import { explainActivation, explainActivationInput } from '../../explain/activations.ts';
import type { CellMark } from '../../figures/gridGeometry.ts';
import { operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { type Account, accountsOf } from './accounts.ts';
import { helperRow, type Row, type SlopeKind, slopeKind, slopeLine, valueLine } from './lines.ts';
import { type ActivationModel, CELLS, largestSlope, SIDE } from './model.ts';

/** What is on the screen at one position: plain data, no clock and no history. */
export interface ActivationView {
  readonly pass: 'forward' | 'backward';
  /** Cells of each pass that are done. */
  readonly forward: number;
  readonly backward: number;
  readonly point: {
    readonly z: number;
    readonly g: number;
    readonly m: number;
    readonly value: ExpressionLine;
    readonly helper: Row | null;
    readonly slope: ExpressionLine;
    readonly slopeKind: SlopeKind;
    readonly deep: ExpressionLine;
    readonly deepest: ExpressionLine;
  };
  /** The cell that the two lines of the map work out; at position 0 the first one waits. */
  readonly cell: {
    readonly row: number;
    readonly col: number;
    readonly z: number;
    readonly a: number;
    readonly m: number;
    readonly da: number;
    readonly dz: number;
    readonly asked: boolean;
    readonly out: ExpressionLine | null;
    readonly back: ExpressionLine | null;
  };
  readonly marks: ReadonlyMap<string, CellMark>;
  readonly accounts: readonly Account[];
}

const GRIDS = ['pre', 'act', 'dact', 'dpre'];

export function viewAt(
  model: ActivationModel,
  position: number,
  asked: CellRef | null = null,
  full = false,
): ActivationView {
  const steps = Math.floor(position);
  const forward = Math.min(CELLS, steps);
  const backward = Math.max(0, steps - CELLS);
  const pass = backward > 0 ? 'backward' : 'forward';
  const valid = asked && GRIDS.includes(asked.tensor) && asked.row < SIDE && asked.col < SIDE ? asked : null;
  const at = valid ? valid.row * SIDE + valid.col : Math.max(0, (backward || forward) - 1);
  const [row, col] = [Math.floor(at / SIDE), at % SIDE];
  const index = [0, 0, row, col];
  const { name, alpha, z, depth } = model.params;
  const out = explainActivation(name, { x: model.z }, index, alpha);
  const back = explainActivationInput(name, { x: model.z, dy: model.da }, index, alpha);
  const power = (slope: number): ExpressionLine =>
    expressionLine(`${operand(printNumber(slope, { full }).text)} ^ ${depth}`, slope ** depth, { full });
  const m = model.slope(z);
  return {
    pass,
    forward,
    backward,
    point: {
      z,
      g: model.g(z),
      m,
      value: valueLine(model, z, full),
      helper: helperRow(model, z, full),
      slope: slopeLine(model, z, full),
      slopeKind: slopeKind(model, z),
      deep: power(m),
      deepest: power(largestSlope(model)),
    },
    cell: {
      row,
      col,
      z: out.argument.value,
      a: out.value,
      m: back.result,
      da: model.da.at(...index),
      dz: back.value,
      asked: valid !== null,
      out: valid || steps > 0 ? valueLine(model, out.argument.value, full) : null,
      back:
        valid || pass === 'backward' ? backLine(model.da.at(...index), back.result, back.value, full) : null,
    },
    marks: new Map([[`${row},${col}`, { kind: 'target' }]]),
    accounts: accountsOf(model),
  };
}

/** ∂z = ∂a × φ′(z). */
function backLine(da: number, slope: number, dz: number, full: boolean): ExpressionLine {
  const print = (value: number): string => operand(printNumber(value, { full }).text);
  return expressionLine(`${print(da)} × ${print(slope)}`, dz, { full });
}
