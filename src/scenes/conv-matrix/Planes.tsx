import { useSay } from '../../figures/figureContext.ts';
import type { CellMark } from '../../figures/gridGeometry.ts';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { foldedValues, planeMarks } from './marks.ts';
import type { MatrixModel, MatrixParams } from './model.ts';
import type { MatrixView } from './view.ts';
import { WORDS } from './words.ts';

interface PlanesProps {
  readonly model: MatrixModel;
  readonly view: MatrixView;
  setParams(change: Partial<MatrixParams>): void;
}

const SLOT = 156;

const edited = (tensor: Tensor, index: number, value: number): number[] =>
  Array.from(tensor.data, (old, i) => (i === index ? value : old));

/** The convolution as the other chapters draw it, and one row of the matrix folded back into a picture. */
export function Planes({ model, view, setParams }: PlanesProps) {
  const say = useSay();
  const { params, out, x, w, y, dy, dx } = model;
  const { input, kernel } = params;
  const forward = view.direction === 'forward';
  const marks = planeMarks(model, view);
  const valueMax = magnitude(x.data, y.data);
  const gradientMax = magnitude(dy.data, dx.data);
  const weightMax = magnitude(w.data);
  const side = view.folded.kind === 'row' ? input : out;
  const { index, kind } = view.folded;
  const values = foldedValues(model, view);
  const zeros = new Map<string, CellMark>(
    values.flatMap((value, at) =>
      value === null ? [[`${Math.floor(at / side)},${at % side}`, { kind: 'unread' as const }] as const] : [],
    ),
  );
  const folds = kind === 'row' ? WORDS.foldedRow : WORDS.foldedColumn;
  return (
    <div className="cm-planes">
      {forward ? (
        <NumberGrid
          tensor="x"
          rows={input}
          cols={input}
          values={x.data}
          max={valueMax}
          slot={SLOT}
          padding={sides(params.padding)}
          marks={marks.input}
          onEdit={(i, value) => setParams({ x: edited(x, i, value) })}
        />
      ) : (
        <NumberGrid
          tensor="dx"
          rows={input}
          cols={input}
          values={dx.data}
          max={gradientMax}
          slot={SLOT}
          known={view.known}
          partial={view.partialAt}
          marks={marks.input}
        />
      )}
      <NumberGrid
        tensor="w"
        rows={kernel}
        cols={kernel}
        values={w.data}
        max={weightMax}
        slot={SLOT}
        largestCell={40}
        marks={marks.kernel}
        onEdit={(i, value) => setParams({ w: edited(w, i, value) })}
      />
      <NumberGrid
        tensor="fold"
        name={{ en: folds.en(index), zh: folds.zh(index) }}
        rows={side}
        cols={side}
        values={values.map((value) => value ?? 0)}
        max={weightMax}
        slot={SLOT}
        largestCell={40}
        marks={zeros}
        note={say(
          kind === 'row'
            ? WORDS.asPicture
            : values.length - zeros.size === kernel ** 2
              ? WORDS.turned
              : WORDS.turnedPart,
        )}
      />
      {forward ? (
        <NumberGrid
          tensor="y"
          rows={out}
          cols={out}
          values={y.data}
          max={valueMax}
          slot={SLOT}
          largestCell={40}
          known={view.known}
          partial={view.partialAt}
          marks={marks.output}
        />
      ) : (
        <NumberGrid
          tensor="dy"
          rows={out}
          cols={out}
          values={dy.data}
          max={gradientMax}
          slot={SLOT}
          largestCell={40}
          marks={marks.output}
          onEdit={(i, value) => setParams({ dy: edited(dy, i, value) })}
        />
      )}
    </div>
  );
}

const sides = (p: number) => [p, p, p, p] as const;
