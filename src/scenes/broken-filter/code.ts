import { halfFloats, pythonList } from '../../kit/copy/python.ts';
import { digitNetwork } from '../../kit/digits/digitNetwork.ts';
import { brokenIn, KERNEL, LAYERS, type LayerNumber, placeOfFilter } from './breaks.ts';
import type { BrokenModel } from './model.ts';

const NAMES = ['first', 'second'] as const;
const INDICES = { torch: '0, ', numpy: '' } as const;

/** The weights as they were trained, and their sizes. */
function stored() {
  const { params } = digitNetwork({ dtype: 'float64', engine: 'plain' });
  return {
    weights: halfFloats(params.flatMap(({ data }) => [...data])),
    sizes: params.map(({ size }) => size).join(', '),
  };
}

/** The exchanged kernel, as a line before the pass. */
function edit({ params: { weights, filter, map } }: BrokenModel, array: (list: string) => string): string {
  if (!weights) return '';
  const { layer, index } = placeOfFilter(filter);
  return `w${layer + 1}[${index}, ${map}] = ${array(pythonList(weights))}.reshape(${KERNEL}, ${KERNEL})\n`;
}

/** What is put in place of a layer's maps, a line a filter. */
function breaking(
  { params, bench }: BrokenModel,
  layer: LayerNumber,
  kind: keyof typeof INDICES,
  array: (list: string) => string,
): string {
  const { side } = LAYERS[layer];
  const lineOf = (index: number): string => {
    const target = `${NAMES[layer]}[${INDICES[kind]}${index}]`;
    if (params.how === 'silent') return `${target} = 0\n`;
    const mean = bench?.means[layer];
    if (!mean) return '';
    const own = Array.from({ length: side * side }, (_, i) => mean[index * side * side + i] as number);
    return `${target} = ${array(pythonList(own))}.reshape(${side}, ${side})\n`;
  };
  return brokenIn(params.broken, layer).map(lineOf).join('');
}

/** PyTorch code that breaks the same network and prints the shares and the scores of the digit on the stage. */
export function pytorchCode(model: BrokenModel): string {
  const { weights, sizes } = stored();
  const array = (list: string): string => `torch.tensor(${list}, dtype=torch.float64)`;
  return `import base64, struct
import torch
import torch.nn.functional as F

torch.set_printoptions(precision=16, sci_mode=False)

stored = torch.tensor(${weights}, dtype=torch.float64)
w1, b1, w2, b2, w3, b3 = stored.split([${sizes}])
w1, w2, w3 = w1.reshape(8, 1, 5, 5), w2.reshape(16, 8, 5, 5), w3.reshape(10, 16, 49)
${edit(model, array)}
def layer(x, w, b):
    return F.max_pool2d(F.relu(F.conv2d(x, w, b, padding=2)), 2)

image = torch.tensor([${model.pixels.join(', ')}], dtype=torch.float64) / 255
first = layer(image.reshape(1, 1, 28, 28), w1, b1)
${breaking(model, 0, 'torch', array)}second = layer(first, w2, b2)
${breaking(model, 1, 'torch', array)}shares = torch.einsum("kfi,fi->kf", w3, second.reshape(16, 49))
print(shares)
print(shares.sum(1) + b3)
`;
}

/** The same in NumPy. */
export function numpyCode(model: BrokenModel): string {
  const { weights, sizes } = stored();
  const array = (list: string): string => `np.array(${list})`;
  return `import base64, struct
import numpy as np

np.set_printoptions(floatmode="unique", suppress=True)

stored = np.array(${weights})
w1, b1, w2, b2, w3, b3 = np.split(stored, np.cumsum([${sizes}])[:-1])
w1, w2, w3 = w1.reshape(8, 1, 5, 5), w2.reshape(16, 8, 5, 5), w3.reshape(10, 16, 49)
${edit(model, array)}
def layer(x, w, b):
    padded = np.pad(x, ((0, 0), (2, 2), (2, 2)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (5, 5), axis=(1, 2))
    z = np.einsum("cijuv,fcuv->fij", windows, w) + b[:, None, None]
    n, h, _ = z.shape
    return np.maximum(0, z).reshape(n, h // 2, 2, h // 2, 2).max((2, 4))

image = np.array([${model.pixels.join(', ')}]).reshape(1, 28, 28) / 255
first = layer(image, w1, b1)
${breaking(model, 0, 'numpy', array)}second = layer(first, w2, b2)
${breaking(model, 1, 'numpy', array)}shares = np.einsum("kfi,fi->kf", w3, second.reshape(16, 49))
print(shares)
print(shares.sum(1) + b3)
`;
}
