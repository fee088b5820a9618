import type { Factor, SumExplanation, Term } from '../../explain/explanation.ts';
import type { CellMark } from '../../figures/gridGeometry.ts';
import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import type { ConvolutionModel } from './model.ts';
import type { PassId } from './passes.ts';
import type { GridId } from './view.ts';

const timesText = (value: number): string =>
  `×${operand(printNumber(value, { digits: 2 }).text).replace(/[()]/g, '')}`;

/** Which cells stand out, and the number that multiplies them. Keys are those of the grid. */
export class Marks {
  readonly all: Record<GridId, Map<string, CellMark>>;
  private readonly model: ConvolutionModel;

  constructor(model: ConvolutionModel) {
    this.model = model;
    const empty = (): Map<string, CellMark> => new Map();
    this.all = {
      x: empty(),
      w: empty(),
      b: empty(),
      y: empty(),
      dx: empty(),
      dw: empty(),
      db: empty(),
      dy: empty(),
      target: empty(),
    };
    this.unread();
  }

  /** Rows and columns at the far side that no window reads: grey, their gradient is 0. */
  private unread(): void {
    const { params, unread, sides } = this.model;
    const first = params.input - Math.max(0, unread - sides[2]);
    if (unread === 0) return;
    for (const grid of ['x', 'dx'] as const)
      for (let row = 0; row < params.input; row++)
        for (let col = 0; col < params.input; col++)
          if (row >= first || col >= first) this.all[grid].set(`${row},${col}`, { kind: 'unread' });
  }

  /** The key of a factor's cell in its grid; a virtual gradient stands in the spread-out grid. */
  private keyOf(factor: Factor): string {
    const [row = 0, col = 0] = factor.index.length > 1 ? factor.index.slice(-2) : [0, 0];
    const { stride, method } = this.model.params;
    if (factor.tensor === 'dy' && factor.virtual && method === 'gather' && stride > 1)
      return `v${row * stride},${col * stride}`;
    return `${row},${col}`;
  }

  private mark(factor: Factor, mark: CellMark): void {
    this.all[factor.tensor as GridId]?.set(this.keyOf(factor), mark);
  }

  private terms(terms: readonly Term[], kind: CellMark['kind']): void {
    for (const { factors } of terms) {
      const [first, second] = factors;
      if (!first) continue;
      const badge = second ? timesText(second.value) : undefined;
      this.mark(first, { ...(kind ? { kind } : {}), ...(badge ? { badge } : {}) });
    }
  }

  /** One step: all cells of the sum, and the product that was added just now. */
  step(pass: PassId, explanation: SumExplanation, done: number, current: Term | undefined): void {
    // A sum over the whole picture would tint all of it; there the current product says enough.
    if (pass === 'forward' || pass === 'dx') this.terms(explanation.terms, 'source');
    else this.terms(explanation.terms.slice(0, done), 'source');
    if (pass === 'dx' && this.model.params.method === 'scatter') this.all.dy.clear();
    for (const factor of current?.factors ?? []) {
      const old = this.all[factor.tensor as GridId]?.get(this.keyOf(factor));
      this.mark(factor, { ...old, kind: 'active' });
    }
    this.target(explanation);
  }

  /** A cell that the reader asks for: what it comes from, or everything that it reaches. */
  question(asked: CellRef, explanation: SumExplanation): void {
    this.terms(explanation.terms, 'source');
    for (const term of explanation.terms)
      for (const factor of term.factors.slice(1)) this.mark(factor, { kind: 'source' });
    // dy stands on the same places as y: in the forward picture the reach shows on y.
    if (asked.tensor === 'x' || asked.tensor === 'w' || asked.tensor === 'b')
      for (const term of explanation.terms) {
        const dy = term.factors.find((factor) => factor.tensor === 'dy' && !factor.virtual);
        const w = term.factors.find((factor) => factor.tensor === 'w');
        if (dy)
          this.mark({ ...dy, tensor: 'y' }, { kind: 'reached', ...(w ? { badge: timesText(w.value) } : {}) });
      }
    this.target(explanation);
    this.all[asked.tensor as GridId]?.set(`${asked.row},${asked.col}`, { kind: 'target' });
  }

  private target(explanation: SumExplanation): void {
    const [row = 0, col = 0] = explanation.index.length > 1 ? explanation.index.slice(-2) : [0, 0];
    this.all[explanation.tensor as GridId]?.set(`${row},${col}`, { kind: 'target' });
  }
}
