import type { SumExplanation, Term } from '../../explain/explanation.ts';
import {
  explainLinear,
  explainLinearBias,
  explainLinearInput,
  explainLinearWeight,
} from '../../explain/linear.ts';
import { subscripts } from '../../kit/line/placeName.ts';
import { type Place, placeAt } from '../../playback/place.ts';
import type { Layer } from './layer.ts';
import type { SharingModel } from './model.ts';
import { LETTERS, WINDOW } from './parameters.ts';

/** A number of the layer and the products that make it; cut edges have none. */
export interface Sum {
  /** What stands in front of the line. */
  readonly head: string;
  readonly explanation: SumExplanation;
  /** The edges whose products they are: output and input of each; −1: the term comes along no edge. */
  readonly edges: readonly { readonly o: number; readonly i: number }[];
}

export const sub = (n: number): string => subscripts([n]);

/** The cells in which the factors of the sums are drawn. */
export function placeOf(tensor: string, index: readonly number[]): Place | null {
  const [first = 0, second = 0] = index;
  switch (tensor) {
    case 'x':
    case 'y':
    case 'dy':
      return placeAt(tensor, second);
    case 'w':
      return placeAt('w', first, second);
    case 'b':
      return placeAt('b', first);
    case 'dshared':
      return placeAt('dshared', 0, second);
    case 'db':
      return placeAt('db', 0);
    default:
      // Gradients of single edges, inputs and biases have no grid; their line shows them all the same.
      return placeAt(tensor, first, second);
  }
}

const indexOf = (term: Term, tensor: string, axis: number): number =>
  term.factors.find((factor) => factor.tensor === tensor)?.index[axis] ?? -1;

/** y of one output: its edges, then its bias. */
export function outputSum(model: SharingModel, layer: Layer, o: number): Sum {
  const whole = explainLinear({ x: model.x, w: layer.w, b: layer.b }, [0, o]);
  const terms = whole.terms.filter((term) => {
    const i = indexOf(term, 'x', 1);
    return i < 0 || layer.connected(o, i);
  });
  const edges = terms.map((term) => ({ o, i: indexOf(term, 'x', 1) }));
  return { head: `y${sub(o)}`, explanation: { ...whole, terms }, edges };
}

/** ∂x of one input: every output that it reaches pays it weight × ∂y. */
export function inputSum(model: SharingModel, layer: Layer, i: number): Sum {
  const whole = explainLinearInput({ w: layer.w, dy: model.dy }, [0, i]);
  const terms = whole.terms.filter((term) => layer.connected(indexOf(term, 'dy', 1), i));
  const edges = terms.map((term) => ({ o: indexOf(term, 'dy', 1), i }));
  return { head: `∂x${sub(i)}`, explanation: { ...whole, terms }, edges };
}

/** ∂ of one edge's own weight: a single product. Of a cut edge: nothing. */
export function edgeSum(model: SharingModel, layer: Layer, o: number, i: number): Sum {
  const whole = explainLinearWeight(model, [o, i]);
  const head = `∂w${subscripts([o, i])}`;
  if (layer.connected(o, i)) return { head, explanation: whole, edges: [{ o, i }] };
  return { head, explanation: { ...whole, terms: [], value: 0 }, edges: [] };
}

const joined = (
  parts: readonly SumExplanation[],
  tensor: string,
  index: readonly number[],
): SumExplanation => ({
  kind: 'sum',
  tensor,
  index,
  terms: parts.flatMap(({ terms }) => terms),
  value: parts.reduce((sum, { value }) => sum + value, 0),
});

/** ∂ of a shared weight: the gradients of all its edges, added. */
export function sharedSum(model: SharingModel, layer: Layer, u: number): Sum {
  const users = layer.users(u);
  const parts = users.map((o) => explainLinearWeight(model, [o, o + u]));
  return {
    head: `∂${LETTERS[u]}`,
    explanation: joined(parts, 'dshared', [0, u]),
    edges: users.map((o) => ({ o, i: o + u })),
  };
}

/** ∂ of a bias: one ∂y, or the sum of all that share it. */
export function biasSum(model: SharingModel, layer: Layer, o: number): Sum {
  const users = layer.biasUsers();
  const together = users.includes(o) && users.length > 1 ? users : [o];
  const parts = together.map((each) => explainLinearBias(model, [each]));
  const shares = together.length > 1;
  return {
    head: shares ? '∂b' : `∂b${sub(o)}`,
    explanation: joined(parts, shares ? 'db' : `db_${o}`, shares ? [0] : [o]),
    edges: together.map((each) => ({ o: each, i: -1 })),
  };
}

/** The shared weight that an edge uses; −1 when it has its own. */
export const letterOf = (layer: Layer, o: number, i: number): number =>
  i - o >= 0 && i - o < WINDOW ? layer.letter(o, i) : -1;
