import type { GlossaryEntry } from './entry.ts';

/** Why convolution: fewer connections, shared weights, and the matrix that they make. */
export const STRUCTURES = {
  'locally-connected': {
    word: { en: 'locally connected layer', zh: '局部连接层' },
    also: ['local connectivity', 'unshared convolution', '局部连接', '非共享卷积'],
    means: {
      en: 'A layer whose outputs read only a small window each, but with weights of their own in every place.',
      zh: '每个输出只读一个小窗口，但每个位置的权重各不相同的层。',
    },
  },
  'weight-sharing': {
    word: { en: 'weight sharing', zh: '权重共享' },
    also: ['parameter sharing', 'tied weights', '参数共享', '权值共享'],
    means: {
      en: 'The same weights serve at every place of the picture. Going back, each weight collects a gradient from every place.',
      zh: '图像的每个位置都用同一组权重。反向时，每个权重从每个位置收集梯度。',
    },
  },
  sparse: {
    word: { en: 'sparse', zh: '稀疏' },
    also: ['sparse matrix', 'sparsity', '稀疏矩阵', '稀疏性'],
    means: {
      en: 'Mostly zeros. What is known to be zero need be neither stored nor multiplied.',
      zh: '绝大多数是 0。已知是 0 的数，既不用存，也不用乘。',
    },
  },
  toeplitz: {
    word: { en: 'Toeplitz matrix', zh: '托普利茨矩阵' },
    also: [
      'Toeplitz',
      'doubly blocked Toeplitz',
      'diagonal-constant',
      'Toeplitz 矩阵',
      '常对角矩阵',
      '双重分块托普利茨',
    ],
    means: {
      en: 'A matrix in which every falling diagonal holds one number. A stride-1 convolution of one channel, written as a matrix, is made of such blocks, arranged in the same way.',
      zh: '每条从左上到右下的对角线上都是同一个数的矩阵。单通道、步幅为 1 的卷积写成矩阵，就由这样的块按同样的规律排成。',
    },
    tex: 'T_{i,j}=t_{i-j}',
  },
  transpose: {
    word: { en: 'transpose', zh: '转置' },
    also: ['transposed matrix', '⊤', '转置矩阵'],
    means: {
      en: 'A matrix with rows and columns exchanged. If a layer is a matrix, its input gradient is the transposed matrix times the output gradient. It restores the shape, not the values.',
      zh: '行与列互换的矩阵。如果一层是一个矩阵，那么输入的梯度就是转置矩阵乘以输出的梯度。它恢复形状，不恢复数值。',
    },
    tex: '\\partial x=\\mathcal C^{\\top}\\,\\partial y',
  },
  'transposed-convolution': {
    word: { en: 'transposed convolution', zh: '转置卷积' },
    also: [
      'deconvolution',
      'fractionally strided',
      'up-convolution',
      'output padding',
      '反卷积',
      '上采样',
      '输出填充',
    ],
    means: {
      en: 'A layer that does forwards what a convolution does to a gradient on its way back: it stamps its kernel once for each number that comes in, and so makes a small map large. It restores the shape, not the values.',
      zh: '前向时所做的事，正是卷积在反向时对梯度所做的：每进来一个数，就把它与整个卷积核的乘积加到结果里，于是小图变成大图。它恢复形状，不恢复数值。',
    },
    tex: 'n=s\\,(o-1)+\\hat k-p_0-p_1+\\rho',
  },
  checkerboard: {
    word: { en: 'checkerboard', zh: '棋盘效应' },
    also: ['checkerboard artefact', 'checkerboard pattern', 'artifact', '棋盘格', '棋盘伪影'],
    means: {
      en: 'The pattern that a transposed convolution leaves where its stride does not divide the size of its kernel: some places receive more products than their neighbours.',
      zh: '步幅不能整除卷积核大小时，转置卷积留下的花纹：有些位置收到的乘积比旁边的多。',
    },
  },
  im2col: {
    word: { en: 'im2col', zh: 'im2col' },
    also: ['image to column', 'unfold', 'lowering', 'GEMM', 'col2im', '展开', '矩阵乘法'],
    means: {
      en: 'Copies every window of the input into a column of a matrix, so that the convolution becomes one matrix product.',
      zh: '把输入的每个窗口抄成矩阵的一列，卷积就变成一次矩阵乘法。',
    },
    tex: 'y=\\mathbf W\\,X_{\\mathrm{col}}+b',
  },
} as const satisfies Record<string, GlossaryEntry>;
