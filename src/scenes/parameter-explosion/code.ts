import type { ExplosionModel } from './model.ts';

/** PyTorch counts layers that would fit into no memory: on the device "meta" they have shapes, but no numbers. */
export function pytorchCode(model: ExplosionModel): string {
  const { format, inputs, params, budget } = model;
  const { width, height, channels } = format;
  return `import torch
from torch import nn

def count(layer):
    return sum(p.numel() for p in layer.parameters())

dense = nn.Linear(${width} * ${height} * ${channels}, ${params.neurons}, device="meta")
conv = nn.Conv2d(${channels}, ${params.filters}, ${params.kernel}, padding="same", device="meta")

print("inputs", ${inputs})
print("parameters", count(dense), count(conv))
print("bytes", 4 * count(dense), 4 * count(conv))
print("multiply-adds", dense.weight.numel(), conv.weight.numel() * ${width} * ${height})
print("ratio", count(dense) / count(conv))
print("inputs for ${budget} weights", ${budget} // ${params.neurons})
`;
}

/** The count in plain Python, and the shrinking of a grey picture. */
export function numpyCode(model: ExplosionModel): string {
  const { format, params, budget, shrunk } = model;
  const { rows, cols } = shrunk ?? { rows: 1, cols: 1 };
  return `import numpy as np

width, height, channels = ${format.width}, ${format.height}, ${format.channels}
neurons, kernel, filters = ${params.neurons}, ${params.kernel}, ${params.filters}

inputs = width * height * channels
dense = inputs * neurons + neurons
conv = kernel * kernel * channels * filters + filters
print("inputs", inputs)
print("parameters", dense, conv)
print("bytes", 4 * dense, 4 * conv)
print("multiply-adds", inputs * neurons, kernel * kernel * channels * filters * width * height)
print("ratio", dense / conv)
print("inputs for ${budget} weights", ${budget} // neurons)

def shrink(grey, rows=${rows}, cols=${cols}):
    """Each pixel the average of its box; grey is a matrix."""
    y = [i * grey.shape[0] // rows for i in range(rows + 1)]
    x = [j * grey.shape[1] // cols for j in range(cols + 1)]
    return np.array([[grey[y[i]:y[i + 1], x[j]:x[j + 1]].mean() for j in range(cols)] for i in range(rows)])
`;
}

/** The two counts in LaTeX. */
export function latexCode({ format, params, dense, conv }: ExplosionModel): string {
  const { width, height, channels } = format;
  const { neurons, kernel, filters } = params;
  return `\\underbrace{${width}\\cdot${height}\\cdot${channels}}_{\\text{inputs}}\\cdot${neurons}+${neurons}=${dense.parameters},\\qquad ${kernel}\\cdot${kernel}\\cdot${channels}\\cdot${filters}+${filters}=${conv.parameters}`;
}
