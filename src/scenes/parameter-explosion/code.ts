import type { ExplosionModel } from './model.ts';

/** PyTorch counts layers that would fit into no memory: on the device "meta" they have shapes, but no numbers. */
export function pytorchCode(model: ExplosionModel): string {
  const { format, inputs, params, budget, neurons, places } = model;
  const { width, height, channels } = format;
  const padding = model.local ? '0' : '"same"';
  return `import torch
from torch import nn

def count(layer):
    return sum(p.numel() for p in layer.parameters())

dense = nn.Linear(${width} * ${height} * ${channels}, ${neurons}, device="meta")
conv = nn.Conv2d(${channels}, ${params.filters}, ${params.kernel}, padding=${padding}, device="meta")

print("inputs", ${inputs})
print("parameters", count(dense), count(conv))
print("bytes", 4 * count(dense), 4 * count(conv))
print("multiply-adds", dense.weight.numel(), conv.weight.numel() * ${places})
print("ratio", count(dense) / count(conv))
${model.local ? `print("locally connected", ${neurons} * (conv.weight[0].numel() + 1))\n` : ''}print("inputs for ${budget} weights", ${budget} // ${params.neurons})
`;
}

/** The count in plain Python, and the shrinking of a grey picture. */
export function numpyCode(model: ExplosionModel): string {
  const { format, params, budget, shrunk, places } = model;
  const { rows, cols } = shrunk ?? { rows: 1, cols: 1 };
  return `import numpy as np

width, height, channels = ${format.width}, ${format.height}, ${format.channels}
neurons, kernel, filters, places = ${model.neurons}, ${params.kernel}, ${params.filters}, ${places}

inputs = width * height * channels
dense = inputs * neurons + neurons
conv = kernel * kernel * channels * filters + filters
print("inputs", inputs)
print("parameters", dense, conv)
print("bytes", 4 * dense, 4 * conv)
print("multiply-adds", inputs * neurons, kernel * kernel * channels * filters * places)
print("ratio", dense / conv)
${model.local ? 'print("locally connected", places * filters * (kernel * kernel * channels + 1))\n' : ''}print("inputs for ${budget} weights", ${budget} // ${params.neurons})

def shrink(grey, rows=${rows}, cols=${cols}):
    """Each pixel the average of its box; grey is a matrix."""
    y = [i * grey.shape[0] // rows for i in range(rows + 1)]
    x = [j * grey.shape[1] // cols for j in range(cols + 1)]
    return np.array([[grey[y[i]:y[i + 1], x[j]:x[j + 1]].mean() for j in range(cols)] for i in range(rows)])
`;
}
