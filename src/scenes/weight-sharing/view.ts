import { flightOf } from '../../kit/motion/flightOf.ts';
import type { NetworkLine } from '../../kit/network/line.ts';
import { sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type {
  CellMark,
  Flight,
  GridView,
  SceneView,
  SumEquation,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { type Layer, layerAt } from './layer.ts';
import { type Change, changeAt, LOCAL, type Part, SHARED, type SharingModel } from './model.ts';
import { INPUTS, LETTERS, OUTPUTS, type SharingParams, WINDOW } from './parameters.ts';
import { type Asked, answerOf, askedOf } from './question.ts';
import { biasSum, letterOf, outputSum, placeOf, type Sum, sharedSum } from './sums.ts';

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

/** Near the output, where no two edges cross. */
const LABEL_AT = 1 - 1 / WINDOW;

const cellPlace = (grid: string, row: number, col = 0): Place => ({ grid, plane: 0, row, col });

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
  return {
    grids: gridsAt(
      model,
      { layer, sum, asked, change: all ? null : change, done, place },
      {
        steps,
        growing:
          !all && isGradient && done > 0 && done < explanation.terms.length
            ? { at: moment.stretch.id === 'gradient' ? moment.cell : WINDOW, value: equation.line.value }
            : null,
        all: all && shares,
      },
    ),
    equations: [equation],
    flight: all ? null : motionOf(model, moment, next, sum),
    stage,
    layer,
    change,
    asked,
    sum,
    lines: linesOf(model, layer, {
      sum,
      asked,
      done,
      change,
      next: next?.kind === 'cut' ? { ...next, fraction: moment.fraction } : null,
    }),
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

interface Spoken {
  readonly layer: Layer;
  readonly sum: Sum;
  readonly asked: Asked | null;
  readonly change: Change | null;
  readonly done: number;
  readonly place: Place | null;
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

function marksOf({ layer, sum, asked, change, done, place }: Spoken): MarkBook {
  const marks = new MarkBook(placeOf);
  for (let o = 0; o < OUTPUTS; o++)
    for (let i = 0; i < INPUTS; i++) {
      const letter = letterOf(layer, o, i);
      if (!layer.connected(o, i)) marks.cell(cellPlace('w', o, i), { kind: 'unread' });
      else if (letter >= 0) marks.cell(cellPlace('w', o, i), { badge: LETTERS[letter] });
    }
  for (const [u, letter] of LETTERS.entries())
    for (const grid of ['shared', 'dshared'])
      marks.cell(cellPlace(grid, 0, u), { badge: grid === 'shared' ? letter : `∂${letter}` });
  const { tensor } = sum.explanation;
  const takesPart: CellMark = { kind: asked ? 'reached' : 'source' };
  for (const [n, { o, i }] of sum.edges.entries()) {
    if (n >= done) break;
    if (i >= 0) {
      marks.cell(cellPlace('x', i), tensor === 'dx' ? { kind: 'target' } : takesPart);
      if (asked) marks.cell(cellPlace('w', o, i), takesPart);
    } else if (asked) marks.cell(cellPlace('b', o), takesPart);
    marks.cell(cellPlace('y', o), tensor === 'y' ? { kind: 'target' } : takesPart);
    if (tensor !== 'y') marks.cell(cellPlace('dy', o), takesPart);
  }
  if (change) {
    if (change.kind === 'cut') marks.cell(cellPlace('w', change.o, change.i), { kind: 'active' });
    if (change.kind === 'share' || (change.kind === 'gradient' && change.o >= 0))
      marks.cell(cellPlace('w', change.o, change.o + change.u), { kind: 'active' });
    if (change.kind === 'shareBias') marks.cell(cellPlace('b', change.o), { kind: 'active' });
    if (change.kind === 'gradient') marks.cell(cellPlace('dshared', 0, change.u), { kind: 'target' });
    if (change.kind === 'gradientBias') marks.cell(cellPlace('db', 0), { kind: 'target' });
  }
  if (place && asked) marks.cell(place, { kind: 'target' });
  return marks;
}

interface LineParts {
  readonly sum: Sum;
  readonly asked: Asked | null;
  readonly done: number;
  readonly change: Change | null;
  /** The edge that is being cut. */
  readonly next: { readonly o: number; readonly i: number; readonly fraction: number } | null;
}

/** All edges: how far each is there, which weight it uses, and whether it takes part. */
function linesOf(
  model: SharingModel,
  layer: Layer,
  { sum, asked, done, change, next }: LineParts,
): NetworkLine[] {
  const lit = sum.edges.slice(0, done);
  return Array.from({ length: OUTPUTS * INPUTS }, (_, n) => {
    const [o, i] = [Math.floor(n / INPUTS), n % INPUTS];
    const isLit = lit.some((edge) => edge.o === o && edge.i === i);
    const isNow =
      (change?.kind === 'share' || change?.kind === 'gradient') && change.o === o && i === o + change.u;
    const fades = next?.o === o && next.i === i ? next.fraction : 0;
    const letter = letterOf(layer, o, i);
    return {
      from: cellPlace('x', i),
      to: cellPlace('y', o),
      weight: cellPlace('w', o, i),
      value: model.w.at(o, i),
      state: asked ? (isLit ? 'source' : 'quiet') : isNow ? 'active' : isLit ? 'source' : 'idle',
      presence: layer.connected(o, i) ? 1 - fades : 0,
      label: letter >= 0 ? LETTERS[letter] : undefined,
      labelAt: LABEL_AT,
      hue: letter >= 0 ? letter : undefined,
    };
  });
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
      const target = isBias ? cellPlace('b', next.o) : cellPlace('w', next.o, next.o + next.u);
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
        targetOf: () => (next.kind === 'gradient' ? cellPlace('dshared', 0, next.u) : cellPlace('db', 0)),
      });
    }
    default:
      return null;
  }
}
