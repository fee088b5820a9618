import type { SumExplanation, Term } from '../../explain/explanation.ts';
import {
  explainLinear,
  explainLinearBias,
  explainLinearInput,
  explainLinearWeight,
} from '../../explain/linear.ts';
import type { Layer } from './layer.ts';
import { LETTERS, type SharingModel, WINDOW } from './model.ts';

/** A number of the layer and the products that make it; cut edges have none. */
export interface Sum {
  /** What stands in front of the line. */
  readonly head: string;
  readonly tensor: 'y' | 'dx' | 'dw' | 'db' | 'dshared';
  readonly index: readonly number[];
  readonly terms: readonly Term[];
  readonly value: number;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
export const sub = (n: number): string => SUBSCRIPTS[n] as string;

const placeOf = (term: Term, tensor: string, axis: number): number =>
  term.factors.find((factor) => factor.tensor === tensor)?.index[axis] ?? -1;

const keep = (
  explanation: SumExplanation,
  kept: (term: Term) => boolean,
): Pick<Sum, 'terms' | 'value' | 'index'> => ({
  terms: explanation.terms.filter(kept),
  value: explanation.value,
  index: explanation.index,
});

/** y of one output: its edges, then its bias. */
export function outputSum(model: SharingModel, layer: Layer, o: number): Sum {
  const explanation = explainLinear({ x: model.x, w: layer.w, b: layer.b }, [0, o]);
  const kept = keep(explanation, (term) => {
    const i = placeOf(term, 'x', 1);
    return i < 0 || layer.connected(o, i);
  });
  return { head: `y${sub(o)}`, tensor: 'y', ...kept };
}

/** ∂x of one input: every output that it reaches pays it weight × ∂y. */
export function inputSum(model: SharingModel, layer: Layer, i: number): Sum {
  const explanation = explainLinearInput({ w: layer.w, dy: model.dy }, [0, i]);
  const kept = keep(explanation, (term) => layer.connected(placeOf(term, 'dy', 1), i));
  return { head: `∂x${sub(i)}`, tensor: 'dx', ...kept };
}

/** ∂ of one edge's own weight: a single product. Of a cut edge: nothing. */
export function edgeSum(model: SharingModel, layer: Layer, o: number, i: number): Sum {
  const explanation = explainLinearWeight(model, [o, i]);
  const there = layer.connected(o, i);
  return {
    head: `∂w${sub(o)},${sub(i)}`,
    tensor: 'dw',
    index: [o, i],
    terms: there ? explanation.terms : [],
    value: there ? explanation.value : 0,
  };
}

const joined = (parts: readonly SumExplanation[]): Pick<Sum, 'terms' | 'value'> => ({
  terms: parts.flatMap((part) => part.terms),
  value: parts.reduce((sum, part) => sum + part.value, 0),
});

/** ∂ of a shared weight: the gradients of all its edges, added. */
export function sharedSum(model: SharingModel, layer: Layer, u: number): Sum {
  const parts = layer.users(u).map((o) => explainLinearWeight(model, [o, o + u]));
  return { head: `∂${LETTERS[u]}`, tensor: 'dshared', index: [0, u], ...joined(parts) };
}

/** ∂ of a bias: one ∂y, or the sum of all that share it. */
export function biasSum(model: SharingModel, layer: Layer, o: number): Sum {
  const users = layer.biasUsers();
  const together = users.includes(o) && users.length > 1 ? users : [o];
  const parts = together.map((each) => explainLinearBias(model, [each]));
  return {
    head: together.length > 1 ? '∂b' : `∂b${sub(o)}`,
    tensor: 'db',
    index: [o],
    ...joined(parts),
  };
}

/** The shared weight that an edge uses; −1 when it has its own. */
export const letterOf = (layer: Layer, o: number, i: number): number =>
  i >= 0 && i - o >= 0 && i - o < WINDOW ? layer.letter(o, i) : -1;
