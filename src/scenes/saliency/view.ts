import { printNumber } from '../../formula/numbers.ts';
import { equationsOf } from '../../kit/digitPass/equations.ts';
import {
  drawnGrid,
  FACTS,
  gradientGrid,
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
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { Equation, GridView, GridWindow, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Moment } from '../../playback/track.ts';
import { type CamView, camView } from './camView.ts';
import { layerOf, type SaliencyModel } from './model.ts';
import { LARGEST_TILE, type SaliencyParams } from './parameters.ts';

/** What is on the screen while the gradient is looked at. */
export interface GradientView extends SceneView {
  readonly method: 'gradient';
  readonly equations: readonly Equation[];
  readonly subject: Subject;
  /** The tile whose products are written out. */
  readonly tile: number;
  /** The grid that stands large. */
  readonly large: string;
}
export type SaliencyView = GradientView | CamView;

type Options = ViewOptions<SaliencyParams>;

export const viewOf = (model: SaliencyModel, moment: Moment, options: Options): SaliencyView =>
  model.params.method === 'cam' ? camView(model, moment, options) : gradientView(model, moment, options);

function gradientView(model: SaliencyModel, moment: Moment, { asked, full }: Options): GradientView {
  const { tile, look } = model.params;
  // The size of a gradient is that of the pixel, and so is its arithmetic.
  const isPixel = asked?.grid === 'size' || asked?.grid === 'image';
  const node = asked ? (isPixel ? 'image' : (nodeOf(asked) ?? null)) : null;
  const isBack = asked?.grid !== 'image';
  const { plane, row, col } = asked ?? { plane: 0, row: 0, col: 0 };
  const subject = subjectOf(model, isBack, layerOf(moment.stretch.id), node, plane, row, col);
  const { gradient, spot } = subject;
  const isSize = subject.node === 'image' && (asked ? asked.grid === 'size' : look === 'size');
  const large =
    isSize || (subject.node === 'image' && look === 'size' && asked?.grid !== 'dimage')
      ? 'size'
      : gradientGrid(subject.node);
  const chosen = tile === LARGEST_TILE ? largestTile(subject) : tile;
  const equations = equationsOf(model, subject, { full, tile: chosen });
  const place = { grid: 'size', ...spot };
  const sized = expressionEquation({
    head: '|∂x|',
    parts: ['abs(', { text: printNumber(gradient, { full }).text, place: { grid: 'dimage', ...spot } }, ')'],
    ...{ value: Math.abs(gradient), full, target: place },
  });
  return {
    method: 'gradient',
    ...{ subject, large, tile: chosen },
    equations: isSize ? [sized, ...equations] : equations,
    grids: { ...windowsIn(subject), [large]: madeOf(subject, moment, asked !== null) },
  };
}

/** The tile that adds most, of either sign. */
function largestTile({ tiles }: Subject): number {
  const sizes = tiles.map(({ sum }) => Math.abs(sum));
  return Math.max(0, sizes.indexOf(Math.max(...sizes)));
}

/** The gradients that are made; while their step is under way, map by map. */
function madeOf({ node, spot }: Subject, { fraction }: Moment, isAsked: boolean): GridView {
  const window: GridWindow = { ...spot, rows: 1, cols: 1, role: 'result' };
  if (fraction === 0 || isAsked) return { windows: [window], here: spot };
  const { maps, rows, cols } = FACTS[node];
  const done = Math.floor(fraction * (maps > 1 ? maps : rows)) * (maps > 1 ? rows * cols : cols);
  return { known: (index) => index < done };
}

/** The pixels on which the number depends, and the gradients from which its own came. */
function windowsIn({ node, spot, isBack }: Subject): Record<string, GridView> {
  const own = regionOf(spot);
  const put = (of: NodeName, region: Region, role: GridWindow['role']): GridView => ({
    windows: windowsOf(of, region, role),
  });
  const grids: Record<string, GridView> = { image: put('image', receptiveField(node, own), 'window') };
  if (!isBack) return grids;
  const from = node === 'logits' ? null : nodeAt(numberOf(node) + 1);
  if (from) grids[drawnGrid(gradientGrid(from), 'small')] = put(from, reachedBy(node, own), 'window');
  if (numberOf(node) > 0) {
    const before = nodeAt(numberOf(node) - 1);
    grids[drawnGrid(gradientGrid(before), 'small')] = put(before, readBy(node, own), 'result');
  }
  return grids;
}
