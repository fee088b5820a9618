import type { Explanation, Factor, Term } from '../../explain/explanation.ts';
import { type GridId, need, type Pass } from '../../kit/operations/operation.ts';
import { MarkBook, timesText } from '../../kit/scene/marks.ts';
import type { CellMark } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { BenchModel } from './model.ts';
import { planesOf } from './shapes.ts';
import { type Subject, TWIN } from './subject.ts';
import type { Places } from './view.ts';

/** What goes into a number, term by term. */
export function termsIn(of: Explanation): readonly Term[] {
  switch (of.kind) {
    case 'sum':
      return of.terms;
    case 'ratio':
      return of.numerator;
    case 'choice':
      return of.candidates.map((factor) => ({ factors: [factor], value: factor.value }));
    case 'function':
      return [{ factors: of.upstream ? [of.upstream, of.argument] : [of.argument], value: of.value }];
  }
}

/** How the cells of the stage stand out: what goes into the number, the product of this step, and what no window reads. */
export function marksOf(
  model: BenchModel,
  pass: Pass,
  { grid, index, explanation, done, isStepped }: Subject,
  places: Places,
  asked: Place | null,
  isWhole: boolean,
): MarkBook {
  const { operation } = model;
  const shown = pass.columns.flat();
  const marks = new MarkBook(() => null);
  /** A cell of a tensor that is not on the stage is marked in the place of its twin. */
  const mark = (place: Place | null, how: CellMark): void => {
    if (!place) return;
    const id = place.grid as GridId;
    const on = shown.includes(id) ? id : TWIN[id];
    if (on && shown.includes(on)) marks.cell({ ...place, grid: on }, how);
  };
  const factorPlace = ({ tensor, index: at, virtual }: Factor): Place | null =>
    virtual && !(tensor === 'x' && operation.padding && isDrawn(model, at)) ? null : places(tensor, at);
  markUnread(model, shown, marks);
  const terms = termsIn(explanation);
  for (const { factors } of terms) {
    const [first, second] = factors;
    if (!first) continue;
    const badge = second && second.tensor !== first.tensor ? timesText(second.value) : undefined;
    mark(factorPlace(first), { kind: 'source', ...(badge && explanation.kind === 'sum' && { badge }) });
    if (second) mark(factorPlace(second), isWhole || !isStepped ? { kind: 'source' } : {});
  }
  if (explanation.kind === 'choice') {
    const taken = explanation.candidates[explanation.chosen];
    if (taken) mark(factorPlace(taken), { kind: 'target' });
  }
  if (!isWhole && isStepped && done > 0)
    for (const factor of terms[done - 1]?.factors ?? []) mark(factorPlace(factor), { kind: 'active' });
  mark(asked ?? places(grid, index), { kind: 'target' });
  return marks;
}

/** Whether a place of the padding is drawn. */
function isDrawn(
  { operation: { padding = [0, 0, 0, 0], tensors } }: BenchModel,
  at: readonly number[],
): boolean {
  const { rows, cols } = planesOf(need(tensors, 'x').shape);
  const [row = 0, col = 0] = at.slice(-2);
  return row >= -padding[0] && col >= -padding[1] && row < rows + padding[2] && col < cols + padding[3];
}

/** Inputs that no window reads are grey: their gradient is 0. */
function markUnread(
  { operation: { reads, tensors } }: BenchModel,
  shown: readonly GridId[],
  marks: MarkBook,
): void {
  if (!reads) return;
  const { rows, cols } = planesOf(need(tensors, 'x').shape);
  for (const grid of shown.filter((id) => id === 'x' || id === 'dx'))
    for (let i = 0; i < reads.length; i++)
      if (reads[i] === 0)
        marks.cell(
          { grid, plane: Math.floor(i / (rows * cols)), row: Math.floor(i / cols) % rows, col: i % cols },
          { kind: 'unread' },
        );
}
