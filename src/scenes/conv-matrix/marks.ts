import { cellAt } from '../../kit/convolution/windows.ts';
import { MarkBook, timesText } from '../../kit/scene/marks.ts';
import type { CellMark } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { MatrixModel } from './model.ts';
import type { Meeting, Subject } from './subject.ts';

const place = (grid: string, row: number, col: number): Place => ({ grid, plane: 0, row, col });

/** Where a pixel, an output, a weight and an entry of the matrix are drawn: each number stands in several grids. */
export function drawnIn({ params, out }: MatrixModel) {
  const square = (grids: readonly string[], index: number, side: number): Place[] =>
    grids.map((grid) => place(grid, ...cellAt(index, side)));
  return {
    pixel: (i: number): Place[] => [
      ...square(['x', 'dx'], i, params.input),
      place('vx', 0, i),
      place('vdx', i, 0),
    ],
    output: (o: number): Place[] => [
      ...square(['y', 'dy'], o, out),
      place('vy', o, 0),
      ...['vdy', 'ry', 'rdy'].map((grid) => place(grid, 0, o)),
    ],
    weight: (t: number): Place[] => [...square(['w'], t, params.kernel), place('vw', t, 0)],
    entry: (o: number, i: number): Place[] => [place('C', o, i), place('Ct', i, o)],
    copy: (t: number, o: number): Place[] => [place('Xcol', t, o), place('dXcol', t, o)],
  };
}

interface Marked {
  readonly subject: Subject;
  readonly asked: Place | null;
  readonly meetings: readonly Meeting[];
  readonly current: Meeting | undefined;
}

/** Which cells stand out, in all grids at once. Zeros of the matrix are faint; what the reader did not ask for is too. */
export function marksOf(model: MatrixModel, { subject, asked, meetings, current }: Marked): MarkBook {
  const { inputs, outputs, tapAt, copyOf, w } = model;
  const marks = new MarkBook(() => null);
  const drawn = drawnIn(model);
  const mark = (places: readonly Place[], one: CellMark): void => {
    for (const each of places) marks.cell(each, one);
  };
  tapAt.forEach((t, at) => {
    if (t < 0 || asked) mark(drawn.entry(Math.floor(at / inputs), at % inputs), { kind: 'quiet' });
  });
  copyOf.forEach((i, at) => {
    if (i < 0) mark(drawn.copy(Math.floor(at / outputs), at % outputs), { kind: 'unread' });
  });
  // Along a row the row's outline says which entries are meant; down a column or along diagonals each has its own.
  const scattered = asked && subject.kind !== 'output' ? 'reached' : 'source';
  for (const { o, i, t } of meetings) {
    const badge = { badge: timesText(w.data[t] as number) };
    mark(drawn.entry(o, i), { kind: scattered });
    mark(drawn.copy(t, o), { kind: scattered });
    if (subject.kind !== 'input') mark(drawn.pixel(i), { kind: 'source' });
    if (subject.kind !== 'output') mark(drawn.output(o), { kind: 'reached' });
    if (subject.kind === 'output') mark(drawn.pixel(i).slice(0, 2), badge);
    if (subject.kind === 'input') mark(drawn.output(o).slice(0, 2), badge);
  }
  const target =
    subject.kind === 'output'
      ? drawn.output(subject.o)
      : subject.kind === 'input'
        ? drawn.pixel(subject.i)
        : drawn.weight(subject.t);
  mark(target, { kind: 'target' });
  if (asked) marks.cell(asked, { kind: 'target' });
  if (current) {
    const { o, i, t } = current;
    for (const places of [drawn.entry(o, i), drawn.copy(t, o), drawn.weight(t)])
      mark(places, { kind: 'active' });
    if (subject.kind !== 'input') mark(drawn.pixel(i), { kind: 'active' });
    if (subject.kind !== 'output') mark(drawn.output(o), { kind: 'active' });
  }
  return marks;
}
