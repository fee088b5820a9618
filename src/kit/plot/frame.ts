import { type ScaleLinear, scaleLinear } from 'd3';
import type { Box } from '../stage/boxes.ts';

export type Domain = readonly [low: number, high: number];

/** A plot in coordinates of the stage: where its area lies, and where a number lies in it. */
export interface PlotFrame {
  /** The area between the axes; the numbers of the ticks stand outside of it. */
  readonly area: Box;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
}

interface FrameOptions {
  readonly x: Domain;
  readonly y: Domain;
  /** One unit is as long across as it is up, so that a slope of 1 stands at 45°; the plot is centred in its box. */
  readonly equal?: boolean;
}

/** Room for the numbers of the ticks, and for half of a point at the edge. */
const MARGIN = { left: 24, right: 12, top: 10, bottom: 24 } as const;

/** Lays a plot into a box of the stage. Pure. */
export function plotFrame(box: Box, { x, y, equal = false }: FrameOptions): PlotFrame {
  const room = {
    width: Math.max(1, box.width - MARGIN.left - MARGIN.right),
    height: Math.max(1, box.height - MARGIN.top - MARGIN.bottom),
  };
  const [across, up] = [x[1] - x[0], y[1] - y[0]];
  const unit = Math.min(room.width / across, room.height / up);
  const width = equal ? unit * across : room.width;
  const height = equal ? unit * up : room.height;
  const area: Box = {
    x: box.x + MARGIN.left + (room.width - width) / 2,
    y: box.y + MARGIN.top + (room.height - height) / 2,
    width,
    height,
  };
  return {
    area,
    x: scaleLinear(x, [area.x, area.x + width]),
    y: scaleLinear(y, [area.y + height, area.y]),
    xDomain: x,
    yDomain: y,
  };
}

/** The nearest number of a domain. */
export const within = ([low, high]: Domain, value: number): number => Math.min(high, Math.max(low, value));
