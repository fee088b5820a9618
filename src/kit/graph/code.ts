import type { Graph } from '../../explain/graph/graph.ts';
import { lossAt } from '../../explain/graph/steps.ts';
import { pythonNumber } from '../copy/python.ts';
import { LOOKS } from './looks.ts';

const nameAt = ({ nodes }: Graph, at: number): string => nodes[at]?.name ?? '';

/** The forward pass, a line a node. */
function forwardLines(graph: Graph, module: string): string[] {
  return graph.nodes.flatMap((node) => {
    if (node.op === 'leaf') return [];
    const args = node.from.map((at) => nameAt(graph, at));
    return [`${node.name} = ${LOOKS[node.op].code(args, node.constants, module)}`];
  });
}

/** PyTorch code that prints the loss and the gradient of each leaf: autograd finds them, none of our slopes is in it. */
export function torchGraph(graph: Graph, values: ArrayLike<number>): string {
  const leaves = graph.nodes.slice(0, graph.leaves).map(({ name }) => name);
  const given = leaves.map(
    (name, i) =>
      `${name} = torch.tensor(${pythonNumber(values[i] as number)}, dtype=torch.float64, requires_grad=True)`,
  );
  return `import torch

${given.join('\n')}

${forwardLines(graph, 'torch').join('\n')}
L.backward()

print("L =", L.item())
${leaves.map((name) => `print("d${name} =", ${name}.grad.item())`).join('\n')}
`;
}

/** The same in NumPy, with the way back written out edge by edge. */
export function numpyGraph(graph: Graph, values: ArrayLike<number>): string {
  const leaves = graph.nodes.slice(0, graph.leaves).map(({ name }) => name);
  const given = leaves.map((name, i) => `${name} = ${pythonNumber(values[i] as number)}`);
  const zeros = graph.nodes.slice(0, -1).map(({ name }) => `d${name}`);
  const back = graph.nodes.toReversed().flatMap((node) => {
    if (node.op === 'leaf') return [];
    const args = node.from.map((at) => nameAt(graph, at));
    const slopes = LOOKS[node.op].slopes(args, node.name, node.constants);
    return args.map((arg, slot) => `d${arg} += d${node.name} * (${slopes[slot]})`);
  });
  return `import numpy as np

${given.join('\n')}

# forwards: every number is kept
${forwardLines(graph, 'np').join('\n')}

# backwards: upstream times local, added
${zeros.join(' = ')} = 0.0
d${nameAt(graph, lossAt(graph))} = 1.0
${back.join('\n')}

print("L =", L)
${leaves.map((name) => `print("d${name} =", d${name})`).join('\n')}
`;
}
