import { useFigure } from '../../figures/figureContext.ts';
import { valueColor } from '../../figures/valueScale.ts';
import { printNumber } from '../../formula/numbers.ts';
import { type Drawing, PROFILE } from './drawing.ts';
import type { Range } from './facts.ts';
import type { FieldModel } from './model.ts';
import type { FieldView, Unit } from './view.ts';
import { layerName, unitLabel, WORDS } from './words.ts';

interface StackPartProps {
  readonly model: FieldModel;
  readonly view: FieldView;
  readonly drawing: Drawing;
}

/** Fields may hang over the edge of the picture: there is only padding. */
export function PaddingHatch({ model, drawing }: Pick<StackPartProps, 'model' | 'drawing'>) {
  const pixels = model.counts[0] as number;
  const end = drawing.left + drawing.width;
  const bands: Range[] = [
    [drawing.left, -0.5],
    [pixels - 0.5, end],
  ];
  return (
    <g aria-hidden="true">
      {bands
        .filter(([from, to]) => to > from)
        .map(([from, to]) => (
          <rect
            key={from}
            className="rf-hatch"
            x={`${drawing.percent(from)}%`}
            width={`${drawing.percent(to) - drawing.percent(from)}%`}
            y={drawing.topOf(0)}
            height={drawing.tall}
          />
        ))}
    </g>
  );
}

interface RowProps extends StackPartProps {
  readonly layer: number;
  /** The unit that has the tab stop, where it is in this row. */
  readonly focused: number | null;
}

export function Row({ model, view, drawing, layer, focused }: RowProps) {
  const count = model.counts[layer] as number;
  const { dense } = drawing;
  const shown = dense ? (focused === null ? [] : [focused]) : Array.from({ length: count }, (_, i) => i);
  const most = Math.max(...(model.paths[layer] as { data: Float64Array }).data);
  const half = drawing.wide(layer) / 2;
  const [from, to] = [
    drawing.percent(drawing.centre(layer, 0) - half),
    drawing.percent(drawing.centre(layer, count - 1) + half),
  ];
  const [first, last] = view.cone[layer] ?? [0, -1];
  const seen: Range = [Math.max(0, first), Math.min(count - 1, last)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of drawn units
    <g role="row" aria-rowindex={layer + 1}>
      {dense && (
        <g aria-hidden="true">
          <rect
            className="rf-band"
            x={`${from}%`}
            width={`${to - from}%`}
            y={drawing.topOf(layer)}
            height={drawing.tall}
          />
          {seen[1] >= seen[0] && (
            <rect
              className="rf-band seen"
              x={`${drawing.percent(drawing.centre(layer, seen[0]) - half)}%`}
              width={`${((seen[1] - seen[0] + 1) * drawing.wide(layer) * 100) / drawing.width}%`}
              y={drawing.topOf(layer)}
              height={drawing.tall}
            />
          )}
        </g>
      )}
      {shown.map((unit) => (
        <UnitCell key={unit} {...{ model, view, drawing, layer, unit, most }} tabbable={unit === focused} />
      ))}
    </g>
  );
}

interface UnitCellProps extends StackPartProps, Unit {
  /** The largest number of its row. */
  readonly most: number;
  readonly tabbable: boolean;
}

function UnitCell({ model, view, drawing, layer, unit, most, tabbable }: UnitCellProps) {
  const { language } = useFigure();
  const { data } = model.paths[layer] as { data: Float64Array };
  const value = data[unit] as number;
  const known = view.known(layer, unit);
  const range = view.cone[layer];
  const inCone = range !== undefined && unit >= range[0] && unit <= range[1];
  const reads = view.readers[layer]?.includes(unit) ?? false;
  const isFocus = view.focus.layer === layer && view.focus.unit === unit && !view.pixel;
  const isSum =
    !view.pixel && view.sum?.explanation.index[0] === layer && view.sum.explanation.index[1] === unit;
  const width = (drawing.wide(layer) / drawing.width) * 100;
  const centre = drawing.percent(drawing.centre(layer, unit));
  const y = drawing.topOf(layer);
  const marks = `${inCone ? ' in-cone' : ''}${reads ? ' reads' : ''}${isFocus ? ' focus' : ''}${isSum ? ' sum' : ''}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawn unit
    <g
      role="gridcell"
      className={`rf-unit${marks}`}
      data-row={layer}
      data-col={unit}
      data-value={known ? value : undefined}
      tabIndex={tabbable ? 0 : -1}
      aria-colindex={unit + 1}
      aria-label={unitLabel(model, layer, unit, known ? value : undefined, language)}
    >
      <rect
        x={`${centre - width / 2}%`}
        width={`${width}%`}
        y={y}
        height={drawing.tall}
        fill={known && value > 0 ? valueColor(value, most) : undefined}
      />
      {known && value > 0 && (
        <text x={`${centre}%`} y={y + drawing.tall / 2} aria-hidden="true">
          {printNumber(value).text}
        </text>
      )}
    </g>
  );
}

/** The name of every row at its left, and what is known of its sizes at its right. */
export function Labels({ model, view, drawing }: StackPartProps) {
  const { language } = useFigure();
  return (
    <g aria-hidden="true" className="rf-labels">
      {model.fields.map(({ size, jump }, layer) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its number
        <g key={layer}>
          <text x={0} y={drawing.topOf(layer) - 5}>
            {layerName(model, layer, language)}
          </text>
          {layer <= view.written && layer > 0 && (
            <text className="end" x="100%" y={drawing.topOf(layer) - 5}>
              {WORDS.rowSizes[language](size, jump)}
            </text>
          )}
        </g>
      ))}
      {view.known(0, 0) && (
        <text x={0} y={PROFILE.top + PROFILE.height - 2}>
          {WORDS.profile[language]}
        </text>
      )}
    </g>
  );
}
