import type { FieldModel } from './model.ts';

/** The layers as a Python list. */
const listing = ({ layers }: FieldModel): string =>
  layers
    .map(
      ({ kernel, stride, dilation, padding }) =>
        `    dict(kernel=${kernel}, stride=${stride}, dilation=${dilation}, padding=${padding}),`,
    )
    .join('\n');

/** PyTorch code that prints the sizes and the numbers of paths of the figure. */
export function pytorchCode(model: FieldModel): string {
  return `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
layers = [
${listing(model)}
]
r, jump, start = 1, 1, 0
x = torch.zeros(1, 1, ${model.counts[0]}, ${model.counts[0]}, requires_grad=True)
y = x
for l in layers:
    k, s, d, p = l["kernel"], l["stride"], l["dilation"], l["padding"]
    r, jump, start = r + d * (k - 1) * jump, jump * s, start - p * jump
    print(f"r = {r}, jump = {jump}, start = {start}")
    y = F.conv2d(y, torch.ones(1, 1, k, k), stride=s, dilation=d, padding=p)

y[0, 0, ${model.params.unit}, ${model.params.unit}].backward()
print(x.grad[0, 0])  # the number of paths from every pixel to the unit
`;
}

/** NumPy code that counts the paths along one axis, from the unit down to the pixels. */
export function numpyCode(model: FieldModel): string {
  return `import numpy as np

layers = [
${listing(model)}
]
units = ${JSON.stringify(model.counts).replaceAll(',', ', ')}
paths = np.zeros(units[-1], dtype=int)
paths[${model.params.unit}] = 1
for l, below in zip(reversed(layers), reversed(units[:-1])):
    down = np.zeros(below, dtype=int)
    for o, count in enumerate(paths):
        for k in range(l["kernel"]):
            i = o * l["stride"] - l["padding"] + k * l["dilation"]
            if 0 <= i < below:
                down[i] += count
    paths = down
    print(paths)
print(np.outer(paths, paths))  # the effective field of the picture
`;
}
