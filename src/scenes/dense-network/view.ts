import type { SumExplanation } from '../../explain/explanation.ts';
import { explainLinear } from '../../explain/linear.ts';
import { lineOf } from '../../formula/arithmetic.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import type { NetworkLine } from '../../kit/network/line.ts';
import { sumEquation } from '../../kit/scene/equations.ts';
import type {
  Equation,
  Flight,
  GridView,
  SceneView,
  SumEquation,
  ViewOptions,
} from '../../kit/scene/view.ts';
import { finishedCells, type Moment } from '../../playback/track.ts';
import { activationEquation } from './formula.ts';
import { linesOf, marksOf, type Subject, windowsOf } from './marks.ts';
import { type DenseLayer, type DenseModel, type LayerId, termsOf } from './model.ts';
import type { DenseParams } from './parameters.ts';
import { nodePlace, placeIn, type Question, questionOf, tablePlace } from './question.ts';
import { headOf } from './words.ts';

/** What is on the screen at one position. */
export interface DenseView extends SceneView, Subject {
  readonly equations: readonly [SumEquation, ...Equation[]];
  readonly explanation: SumExplanation;
  readonly question: Question | null;
  readonly lines: readonly NetworkLine[];
  readonly held: ViewOptions<DenseParams>['held'];
}

export function viewOf(
  model: DenseModel,
  moment: Moment<LayerId>,
  { asked, held, full }: ViewOptions<DenseParams>,
): DenseView {
  const question = asked ? questionOf(asked) : null;
  const subject = subjectOf(model, moment, question, held !== null);
  const { layer, neuron, done, finished } = subject;
  const shown = model.layers[layer] as DenseLayer;
  const { x, w, b } = shown;
  const explanation = explainLinear({ x, w, b }, [0, neuron]);
  const { start, terms } = moment.stretch;
  const equation = sumEquation(explanation, {
    done,
    full,
    head: headOf(shown, neuron),
    placeOf: (tensor, index) => placeIn(layer, tensor, index),
    target: shown.activation ? tablePlace('z', layer, neuron) : nodePlace(layer + 1, neuron),
    positionOf: question ? undefined : (count) => start + neuron * terms + count,
  });
  const bend = finished ? activationEquation(model, layer, neuron, full) : null;
  const marks = marksOf(model, subject, question, moment.position > 0 && held === null);
  const isStill = question !== null || held !== null;
  const windows = held ? {} : windowsOf(model, moment, subject, question);
  const grids: Record<string, GridView> = { x_1: { marks: marks.of('x_1') } };
  model.layers.forEach((_, at) => {
    const numbers = isStill ? {} : numbersAt(model, moment, at);
    for (const letter of ['w', 'b', 'z', 'y'] as const) {
      const id = `${letter}_${at + 1}`;
      grids[id] = {
        marks: marks.of(id),
        windows: windows[id],
        ...(letter === 'z' || letter === 'y' ? numbers[letter] : {}),
      };
    }
  });
  return {
    grids,
    equations: bend ? [equation, bend] : [equation],
    flight: isStill ? null : flightAt(moment, subject, explanation),
    ...subject,
    explanation,
    question,
    lines: linesOf(model, subject, question, { isStill: held !== null, fraction: moment.fraction }),
    held,
  };
}

/** A number that is asked for brings its neuron, complete; an input keeps the neuron of the moment. */
function subjectOf(
  { layers }: DenseModel,
  { stretch, cell, done }: Moment<LayerId>,
  question: Question | null,
  held: boolean,
): Subject {
  const now = Number(stretch.id.slice('layer'.length));
  const layer = question?.layer ?? now;
  const terms = termsOf(layers[layer] as DenseLayer);
  if (question || held) {
    const own = question && question.kind !== 'input' ? question.neuron : layer === now ? cell : 0;
    return { layer, neuron: own, done: terms, finished: true };
  }
  return { layer, neuron: cell, done: Math.min(done, terms), finished: done === stretch.terms };
}

/** Which numbers of a layer exist at a moment, and the sum so far of the one that is being made. */
function numbersAt(
  model: DenseModel,
  moment: Moment<LayerId>,
  at: number,
): Partial<Record<'z' | 'y', Partial<GridView>>> {
  const layer = model.layers[at] as DenseLayer;
  const finished = finishedCells(model.track, moment, `layer${at}`);
  const isNow = moment.stretch.id === `layer${at}`;
  const { cell, done } = moment;
  const summed = (i: number): boolean => i < finished || (isNow && i === cell && done >= termsOf(layer));
  const soFar = (i: number): number | undefined => {
    if (!isNow || i !== cell || done === 0) return undefined;
    return lineOf(explainLinear(layer, [0, i]).terms, Math.min(done, termsOf(layer))).value;
  };
  return {
    z: { known: summed, partial: soFar },
    y: { known: (i) => i < finished, partial: soFar },
  };
}

function flightAt(
  moment: Moment<LayerId>,
  { layer, neuron, done }: Subject,
  { terms }: SumExplanation,
): Flight | null {
  const term = terms[done];
  return flightOf(moment, {
    terms: term ? [term] : [],
    placeOf: ({ tensor, index }) => placeIn(layer, tensor, index),
    targetOf: () => nodePlace(layer + 1, neuron),
  });
}
