import { inSentence } from '../../formula/inSentence.ts';
import { numberText } from '../../formula/numbers.ts';
import { LOOKS } from '../../kit/graph/looks.ts';
import { nodeName } from '../../kit/graph/names.ts';
import type { Language, Text } from '../../language/language.ts';
import type { ChainModel } from './model.ts';
import type { ChainView } from './view.ts';

export const WORDS = {
  title: { en: 'A graph, forwards and backwards', zh: '计算图，前向与反向' },
  shortTitle: { en: 'Graph', zh: '计算图' },
  graph: { en: 'Graph', zh: '计算图' },
  inputs: { en: 'Inputs', zh: '输入' },
  values: { en: 'Values', zh: '中间值' },
  gradients: { en: 'Gradients', zh: '梯度' },
  innerGradients: { en: 'Gradients of values', zh: '中间值的梯度' },
  shares: { en: 'Shares', zh: '各路的份额' },
  above: { en: 'above: value', zh: '上：数值' },
  below: { en: 'below: gradient of L', zh: '下：L 的梯度' },
  together: { en: 'softmax and\ncross-entropy', zh: 'softmax\n与交叉熵' },
} as const satisfies Record<string, Text>;

export const PASSES = {
  forward: { en: 'forward', zh: '前向' },
  backward: { en: 'backward', zh: '反向' },
  step: { en: 'step', zh: '步' },
} as const satisfies Record<string, Text>;

export const nameAt = ({ graph }: Pick<ChainModel, 'graph'>, node: number): string =>
  nodeName(graph.nodes[node]?.name ?? '');

/** What is to be seen now: the node, what arrives from above, the slope of the operation. */
export function captionOf(model: ChainModel, view: ChainView, language: Language): string {
  const { subject } = view;
  const { graph, gradients, locals, shares } = model;
  switch (subject.kind) {
    case 'ready':
      return {
        en: `${graph.leaves === 1 ? 'One number is' : `${graph.leaves} numbers are`} given. Forwards, each node makes one more out of those before it.`,
        zh: `给定 ${graph.leaves} 个数。前向时，每个节点由前面的数算出一个新数。`,
      }[language];
    case 'node': {
      const node = graph.nodes[subject.node];
      const sign = node && node.op !== 'leaf' ? LOOKS[node.op].sign : '';
      const name = nameAt(model, subject.node);
      const [equation] = view.equations;
      const result = equation?.kind === 'expression' ? `${equation.sign} ${equation.result}` : '';
      return {
        en: `Forwards through ${sign}: ${name} ${result}. The number is kept, for the way back needs it.`,
        zh: `前向经过 ${sign}：${name} ${result}。这个数要留着，反向时用得上。`,
      }[language];
    }
    case 'seed':
      return {
        en: 'The way back begins with a 1: the loss changes exactly as much as itself.',
        zh: '反向从 1 开始：损失随它自己的变化率恰好是 1。',
      }[language];
    case 'fork': {
      const name = nameAt(model, subject.node);
      const uses = graph.edges.filter(({ from }) => from === subject.node).length;
      const [equation] = view.equations;
      const sum = equation?.kind === 'sum' ? inSentence(equation.line, language) : '';
      return {
        en: `${name} is a fork: ${subject.count} of its ${uses} shares are added, together ${sum}.`,
        zh: `${name} 是分叉：${uses} 份梯度中已相加 ${subject.count} 份，合计${sum}。`,
      }[language];
    }
    case 'edge': {
      const edge = graph.edges[subject.edge];
      const node = edge && graph.nodes[edge.to];
      if (!edge || !node || node.op === 'leaf') return '';
      const { sign, reason } = LOOKS[node.op];
      const [up, local, share] = [gradients[edge.to], locals[subject.edge], shares[subject.edge]] as [
        number,
        number,
        number,
      ];
      const branch = model.branches.includes(subject.edge);
      const name = nameAt(model, edge.from);
      return {
        en: `Back through ${sign} to ${name}: upstream ${numberText(up)}, local slope ${numberText(local)} (${reason(edge.slot).en}). ${branch ? 'Its share:' : `∂${name} is`} ${numberText(share)}.`,
        zh: `反向经过 ${sign} 到 ${name}：上游梯度 ${numberText(up)}，局部斜率 ${numberText(local)}（${reason(edge.slot).zh}）。${branch ? '这条路带来' : `∂${name} 得`} ${numberText(share)}。`,
      }[language];
    }
  }
}
