import { equationsOf } from '../../kit/digitPass/equations.ts';
import {
  type Drawn,
  drawnGrid,
  FACTS,
  gradientGrid,
  LAST_GRADIENT,
  type NodeName,
  nodeAt,
  nodeOf,
  numberOf,
} from '../../kit/digitPass/nodes.ts';
import {
  type Region,
  reachedBy,
  readBy,
  receptiveField,
  regionOf,
  windowsOf,
} from '../../kit/digitPass/regions.ts';
import { type Subject, subjectOf } from '../../kit/digitPass/subject.ts';
import type { Equation, GridView, GridWindow, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { layerOf, type PassModel } from './model.ts';
import type { NetworkParams } from './parameters.ts';
import { type NetworkSubject, placeOfWeight, readNode, weightAt, weightSubject } from './weights.ts';
import { weightEquations, weightWindows } from './weightView.ts';

/** What is on the screen at one position. */
export interface NetworkView extends SceneView {
  readonly equations: readonly Equation[];
  readonly subject: NetworkSubject;
  /** The grids of the layer on the stage: what it read and what it made; backwards it made the left one. */
  readonly left: string;
  readonly right: string;
  /** Whether a cell is asked for; else it is the largest of its layer. */
  readonly isAsked: boolean;
}

/** Forwards, a share has no gradient of its own to show. */
export const gridOf = (node: NodeName, isBack: boolean): string =>
  isBack && numberOf(node) <= LAST_GRADIENT ? gradientGrid(node) : node;

export function viewOf(
  model: PassModel,
  moment: Moment,
  { asked, full }: ViewOptions<NetworkParams>,
): NetworkView {
  const isBack = moment.stretch.direction === 'backward';
  const weight = asked && weightAt(asked);
  if (asked && weight) return weightViewOf(model, isBack, asked, full);
  const node = (asked && nodeOf(asked)) ?? null;
  const { plane, row, col } = asked ?? { plane: 0, row: 0, col: 0 };
  const subject = {
    ...subjectOf(model, isBack, layerOf(moment.stretch.id), node, plane, row, col),
    weight: null,
  };
  const [before, after] = [nodeAt(subject.layer - 1), nodeAt(subject.layer)];
  const drawn = (side: NodeName): string =>
    side === subject.node ? gridOf(side, isBack) : drawnGrid(gridOf(side, isBack), 'beside');
  const [left, right] = [drawn(before), drawn(after)];
  return {
    grids: {
      ...windowsIn(subject),
      [subject.place.grid]: madeOf(subject, moment, node !== null),
    },
    equations: equationsOf(model, subject, { full, tile: model.params.tile }).map((one) =>
      withWeights(subject, one),
    ),
    ...{ subject, left, right, isAsked: node !== null },
  };
}

/** A weight of a line leads to its own sum, as the other numbers do. */
function withWeights({ node, isBack }: Subject, equation: Equation): Equation {
  if (equation.kind !== 'sum') return equation;
  const made = isBack ? nodeAt(numberOf(node) + 1) : node;
  const placeOf = (tensor: string, index: readonly number[]): Place | null =>
    equation.placeOf(tensor, index) ?? placeOfWeight(made, tensor, index);
  return { ...equation, placeOf };
}

/** A weight between the maps that it reads and the map that it helps to make; these stand there in both directions. */
function weightViewOf(model: PassModel, isBack: boolean, asked: Place, full: boolean): NetworkView {
  const { plane, row, col } = asked;
  const weight = weightAt(asked) as NonNullable<ReturnType<typeof weightAt>>;
  const subject = weightSubject(model, isBack, weight.name, plane, row, col);
  return {
    grids: weightWindows(subject, weight),
    equations: weightEquations(subject, weight, full),
    ...{ subject, isAsked: true },
    left: drawnGrid(readNode(weight.name), 'beside'),
    right: gridOf(subject.node, isBack),
  };
}

/** The grid that is made; while its step is under way, map by map. */
function madeOf({ node, spot }: Subject, { fraction }: Moment, isAsked: boolean): GridView {
  const { maps, rows, cols } = FACTS[node];
  const window: GridWindow = { ...spot, rows: 1, cols: 1, role: 'result' };
  if (fraction === 0 || isAsked) return { windows: [window], here: spot };
  const done = maps > 1 ? Math.floor(fraction * maps) * rows * cols : Math.floor(fraction * rows) * cols;
  return { windows: [], known: (index) => index < done };
}

/** What the number comes from, what it goes into next, and the pixels on which it depends. */
function windowsIn({ node, spot, isBack }: Subject): Record<string, GridView> {
  const grids: Record<string, GridView> = {};
  const put = (of: NodeName, region: Region, drawn: Drawn, role: GridWindow['role']): void => {
    grids[drawnGrid(gridOf(of, isBack), drawn)] = { windows: windowsOf(of, region, role) };
  };
  const own = regionOf(spot);
  const k = numberOf(node);
  if (k > 0) {
    const [from, region] = [nodeAt(k - 1), readBy(node, own)];
    put('image', receptiveField(node, own), 'small', 'window');
    if (isBack) put(from, region, 'small', 'result');
    else put(from, region, 'beside', 'window');
  }
  if (k < numberOf('probs')) {
    const to = nodeAt(k + 1);
    // The score's gradient comes from its own share alone.
    const region = isBack && node === 'logits' ? own : reachedBy(node, own);
    if (isBack || k === 0) put(to, region, 'beside', isBack ? 'window' : 'result');
    if (!isBack && k > 0) put(to, region, 'small', 'result');
  }
  return grids;
}
