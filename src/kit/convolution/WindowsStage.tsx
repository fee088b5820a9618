import { useCallback } from 'react';
import { Grid } from '../grid/Grid.tsx';
import { useNow } from '../scene/context.ts';
import type { StageSize } from '../scene/defineScene.ts';
import { windowBox } from '../stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../stage/plan.ts';
import { StageDrawing } from '../stage/StageDrawing.tsx';
import { useLayout } from '../stage/useLayout.ts';
import { Beam } from '../window/Beam.tsx';
import { WindowStrip, type WindowStripProps } from '../window/WindowStrip.tsx';
import { HeldMeasures } from './HeldMeasures.tsx';
import type { ForwardLayer, SquareSizes } from './layer.ts';

interface WindowsStageProps {
  /** The grid over which the window moves. */
  readonly input: string;
  /** A small grid under the kernel; its room is kept when it is not shown. */
  readonly below?: { readonly id: string; readonly shown: boolean };
  /** The grids that the windows make. */
  readonly outputs: readonly string[];
  readonly strip: Omit<WindowStripProps, 'box'>;
  readonly layer: ForwardLayer;
  readonly sizes: SquareSizes;
  readonly held: string | null;
  /** The output cell whose window a held slider measures. */
  readonly at: number;
}

const STRIP = { wide: [250, 250], medium: [220, 220], phone: [200, 128] } as const;
const SMALL = { largest: 24 } as const;

/** A window that moves over a picture, what it makes, and one row of the picture with every window on it, from the side. */
export function WindowsStage(props: WindowsStageProps) {
  const { input, below, outputs, strip, layer, sizes, held, at } = props;
  const { view } = useNow();
  const small = below?.id;
  const shown = outputs.join(' ');
  const layout = useCallback(
    (size: StageSize): Plan => {
      const results = shown.split(' ').map((id) => grid(id));
      const under = small ? [grid(small, SMALL)] : [];
      const [width, height] = STRIP[size.band];
      const side = room('strip', width, height);
      if (size.band === 'phone')
        return column([
          row([grid(input), ...results], { gap: 16 }),
          row([grid('w'), ...under, side], { gap: 16 }),
        ]);
      return row([grid(input), column([grid('w'), ...under]), ...results, side], { gap: 24 });
    },
    [input, small, shown],
  );
  const boxes = useLayout(layout);
  const source = view.grids[input]?.windows?.[0];
  const target = outputs.find((id) => view.grids[id]?.windows?.[0]);
  const result = target && view.grids[target]?.windows?.[0];
  const from = boxes[input];
  const to = target && boxes[target];
  return (
    <StageDrawing boxes={boxes}>
      {from && to && source && result && <Beam from={windowBox(from, source)} to={windowBox(to, result)} />}
      <Grid id={input} />
      <Grid id="w" />
      {below?.shown && <Grid id={below.id} />}
      {outputs.map((id) => (
        <Grid key={id} id={id} />
      ))}
      {boxes['strip'] && <WindowStrip box={boxes['strip']} {...strip} />}
      {from && <HeldMeasures box={from} layer={layer} sizes={sizes} held={held} at={at} />}
    </StageDrawing>
  );
}
