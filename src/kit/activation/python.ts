import type { ActivationName } from '../../tensor/activations.ts';

/** An activation function of z in PyTorch; `alpha` is set before. */
export const TORCH: Readonly<Record<ActivationName, string>> = {
  relu: 'F.relu(z)',
  leakyRelu: 'F.leaky_relu(z, alpha)',
  elu: 'F.elu(z, alpha)',
  sigmoid: 'torch.sigmoid(z)',
  tanh: 'torch.tanh(z)',
  gelu: 'F.gelu(z)',
  geluTanh: "F.gelu(z, approximate='tanh')",
  silu: 'F.silu(z)',
};

const SIGMA = '1 / (1 + np.exp(-z))';
/** The same in NumPy, with the slope; the function itself is called `activation`. */
export const NUMPY: Readonly<Record<ActivationName, { g: string; slope: string }>> = {
  relu: { g: 'np.maximum(0, z)', slope: '(z > 0) * 1.0' },
  leakyRelu: { g: 'np.where(z > 0, z, alpha * z)', slope: 'np.where(z > 0, 1, alpha)' },
  elu: { g: 'np.where(z > 0, z, alpha * np.expm1(z))', slope: 'np.where(z > 0, 1, alpha * np.exp(z))' },
  sigmoid: { g: SIGMA, slope: 'activation(z) * (1 - activation(z))' },
  tanh: { g: 'np.tanh(z)', slope: '1 - np.tanh(z) ** 2' },
  gelu: { g: 'z * cdf(z)', slope: 'cdf(z) + z * np.exp(-z ** 2 / 2) / np.sqrt(2 * np.pi)' },
  geluTanh: {
    g: '0.5 * z * (1 + np.tanh(c * (z + 0.044715 * z ** 3)))',
    slope:
      '0.5 * (1 + np.tanh(c * (z + 0.044715 * z ** 3))) + 0.5 * z / np.cosh(c * (z + 0.044715 * z ** 3)) ** 2 * c * (1 + 0.134145 * z ** 2)',
  },
  silu: { g: `z * (${SIGMA})`, slope: `(${SIGMA}) * (1 + z * (1 - ${SIGMA}))` },
};

/** What these formulas need to be imported or set before. */
export const NUMPY_NEEDS: Readonly<Partial<Record<ActivationName, string>>> = {
  gelu: '\nfrom math import erf\n\ncdf = np.vectorize(lambda z: 0.5 * (1 + erf(z / 2 ** 0.5)))',
  geluTanh: '\nc = np.sqrt(2 / np.pi)',
};
