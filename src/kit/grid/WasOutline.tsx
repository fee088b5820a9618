import { useSay } from '../scene/context.ts';
import type { GridBox } from '../stage/boxes.ts';

/** While a slider is held: the outline of the grid that was there when it was taken. */
export function WasOutline({ box }: { readonly box: GridBox }) {
  const say = useSay();
  if (!box.was) return null;
  const { rows, cols, width, height } = box.was;
  const shape = `${rows} × ${cols}`;
  const below = height > box.height + 20;
  return (
    <g className="grid-was">
      <rect x={box.x} y={box.y} width={width} height={height} />
      {(below || width > box.width + 70) && (
        <text x={below ? box.x + 8 : box.x + box.width + 8} y={box.y + (below ? height - 8 : 18)}>
          {say({ en: `was ${shape}`, zh: `原为 ${shape}` })}
        </text>
      )}
    </g>
  );
}
