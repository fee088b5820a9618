import { printNumber } from '../../formula/numbers.ts';
import { around, madeGrid, outlined, type Part } from '../../kit/digitPass/around.ts';
import { equationsOf } from '../../kit/digitPass/equations.ts';
import { drawnGrid, gradientGrid, nodeOf } from '../../kit/digitPass/nodes.ts';
import { type Subject, subjectOf } from '../../kit/digitPass/subject.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { Equation, GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Moment } from '../../playback/track.ts';
import { type CamView, camView } from './camView.ts';
import { layerOf, type SaliencyModel } from './model.ts';
import type { SaliencyParams } from './parameters.ts';

/** What is on the screen while the gradient is looked at. */
export interface GradientView extends SceneView {
  readonly method: 'gradient';
  readonly equations: readonly Equation[];
  readonly subject: Subject;
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
  const equations = equationsOf(model, subject, { full, tile });
  const place = { grid: 'size', ...spot };
  const sized = expressionEquation({
    head: '|∂x|',
    parts: ['abs(', { text: printNumber(gradient, { full }).text, place: { grid: 'dimage', ...spot } }, ')'],
    ...{ value: Math.abs(gradient), full, target: place },
  });
  return {
    method: 'gradient',
    ...{ subject, large },
    equations: isSize ? [sized, ...equations] : equations,
    grids: { ...windowsIn(subject), [large]: madeGrid(subject, moment.fraction, asked !== null) },
  };
}

/** The pixels on which the number depends, and the gradients from which its own came. */
function windowsIn(subject: Subject): Record<string, GridView> {
  const { pixels, before, behind } = around(subject);
  const small = ({ node }: Part): string => drawnGrid(gradientGrid(node), 'small');
  return {
    image: outlined({ node: 'image', region: pixels }, 'window'),
    ...(subject.isBack && {
      // From the scores on there are no gradients to be seen.
      ...(behind && behind.node !== 'probs' && { [small(behind)]: outlined(behind, 'window') }),
      ...(before && { [small(before)]: outlined(before, 'result') }),
    }),
  };
}
