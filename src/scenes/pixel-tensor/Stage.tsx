import { Grid } from '../../kit/grid/Grid.tsx';
import { Flights } from '../../kit/motion/Flights.tsx';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import type { Boxes } from '../../kit/stage/boxes.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import { strideMeasure } from '../../kit/window/measures.ts';
import { memoryBox, memoryRoom } from './memoryLines.ts';
import type { PixelModel } from './model.ts';
import { Photo } from './Photo.tsx';
import { Planes, pulled, tableOf } from './Planes.tsx';
import type { PixelParams } from './parameters.ts';
import { photoLayout } from './photoLayout.ts';
import { PICTURES, type PixelView } from './view.ts';
import { memoryNote } from './words.ts';

type Id = 'photo' | 'pixel' | 'x' | 'memory' | 'lines' | 'edge';

const PHOTO = { wide: 210, medium: 176, phone: 90 } as const;

/** The photo, its patch and the planes of it in a row; on a phone the planes come below. Memory lies under everything. */
function layout({ band, width }: StageSize, model: PixelModel): Plan<Id> {
  const photo = room('photo', PHOTO[band], PHOTO[band]);
  const memory = (planesInRow: number) =>
    grid('memory', { size: 'memory', planesInRow, planeGap: 0, largest: band === 'phone' ? 25 : 39 });
  if (band === 'phone') {
    const lines = memoryRoom(model, width);
    return column(
      [
        row([photo, grid('pixel', { size: 'pixel', largest: 16 })], { gap: 40 }),
        grid('x', { planeGap: 12, largest: 26 }),
        lines ? room('lines', ...lines) : memory(1),
      ],
      { gap: 8 },
    );
  }
  const table = row([grid('pixel'), grid('x', { planeGap: 16 })], { gap: 16, justify: 'start' });
  return column([row([photo, table, room('edge', 6, 1)], { gap: 26 }), memory(2)], { gap: 14 });
}

/** A photograph as three matrices, and those as one line of memory. */
export function Stage(props: StageProps<PixelParams, PixelModel, PixelView>) {
  const { model, view, size: stage, language } = props;
  const found = useLayout<Id>(layout);
  const { size, apart } = model.params;
  const planes = PICTURES[view.entry.n] ?? 'x';
  const boxes: Boxes = {
    ...found,
    ...(found.lines && { memory: memoryBox(found.lines, model) }),
    [planes]: { ...pulled(found.x, found.pixel, apart), id: planes },
  };
  const { loupe } = photoLayout(model, found.photo);
  return (
    <StageDrawing boxes={boxes}>
      <Planes
        model={model}
        view={view}
        table={tableOf(found.pixel, found.x)}
        pixels={found.pixel}
        planes={planes}
      >
        <Beam from={loupe} to={found.pixel} />
      </Planes>
      <Photo model={model} room={found.photo} />
      <Grid id="memory" note={memoryNote(model, view, language, stage.band === 'phone')} />
      {view.held === 'size' && (
        <DimensionLine
          {...strideMeasure(found.pixel, { row: 0, col: 0, rows: size, cols: size }, size)}
          text={String(size)}
        />
      )}
      <Flights />
    </StageDrawing>
  );
}
