import type { StageSize } from '../../kit/scene/defineScene.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import type { MatrixModel, Pass } from './model.ts';

type Part = Plan<string>;

/** The grids of a pass: the pictures, and the product of a matrix with a vector that stands over it. */
export const DRAWN = {
  forward: { pictures: ['x', 'w', 'foldRow', 'y'], matrix: ['vx', 'C', 'vy'], patches: ['Xcol', 'ry'] },
  backward: {
    pictures: ['dx', 'w', 'foldRow', 'dy'],
    matrix: ['vdy', 'Ct', 'vdx'],
    patches: ['dXcol', 'rdy'],
  },
} as const;

const HEADING = 24;
const CLOSE = { gap: 6, justify: 'start' } as const;

/** The vector on top lies over the columns of the matrix, the one at the side beside its rows. */
function matrixBlock(pass: Pass, named: boolean, headed: boolean): Part {
  const [top, matrix, side] = DRAWN[pass].matrix;
  const title = named ? 'right' : 'none';
  const product = row([grid(matrix, { title: 'none' }), grid(side, { title })], CLOSE);
  return column([headed && room('heading', 260, HEADING), grid(top, { title }), product], CLOSE);
}

/** The kernel as a column at the left of the patches, aligned with their rows, and the outputs below. */
function patchBlock(pass: Pass, named: boolean, headed: boolean): Part {
  const [patches, below] = DRAWN[pass].patches;
  const title = (side: 'left' | 'right') => ({ title: named ? side : 'none' }) as const;
  const columns = column([grid(patches, { title: 'none' }), grid(below, title('right'))], CLOSE);
  if (!headed) return row([grid('vw', title('left')), columns], CLOSE);
  const kernel = column([room('space', 1, HEADING), grid('vw', title('left'))], CLOSE);
  return row([kernel, column([room('heading', 240, HEADING), columns], CLOSE)], CLOSE);
}

/** Rows and columns of the matrix that is drawn. */
const shapeOf = ({ inputs, outputs, taps, params }: MatrixModel, pass: Pass): readonly [number, number] =>
  params.view === 'patches' ? [taps, outputs] : pass === 'forward' ? [outputs, inputs] : [inputs, outputs];

/** A matrix much wider than high stands under the pictures, any other beside them. */
export function layoutOf(pass: Pass): (size: StageSize, model: MatrixModel) => Part {
  return (size, model) => {
    const patches = model.params.view === 'patches';
    const phone = size.band === 'phone';
    const [rows, cols] = shapeOf(model, pass);
    const under = cols >= (phone && patches ? 1.5 : 2) * rows;
    const block = (patches ? patchBlock : matrixBlock)(pass, size.band === 'wide', under || !phone);
    // Pictures stay small beside what they are spread out to.
    const options = { size: 'picture', largest: phone ? 24 : under ? 32 : 34 };
    const [first, kernel, line, last] = DRAWN[pass].pictures.map((id) => grid(id, options)) as [
      ...[Part, Part, Part, Part],
    ];
    const noted = column([line, room('note', 150, 16)], { gap: 2, justify: 'start' });
    const fold = patches ? null : phone ? line : noted;
    if (phone) return onPhone({ first, kernel, fold, last, block }, pass, { under, tall: rows >= 2 * cols });
    if (under) return column([row([first, kernel, fold, last], { gap: 96, justify: 'start' }), block]);
    const pictures = row([column([first, kernel]), column([fold, last])], { justify: 'start' });
    return row([pictures, block], { justify: 'evenly' });
  };
}

interface Parts {
  readonly first: Part;
  readonly kernel: Part;
  readonly fold: Part | null;
  readonly last: Part;
  readonly block: Part;
}

/** The names of gradients are long: beside a square matrix they stand one below the other. */
function onPhone(
  { first, kernel, fold, last, block }: Parts,
  pass: Pass,
  { under, tall }: { readonly under: boolean; readonly tall: boolean },
): Part {
  const gap = { gap: 12 };
  if (under && pass === 'backward')
    return column([row([first, kernel], gap), row([fold, last], gap), block], gap);
  if (under)
    return column([row([first, fold ? column([kernel, last], gap) : kernel, fold ?? last], gap), block]);
  const pair = pass === 'forward' || tall;
  return row(
    [column([...(pair ? [row([first, kernel], gap)] : [first, kernel]), fold, last], { gap: 8 }), block],
    gap,
  );
}
