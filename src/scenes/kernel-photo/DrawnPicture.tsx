import { useEffect, useState } from 'react';
import type { GridBox } from '../../kit/stage/boxes.ts';

interface DrawnPictureProps {
  readonly box: GridBox;
  colourOf(index: number): string;
}

/** A small picture as one path a colour: it stands in the pre-rendered page until the canvas is painted. */
export function DrawnPicture(props: DrawnPictureProps) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  return isPainted ? null : <Paths {...props} />;
}

function Paths({ box, colourOf }: DrawnPictureProps) {
  const { rows, cols, cell, x, y } = box;
  const paths = new Map<string, string>();
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; ) {
      const colour = colourOf(row * cols + col);
      let end = col + 1;
      while (end < cols && colourOf(row * cols + end) === colour) end++;
      const run = end - col;
      paths.set(colour, `${paths.get(colour) ?? ''}M${col} ${row}h${run}v1h-${run}z`);
      col = end;
    }
  return (
    <g transform={`translate(${x} ${y}) scale(${cell})`} shapeRendering="crispEdges" aria-hidden="true">
      {[...paths].map(([colour, d]) => (
        <path key={colour} d={d} fill={colour} />
      ))}
    </g>
  );
}
