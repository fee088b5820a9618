import { fromFloat16, toFloat16 } from '../../network/float16.ts';

/** A number as Python reads it back: the same double. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : 'float("-inf")';
  return String(value);
}

/** Numbers as one Python list: `[1, 2, 3]`. */
export const pythonList = (values: ArrayLike<number>): string =>
  `[${Array.from(values, pythonNumber).join(', ')}]`;

/** Numbers as a Python list of rows, one line a row: `[[1, 2],\n     [3, 4]]`. */
export function pythonRows(values: ArrayLike<number>, cols: number): string {
  const all = Array.from(values);
  const rows: string[] = [];
  for (let i = 0; i < all.length; i += cols) rows.push(pythonList(all.slice(i, i + cols)));
  return `[${rows.join(',\n     ')}]`;
}

interface Tensor {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

const reshaped = ({ shape, data }: Tensor, make: (rows: string) => string): string => {
  const rows = make(pythonRows(data, shape.at(-1) ?? 1));
  return shape.length === 2 ? rows : `${rows}.reshape(${shape.join(', ')})`;
};

/** `torch.tensor([[…]], dtype=torch.float64).reshape(1, 1, 5, 5)`: all digits, in doubles. */
export const torchTensor = (tensor: Tensor): string =>
  reshaped(tensor, (rows) => `torch.tensor(${rows}, dtype=torch.float64)`);

/** `np.array([[…]], dtype=float).reshape(1, 1, 5, 5)` */
export const numpyArray = (tensor: Tensor): string =>
  reshaped(tensor, (rows) => `np.array(${rows}, dtype=float)`);

/** The first lines of PyTorch code that prints the page's numbers: all their digits, none with an exponent. */
export const TORCH_HEAD = `import torch
import torch.nn.functional as F

torch.set_printoptions(precision=16, sci_mode=False)
`;

/** The first lines of NumPy code that prints the page's numbers. */
export const NUMPY_HEAD = `import numpy as np

np.set_printoptions(floatmode="unique", suppress=True)
`;

/** Many stored numbers as a Python tuple: in half precision, if that loses nothing, else in single. */
export function storedFloats(values: readonly number[]): string {
  if (values.every((value) => fromFloat16(toFloat16(value)) === value)) return halfFloats(values);
  const bytes = new Uint8Array(Float32Array.from(values).buffer);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `struct.unpack("<${values.length}f", base64.b64decode("${btoa(text)}"))`;
}

/**
 * Many numbers of half precision, such as stored weights, as a Python tuple that is read back from base64: the code has to
 * import base64 and struct.
 */
export function halfFloats(values: readonly number[]): string {
  const bits = values.map(toFloat16);
  const bytes = bits.map((two) => String.fromCharCode(two & 255, two >> 8)).join('');
  return `struct.unpack("<${bits.length}e", base64.b64decode("${btoa(bytes)}"))`;
}
