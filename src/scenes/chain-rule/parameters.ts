import { cells, choice, flag } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import type { GraphId } from './graphs.ts';
import { WORDS } from './words.ts';

const LIMIT = 1e6;
/** e²⁰ is half a billion: beyond it a share is 0 or 1 to all digits that can be shown. */
const LARGEST_LOGIT = 20;

const numbers = (most: number, limit: number, first: readonly number[]) =>
  cells({ label: WORDS.inputs, most, limit, default: first });

export const params = {
  graph: choice({
    label: WORDS.graph,
    options: {
      neuron: { en: 'One neuron', zh: '一个神经元' },
      gates: { en: 'Three gates', zh: '三种门' },
      fork: { en: 'A fork', zh: '一个分叉' },
      softmax: { en: 'Softmax, cross-entropy', zh: 'softmax 与交叉熵' },
      convolution: { en: 'A small convolution', zh: '一个小卷积' },
    },
    default: 'neuron',
    look: 'segments',
  }),
  /** Softmax and cross-entropy as one node. */
  collapse: flag({ label: { en: 'As one node', zh: '合成一个节点' }, default: false }),
  /** The leaves of each graph, in its order. */
  neuron: numbers(4, LIMIT, [2, 3, 1, 5]),
  gates: numbers(4, LIMIT, [2, -1, 4, 1]),
  fork: numbers(1, LIMIT, [3]),
  logits: numbers(3, LARGEST_LOGIT, [0, Math.LN2, Math.log(5)]),
  convolution: numbers(5, LIMIT, [2, 1, 1, 2, 3]),
} as const;

export type ChainParams = ParamsOf<typeof params>;

type ListName = 'neuron' | 'gates' | 'fork' | 'logits' | 'convolution';

/** The parameter that holds the leaves of the graph that is shown. */
export const listName = ({ graph }: ChainParams): ListName => (graph === 'softmax' ? 'logits' : graph);

export const shownGraph = ({ graph, collapse }: ChainParams): GraphId =>
  graph === 'softmax' && collapse ? 'collapsed' : graph;

/** Every leaf has a number: those that a list lacks are as at first. Only one graph can collapse. */
export function constrain(of: ChainParams): ChainParams {
  const whole = (name: ListName): readonly number[] =>
    (params[name].default as readonly number[]).map((first, i) => of[name]?.[i] ?? first);
  return {
    ...of,
    collapse: of.collapse && of.graph === 'softmax',
    neuron: whole('neuron'),
    gates: whole('gates'),
    fork: whole('fork'),
    logits: whole('logits'),
    convolution: whole('convolution'),
  };
}
