import type { Term } from '../../explain/explanation.ts';
import { MarkBook, timesText } from '../../kit/scene/marks.ts';
import type { Place } from '../../playback/place.ts';
import { firstChannelOf, type VolumeModel } from './model.ts';
import type { Question, Shown } from './question.ts';

type PlaceOf = (tensor: string, index: readonly number[]) => Place | null;

/** What a step or a question makes stand out. */
export interface MarkParts {
  readonly shown: Shown;
  readonly question: Question | null;
  /** The products of the channel in front. */
  readonly products: readonly Term[];
  /** The bias is the term of this step. */
  readonly biasNow: boolean;
}

/** Which cells stand out, grid by grid. */
export function marksOf(model: VolumeModel, parts: MarkParts, placeOf: PlaceOf): MarkBook {
  const marks = new MarkBook(placeOf);
  const { shown, question, products, biasNow } = parts;
  quiet(model, marks, shown, question);
  if (!question) {
    marks.sources(products);
    const [grid, col] = biasNow ? ['b', shown.filter] : ['s', shown.channel];
    marks.cell({ grid, plane: 0, row: 0, col }, { kind: biasNow ? 'active' : 'target' });
    return marks;
  }
  const { kind, place } = question;
  if (kind === 'y' || kind === 's') marks.sources(products);
  if (kind === 'x') pixel(model, marks, place);
  if (kind === 'w') weight(model, marks, question);
  if (kind === 'w' || kind === 'b') map(model, marks, shown.filter);
  marks.cell(place, { kind: 'target' });
  return marks;
}

/** Sheets that the filter does not read, and the kernels of the other filters. */
function quiet(model: VolumeModel, marks: MarkBook, { filter }: Shown, question: Question | null): void {
  const { params, depth } = model;
  const { channels, filters, kernel, input } = params;
  const sheet = (grid: string, plane: number, side: number): void => {
    for (let row = 0; row < side; row++)
      for (let col = 0; col < side; col++) marks.cell({ grid, plane, row, col }, { kind: 'quiet' });
  };
  const first = firstChannelOf(model, filter);
  for (let c = 0; c < channels; c++) if (c < first || c >= first + depth) sheet('x', c, input);
  if (question?.kind === 'x') return;
  for (let plane = 0; plane < filters * depth; plane++)
    if (Math.floor(plane / depth) !== filter) sheet('w', plane, kernel);
}

/** All outputs that one input number reaches, in every map whose filter reads its channel. */
function pixel({ params, depth, out, w }: VolumeModel, marks: MarkBook, { plane, row, col }: Place): void {
  const perGroup = params.filters / params.groups;
  const group = Math.floor(plane / depth);
  for (let f = group * perGroup; f < (group + 1) * perGroup; f++)
    for (let ky = 0; ky < params.kernel; ky++)
      for (let kx = 0; kx < params.kernel; kx++) {
        const at = { grid: 'y', plane: f, row: row - ky, col: col - kx };
        if (at.row < 0 || at.col < 0 || at.row >= out || at.col >= out) continue;
        marks.cell(at, { kind: 'reached', badge: timesText(w.at(f, plane % depth, ky, kx)) });
      }
}

/** A weight meets one pixel of its channel at every place. */
function weight(model: VolumeModel, marks: MarkBook, { place, filter, channel }: Question): void {
  const plane = firstChannelOf(model, filter) + channel;
  for (let row = 0; row < model.out; row++)
    for (let col = 0; col < model.out; col++)
      marks.cell({ grid: 'x', plane, row: row + place.row, col: col + place.col }, { kind: 'active' });
}

/** Every number of one map. */
function map({ out }: VolumeModel, marks: MarkBook, plane: number): void {
  for (let row = 0; row < out; row++)
    for (let col = 0; col < out; col++) marks.cell({ grid: 'y', plane, row, col }, { kind: 'reached' });
}
