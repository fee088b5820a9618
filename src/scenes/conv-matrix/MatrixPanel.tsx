import type { CSSProperties } from 'react';
import { useSay } from '../../figures/figureContext.ts';
import { PlacedDrawing } from '../../figures/PlacedDrawing.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { Formula } from '../../formula/Formula.tsx';
import { matrixTex } from './formula.ts';
import { type CrossLayout, crossLayout, fits, WIDTH } from './layout.ts';
import { litOf } from './marks.ts';
import type { MatrixModel } from './model.ts';
import type { MatrixView } from './view.ts';
import { WORDS } from './words.ts';

interface MatrixPanelProps {
  readonly model: MatrixModel;
  readonly view: MatrixView;
}

/** 𝒞 between two vectors: a column for every pixel, a row for every output. Backwards it lies transposed. */
export function MatrixPanel({ model, view }: MatrixPanelProps) {
  const say = useSay();
  const { inputs, outputs, params, out } = model;
  const forward = view.direction === 'forward';
  const [rows, cols] = forward ? [outputs, inputs] : [inputs, outputs];
  const layout = crossLayout(rows, cols);
  const lit = litOf(model, view);
  const weightMax = magnitude(model.w.data);
  const quiet = view.asked !== null;
  const vectors = forward ? { top: model.x, side: model.y } : { top: model.dy, side: model.dx };
  const max = magnitude(vectors.top.data, vectors.side.data);
  const [topSide, sideSide] = forward ? [params.input, out] : [out, params.input];
  const names = forward ? [WORDS.vecX, WORDS.vecY] : [WORDS.vecDy, WORDS.vecDx];
  const tensors = forward ? ['x', 'y'] : ['dy', 'dx'];
  const [topLit, sideLit] = forward ? [lit.inputs, lit.outputs] : [lit.outputs, lit.inputs];
  return (
    <section className="cm-matrix">
      <p className="cm-title">
        <Formula tex={matrixTex(view)} />
        <span className="cm-note">
          {say({ en: WORDS.shape.en(rows, cols), zh: WORDS.shape.zh(rows, cols) })}
        </span>
      </p>
      <PlacedDrawing
        name={WORDS.matrixDrawing}
        cause={model}
        className={`cm-svg cm-digits-${layout.digits}`}
        viewBox={[0, 0, WIDTH, layout.height]}
        style={{ '--cm-font': `${layout.wideFont}px` } as CSSProperties}
        grids={[
          {
            tensor: tensors[0] as string,
            name: names[0] as typeof WORDS.vecX,
            rows: 1,
            cols: cols,
            max: max,
            refOf: (_, c) => ({
              tensor: tensors[0] as string,
              row: Math.floor(c / topSide),
              col: c % topSide,
            }),
            cell: (_, c) => ({
              ...layout.top(c),
              value: vectors.top.data[c],
              digits:
                layout.digits !== 'none' &&
                fits(vectors.top.data[c] as number, Math.max(17, layout.cellWidth)),
              outline: topLit.has(c) ? 'reached' : undefined,
            }),
          },
          {
            tensor: 'C',
            name: forward ? WORDS.matrix : WORDS.matrixTurned,
            rows: rows,
            cols: cols,
            max: weightMax,
            corner: 0,
            cell: (r, c) => {
              const [o, i] = forward ? [r, c] : [c, r];
              const t = model.tapAt[o * inputs + i] as number;
              const outline = lit.entry(o, i);
              const value = t < 0 ? 0 : (model.w.data[t] as number);
              return {
                ...layout.at(r, c),
                value,
                digits: layout.digits !== 'none' && fits(value, Math.max(17, layout.cellWidth)),
                tone: t < 0 ? 'zero' : quiet && !outline ? 'quiet' : undefined,
                outline,
              };
            },
          },
          {
            tensor: tensors[1] as string,
            name: names[1] as typeof WORDS.vecX,
            rows: rows,
            cols: 1,
            max: max,
            refOf: (r) => ({
              tensor: tensors[1] as string,
              row: Math.floor(r / sideSide),
              col: r % sideSide,
            }),
            cell: (r) => {
              const known = view.known(r);
              return {
                ...layout.side(r),
                value: known ? vectors.side.data[r] : undefined,
                partial: view.partialAt(r),
                digits: layout.digits !== 'none',
                outline: sideLit.has(r) ? 'target' : undefined,
              };
            },
          },
        ]}
        lines={blockLines(layout, rows, cols, sideSide, topSide)}
      />
    </section>
  );
}

/** Lines between the blocks: a row of pixels wide, a row of outputs high. */
function blockLines(
  { x0, y0, cellWidth, cellHeight }: CrossLayout,
  rows: number,
  cols: number,
  rowBlock: number,
  colBlock: number,
): string {
  const lines: string[] = [];
  for (let c = 0; c <= cols; c += colBlock) lines.push(`M${x0 + c * cellWidth} ${y0}v${rows * cellHeight}`);
  for (let r = 0; r <= rows; r += rowBlock) lines.push(`M${x0} ${y0 + r * cellHeight}h${cols * cellWidth}`);
  return lines.join('');
}
