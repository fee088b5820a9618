import { memo } from 'react';
import { valueColor } from '../../../../kit/colour/valueScale.ts';
import { tintsOf } from './tints.ts';

interface TintsProps {
  /** The same array while nothing changes. */
  readonly values: ArrayLike<number>;
  readonly cols: number;
  /** The number whose colour is full. */
  readonly max: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Ink on paper, instead of the colours of values. */
  readonly ink?: boolean;
}

/** A small picture of numbers, in the colours of the page that is on. */
export const Tints = memo(function Tints({ values, cols, max, x, y, width, ink = false }: TintsProps) {
  const cell = width / cols;
  const height = (values.length / cols) * cell;
  return (
    <g shapeRendering="crispEdges" aria-hidden="true">
      <rect className={ink ? 'panel-paper' : 'panel-zero'} {...{ x, y, width, height }} />
      <g transform={`translate(${x} ${y}) scale(${cell})`}>
        {tintsOf(values, cols, max).map(({ strength, path }) =>
          ink ? (
            <path key={strength} className="panel-ink" fillOpacity={strength} d={path} />
          ) : (
            <path key={strength} style={{ fill: valueColor(strength, 1) }} d={path} />
          ),
        )}
      </g>
      <rect className="panel-frame" x={x - 0.5} y={y - 0.5} width={width + 1} height={height + 1} />
    </g>
  );
});
