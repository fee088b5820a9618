import { type Line, lineOf } from '../../formula/arithmetic.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { type Layer, layerAt } from './layer.ts';
import { INPUTS, LOCAL, OUTPUTS, SHARED, type SharingModel, STEPS, type Step, WINDOW } from './model.ts';
import { biasSum, edgeSum, inputSum, letterOf, outputSum, type Sum, sharedSum } from './sums.ts';

export type Stage = 'dense' | 'cutting' | 'local' | 'sharing' | 'shared' | 'gradient';

export type Asked =
  | { readonly kind: 'output'; readonly o: number }
  | { readonly kind: 'input'; readonly i: number }
  | { readonly kind: 'edge'; readonly o: number; readonly i: number }
  | { readonly kind: 'shared'; readonly u: number }
  | { readonly kind: 'bias'; readonly o: number };

export interface EdgeView {
  readonly o: number;
  readonly i: number;
  readonly connected: boolean;
  /** 1: there; 0: cut; between while it fades. */
  readonly presence: number;
  /** Which shared weight it uses, −1: its own. */
  readonly letter: number;
  /** Takes part in the line. */
  readonly lit: boolean;
  /** Changed by this step, or its product was added just now. */
  readonly active: boolean;
}

/** What is on the screen at one position. */
export interface SharingView {
  readonly stage: Stage;
  readonly layer: Layer;
  /** The step that happened last; undefined before the first. */
  readonly step: Step | undefined;
  readonly asked: Asked | null;
  readonly sum: Sum;
  readonly done: number;
  readonly partial: boolean;
  readonly line: Line;
  readonly edges: readonly EdgeView[];
  /** Nodes and biases that take part. */
  readonly lit: {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly b: readonly number[];
  };
  /** The gradient of the output is on the screen. */
  readonly showsGradient: boolean;
  /** How many of the shared gradients (w₀, w₁, w₂, bias) are complete. */
  readonly gradientsDone: number;
}

const stageAt = (position: number): Stage => {
  const steps = Math.floor(position);
  if (steps === 0) return 'dense';
  if (steps < LOCAL) return 'cutting';
  if (steps === LOCAL) return 'local';
  if (steps < SHARED) return 'sharing';
  return steps === SHARED ? 'shared' : 'gradient';
};

/** The drawn cell that a reader points at; null for what is no cell of this figure. */
export function askedOf(cell: CellRef | null): Asked | null {
  if (!cell) return null;
  const { tensor, row, col } = cell;
  const within = (value: number, count: number): boolean => value < count;
  switch (tensor) {
    case 'y':
    case 'dy':
      return within(row, OUTPUTS) && col === 0 ? { kind: 'output', o: row } : null;
    case 'x':
      return within(row, INPUTS) && col === 0 ? { kind: 'input', i: row } : null;
    case 'w':
      return within(row, OUTPUTS) && within(col, INPUTS) ? { kind: 'edge', o: row, i: col } : null;
    case 'shared':
    case 'dshared':
      return row === 0 && within(col, WINDOW) ? { kind: 'shared', u: col } : null;
    case 'b':
      return within(row, OUTPUTS) && col === 0 ? { kind: 'bias', o: row } : null;
    case 'db':
      return row === 0 && col === 0 ? { kind: 'bias', o: 0 } : null;
    default:
      return null;
  }
}

function sumOf(model: SharingModel, layer: Layer, asked: Asked): Sum {
  switch (asked.kind) {
    case 'output':
      return outputSum(model, layer, asked.o);
    case 'input':
      return inputSum(model, layer, asked.i);
    case 'edge': {
      const letter = letterOf(layer, asked.o, asked.i);
      return letter >= 0 ? sharedSum(model, layer, letter) : edgeSum(model, layer, asked.o, asked.i);
    }
    case 'shared':
      // Before sharing begins it is the first output's own weight.
      return layer.users(asked.u).length > 0
        ? sharedSum(model, layer, asked.u)
        : edgeSum(model, layer, 0, asked.u);
    case 'bias':
      return biasSum(model, layer, asked.o);
  }
}

/** The sum that the step is about: the output that changed, or the gradient that grows. */
function stepSum(model: SharingModel, layer: Layer, position: number): { sum: Sum; done: number } {
  const step = STEPS[Math.floor(position) - 1];
  if (step?.kind === 'gradient') return { sum: sharedSum(model, layer, step.u), done: step.o + 1 };
  if (step?.kind === 'gradientBias') return { sum: biasSum(model, layer, 0), done: step.o + 1 };
  const sum = outputSum(model, layer, step?.o ?? 0);
  return { sum, done: sum.terms.length };
}

export function viewAt(
  model: SharingModel,
  position: number,
  cell: CellRef | null = null,
  full = false,
): SharingView {
  const layer = layerAt(model, position);
  const asked = askedOf(cell);
  const whole = Math.floor(position);
  const step = STEPS[whole - 1];
  const found = stepSum(model, layer, position);
  const sum = asked ? sumOf(model, layer, asked) : found.sum;
  const done = asked ? sum.terms.length : found.done;
  const shown = sum.terms.slice(0, done);
  const places = shown.map((term) => placesOf(term.factors, sum, asked));
  const lit = (o: number, i: number): boolean => places.some((place) => place.o === o && place.i === i);
  const next = STEPS[whole];
  const stage = stageAt(position);
  const unique = (values: readonly (number | undefined)[]): number[] => [
    ...new Set(values.filter((value): value is number => value !== undefined)),
  ];
  return {
    stage,
    layer,
    step,
    asked,
    sum,
    done,
    partial: done < sum.terms.length,
    line: lineOf(sum.terms, done, { full }),
    edges: Array.from({ length: OUTPUTS * INPUTS }, (_, e) => {
      const [o, i] = [Math.floor(e / INPUTS), e % INPUTS];
      const connected = layer.connected(o, i);
      const fades = next?.kind === 'cut' && next.o === o && next.i === i;
      return {
        o,
        i,
        connected,
        presence: connected ? (fades ? 1 - (position - whole) : 1) : 0,
        letter: layer.letter(o, i),
        lit: lit(o, i),
        active: !asked && isChanged(step, o, i),
      };
    }),
    lit: {
      x: unique(places.map((place) => place.i)),
      y: unique(places.map((place) => place.o)),
      b: sum.tensor === 'db' ? unique(places.map((place) => place.o)) : [],
    },
    showsGradient: stage === 'gradient' || (sum.tensor !== 'y' && asked !== null),
    gradientsDone: Math.max(0, whole - SHARED) / OUTPUTS,
  };
}

/** The output and the input that a product joins. */
function placesOf(
  factors: Sum['terms'][number]['factors'],
  sum: Sum,
  asked: Asked | null,
): { o: number | undefined; i: number | undefined } {
  const at = (tensor: string, axis: number): number | undefined =>
    factors.find((factor) => factor.tensor === tensor)?.index[axis];
  const o = sum.tensor === 'y' ? sum.index[1] : at('dy', 1);
  const i = sum.tensor === 'dx' && asked?.kind === 'input' ? asked.i : at('x', 1);
  return { o, i };
}

function isChanged(step: Step | undefined, o: number, i: number): boolean {
  switch (step?.kind) {
    case 'cut':
      return step.o === o && step.i === i;
    case 'share':
    case 'gradient':
      return step.o === o && i === step.o + step.u;
    default:
      return false;
  }
}
