import { contours, geoPath } from 'd3';
import { useMemo } from 'react';
import { stretched } from '../../explain/saliency.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import { cellBox, type GridBox } from '../../kit/stage/boxes.ts';
import type { SaliencyModel } from './model.ts';

const SIDE = FACTS.image.rows;
/** Half ink. */
const EDGE = 0.5;

/** The outline of the strokes, over a map of the same pixels. */
export function InkOutline({ box, ink }: { readonly box: GridBox; readonly ink: ArrayLike<number> }) {
  const path = useMemo(() => {
    const [shape] = contours().size([SIDE, SIDE]).thresholds([EDGE])(Array.from(ink));
    return (shape && geoPath()(shape)) ?? '';
  }, [ink]);
  return (
    <path
      className="saliency-ink"
      aria-hidden="true"
      d={path}
      vectorEffect="non-scaling-stroke"
      transform={`translate(${box.x} ${box.y}) scale(${box.cell})`}
    />
  );
}

/** The map over the picture: in its own cells, or stretched smoothly to pixels. What is not known yet is left out. */
export function CamOverlay({
  box,
  model,
  isKnown,
}: {
  readonly box: GridBox;
  readonly model: SaliencyModel;
  isKnown(index: number): boolean;
}) {
  const { smooth, layer } = model.params;
  const { cam } = model.cam;
  const cells = FACTS[layer].rows;
  const known = cam.map((value, i) => (isKnown(i) ? value : 0));
  const side = smooth ? SIDE : cells;
  const shown = smooth ? stretched(known, cells, SIDE) : known;
  const most = Math.max(...cam, 1e-12);
  const unit = (SIDE / side) * box.cell;
  const { x, y } = cellBox(box, 0, 0);
  return (
    <g className="saliency-cam" aria-hidden="true">
      {Array.from(shown, (value, i) =>
        value > 0 ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            key={i}
            x={x + (i % side) * unit}
            y={y + Math.floor(i / side) * unit}
            width={unit}
            height={unit}
            opacity={(0.75 * value) / most}
          />
        ) : null,
      )}
    </g>
  );
}
