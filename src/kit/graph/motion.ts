import { easeCubicInOut } from 'd3';
import type { Graph } from '../../explain/graph/graph.ts';
import { edgesOf, type GraphStep } from '../../explain/graph/steps.ts';
import { cellText } from '../grid/digits.ts';
import { type Chip, EMPTY, type FlightFrame, type FlightSetting, type Tint } from '../motion/frame.ts';
import { boxOf, chipAt, rollOf, strengthOf } from '../motion/parts.ts';
import { FAST } from '../motion/phases.ts';
import type { Flight } from '../scene/view.ts';
import { middleOf } from '../stage/boxes.ts';
import { type Point, pointOn } from '../window/curve.ts';
import type { GraphLayout } from './layout.ts';

/** Until when a step is on its way to the operation, and from when on its way out of it. */
const ARRIVES = 0.52;
const LEAVES = 0.62;
const LANDS = 0.92;

const part = (fraction: number, from: number, to: number): number =>
  easeCubicInOut(Math.min(1, Math.max(0, (fraction - from) / (to - from))));

/** The point of a way through some points, each leg as long as it is drawn. */
export function pointAlong(way: readonly Point[], t: number): Point {
  const lengths = way.slice(1).map(([x, y], i) => Math.hypot(x - (way[i]?.[0] ?? 0), y - (way[i]?.[1] ?? 0)));
  let left = t * lengths.reduce((sum, length) => sum + length, 0);
  let at = 0;
  while (at < lengths.length - 1 && left > (lengths[at] as number)) left -= lengths[at++] as number;
  const [[ax, ay], [bx, by]] = [way[at] as Point, way[at + 1] as Point];
  const share = Math.min(1, left / Math.max(1e-9, lengths[at] as number));
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}

const CURVE_POINTS = 12;

/**
 * A step of a graph: forwards all arguments run to their operation, and its number comes out; backwards a gradient runs
 * into the operation, meets its slope, and its share runs down the edge; at a fork the shares run together. Pure.
 */
export const graphFrame =
  (graph: Graph, step: GraphStep | null, layout: GraphLayout) =>
  (flight: Flight, setting: FlightSetting): FlightFrame => {
    const { fraction, products, direction } = flight;
    if (!step || setting.speed >= FAST || products.length === 0) return EMPTY;
    const edges = edgesOf(graph, step);
    const chips = products.flatMap((product, i): Chip[] => {
      const [from, to] = [boxOf(setting.boxes, product.value.place), boxOf(setting.boxes, product.target)];
      const edge = edges[i];
      if (!from || !to || edge === undefined) return [];
      const tint = (number: number, grid: string): Tint => {
        const at = strengthOf(number, setting.maxOf(grid));
        return { from: at, to: at, mix: 0 };
      };
      const [start, end] = [middleOf(from), middleOf(to)];
      const chip = (at: Point, number: number, grid: string): Chip[] => [
        chipAt(at, cellText(number), tint(number, grid), setting, { size: 0.86 }),
      ];
      if (step.kind === 'fork')
        return fraction < LANDS
          ? chip(pointAlong([start, end], part(fraction, 0, LANDS)), product.number, product.target.grid)
          : [];
      const curve = Array.from({ length: CURVE_POINTS + 1 }, (_, n) =>
        pointOn(layout.curves[edge] as GraphLayout['curves'][number], n / CURVE_POINTS),
      );
      const circle = layout.circles[graph.edges[edge]?.to ?? 0] as Point;
      const isForward = step.kind === 'node';
      const [into, out] = isForward
        ? [
            [start, ...curve, circle],
            [circle, end],
          ]
        : [
            [start, circle],
            [circle, ...curve.toReversed(), end],
          ];
      if (fraction < LEAVES)
        return chip(
          pointAlong(into, part(fraction, 0, ARRIVES)),
          product.value.number,
          product.value.place.grid,
        );
      // All arguments have become one number.
      if (isForward && i > 0) return [];
      return fraction < LANDS
        ? chip(pointAlong(out, part(fraction, LEAVES, LANDS)), product.number, product.target.grid)
        : [];
    });
    const [first] = products;
    const roll = part(fraction, LANDS, 1);
    // Forwards every argument carries the one result; backwards shares that land together are added.
    const landing = direction === 'forward' ? { ...flight, products: products.slice(0, 1) } : flight;
    return { ...EMPTY, direction, chips, rolling: first ? rollOf(first, landing, setting, roll) : [] };
  };
