import type { StageSize } from '../scene/defineScene.ts';

export type Band = StageSize['band'];

/** The width in rem from which a figure has a rail, and from which its controls stand in columns below the bar. */
const WIDE = 65;
const MEDIUM = 47.5;

/** Heights of the stage where a scene names none. */
const HEIGHTS: Readonly<Record<Band, number>> = { wide: 336, medium: 304, phone: 330 };

/** The width of the stage in the pre-rendered page: that of a figure 1270 px wide. */
const PRERENDERED_WIDTH = 960;

/** Widths between two of these steps share one drawing, so that dragging the window's edge does not draw each pixel. */
const QUANTUM = 8;

/** A stage is never drawn for less than this: with a very large font it stays as small as the window demands. */
const NARROWEST = 320;

/** @param width of the whole figure, in CSS pixels @param rem the root's font size in CSS pixels */
export function bandOf(width: number, rem: number): Band {
  if (width >= WIDE * rem) return 'wide';
  return width >= MEDIUM * rem ? 'medium' : 'phone';
}

export function stageHeight(heights: Partial<Record<Band, number>> | undefined, band: Band): number {
  return heights?.[band] ?? HEIGHTS[band];
}

/** No stage is drawn smaller than this share of its size. */
const LEAST = 0.5;

/** A stage as drawn, and how much larger it is shown: a reader's large font enlarges the numbers in it as well. */
export interface MeasuredStage {
  readonly size: StageSize;
  readonly scale: number;
}

/**
 * @param figure width of the figure, CSS pixels
 * @param slot the place that the stage has in it, CSS pixels
 * @param rem the root's font size, CSS pixels
 */
export function measureStage(
  figure: number,
  slot: { readonly width: number; readonly height: number },
  rem: number,
  heights: Partial<Record<Band, number>> | undefined,
): MeasuredStage {
  const band = bandOf(figure, rem);
  const height = stageHeight(heights, band);
  const enlarged = Math.max(1, Math.min(rem / 16, slot.width / NARROWEST));
  // In a low window the slot has less than the stage's height.
  const scale = Math.min(enlarged, Math.max(LEAST, slot.height / height));
  const width = Math.max(QUANTUM, Math.floor(slot.width / scale / QUANTUM) * QUANTUM);
  return { size: { band, width, height }, scale };
}

/** What the pre-rendered page shows. */
export const prerendered = (heights: Partial<Record<Band, number>> | undefined): MeasuredStage => ({
  size: { band: 'wide', width: PRERENDERED_WIDTH, height: stageHeight(heights, 'wide') },
  scale: 1,
});
