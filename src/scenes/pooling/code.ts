import { NUMPY_HEAD, numpyArray, pythonList, TORCH_HEAD, torchTensor } from '../../kit/copy/python.ts';
import { DIGIT_SIDE, shiftedSquare } from '../../kit/digits/featureMaps.ts';
import { FIRST_LAYER } from '../../kit/digits/firstLayer.ts';
import { digit } from '../../kit/samples/samples.ts';
import { tensor } from '../../tensor/tensor.ts';
import type { PoolingModel } from './model.ts';

/** The shifted digit in its own whole numbers, and the filters whose maps are pooled. */
function layerOf({ params }: PoolingModel) {
  const { down, right, map } = params;
  const pixels = shiftedSquare(digit(Number(params.digit)).pixels, DIGIT_SIDE, down, right);
  const chosen = map === 'all' ? FIRST_LAYER : [FIRST_LAYER[Number(map)] ?? { weights: [], bias: 0 }];
  return {
    ink: tensor([1, 1, DIGIT_SIDE, DIGIT_SIDE], pixels, 'float64'),
    w: tensor(
      [chosen.length, 1, 5, 5],
      chosen.flatMap(({ weights }) => weights),
      'float64',
    ),
    b: pythonList(chosen.map(({ bias }) => bias)),
  };
}

function torchInput(model: PoolingModel): string {
  if (!model.isMap) return `x = ${torchTensor(model.x)}`;
  const { ink, w, b } = layerOf(model);
  return `ink = ${torchTensor(ink)} / 255
w = ${torchTensor(w)}
b = torch.tensor(${b}, dtype=torch.float64)
x = F.relu(F.conv2d(ink, w, b, padding=2))`;
}

/** PyTorch code that prints the numbers of the figure, and where each maximum stood: row · width + column. */
export function pytorchCode(model: PoolingModel): string {
  const { kind, extent, stride, sides, options, params } = model;
  const [padding] = sides;
  const python = (flag: boolean | undefined): string => (flag ? 'True' : 'False');
  const settings = `stride=${stride}, padding=${padding}, ceil_mode=${python(options.ceilMode)}`;
  const pool = params.global
    ? kind === 'max'
      ? 'y, taken = F.adaptive_max_pool2d(x, 1, return_indices=True)\nprint(taken)'
      : 'y = F.adaptive_avg_pool2d(x, 1)'
    : kind === 'max'
      ? `y, taken = F.max_pool2d(x, ${extent}, ${settings}, return_indices=True)\nprint(taken)`
      : `y = F.avg_pool2d(x, ${extent}, ${settings}, count_include_pad=${python(options.countIncludePad)})`;
  return `${TORCH_HEAD}
${torchInput(model)}
${pool}
print(y)
`;
}

function numpyInput(model: PoolingModel): string {
  if (!model.isMap) return `x = ${numpyArray(model.x)}[0]`;
  const { ink, w, b } = layerOf(model);
  return `ink = np.pad(${numpyArray(ink)}[0, 0] / 255, 2)
w = ${numpyArray(w)}
b = np.array(${b}, dtype=float)
x = np.array([[[max(0, (ink[i:i + 5, j:j + 5] * k[0]).sum() + c) for j in range(28)] for i in range(28)]
              for k, c in zip(w, b)])`;
}

/** NumPy code that prints the numbers of the figure, with the loops over windows written out. */
export function numpyCode(model: PoolingModel): string {
  const { kind, extent, stride, drawn, sides, side, out, options } = model;
  const [before, , after] = drawn;
  const value = kind === 'max' ? '-np.inf' : '0';
  const counted = options.countIncludePad ? sides[0] : 0;
  const count =
    kind === 'max'
      ? ''
      : `\ncounts = np.pad(np.ones((${side + 2 * counted},) * 2), ((${before - counted}, ${after - counted}),) * 2)`;
  const window = 'padded[c, i:i + k, j:j + k]';
  return `${NUMPY_HEAD}
${numpyInput(model)}
k, stride = ${extent}, ${stride}

padded = np.pad(x, ((0, 0), (${before}, ${after}), (${before}, ${after})), constant_values=${value})${count}
y = np.zeros((len(x), ${out}, ${out}))
for c in range(len(x)):
    for oy in range(${out}):
        for ox in range(${out}):
            i, j = oy * stride, ox * stride
            y[c, oy, ox] = ${kind === 'max' ? `${window}.max()` : `${window}.sum() / counts[i:i + k, j:j + k].sum()`}

print(y)
`;
}
