import type { GridView, GridWindow } from '../scene/view.ts';
import { FACTS, type NodeName, nodeAt, numberOf } from './nodes.ts';
import { type Region, reachedBy, readBy, receptiveField, regionOf, windowsOf } from './regions.ts';
import type { Subject } from './subject.ts';

/** A part of a node. */
export interface Part {
  readonly node: NodeName;
  readonly region: Region;
}

/** What stands around a number: the pixels on which it depends, the numbers before it that it is made of, those behind it. */
export interface Around {
  readonly pixels: Region;
  /** null: it is a pixel. */
  readonly before: Part | null;
  /** null: it is a share. */
  readonly behind: Part | null;
}

/** The surroundings of a subject, in the direction in which the network computes. */
export function around({ node, spot, isBack }: Pick<Subject, 'node' | 'spot' | 'isBack'>): Around {
  const own = regionOf(spot);
  const k = numberOf(node);
  const behind = (): Part => ({
    node: nodeAt(k + 1),
    // The score's gradient comes from its own share alone.
    region: isBack && node === 'logits' ? own : reachedBy(node, own),
  });
  return {
    pixels: receptiveField(node, own),
    before: k > 0 ? { node: nodeAt(k - 1), region: readBy(node, own) } : null,
    behind: node === 'probs' ? null : behind(),
  };
}

/** A part of a node, outlined in its grid. */
export const outlined = ({ node, region }: Part, role: GridWindow['role']): GridView => ({
  windows: windowsOf(node, region, role),
});

/** The grid of a subject: its cell outlined; while the step that makes the node is under way, what is made of it, map by map. */
export function madeGrid({ node, spot }: Subject, fraction: number, isAsked: boolean): GridView {
  const { maps, rows, cols } = FACTS[node];
  if (fraction === 0 || isAsked)
    return { windows: [{ ...spot, rows: 1, cols: 1, role: 'result' }], here: spot };
  const done = maps > 1 ? Math.floor(fraction * maps) * rows * cols : Math.floor(fraction * rows) * cols;
  return { windows: [], known: (index) => index < done };
}
