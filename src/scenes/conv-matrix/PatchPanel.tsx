import { useSay } from '../../figures/figureContext.ts';
import { PlacedDrawing } from '../../figures/PlacedDrawing.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { Formula } from '../../formula/Formula.tsx';
import { patchTex } from './formula.ts';
import { fits, patchLayout } from './layout.ts';
import { litOf } from './marks.ts';
import type { MatrixModel } from './model.ts';
import type { MatrixView } from './view.ts';
import { WORDS } from './words.ts';

interface PatchPanelProps {
  readonly model: MatrixModel;
  readonly view: MatrixView;
}

/** im2col: every window laid out as a column. Backwards, the columns hold the products that col2im adds up. */
export function PatchPanel({ model, view }: PatchPanelProps) {
  const say = useSay();
  const { taps, outputs, out, params, copyOf } = model;
  const layout = patchLayout(taps, outputs);
  const lit = litOf(model, view);
  const forward = view.direction === 'forward';
  const values = forward ? model.columns : model.dcolumns;
  const below = forward ? model.y : model.dy;
  const max = magnitude(values.data, below.data);
  const meets = (t: number, o: number): boolean => view.meetings.some((each) => each.t === t && each.o === o);
  const digits = (value: number, width: number): boolean => layout.digits && fits(value, width);
  return (
    <section className="cm-patches">
      <p className="cm-title">
        <Formula tex={patchTex(view)} />
        <span className="cm-note">
          im2col {taps} × {outputs}
        </span>
      </p>
      <PlacedDrawing
        name={WORDS.patchDrawing}
        className="cm-svg"
        viewBox={[layout.left, 0, layout.width, layout.height]}
        maxWidth={layout.width}
        grids={[
          {
            tensor: 'w',
            name: WORDS.vecW,
            rows: taps,
            cols: 1,
            max: magnitude(model.w.data),
            refOf: (t) => ({ tensor: 'w', row: Math.floor(t / params.kernel), col: t % params.kernel }),
            cell: (t) => ({
              ...layout.side(t),
              value: model.w.data[t],
              digits: fits(model.w.data[t] as number, 36),
              outline:
                lit.current?.t === t ? 'active' : view.asked && lit.taps.has(t) ? 'related' : undefined,
            }),
          },
          {
            tensor: forward ? 'Xcol' : 'dXcol',
            name: forward ? WORDS.patches : WORDS.patchGradients,
            rows: taps,
            cols: outputs,
            max: max,
            corner: 0,
            cell: (t, o) => {
              const value = values.data[t * outputs + o] as number;
              const known = forward || view.patchKnown(t, o);
              const now = lit.current?.t === t && lit.current.o === o;
              return {
                ...layout.at(t, o),
                value: known ? value : undefined,
                digits: digits(value, layout.cellWidth),
                tone: (copyOf[t * outputs + o] as number) < 0 ? 'padding' : undefined,
                outline: now ? 'active' : meets(t, o) ? 'related' : undefined,
              };
            },
          },
          {
            tensor: forward ? 'y' : 'dy',
            name: forward ? WORDS.rowY : WORDS.rowDy,
            rows: 1,
            cols: outputs,
            max: max,
            refOf: (_, o) => ({ tensor: forward ? 'y' : 'dy', row: Math.floor(o / out), col: o % out }),
            cell: (_, o) => {
              const known = !forward || view.known(o);
              const value = below.data[o] as number;
              return {
                ...layout.bottom(o),
                value: known ? value : undefined,
                partial: forward ? view.partialAt(o) : undefined,
                digits: digits(value, layout.cellWidth),
                outline: lit.outputs.has(o) ? 'target' : undefined,
              };
            },
          },
        ]}
      />
      <p className="cm-note">{say(forward ? WORDS.copies : WORDS.adds)}</p>
    </section>
  );
}
