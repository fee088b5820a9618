import type { Term } from '../../explain/explanation.ts';
import { oneCell } from '../../kit/convolution/windows.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type { GridWindow } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { LayerModel } from './model.ts';
import type { Steps } from './progress.ts';
import type { Question } from './question.ts';
import type { Spot } from './view.ts';

/** Padding under the window is hatched; the pair of the moment stands out in tile and picture. */
export function marksOf(
  model: LayerModel,
  at: Spot,
  question: Question | null,
  current: Term | undefined,
  placeOf: (tensor: string, index: readonly number[]) => Place | null,
): MarkBook {
  const { params, k, maps, side } = model;
  const marks = new MarkBook(placeOf);
  const top = at.row * params.stride - params.padding;
  const left = at.col * params.stride - params.padding;
  const inside = (n: number): boolean => n >= 0 && n < side;
  for (let plane = 0; plane < maps; plane++)
    for (let row = 0; row < k; row++)
      for (let col = 0; col < k; col++)
        if (!inside(top + row) || !inside(left + col))
          marks.cell({ grid: 'patch', plane, row, col }, { kind: 'border' });
  if (question) marks.cell(question.place, { kind: 'target' });
  const [, weight] = current?.factors ?? [];
  if (current && weight) {
    const [, plane = 0, row = 0, col = 0] = weight.index;
    marks.active(current);
    marks.cell({ grid: 'patch', plane, row, col }, { kind: 'active' });
  }
  return marks;
}

/** Outlines on input and maps: what is read, what is made, what is reached. */
export function windowsOf(
  model: LayerModel,
  { stretch, cell }: Steps,
  at: Spot,
  question: Question | null,
  whole: boolean,
): Readonly<Record<string, readonly GridWindow[]>> {
  const { k, out, maps, params } = model;
  const planes = (count: number): number[] => Array.from({ length: count }, (_, plane) => plane);
  const everywhere = { row: 0, col: 0, rows: out, cols: out };
  const inMaps = (block: Omit<GridWindow, 'role'>, some: readonly number[]): readonly GridWindow[] =>
    some.map((plane) => ({ ...block, plane, role: 'window' }));
  const both = (windows: readonly GridWindow[]) => ({ pre: windows, act: windows });
  switch (question?.kind) {
    case 'bias':
      return both(inMaps(everywhere, [at.filter]));
    case 'weight': {
      const { block, place } = question;
      return { x: block ? inMaps(block, [place.plane]) : [], ...both(inMaps(everywhere, [at.filter])) };
    }
    case 'pixel': {
      const { block, place } = question;
      return {
        x: [{ ...oneCell([place.row, place.col]), plane: place.plane }],
        ...both(block ? inMaps(block, planes(params.filters)) : []),
      };
    }
    default: {
      const window = {
        ...{ row: at.row * params.stride - params.padding, col: at.col * params.stride - params.padding },
        ...{ rows: k, cols: k },
      };
      const rows =
        !whole && stretch.id === 'map' ? inMaps({ ...everywhere, row: cell, rows: 1 }, [at.filter]) : [];
      const made = { ...oneCell([at.row, at.col]), plane: at.filter };
      return { x: inMaps(window, planes(maps)), ...both([made, ...rows]) };
    }
  }
}
