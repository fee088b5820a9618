import type { Flight, SceneView } from '../scene/view.ts';
import type { Box, Boxes } from '../stage/boxes.ts';
import type { Curve } from '../window/curve.ts';

/** A colour on the scale of values: from one number's tint to another's. Strengths run from −1 to 1. */
export interface Tint {
  readonly from: number;
  readonly to: number;
  /** 0 … 1 */
  readonly mix: number;
}

/** A number under way. `x` and `y` are its middle. */
export interface Chip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly tint: Tint;
  readonly opacity: number;
  /** What it leaves behind on its way: fainter and smaller. */
  readonly ghosts: readonly {
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly opacity: number;
  }[];
}

/** A number that lies in its cell before the scene counts it. */
export interface Resting {
  readonly box: Box;
  readonly text: string;
  readonly tint: Tint;
  readonly opacity: number;
}

/** A sum that takes a product in: its digits roll from the old number to the new. */
export interface Rolling {
  readonly box: Box;
  /** In a node: how round it is. */
  readonly radius?: number | undefined;
  readonly from: string;
  readonly to: string;
  /** 0: the old number, 1: the new one. */
  readonly roll: number;
}

/** What lies over the grids at one moment of a step. */
export interface FlightFrame {
  readonly direction: Flight['direction'];
  /** Around the two numbers that are multiplied. */
  readonly rings: readonly {
    readonly box: Box;
    readonly of: 'value' | 'weight';
    readonly opacity: number;
    /** Around a node: how round it is. */
    readonly radius?: number | undefined;
  }[];
  /** Over the grids of the pair, all but the pair itself: at 0.55 they are seen at 45 %. */
  readonly veil: { readonly areas: readonly Box[]; readonly holes: readonly Box[]; readonly opacity: number };
  readonly paths: readonly {
    readonly curve: Curve;
    readonly to: 'product' | 'target';
    readonly opacity: number;
  }[];
  readonly chips: readonly Chip[];
  readonly resting: readonly Resting[];
  readonly rolling: readonly Rolling[];
}

/** What a frame is made from. */
export interface FlightSetting {
  readonly boxes: Boxes;
  readonly view: SceneView;
  /** Steps a second. */
  readonly speed: number;
  readonly width: number;
  readonly height: number;
  /** The magnitude at which the colour of a grid is full. */
  maxOf(grid: string): number;
}

export type Product = Flight['products'][number];

/** Nothing is under way. */
export const EMPTY: FlightFrame = {
  ...{ direction: 'forward', rings: [], paths: [], chips: [], resting: [], rolling: [] },
  veil: { areas: [], holes: [], opacity: 0 },
};
