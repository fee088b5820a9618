import type { GridWindow } from '../scene/view.ts';
import { FACTS, type NodeName, nodeAt, numberOf, type Spot } from './nodes.ts';

/** Rows and columns of a node, in one plane or in all. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly plane: number | null;
}

/** Kernels are 5 × 5: they reach so far to each side. */
const REACH = 2;

export const regionOf = ({ plane, row, col }: Spot): Region => ({
  ...{ top: row, left: col, bottom: row, right: col, plane },
});

const whole = (node: NodeName): Region => ({
  ...{ top: 0, left: 0, bottom: FACTS[node].rows - 1, right: FACTS[node].cols - 1, plane: null },
});

function clipped(node: NodeName, { top, left, bottom, right, plane }: Region, by: number): Region {
  const { rows, cols } = FACTS[node];
  return {
    top: Math.max(0, top - by),
    left: Math.max(0, left - by),
    bottom: Math.min(rows - 1, bottom + by),
    right: Math.min(cols - 1, right + by),
    plane,
  };
}

/** What a region of a node reads of the node before it. */
export function readBy(node: NodeName, of: Region): Region {
  const before = nodeAt(numberOf(node) - 1);
  switch (FACTS[node].by) {
    case 'conv':
      return clipped(before, { ...of, plane: null }, REACH);
    case 'pool':
      return {
        ...of,
        ...{ top: 2 * of.top, left: 2 * of.left, bottom: 2 * of.bottom + 1, right: 2 * of.right + 1 },
      };
    case 'relu':
      return of;
    default:
      return whole(before);
  }
}

/** What a region of a node reaches in the node after it. */
export function reachedBy(node: NodeName, of: Region): Region {
  const after = nodeAt(numberOf(node) + 1);
  switch (FACTS[after].by) {
    case 'conv':
      return clipped(after, { ...of, plane: null }, REACH);
    case 'pool':
      return {
        plane: of.plane,
        top: of.top >> 1,
        left: of.left >> 1,
        bottom: of.bottom >> 1,
        right: of.right >> 1,
      };
    case 'relu':
      return of;
    default:
      return whole(after);
  }
}

/** The pixels on which a region depends: read after read, back to the picture. */
export function receptiveField(node: NodeName, of: Region): Region {
  let [now, region] = [node, of];
  for (let k = numberOf(node); k > 0; k--) {
    region = readBy(now, region);
    now = nodeAt(k - 1);
  }
  return region;
}

/** A region as outlines: one in each plane that it covers. */
export function windowsOf(node: NodeName, of: Region, role: GridWindow['role']): GridWindow[] {
  const { top: row, left: col, plane } = of;
  const size = { row, col, rows: of.bottom - row + 1, cols: of.right - col + 1, role };
  if (plane !== null) return [{ ...size, plane }];
  return Array.from({ length: FACTS[node].maps }, (_, each) => ({ ...size, plane: each }));
}
