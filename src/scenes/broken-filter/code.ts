import { brokenIn, KERNEL, LAYERS, type LayerNumber, placeOfFilter } from '../../kit/ablation/breaks.ts';
import { pythonList } from '../../kit/copy/python.ts';
import { numpyForward, torchNetwork } from '../../kit/digitPass/python.ts';
import { digitNetwork } from '../../kit/digits/digitNetwork.ts';
import type { BrokenModel } from './model.ts';

const trained = () => digitNetwork({ dtype: 'float64', engine: 'plain' }).params;

/** How a library writes an array, and a filter's map among those of one picture. */
interface Dialect {
  array(list: string): string;
  map(index: number): string;
}

const TORCH: Dialect = {
  array: (list) => `torch.tensor(${list}, dtype=torch.float64)`,
  map: (index) => `[0, ${index}]`,
};
const NUMPY: Dialect = { array: (list) => `np.array(${list})`, map: (index) => `[${index}]` };

/** The exchanged kernel, as a line before the pass. */
function edit({ params: { weights, filter, map } }: BrokenModel, { array }: Dialect): string {
  if (!weights) return '';
  const { layer, index } = placeOfFilter(filter);
  return `w${layer + 1}[${index}, ${map}] = ${array(pythonList(weights))}.reshape(${KERNEL}, ${KERNEL})\n`;
}

/** What is put in place of a layer's maps, a line a filter. */
function exchanged(
  { params, bench }: BrokenModel,
  layer: LayerNumber,
  { array, map }: Dialect,
): readonly string[] {
  const { side } = LAYERS[layer];
  const mean = bench?.means[layer];
  return brokenIn(params.broken, layer).flatMap((index) => {
    const target = `pool${layer + 1}${map(index)}`;
    if (params.how === 'silent') return [`${target} = 0`];
    if (!mean) return [];
    const own = Array.from({ length: side * side }, (_, i) => mean[index * side * side + i] as number);
    return [`${target} = ${array(pythonList(own))}.reshape(${side}, ${side})`];
  });
}

const optionsOf = (model: BrokenModel, dialect: Dialect) => ({
  before: edit(model, dialect),
  behind: { pool1: exchanged(model, 0, dialect), pool2: exchanged(model, 1, dialect) },
});

/** PyTorch code that breaks the same network and prints the shares and the scores of the digit on the stage. */
export const pytorchCode = (
  model: BrokenModel,
): string => `${torchNetwork(trained(), optionsOf(model, TORCH))}
layers = network(torch.tensor([${model.pixels.join(', ')}], dtype=torch.float64) / 255)
shares = torch.einsum("kfi,fi->kf", w3.reshape(10, 16, 49), layers["pool2"].reshape(16, 49))
print(shares)
print(shares.sum(1) + b3)
`;

/** The same in NumPy. */
export const numpyCode = (model: BrokenModel): string => `${numpyForward(trained(), optionsOf(model, NUMPY))}
layers = forward(np.array([${model.pixels.join(', ')}]) / 255)
shares = np.einsum("kfi,fi->kf", w3.reshape(10, 16, 49), layers["pool2"].reshape(16, 49))
print(shares)
print(shares.sum(1) + b3)
`;
