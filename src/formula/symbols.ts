import type { Text } from '../language/language.ts';

/** What a number is for. Each role owns one hue, in prose, formula, figure and chart alike. */
export type Role = 'input' | 'weight' | 'bias' | 'output' | 'gradient' | 'plain';

export interface SymbolEntry {
  /** As typeset in a formula. */
  readonly tex: string;
  /** As plain text, in the live equation. */
  readonly plain: string;
  /** Above a grid, where a sign can be lowered: `T_τ x`. Default: the plain text. */
  readonly letter?: string;
  readonly role: Role;
  /** The grid's name, on the page and to assistive technology. */
  readonly words: Text;
}

/** The one table of symbols: the id is the tensor's name in the core and in explanations. */
export const SYMBOLS = {
  x: { tex: 'x', plain: 'x', role: 'input', words: { en: 'Input', zh: '输入' } },
  w: { tex: 'w', plain: 'w', role: 'weight', words: { en: 'Kernel', zh: '卷积核' } },
  b: { tex: 'b', plain: 'b', role: 'bias', words: { en: 'Bias', zh: '偏置' } },
  y: { tex: 'y', plain: 'y', role: 'output', words: { en: 'Output', zh: '输出' } },
  dy: {
    tex: '\\partial y',
    plain: '∂y',
    role: 'gradient',
    words: { en: 'Gradient of output', zh: '输出的梯度' },
  },
  dx: {
    tex: '\\partial x',
    plain: '∂x',
    role: 'gradient',
    words: { en: 'Gradient of input', zh: '输入的梯度' },
  },
  dw: {
    tex: '\\partial w',
    plain: '∂w',
    role: 'gradient',
    words: { en: 'Gradient of kernel', zh: '卷积核的梯度' },
  },
  db: {
    tex: '\\partial b',
    plain: '∂b',
    role: 'gradient',
    words: { en: 'Gradient of bias', zh: '偏置的梯度' },
  },
  W: { tex: '\\mathbf W', plain: 'W', role: 'weight', words: { en: 'Weights', zh: '权重' } },
  dW: {
    tex: '\\partial\\mathbf W',
    plain: '∂W',
    role: 'gradient',
    words: { en: 'Gradient of weights', zh: '权重的梯度' },
  },
  target: { tex: 't', plain: 't', role: 'plain', words: { en: 'Target', zh: '目标' } },
  loss: { tex: 'L', plain: 'L', role: 'gradient', words: { en: 'Loss', zh: '损失' } },
  pixel: { tex: 'x', plain: 'x', role: 'input', words: { en: 'Pixels', zh: '像素' } },
  grey: { tex: 'Y', plain: 'Y', role: 'output', words: { en: 'Grey value', zh: '灰度值' } },
  padded: {
    tex: '\\tilde x',
    plain: 'x̃',
    role: 'input',
    words: { en: 'Padded input', zh: '填充后的输入' },
  },
  unstrided: {
    tex: 'y^{(1)}',
    plain: 'y¹',
    role: 'output',
    words: { en: 'Output at stride 1', zh: '步幅为 1 的输出' },
  },
  patch: { tex: 'x', plain: 'x', role: 'input', words: { en: 'Input, window', zh: '输入，窗口' } },
  s: { tex: 'S', plain: 'S', role: 'plain', words: { en: 'Channel sums', zh: '各通道的总和' } },
  product: { tex: 'x\\,w', plain: 'xw', role: 'plain', words: { en: 'Products', zh: '乘积' } },
  pre: { tex: 'z', plain: 'z', role: 'output', words: { en: 'Sums', zh: '激活前' } },
  act: { tex: 'a', plain: 'a', role: 'output', words: { en: 'Activations', zh: '激活后' } },
  dpre: {
    tex: '\\partial z',
    plain: '∂z',
    role: 'gradient',
    words: { en: 'Gradient of sums', zh: '激活前的梯度' },
  },
  dact: {
    tex: '\\partial a',
    plain: '∂a',
    role: 'gradient',
    words: { en: 'Gradient of activations', zh: '激活后的梯度' },
  },
  logits: { tex: 'z', plain: 'z', role: 'output', words: { en: 'Logits', zh: 'logits' } },
  exps: {
    tex: 'e^{z}',
    plain: 'exp',
    letter: 'eᶻ',
    role: 'plain',
    words: { en: 'Exponentials', zh: '指数' },
  },
  total: { tex: '\\Sigma', plain: 'Σ', role: 'plain', words: { en: 'Sum', zh: '总和' } },
  probs: { tex: 'q', plain: 'q', role: 'output', words: { en: 'Probabilities', zh: '概率' } },
  label: { tex: 't', plain: 't', role: 'plain', words: { en: 'Label', zh: '标签' } },
  dlogits: {
    tex: '\\partial z',
    plain: '∂z',
    role: 'gradient',
    words: { en: 'Gradient of logits', zh: 'logits 的梯度' },
  },
  dprobs: {
    tex: '\\partial q',
    plain: '∂q',
    role: 'gradient',
    words: { en: 'Gradient of probabilities', zh: '概率的梯度' },
  },
  logprobs: {
    tex: '\\ln q',
    plain: 'ln q',
    role: 'output',
    words: { en: 'Log probabilities', zh: '对数概率' },
  },
  dlogprobs: {
    tex: '\\partial\\ln q',
    plain: '∂ln q',
    role: 'gradient',
    words: { en: 'Gradient of log probabilities', zh: '对数概率的梯度' },
  },
  dloss: {
    tex: '\\partial L',
    plain: '∂L',
    role: 'gradient',
    words: { en: 'Gradient of loss', zh: '损失的梯度' },
  },
  gamma: { tex: '\\gamma', plain: 'γ', role: 'weight', words: { en: 'Scale', zh: '缩放' } },
  beta: { tex: '\\beta', plain: 'β', role: 'bias', words: { en: 'Shift', zh: '平移' } },
  dgamma: {
    tex: '\\partial\\gamma',
    plain: '∂γ',
    role: 'gradient',
    words: { en: 'Gradient of scale', zh: '缩放的梯度' },
  },
  dbeta: {
    tex: '\\partial\\beta',
    plain: '∂β',
    role: 'gradient',
    words: { en: 'Gradient of shift', zh: '平移的梯度' },
  },
  shortcut: { tex: 'r', plain: 'r', role: 'input', words: { en: 'Shortcut', zh: '捷径' } },
  dshortcut: {
    tex: '\\partial r',
    plain: '∂r',
    role: 'gradient',
    words: { en: 'Gradient of shortcut', zh: '捷径的梯度' },
  },
  gate: { tex: "\\varphi'(z)", plain: 'φ′(z)', role: 'plain', words: { en: 'Gates', zh: '门' } },
  shared: { tex: 'w', plain: 'w', role: 'weight', words: { en: 'Shared weights', zh: '共享权重' } },
  dshared: {
    tex: '\\partial w',
    plain: '∂w',
    role: 'gradient',
    words: { en: 'Gradient of shared weights', zh: '共享权重的梯度' },
  },
  weights: { tex: 'w', plain: 'w', role: 'weight', words: { en: 'Weights', zh: '权重' } },
  dweights: { tex: '\\partial w', plain: '∂w', role: 'gradient', words: { en: 'Gradient', zh: '梯度' } },
  velocity: { tex: 'V', plain: 'V', role: 'plain', words: { en: 'Velocity', zh: '速度' } },
  meang: { tex: 'E', plain: 'E', role: 'plain', words: { en: 'Mean gradient', zh: '梯度的均值' } },
  meansq: { tex: 'Q', plain: 'Q', role: 'plain', words: { en: 'Mean square', zh: '平方的均值' } },
  stepped: { tex: "w'", plain: 'w′', role: 'weight', words: { en: 'New weights', zh: '新权重' } },
  C: { tex: '\\mathcal{C}', plain: '𝒞', role: 'weight', words: { en: 'Matrix', zh: '矩阵' } },
  Ct: {
    tex: '\\mathcal{C}^{\\top}',
    plain: '𝒞ᵀ',
    role: 'weight',
    words: { en: 'Matrix, transposed', zh: '转置后的矩阵' },
  },
  fold: { tex: '\\mathcal{C}', plain: '𝒞', role: 'weight', words: { en: 'Folded row', zh: '折回的一行' } },
  Xcol: {
    tex: 'X_{\\mathrm{col}}',
    plain: 'X',
    role: 'input',
    words: { en: 'Patches as columns', zh: '窗口按列排开' },
  },
  dXcol: {
    tex: '\\partial X_{\\mathrm{col}}',
    plain: '∂X',
    role: 'gradient',
    words: { en: 'Gradient of patches', zh: '各窗口的梯度' },
  },
  paths: { tex: '\\partial x', plain: '∂x', role: 'gradient', words: { en: 'Units', zh: '单元' } },
  shifted: {
    tex: 'T_\\tau x',
    plain: 'Tx',
    letter: 'T_τ x',
    role: 'input',
    words: { en: 'Shifted input', zh: '平移后的输入' },
  },
  yshifted: {
    tex: 'y(T_\\tau x)',
    plain: 'y(Tx)',
    letter: 'y(T_τ x)',
    role: 'output',
    words: { en: 'Output of shifted input', zh: '平移后输入的输出' },
  },
  shiftedy: {
    tex: 'T_\\tau\\,y(x)',
    plain: 'Ty(x)',
    letter: 'T_τ y(x)',
    role: 'output',
    words: { en: 'Shifted output', zh: '平移后的输出' },
  },
  goal: {
    tex: 'w^{\\star}',
    plain: 'w*',
    role: 'weight',
    words: { en: 'Hidden kernel', zh: '隐藏的卷积核' },
  },
  alpha: {
    tex: '\\alpha',
    plain: 'α',
    role: 'gradient',
    words: { en: 'Mean gradients', zh: '梯度的均值' },
  },
  weighted: { tex: '\\alpha a', plain: 'αa', role: 'plain', words: { en: 'Weighted maps', zh: '加权的图' } },
  sloped: {
    tex: 'a\\,\\partial a',
    plain: 'a∂a',
    role: 'plain',
    words: { en: 'Maps × gradients', zh: '图乘梯度' },
  },
  cam: { tex: '\\mathrm{cam}', plain: 'cam', role: 'output', words: { en: 'Grad-CAM', zh: 'Grad-CAM' } },
  size: {
    tex: '|\\partial x|',
    plain: '|∂x|',
    role: 'gradient',
    words: { en: 'Size of the gradient', zh: '梯度的大小' },
  },
  x0: { tex: 'x^{0}', plain: 'x⁰', role: 'input', words: { en: 'Picture at first', zh: '原来的图像' } },
  change: { tex: 'x-x^{0}', plain: 'x − x⁰', role: 'weight', words: { en: 'Change', zh: '改动' } },
  shuffled: { tex: "x'", plain: 'x′', role: 'plain', words: { en: 'Change shuffled', zh: '打乱的改动' } },
  mismatch: { tex: '\\Delta', plain: 'Δ', role: 'gradient', words: { en: 'Difference', zh: '差' } },
} as const satisfies Record<string, SymbolEntry>;

export type SymbolId = keyof typeof SYMBOLS;

/**
 * The entry of a tensor's name. A plane of a larger tensor is named by its first places: `w_1_0` is channel 0
 * of filter 1 of `w`. A name that is not in the table stands for itself.
 */
export function symbolOf(name: string): SymbolEntry {
  const id = name.replace(/(_\d+)+$/, '');
  return id in SYMBOLS
    ? SYMBOLS[id as SymbolId]
    : { tex: `\\mathrm{${id}}`, plain: id, role: 'plain', words: { en: id, zh: id } };
}

/** `\x` becomes the symbol in its role's colour, linked by `data-symbol` with its grid and its cells. */
export function tex(id: string, subscript = ''): string {
  const { tex: body, role } = symbolOf(id);
  const sub = subscript ? `_{${subscript}}` : '';
  return `\\htmlData{symbol=${id}}{\\htmlClass{role-${role}}{${body}${sub}}}`;
}
