import { flightOf } from '../../kit/motion/flightOf.ts';
import type { NetworkLine } from '../../kit/network/line.ts';
import { sumEquation } from '../../kit/scene/equations.ts';
import type { Flight, GridView, SceneView, SumEquation, ViewOptions } from '../../kit/scene/view.ts';
import { placeAt } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { type Layer, layerAt } from './layer.ts';
import { linesOf, marksOf, type Spoken } from './marks.ts';
import { type Change, changeAt, LOCAL, type Part, SHARED, type SharingModel } from './model.ts';
import { OUTPUTS, type SharingParams, WINDOW } from './parameters.ts';
import { type Asked, answerOf, askedOf } from './question.ts';
import { biasSum, outputSum, placeOf, type Sum, sharedSum } from './sums.ts';

export type Stage = 'dense' | 'cutting' | 'local' | 'sharing' | 'shared' | 'gradient';

/** What is on the screen at one position. */
export interface SharingView extends SceneView {
  readonly equations: readonly [SumEquation];
  readonly stage: Stage;
  readonly layer: Layer;
  /** The step that happened last; null before the first. */
  readonly change: Change | null;
  readonly asked: Asked | null;
  readonly sum: Sum;
  readonly lines: readonly NetworkLine[];
  /** The gradient of the output is on the screen. */
  readonly showsGradient: boolean;
  /** There are shared weights by now. */
  readonly shares: boolean;
}

const stageAt = (steps: number): Stage => {
  if (steps === 0) return 'dense';
  if (steps < LOCAL) return 'cutting';
  if (steps === LOCAL) return 'local';
  if (steps < SHARED) return 'sharing';
  return steps === SHARED ? 'shared' : 'gradient';
};

export function viewOf(
  model: SharingModel,
  moment: Moment<Part>,
  { asked: place, held, full }: ViewOptions<SharingParams>,
): SharingView {
  const steps = Math.floor(moment.position);
  const layer = layerAt(model, steps);
  const asked = place ? askedOf(place) : null;
  const next = moment.fraction > 0 ? changeAt(steps) : null;
  const change = changeNow(moment, steps);
  const sum = asked ? answerOf(model, layer, asked) : sumAt(model, layer, next ?? change);
  const { explanation } = sum;
  const isGradient = moment.stretch.role === 'gradient';
  const { start, terms } = moment.stretch;
  const done = asked || held || !isGradient ? explanation.terms.length : moment.done;
  const equation = sumEquation(explanation, {
    done,
    full,
    head: sum.head,
    placeOf,
    positionOf: asked || !isGradient ? undefined : (count) => start + moment.cell * terms + count,
  });
  const shares = layer.biasUsers().length > 0;
  const stage = stageAt(steps);
  const all = asked !== null || held !== null;
  const spoken: Spoken = {
    ...{ layer, sum, asked, place, done },
    change: all ? null : change,
    cutting: next?.kind === 'cut' ? { ...next, fraction: moment.fraction } : null,
  };
  const isGrowing = !all && isGradient && done > 0 && done < explanation.terms.length;
  return {
    grids: gridsAt(model, spoken, {
      steps,
      growing: isGrowing
        ? { at: moment.stretch.id === 'gradient' ? moment.cell : WINDOW, value: equation.line.value }
        : null,
      all: all && shares,
    }),
    equations: [equation],
    flight: all ? null : motionOf(model, moment, next, sum),
    stage,
    layer,
    change,
    asked,
    sum,
    // The edge of the product under way, not of the last one.
    lines: linesOf(model, { ...spoken, change: all ? null : (next ?? change) }),
    showsGradient:
      stage === 'gradient' || next?.kind === 'gradient' || (asked !== null && explanation.tensor !== 'y'),
    shares,
  };
}

/** The change that is spoken of: the last one; of a gradient its last product, −1 before the first. */
function changeNow({ stretch, cell, done }: Moment<Part>, steps: number): Change | null {
  if (stretch.id === 'gradient') return { kind: 'gradient', u: cell, o: done - 1 };
  if (stretch.id === 'biasGradient') return { kind: 'gradientBias', o: done - 1 };
  return steps > 0 ? changeAt(steps - 1) : null;
}

/** The sum that a step is about: the output that changes, or the gradient that grows. */
function sumAt(model: SharingModel, layer: Layer, change: Change | null): Sum {
  if (change?.kind === 'gradient') return sharedSum(model, layer, change.u);
  if (change?.kind === 'gradientBias') return biasSum(model, layer, 0);
  return outputSum(model, layer, change?.o ?? 0);
}

function gridsAt(
  model: SharingModel,
  spoken: Spoken,
  {
    steps,
    growing,
    all,
  }: {
    readonly steps: number;
    readonly growing: { readonly at: number; readonly value: number } | null;
    readonly all: boolean;
  },
): Readonly<Record<string, GridView>> {
  const { layer } = spoken;
  const marks = marksOf(spoken);
  // Weights one after the other, then the bias: so many of their gradients are complete.
  const complete = Math.floor(Math.max(0, steps - SHARED) / OUTPUTS);
  const gradient = (values: readonly number[], first: number): Partial<GridView> => ({
    values,
    known: (i) => all || first + i < complete,
    partial: (i) => (growing?.at === first + i ? growing.value : undefined),
  });
  const shared = Array.from({ length: WINDOW }, (_, u) => sharedSum(model, layer, u).explanation.value);
  const bias = biasSum(model, layer, 0).explanation.value;
  return {
    x: { marks: marks.of('x') },
    y: { marks: marks.of('y'), values: layer.y.data },
    dy: { marks: marks.of('dy') },
    w: { marks: marks.of('w'), values: layer.w.data },
    b: { marks: marks.of('b'), values: layer.b.data },
    shared: { marks: marks.of('shared') },
    sharedBias: { marks: marks.of('sharedBias') },
    dshared: { marks: marks.of('dshared'), ...gradient(shared, 0) },
    db: { marks: marks.of('db'), ...gradient([bias], WINDOW) },
  };
}

/** The first output's number on its way to the next one that takes it; a product on its way into its gradient. */
function motionOf(model: SharingModel, moment: Moment<Part>, next: Change | null, sum: Sum): Flight | null {
  switch (next?.kind) {
    case 'share':
    case 'shareBias': {
      const isBias = next.kind === 'shareBias';
      const tensor = isBias ? 'b' : 'w';
      const index = isBias ? [0] : [0, next.u];
      const value = (isBias ? model.sharedBias.data[0] : model.shared.data[next.u]) as number;
      const target = isBias ? placeAt('b', next.o) : placeAt('w', next.o, next.o + next.u);
      return flightOf(moment, {
        terms: [{ factors: [{ tensor, index, value }], value }],
        placeOf: (factor) => placeOf(factor.tensor, factor.index),
        targetOf: () => target,
      });
    }
    case 'gradient':
    case 'gradientBias': {
      const term = sum.explanation.terms[moment.done];
      return flightOf(moment, {
        direction: 'gather',
        terms: term ? [term] : [],
        placeOf: (factor) => placeOf(factor.tensor, factor.index),
        targetOf: () => (next.kind === 'gradient' ? placeAt('dshared', 0, next.u) : placeAt('db', 0)),
      });
    }
    default:
      return null;
  }
}
