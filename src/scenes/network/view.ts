import { around, madeGrid, outlined, type Part } from '../../kit/digitPass/around.ts';
import { equationsOf } from '../../kit/digitPass/equations.ts';
import {
  type Drawn,
  drawnGrid,
  gradientGrid,
  LAST_GRADIENT,
  type NodeName,
  nodeAt,
  nodeOf,
  numberOf,
} from '../../kit/digitPass/nodes.ts';
import { type Subject, subjectOf } from '../../kit/digitPass/subject.ts';
import { weightEquations, weightWindows } from '../../kit/digitPass/weightLines.ts';
import { type SubjectOrWeight, weightSubject } from '../../kit/digitPass/weightSubject.ts';
import { placeOfWeight, readNode, weightAt } from '../../kit/digitPass/weights.ts';
import type { Equation, GridView, GridWindow, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { layerOf, type PassModel } from './model.ts';
import type { NetworkParams } from './parameters.ts';

/** What is on the screen at one position. */
export interface NetworkView extends SceneView {
  readonly equations: readonly Equation[];
  readonly subject: SubjectOrWeight;
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
      [subject.place.grid]: madeGrid(subject, moment.fraction, node !== null),
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

/** What the number comes from, what it goes into next, and the pixels on which it depends. */
function windowsIn(subject: Subject): Record<string, GridView> {
  const { isBack } = subject;
  const { pixels, before, behind } = around(subject);
  const grids: Record<string, GridView> = {};
  const put = (part: Part, drawn: Drawn, role: GridWindow['role']): void => {
    grids[drawnGrid(gridOf(part.node, isBack), drawn)] = outlined(part, role);
  };
  if (before) {
    put({ node: 'image', region: pixels }, 'small', 'window');
    if (isBack) put(before, 'small', 'result');
    else put(before, 'beside', 'window');
  }
  if (behind) {
    if (isBack || !before) put(behind, 'beside', isBack ? 'window' : 'result');
    else put(behind, 'small', 'result');
  }
  return grids;
}
