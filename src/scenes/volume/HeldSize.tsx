import { type Boxes, type GridBox, planeBox } from '../../kit/stage/boxes.ts';
import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import { strideMeasure } from '../../kit/window/measures.ts';
import type { VolumeModel } from './model.ts';

interface HeldSizeProps {
  readonly boxes: Boxes;
  readonly model: VolumeModel;
  /** The parameter whose slider is held. */
  readonly held: string | null;
  /** The sheet of the input that lies in front. */
  readonly plane: number;
}

/** What a held slider measures, on the stage: sheets, maps, groups of sheets, the kernel, the picture. */
export function HeldSize({ boxes, model, held, plane }: HeldSizeProps) {
  const { x, y } = boxes;
  const { params, depth } = model;
  const { kernel, input, groups, filters, channels } = params;
  if (!x || !y) return null;
  const square = (side: number) => ({ plane, row: 0, col: 0, rows: side, cols: side });
  switch (held) {
    case 'kernel':
      return <DimensionLine {...strideMeasure(x, square(kernel), kernel)} text={String(kernel)} />;
    case 'input':
      return <DimensionLine {...strideMeasure(x, square(input), input)} text={String(input)} />;
    case 'channels': {
      // Behind the sheet in front: the depth of the stack.
      const { x: left, width } = planeBox(x, plane);
      return <Level from={left + width} to={x.x + x.width} box={x} text={channels} />;
    }
    case 'groups':
      return <Level from={x.x} to={x.x + x.width} box={x} text={`${groups} × ${depth}`} />;
    case 'filters':
      return <Level from={y.x} to={y.x + y.width} box={y} text={filters} />;
    default:
      return null;
  }
}

interface LevelProps {
  readonly from: number;
  readonly to: number;
  readonly box: GridBox;
  readonly text: number | string;
}

/** A measure below a grid. */
function Level({ from, to, box, text }: LevelProps) {
  const y = box.y + box.height + 14;
  return <DimensionLine from={[from, y]} to={[to, y]} text={String(text)} />;
}
