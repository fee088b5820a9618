import { line } from 'd3';
import { useMemo } from 'react';
import { DragParam } from '../../kit/plot/DragParam.tsx';
import { plotFrame, within } from '../../kit/plot/frame.ts';
import { Plot } from '../../kit/plot/Plot.tsx';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';
import { PlotPoints } from '../../kit/plot/PlotPoints.tsx';
import { powerText } from '../../kit/plot/powerText.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { Language } from '../../language/language.ts';
import { BEST } from './best.ts';
import { errorsLabel } from './captions.ts';
import type { CheckModel } from './model.ts';
import { type CheckParams, EXPONENTS } from './parameters.ts';
import type { CheckView } from './view.ts';

/** Powers of ten of the error. */
const ERRORS = [-14, 1] as const;
const MORE_ROOM = 18;
/** Between two names. */
const APART = 17;
const FORMATS: readonly CheckParams['format'][] = ['float64', 'float32'];

interface ErrorPlotProps {
  readonly box: Box;
  readonly model: CheckModel;
  readonly view: CheckView;
  readonly language: Language;
}

/** The relative error over ε, on two axes of powers of ten: down with ε², up again with 1/ε. A drag moves ε. */
export function ErrorPlot({ box, model, view, language }: ErrorPlotProps) {
  const { name, at, check } = view;
  const { format, exponent } = model.params;
  const frame = useMemo(
    () =>
      plotFrame({ ...box, x: box.x + MORE_ROOM, width: box.width - MORE_ROOM }, { x: EXPONENTS, y: ERRORS }),
    [box],
  );
  const { x, y, area } = frame;
  const paths = useMemo(() => {
    const errors = model.errorsOf(name, at);
    const draw = line<readonly [number, number]>(
      ([along]) => x(along),
      ([, up]) => y(within(ERRORS, up)),
    );
    return FORMATS.map((one) => {
      const first = errors[one][0];
      // Beside its beginning; float32 begins at the top, where all digits are lost.
      const label = first && y(within(ERRORS, first[1])) + 16;
      return { one, path: draw(errors[one].slice()) ?? '', label };
    });
  }, [model, name, at, x, y]);
  const error = Math.log10(check.error);
  /** Of the name of float32, which stands at the top; that of float64 below it. */
  const lowest = paths[1]?.label ?? Number.NEGATIVE_INFINITY;
  return (
    <>
      <Plot frame={frame} label={errorsLabel(view)[language]} acrossText={powerText} upText={powerText}>
        {FORMATS.map((one) => {
          const best = x(Math.log10(BEST[one]));
          return (
            <path
              key={one}
              className={`gradient-check-best is-${one}`}
              d={`M${best} ${area.y}V${area.y + area.height}`}
            />
          );
        })}
        {paths.map(({ one, path }) => (
          <path
            key={one}
            className={`gradient-check-errors is-${one}${one === format ? ' is-chosen' : ''}`}
            d={path}
          />
        ))}
      </Plot>
      <DragParam frame={frame} name="exponent" />
      <PlotPoints
        frame={frame}
        at={exponent}
        points={[{ value: Number.isFinite(error) ? error : ERRORS[0], hue: 'gradient', shape: 'square' }]}
      />
      <g aria-hidden="true" className="gradient-check-names">
        {paths.map(({ one, label }) =>
          label ? (
            <PlotLabel
              key={one}
              x={area.x + 6}
              y={one === 'float64' && label < lowest + APART ? lowest + APART : label}
              anchor="start"
              text={one}
            />
          ) : null,
        )}
        <PlotLabel x={area.x + area.width - 4} y={area.y + 10} anchor="end" text="δ" />
        <PlotLabel x={area.x + area.width - 4} y={area.y + area.height - 10} anchor="end" text="ε" />
      </g>
    </>
  );
}
