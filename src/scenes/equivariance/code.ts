import { NUMPY_HEAD, numpyArray, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import { windowOf } from './layers.ts';
import type { ShiftModel } from './model.ts';

/** The layer as a PyTorch function. */
function layer({ settings, w: weights }: ShiftModel): string {
  const { operation, stride, border } = settings;
  const wide = windowOf(settings);
  const around = border === 'circular' ? `F.pad(x, (0, ${wide - 1}, 0, ${wide - 1}), mode="circular")` : 'x';
  const mode = border === 'circular' ? 'circular' : 'constant';
  const conv = (of: string): string =>
    `F.conv2d(F.pad(${of}, (1, 1, 1, 1), mode="${mode}"), w, stride=${stride})`;
  const w = weights ? `w = ${torchTensor(weights)}\n\n` : '';
  const body = {
    conv: conv('x'),
    max: `F.max_pool2d(${around}, ${wide}, stride=${stride})`,
    blur: conv(`F.max_pool2d(${around}, ${wide}, stride=1)`),
  }[operation];
  return `${w}def f(x):\n    return ${body}\n`;
}

/** PyTorch code that prints the grids of the figure. */
export function pytorchCode(model: ShiftModel): string {
  const { params, outShift, settings } = model;
  const shift =
    settings.border === 'circular'
      ? 'return torch.roll(x, (down, right), (2, 3))'
      : `h, w_ = x.shape[2:]
    y = torch.zeros_like(x)
    y[..., max(0, down):h + min(0, down), max(0, right):w_ + min(0, right)] = \\
        x[..., max(0, -down):h - max(0, down), max(0, -right):w_ - max(0, right)]
    return y`;
  return `${TORCH_HEAD}
x = ${torchTensor(model.x)}
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

/** NumPy code that prints the grids of the figure, with the windows written out. */
export function numpyCode(model: ShiftModel): string {
  const { params, outShift, settings, w: weights } = model;
  const { operation, stride, border } = settings;
  const wide = windowOf(settings);
  const mode = border === 'circular' ? 'wrap' : 'constant';
  const goOn = border === 'circular' ? `np.pad(x, (0, ${wide - 1}), mode="wrap")` : 'x';
  const conv = (of: string): string =>
    `windows(np.pad(${of}, 1, mode="${mode}"), 3, ${stride}, lambda a: (a * w).sum())`;
  const body = {
    conv: conv('x'),
    max: `windows(${goOn}, ${wide}, ${stride}, np.max)`,
    blur: conv(`windows(${goOn}, ${wide}, 1, np.max)`),
  }[operation];
  const shift =
    border === 'circular'
      ? 'return np.roll(x, (down, right), (0, 1))'
      : `n, y = len(x), np.zeros_like(x)
    y[max(0, down):n + min(0, down), max(0, right):n + min(0, right)] = \\
        x[max(0, -down):n - max(0, down), max(0, -right):n - max(0, right)]
    return y`;
  return `${NUMPY_HEAD}
x = ${numpyArray(model.x)}[0, 0]
${weights ? `w = ${numpyArray(weights)}[0, 0]\n` : ''}
def windows(x, k, s, of):
    n = (len(x) - k) // s + 1
    return np.array([[of(x[i * s:i * s + k, j * s:j * s + k]) for j in range(n)] for i in range(n)])

def f(x):
    return ${body}

def shift(x, down, right):
    ${shift}

y, y_shifted = f(x), f(shift(x, ${params.down}, ${params.right}))
shifted_y = shift(y, ${outShift[0]}, ${outShift[1]})
print(y, y_shifted, shifted_y, np.abs(y_shifted - shifted_y).max(), sep="\\n")
`;
}
