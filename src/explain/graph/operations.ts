import { crossEntropy, crossEntropyBackward } from '../../tensor/crossEntropy.ts';
import { tensor } from '../../tensor/tensor.ts';

type Numbers = readonly number[];

/** One operation of a graph of numbers: forwards its value, backwards its slope by each of its arguments. */
interface Operation {
  value(args: Numbers, constants: Numbers): number;
  /** ∂value/∂args, in their order. `value` is what the forward pass has kept. */
  slopes(args: Numbers, value: number, constants: Numbers): number[];
}

const pair = (args: Numbers): readonly [number, number] => args as unknown as readonly [number, number];
const only = (args: Numbers): number => args[0] as number;
const logits = (args: Numbers) => tensor([1, args.length], [...args], 'float64');

/** Forward and backward side by side (Karpathy, micrograd; Goodfellow et al. 2016, 6.5). */
export const OPERATIONS = {
  add: {
    value: (args) => pair(args)[0] + pair(args)[1],
    slopes: () => [1, 1],
  },
  subtract: {
    value: (args) => pair(args)[0] - pair(args)[1],
    slopes: () => [1, -1],
  },
  multiply: {
    value: (args) => pair(args)[0] * pair(args)[1],
    slopes: (args) => [pair(args)[1], pair(args)[0]],
  },
  divide: {
    value: (args) => pair(args)[0] / pair(args)[1],
    slopes: (args, value) => [1 / pair(args)[1], -value / pair(args)[1]],
  },
  /** The larger of two; of equal ones the first, as in max pooling. */
  maximum: {
    value: (args) => Math.max(...args),
    slopes: (args) => (pair(args)[0] >= pair(args)[1] ? [1, 0] : [0, 1]),
  },
  square: {
    value: (args) => only(args) ** 2,
    slopes: (args) => [2 * only(args)],
  },
  exp: {
    value: (args) => Math.exp(only(args)),
    slopes: (_, value) => [value],
  },
  /** −ln: the loss of a probability. */
  negativeLog: {
    value: (args) => -Math.log(only(args)),
    slopes: (args) => [-1 / only(args)],
  },
  sum: {
    value: (args) => args.reduce((total, arg) => total + arg, 0),
    slopes: (args) => args.map(() => 1),
  },
  /** Each argument times its own constant. */
  weightedSum: {
    value: (args, constants) => args.reduce((total, arg, i) => total + (constants[i] as number) * arg, 0),
    slopes: (_, __, constants) => [...constants],
  },
  /** Softmax and cross-entropy as one operation, by the core; the constant is the right class. */
  crossEntropy: {
    value: (args, constants) => crossEntropy(logits(args), constants).data[0] as number,
    slopes: (args, _, constants) => [...crossEntropyBackward(logits(args), constants).data],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

/** The operation of that name, whatever it makes of its arguments. */
export const operationOf = (name: OperationName): Operation => OPERATIONS[name];
