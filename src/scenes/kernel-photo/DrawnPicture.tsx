import { memo } from 'react';
import { colourOf, type Paint } from './paint.ts';

interface DrawnPictureProps {
  readonly rows: number;
  readonly cols: number;
  readonly paint: Paint;
}

/** A small picture as one path a colour: it stands in the pre-rendered page. */
export const DrawnPicture = memo(function DrawnPicture({ rows, cols, paint }: DrawnPictureProps) {
  const paths = new Map<string, string>();
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; ) {
      const colour = colourOf(paint, row * cols + col, rows * cols);
      let end = col + 1;
      while (end < cols && colourOf(paint, row * cols + end, rows * cols) === colour) end++;
      const run = end - col;
      paths.set(colour, `${paths.get(colour) ?? ''}M${col} ${row}h${run}v1h-${run}z`);
      col = end;
    }
  return (
    <svg
      className="kp-canvas"
      viewBox={`0 0 ${cols} ${rows}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      {[...paths].map(([colour, d]) => (
        <path key={colour} d={d} fill={colour} />
      ))}
    </svg>
  );
});
