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
function matrixBlock(pass: Pass, { band }: StageSize): Part {
  const [top, matrix, side] = DRAWN[pass].matrix;
  const title = band === 'wide' ? 'right' : 'none';
  return column(
    [
      room('heading', 260, HEADING),
      grid(top, { title }),
      row([grid(matrix, { title: 'none' }), grid(side, { title })], CLOSE),
    ],
    CLOSE,
  );
}

/** The kernel as a column at the left of the patches, aligned with their rows, and the outputs below. */
function patchBlock(pass: Pass, { band }: StageSize): Part {
  const [patches, below] = DRAWN[pass].patches;
  const title = band === 'wide' ? 'right' : 'none';
  const kernel = column([room('letter', 12, HEADING), grid('vw', { title: 'none' })], CLOSE);
  const columns = column(
    [room('heading', 240, HEADING), grid(patches, { title: 'none' }), grid(below, { title })],
    CLOSE,
  );
  return row([kernel, columns], CLOSE);
}

/** A matrix much wider than high stands under the pictures, any other beside them. */
const isWide = ({ inputs, outputs, taps, params }: MatrixModel, pass: Pass): boolean => {
  const [rows, cols] = params.view === 'patches' ? [taps, outputs] : [outputs, inputs];
  return pass === 'forward' || params.view === 'patches' ? cols >= 2 * rows : rows >= 2 * cols;
};

/** Pictures are small beside what they are spread out to. */
const LARGEST = { under: 26, beside: 34 } as const;

export function layoutOf(pass: Pass): (size: StageSize, model: MatrixModel) => Part {
  return (size, model) => {
    const patches = model.params.view === 'patches';
    const block = patches ? patchBlock(pass, size) : matrixBlock(pass, size);
    const wide = isWide(model, pass);
    const phone = size.band === 'phone';
    const under = wide || (phone && (patches || pass === 'forward'));
    const options = { size: 'picture', largest: LARGEST[under ? 'under' : 'beside'] };
    const [first, kernel, fold, last] = DRAWN[pass].pictures.map((id) =>
      id !== 'foldRow'
        ? grid(id, options)
        : patches
          ? null
          : phone
            ? grid(id, options)
            : column([grid(id, options), room('note', 150, 16)], { gap: 2, justify: 'start' }),
    ) as [Part, Part, Part | null, Part];
    if (under) return column([row([first, kernel, fold, last]), block]);
    const pictures = phone
      ? column([row([first, fold]), row([kernel, last])])
      : row([column([first, kernel]), column([fold, last])], { justify: 'start' });
    return row([pictures, block], { justify: 'evenly' });
  };
}
