import type { Range } from './facts.ts';
import type { FieldModel } from './model.ts';
import type { FieldView } from './view.ts';

/** Heights in pixels of the screen; across, everything is counted in pixels of the picture. */
export const HEIGHT = 470;
const TOP = 26;
const INPUT_BOTTOM = 396;
export const PROFILE = { top: 414, height: 50 } as const;

/** Where the rows of the drawing stand, and how places across become percentages. */
export interface Drawing {
  /** The leftmost place and the number of places across; padding that a field hangs over counts too. */
  readonly left: number;
  readonly width: number;
  /** Height of a unit. */
  readonly tall: number;
  /** So many pixels that single units cannot be drawn. */
  readonly dense: boolean;
  /** How wide the figure must be for the numbers to fit: `s`, `m`, `l`, or never. */
  readonly digits: 's' | 'm' | 'l' | 'none';
  topOf(layer: number): number;
  /** The centre of a unit's field, in pixels of the picture. */
  centre(layer: number, unit: number): number;
  /** How wide a unit is drawn: as far as the next one. */
  wide(layer: number): number;
  /** A place across as a percentage of the drawing. */
  percent(place: number): number;
}

export function drawingOf(model: FieldModel): Drawing {
  const { fields, counts, layers } = model;
  const top = layers.length;
  const last = fields.at(-1) as { start: number; jump: number; size: number };
  const pixels = counts[0] as number;
  const end = last.start + ((counts.at(-1) as number) - 1) * last.jump + last.size - 1;
  const left = Math.min(0, last.start) - 0.5;
  const width = Math.max(pixels - 1, end) + 0.5 - left;
  const pitch = (INPUT_BOTTOM - TOP) / (top + 1);
  const tall = Math.max(7, Math.min(32, pitch * 0.5));
  const step = top === 0 ? 0 : (INPUT_BOTTOM - TOP - tall) / top;
  const largest = Math.max(...(model.paths[0] as { data: Float64Array }).data);
  // Digits are about 8 pixels wide; the picture's row has the narrowest units.
  const needed = width * (String(largest).length * 8 + 4);
  return {
    left,
    width,
    tall,
    dense: width > 80,
    digits: tall < 15 ? 'none' : needed < 320 ? 's' : needed < 640 ? 'm' : needed < 980 ? 'l' : 'none',
    topOf: (layer) => TOP + (top - layer) * step,
    centre(layer, unit) {
      const { start, jump, size } = fields[layer] as { start: number; jump: number; size: number };
      return start + unit * jump + (size - 1) / 2;
    },
    wide: (layer) => (fields[layer] as { jump: number }).jump,
    percent: (place) => ((place - left) / width) * 100,
  };
}

/** The cone as a polygon: down its left side, up its right side. */
export function conePath(drawing: Drawing, cone: readonly Range[]): string {
  const down: string[] = [];
  const up: string[] = [];
  for (let layer = cone.length - 1; layer >= 0; layer--) {
    const [first, last] = cone[layer] as Range;
    const half = drawing.wide(layer) / 2;
    const [left, right] = [drawing.centre(layer, first) - half, drawing.centre(layer, last) + half];
    const [top, bottom] = [drawing.topOf(layer), drawing.topOf(layer) + drawing.tall];
    down.push(`${left} ${top}`, `${left} ${bottom}`);
    up.unshift(`${right} ${bottom}`, `${right} ${top}`);
  }
  return `M${[...down, ...up].join('L')}Z`;
}

const MOST_EDGES = 420;

/** Lines from every unit of the cone to the units that it reads; none where they would be a grey mass. */
export function edgePath(model: FieldModel, drawing: Drawing, cone: readonly Range[]): string {
  const lines: string[] = [];
  for (let layer = cone.length - 1; layer > 0; layer--) {
    const { kernel, stride, dilation, padding } = model.layers[layer - 1] as FieldModel['layers'][number];
    const [first, last] = cone[layer] as Range;
    for (let unit = first; unit <= last; unit++)
      for (let k = 0; k < kernel; k++)
        lines.push(
          edge(drawing, { layer, unit }, { layer: layer - 1, unit: unit * stride - padding + k * dilation }),
        );
    if (lines.length > MOST_EDGES) return '';
  }
  return lines.join('');
}

interface Place {
  readonly layer: number;
  readonly unit: number;
}

function edge(drawing: Drawing, from: Place, to: Place): string {
  const { centre, topOf, tall } = drawing;
  return `M${centre(from.layer, from.unit)} ${topOf(from.layer) + tall}L${centre(to.layer, to.unit)} ${topOf(to.layer)}`;
}

/** The lines along which the paths of the moment's sum arrive. */
export function sumPath(drawing: Drawing, { sum, pixel }: FieldView): string {
  if (!sum || pixel) return '';
  const [layer, unit] = sum.explanation.index as [number, number];
  return sum.explanation.terms
    .map(({ factors }) => factors[0]?.index as [number, number])
    .filter(([above]) => above > layer)
    .map(([above, from]) => edge(drawing, { layer: above, unit: from }, { layer, unit }))
    .join('');
}

/** Bars under the pixels, as high as their numbers of paths. */
export function profilePath(model: FieldModel, known: FieldView['known']): string {
  const { data } = model.paths[0] as { data: Float64Array };
  const most = Math.max(...data);
  const bars: string[] = [];
  for (const [i, value] of data.entries()) {
    if (value === 0 || !known(0, i)) continue;
    const height = (value / most) * PROFILE.height;
    bars.push(`M${i - 0.45} ${PROFILE.top}h0.9v${height}h-0.9Z`);
  }
  return bars.join('');
}
