import { printNumber } from '../../formula/numbers.ts';
import type { Spot } from '../../kit/grid/LooseCell.tsx';
import type { Box } from '../../kit/stage/boxes.ts';
import type { Point } from '../../kit/window/curve.ts';
import { fieldOf, type ReceptiveField } from '../../tensor/receptiveField.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Range } from './facts.ts';
import type { FieldModel, Unit } from './model.ts';
import type { StackLayer } from './stacks.ts';

/** Where the rows of the drawing stand, in coordinates of the stage. */
export interface Geometry {
  readonly box: Box;
  /** Height of a unit. */
  readonly tall: number;
  /** So many pixels that single units are not drawn. */
  readonly dense: boolean;
  /** A row's name and sizes stand above it; else beside it, and only those of every n-th layer. */
  readonly labels: 'above' | 'beside';
  readonly every: number;
  /** The bars under the pixels. */
  readonly profile: Box;
  /** A place across, counted in pixels of the picture. */
  x(place: number): number;
  top(layer: number): number;
  /** The middle of a unit's field. */
  centre(layer: number, unit: number): number;
  /** How wide a unit is drawn: as far as the next one. */
  wide(layer: number): number;
  unitBox(layer: number, unit: number): Box;
  hasDigits(layer: number): boolean;
}

const TITLE = 24;
const LABEL = { wide: 16, tight: 14 } as const;
const [NAMES, NUMBERS] = [66, 106];
/** More places across than this, and units become a band. */
const MOST_DRAWN = 80;

/** Lays the stack into its box. Pure. @param titled room is kept for a title */
export function geometryOf(box: Box, model: FieldModel, titled: boolean): Geometry {
  const { fields, counts, layers, paths } = model;
  const rows = layers.length + 1;
  const last = fields.at(-1) as ReceptiveField;
  const [, end] = fieldOf(last, (counts.at(-1) as number) - 1);
  const left = Math.min(0, last.start) - 0.5;
  const width = Math.max((counts[0] as number) - 1, end) + 0.5 - left;
  const head = titled ? TITLE : 0;
  const foot = box.height > 240 ? 40 : 24;
  const pitch = (box.height - head - foot - 4) / rows;
  const label = pitch > 40 ? LABEL.wide : LABEL.tight;
  const above = pitch >= label + 13;
  const tall = above ? Math.min(32, pitch - label - 3) : Math.max(3, Math.min(14, pitch * 0.6));
  const [x0, x1] = above ? [box.x, box.x + box.width] : [box.x + NAMES, box.x + box.width - NUMBERS];
  const unitWidth = (x1 - x0) / width;
  const x = (place: number): number => x0 + (place - left) * unitWidth;
  const top = (layer: number): number =>
    box.y + head + (rows - 1 - layer) * pitch + (above ? label : (pitch - tall) / 2);
  const wide = (layer: number): number => (fields[layer] as ReceptiveField).jump * unitWidth;
  const centre = (layer: number, unit: number): number => {
    const [from, to] = fieldOf(fields[layer] as ReceptiveField, unit);
    return x((from + to) / 2);
  };
  return {
    ...{ box, tall, x, top, wide, centre },
    dense: width > MOST_DRAWN,
    labels: above ? 'above' : 'beside',
    every: Math.ceil(13 / pitch),
    profile: { x: x0, y: top(0) + tall + 4, width: x1 - x0, height: foot - 4 },
    unitBox: (layer, unit) => ({
      x: centre(layer, unit) - wide(layer) / 2,
      y: top(layer),
      width: wide(layer),
      height: tall,
    }),
    hasDigits(layer) {
      const largest = Math.max(...(paths[layer] as Tensor).data);
      return tall >= 13 && printNumber(largest).text.length * 7.4 + 3 <= wide(layer);
    },
  };
}

/** The unit at a point of the stage. */
export function unitAt(geometry: Geometry, { counts }: FieldModel, x: number, y: number): Spot | null {
  const { tall, top, centre, wide } = geometry;
  const room = Math.max(2, 10 - tall / 2);
  for (let row = 0; row < counts.length; row++) {
    if (y < top(row) - room || y > top(row) + tall + room) continue;
    const col = Math.round((x - centre(row, 0)) / wide(row)) + 0;
    return col >= 0 && col < (counts[row] as number) ? { row, col } : null;
  }
  return null;
}

/** The unit of another layer whose field has the nearest middle. */
export function nearestUnit({ centre, wide }: Geometry, { row, col }: Spot, to: number): Spot {
  return { row: to, col: Math.round((centre(row, col) - centre(to, 0)) / wide(to)) + 0 };
}

/** The cone as a polygon: down its left side, up its right side. */
export function conePath({ centre, wide, top, tall }: Geometry, cone: readonly Range[]): string {
  const down: string[] = [];
  const up: string[] = [];
  for (let layer = cone.length - 1; layer >= 0; layer--) {
    const [first, last] = cone[layer] as Range;
    const half = wide(layer) / 2;
    const [left, right] = [centre(layer, first) - half, centre(layer, last) + half];
    const [high, low] = [top(layer), top(layer) + tall];
    down.push(`${left} ${high}`, `${left} ${low}`);
    up.unshift(`${right} ${low}`, `${right} ${high}`);
  }
  return `M${[...down, ...up].join('L')}Z`;
}

const MOST_EDGES = 420;

/** Lines from every unit of the cone to the units that it reads; none where they would be a grey mass. */
export function edgePath({ layers }: FieldModel, geometry: Geometry, cone: readonly Range[]): string {
  const lines: string[] = [];
  for (let layer = cone.length - 1; layer > 0; layer--) {
    const { kernel, stride, dilation, padding } = layers[layer - 1] as StackLayer;
    const [first, last] = cone[layer] as Range;
    for (let unit = first; unit <= last; unit++)
      for (let k = 0; k < kernel; k++) {
        const to = { layer: layer - 1, unit: unit * stride - padding + k * dilation };
        lines.push(`M${edge(geometry, { layer, unit }, to).join('L')}`);
      }
    if (lines.length > MOST_EDGES) return '';
  }
  return lines.join('');
}

/** From the foot of a unit to the head of one that it reads. */
export const edge = ({ centre, top, tall }: Geometry, from: Unit, to: Unit): readonly [Point, Point] => [
  [centre(from.layer, from.unit), top(from.layer) + tall],
  [centre(to.layer, to.unit), top(to.layer)],
];

/** Bars under the pixels, as high as their numbers of paths. */
export function profilePath(
  { x, wide, profile }: Geometry,
  { data }: Tensor,
  isKnown: (unit: number) => boolean,
): string {
  const most = Math.max(...data);
  const width = Math.max(0.5, wide(0) * 0.9);
  const bars: string[] = [];
  for (const [i, value] of data.entries()) {
    if (value === 0 || !isKnown(i)) continue;
    const height = (value / most) * profile.height;
    bars.push(`M${x(i) - width / 2} ${profile.y}h${width}v${height}h${-width}Z`);
  }
  return bars.join('');
}
