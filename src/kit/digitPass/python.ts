import type { Tensor } from '../../tensor/tensor.ts';
import { storedFloats } from '../copy/python.ts';

/** What the code of a network is written with. */
interface CodeOptions {
  /** Lines before the network, where the weights w1 to b3 stand and can be changed. */
  readonly before?: string;
  /** Lines within it, behind a pooling, where its maps can be exchanged. */
  readonly behind?: Readonly<Partial<Record<'pool1' | 'pool2', readonly string[]>>>;
  /** Whether the stored weights get gradients of their own. */
  readonly withGradients?: boolean;
}

/** The stored weights of the digit network as Python: w1, b1, w2, b2, w3, b3. */
const stored = (weights: readonly Tensor[]) => ({
  numbers: storedFloats(weights.flatMap(({ data }) => [...data])),
  sizes: weights.map(({ size }) => size).join(', '),
});

const RESHAPED = 'w1, w2, w3 = w1.reshape(8, 1, 5, 5), w2.reshape(16, 8, 5, 5), w3.reshape(10, 784)';
const LAYERS =
  'dict(conv1=conv1, relu1=relu1, pool1=pool1, conv2=conv2, relu2=relu2, pool2=pool2, logits=logits)';

const indented = (lines: readonly string[] = []): string => lines.map((line) => `    ${line}\n`).join('');

/**
 * PyTorch code that builds the digit network as a function: `network(x)` gives the names of `NODES` from the first
 * convolution to the scores, each with its tensor.
 */
export function torchNetwork(
  weights: readonly Tensor[],
  { before = '', behind = {}, withGradients = false }: CodeOptions = {},
): string {
  const { numbers, sizes } = stored(weights);
  return `import base64, struct
import torch
import torch.nn.functional as F

torch.set_printoptions(precision=16, sci_mode=False, threshold=1000)

stored = torch.tensor(${numbers}, dtype=torch.float64${withGradients ? ', requires_grad=True' : ''})
w1, b1, w2, b2, w3, b3 = stored.split([${sizes}])
${RESHAPED}
${before}
def network(x):
    conv1 = F.conv2d(x.reshape(1, 1, 28, 28), w1, b1, padding=2)
    relu1 = F.relu(conv1)
    pool1 = F.max_pool2d(relu1, 2)
${indented(behind.pool1)}    conv2 = F.conv2d(pool1, w2, b2, padding=2)
    relu2 = F.relu(conv2)
    pool2 = F.max_pool2d(relu2, 2)
${indented(behind.pool2)}    logits = F.linear(pool2.flatten(1), w3, b3)
    return ${LAYERS}
`;
}

/** NumPy functions of the digit network's layers, forwards and backwards: x is [channels, rows, columns]. */
export const NUMPY_LAYERS = `def windows(x):
    padded = np.pad(x, ((0, 0), (2, 2), (2, 2)))
    return np.lib.stride_tricks.sliding_window_view(padded, (5, 5), axis=(1, 2))

def conv(x, w, b):
    return np.einsum("cijuv,fcuv->fij", windows(x), w) + b[:, None, None]

def conv_back(dy, w):
    turned = w[:, :, ::-1, ::-1]
    return np.einsum("fijuv,fcuv->cij", windows(dy), turned)

def blocks(x):
    c, h, _ = x.shape
    return x.reshape(c, h // 2, 2, h // 2, 2).transpose(0, 1, 3, 2, 4).reshape(c, h // 2, h // 2, 4)

def pool_back(dy, x):
    c, h, _ = x.shape
    first = np.eye(4)[blocks(x).argmax(3)] * dy[..., None]
    return first.reshape(c, h // 2, h // 2, 2, 2).transpose(0, 1, 3, 2, 4).reshape(c, h, h)
`;

/** The same in NumPy: `forward(x)` gives the layers. */
export function numpyForward(
  weights: readonly Tensor[],
  { before = '', behind = {} }: Omit<CodeOptions, 'withGradients'> = {},
): string {
  const { numbers, sizes } = stored(weights);
  return `import base64, struct
import numpy as np

np.set_printoptions(floatmode="unique", suppress=True)

stored = np.array(${numbers})
w1, b1, w2, b2, w3, b3 = np.split(stored, np.cumsum([${sizes}])[:-1])
${RESHAPED}
${before}
${NUMPY_LAYERS}
def forward(x):
    conv1 = conv(x.reshape(1, 28, 28), w1, b1)
    relu1 = np.maximum(0, conv1)
    pool1 = blocks(relu1).max(3)
${indented(behind.pool1)}    conv2 = conv(pool1, w2, b2)
    relu2 = np.maximum(0, conv2)
    pool2 = blocks(relu2).max(3)
${indented(behind.pool2)}    logits = w3 @ pool2.reshape(784) + b3
    return ${LAYERS}
`;
}

/** With the way back written out as well: `back(layers, dlogits)` gives the gradients of the layers and of the picture. */
export const numpyNetwork = (weights: readonly Tensor[]): string => `${numpyForward(weights)}
def back(layers, dlogits=None, dconv2=None, dconv1=None):
    grads = {}
    if dlogits is not None:
        grads["pool2"] = (dlogits @ w3).reshape(16, 7, 7)
        grads["relu2"] = pool_back(grads["pool2"], layers["relu2"])
        dconv2 = grads["relu2"] * (layers["conv2"] > 0)
    if dconv2 is not None:
        grads["conv2"] = dconv2
        grads["pool1"] = conv_back(dconv2, w2)
        grads["relu1"] = pool_back(grads["pool1"], layers["relu1"])
        dconv1 = grads["relu1"] * (layers["conv1"] > 0)
    grads["conv1"] = dconv1
    grads["image"] = conv_back(dconv1, w1)
    return grads
`;
