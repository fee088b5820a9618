import { weightsOf, windowOf } from './layers.ts';
import type { ShiftModel } from './model.ts';

/** Numbers as a nested Python list with `cols` columns. */
function listing(values: ArrayLike<number>, cols: number): string {
  const rows = Array.from(
    { length: values.length / cols },
    (_, row) => `[${Array.from({ length: cols }, (_, col) => values[row * cols + col]).join(', ')}]`,
  );
  return `[${rows.join(',\n     ')}]`;
}

/** The layer as a PyTorch function. */
function layer({ settings }: ShiftModel): string {
  const { operation, stride, border } = settings;
  const wide = windowOf(settings);
  const weights = weightsOf(settings);
  const around = border === 'circular' ? `F.pad(x, (0, ${wide - 1}, 0, ${wide - 1}), mode="circular")` : 'x';
  const mode = border === 'circular' ? 'circular' : 'constant';
  const conv = (of: string): string =>
    `F.conv2d(F.pad(${of}, (1, 1, 1, 1), mode="${mode}"), w, stride=${stride})`;
  const w = weights ? `w = torch.tensor(${listing(weights.data, 3)}).reshape(1, 1, 3, 3) * 1.0\n\n` : '';
  const body = {
    conv: conv('x'),
    max: `F.max_pool2d(${around}, ${wide}, stride=${stride})`,
    blur: conv(`F.max_pool2d(${around}, ${wide}, stride=1)`),
  }[operation];
  return `${w}def f(x):\n    return ${body}\n`;
}

/** PyTorch code that prints the grids of the figure. */
export function pytorchCode(model: ShiftModel): string {
  const { params, side, outShift, settings } = model;
  const shift =
    settings.border === 'circular'
      ? 'return torch.roll(x, (down, right), (2, 3))'
      : `h, w_ = x.shape[2:]
    y = torch.zeros_like(x)
    y[..., max(0, down):h + min(0, down), max(0, right):w_ + min(0, right)] = \\
        x[..., max(0, -down):h - max(0, down), max(0, -right):w_ - max(0, right)]
    return y`;
  return `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
x = torch.tensor(${listing(model.x.data, side)}).reshape(1, 1, ${side}, ${side}) * 1.0
${layer(model)}
def shift(x, down, right):
    ${shift}

tx = shift(x, ${params.down}, ${params.right})
y, y_shifted = f(x), f(tx)
shifted_y = shift(y, ${outShift[0]}, ${outShift[1]})
print(y[0, 0], y_shifted[0, 0], shifted_y[0, 0], sep="\\n")
print((y_shifted - shifted_y).abs().max())
`;
}

/** The rule in LaTeX, with the largest difference. */
export function latexOf({ comparison }: ShiftModel): string {
  return `\\max_{i,j}\\left|f(T_\\tau x) - T_{\\tau/s} f(x)\\right|_{i,j} = ${comparison.largest.size}`;
}
