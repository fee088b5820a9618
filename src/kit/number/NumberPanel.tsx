import type { Role } from '../../formula/symbols.ts';
import { Grid } from '../grid/Grid.tsx';
import { useSay } from '../scene/context.ts';
import type { Box } from '../stage/boxes.ts';
import { Arrow } from '../window/Arrow.tsx';
import type { NumberLayout } from './layout.ts';
import './number.css';

interface NumberPanelProps {
  readonly room: Box;
  readonly layout: NumberLayout;
  /** The number of the first map; the others follow. */
  readonly firstMap?: number;
  /** What the activation function does, on the arrow: `max(0, z)`. */
  readonly rule: string;
  /** What stands behind the names of windows, kernels and bias. */
  readonly notes?: {
    readonly patch?: string | undefined;
    readonly w?: string | undefined;
    readonly b?: string | undefined;
  };
}

const OUTPUT: Role = 'output';

const WORDS = {
  map: { en: (map: number) => `map ${map}`, zh: (map: number) => `图 ${map}` },
  sum: { en: 'sum', zh: '总和' },
} as const;

/**
 * One number taken apart: a tile for each input map, the bias, and what becomes of it. Its grids are those of the scene:
 * `patch` and `w` (a plane for each map), `s` (the sums, a plane for each), `b`, `number`, `bent`.
 */
export function NumberPanel({ room, layout, firstMap = 0, rule, notes = {} }: NumberPanelProps) {
  const say = useSay();
  const { tiles, arrow } = layout;
  const single = tiles.length === 1;
  return (
    <g className="number-panel">
      <rect className="number-plate" x={room.x} y={room.y} width={room.width} height={room.height} rx={10} />
      {tiles.map(({ times, label }, i) => {
        const map = firstMap + i;
        return (
          <g key={map}>
            <text className="number-sign" x={times[0]} y={times[1]}>
              ×
            </text>
            <text className="number-label" x={label[0]} y={label[1]}>
              {single ? say(WORDS.sum) : say({ en: WORDS.map.en(map), zh: WORDS.map.zh(map) })}
            </text>
          </g>
        );
      })}
      <Grid id="patch" note={notes.patch} />
      <Grid id="w" note={notes.w} />
      <Grid id="s" />
      <Grid id="b" note={notes.b} />
      <Grid id="number" />
      <Arrow {...arrow} hue={OUTPUT} text={rule} />
      <Grid id="bent" />
    </g>
  );
}
