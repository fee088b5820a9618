import type { GlossaryEntry } from './entry.ts';

/** Neurons, what they are made of, and the bends that they go through. */
export const NETWORKS = {
  neuron: {
    word: { en: 'neuron', zh: '神经元' },
    also: ['unit', 'node', '单元', '节点'],
    means: {
      en: 'A weighted sum of its inputs plus a bias, passed through an activation function.',
      zh: '把输入加权求和，加上偏置，再交给激活函数。',
    },
    tex: 'y=\\varphi\\Big(b+\\sum_i w_i\\,x_i\\Big)',
  },
  weight: {
    word: { en: 'weight', zh: '权重' },
    also: ['coefficient', 'connection strength', '权值', '系数'],
    means: {
      en: 'The number by which an input is multiplied. Training changes it.',
      zh: '与输入相乘的数。训练改变的就是它。',
    },
  },
  bias: {
    word: { en: 'bias', zh: '偏置' },
    also: ['offset', 'intercept', '偏差', '偏移', '截距'],
    means: {
      en: 'A number that is added whatever the input is. A filter has exactly one, however many channels it reads.',
      zh: '无论输入是什么都要加上的一个数。一个滤波器不管读几个通道，都只有一个偏置。',
    },
  },
  parameter: {
    word: { en: 'parameter', zh: '参数' },
    also: ['trainable parameter', 'learnable parameter', '可训练参数'],
    means: {
      en: 'A number that training sets: every weight and every bias. What people choose beforehand, such as the stride, is a hyperparameter.',
      zh: '由训练确定的数：所有权重和所有偏置。事先由人选定的，例如步幅，叫超参数。',
    },
  },
  hyperparameter: {
    word: { en: 'hyperparameter', zh: '超参数' },
    also: ['setting', 'hyper-parameter', '超参'],
    means: {
      en: 'What people choose before training and training does not change: kernel size, stride, padding, number of filters, learning rate.',
      zh: '训练之前由人选定、训练不会改变的量：卷积核大小、步幅、填充、滤波器个数、学习率。',
    },
  },
  'dense-layer': {
    word: { en: 'dense layer', zh: '全连接层' },
    also: ['fully connected layer', 'linear layer', 'FC', 'affine', '稠密层', '线性层', '密集层'],
    means: {
      en: 'A layer in which every output reads every input, each with a weight of its own.',
      zh: '每个输出都读全部输入的层，而且每条连接各有自己的权重。',
    },
    tex: 'y=\\mathbf W x+b',
  },
  activation: {
    word: { en: 'activation function', zh: '激活函数' },
    also: ['non-linearity', 'nonlinearity', 'activation', '非线性', '激励函数'],
    means: {
      en: 'A function of one number, applied to each number by itself. Without one, any stack of layers is no more than a single linear layer.',
      zh: '对每个数单独作用的一元函数。没有它，再多的层叠起来也只相当于一个线性层。',
    },
  },
  relu: {
    word: { en: 'ReLU', zh: 'ReLU' },
    also: ['rectified linear unit', 'rectifier', '线性整流函数', '修正线性单元'],
    means: {
      en: 'Keeps what is positive and turns the rest into 0. Its derivative is 1 above 0 and 0 below; at 0 itself it is taken as 0.',
      zh: '正数原样保留，其余变成 0。导数在 0 以上是 1，以下是 0；恰在 0 处约定取 0。',
    },
    tex: '\\mathrm{ReLU}(z)=\\max(0,z)',
  },
  sigmoid: {
    word: { en: 'sigmoid', zh: 'sigmoid' },
    also: ['logistic function', 'sigmoid 函数', 'σ', 'S 形函数', '逻辑函数'],
    means: {
      en: 'Squeezes any number into the range from 0 to 1. It is steepest at 0, where its derivative is only ¼.',
      zh: '把任意实数压到 0 与 1 之间。它在 0 处最陡，而那里的导数也只有 ¼。',
    },
    tex: '\\sigma(z)=\\frac{1}{1+e^{-z}}\\qquad\\sigma^{\\prime}=\\sigma(1-\\sigma)',
  },
  tanh: {
    word: { en: 'tanh', zh: 'tanh' },
    also: ['hyperbolic tangent', 'tanh 函数', '双曲正切'],
    means: {
      en: 'Squeezes any number into the range from −1 to 1, and keeps its sign.',
      zh: '把任意实数压到 −1 与 1 之间，符号不变。',
    },
    tex: '\\tanh^{\\prime}z=1-\\tanh^2 z',
  },
  saturation: {
    word: { en: 'saturation', zh: '饱和' },
    also: ['saturated', 'saturate', '饱和区'],
    means: {
      en: 'A neuron far out on the flat part of its activation function, where the slope is almost 0: it hardly learns.',
      zh: '神经元处在激活函数平坦的一端，斜率几乎为 0，因而几乎学不动。',
    },
  },
  initialisation: {
    word: { en: 'initialisation', zh: '初始化' },
    also: ['initialization', 'He initialisation', 'Glorot', 'Xavier', 'Kaiming', '权重初始化', 'He 初始化'],
    means: {
      en: 'The random numbers with which the weights begin. Their variance is chosen so that neither activations nor gradients grow or shrink from layer to layer.',
      zh: '权重开始时所取的随机数。方差要选得合适，使激活值和梯度逐层传递时既不变大，也不变小。',
    },
    tex: '\\mathrm{Var}(w)=\\frac2n',
  },
  dropout: {
    word: { en: 'dropout', zh: 'Dropout' },
    also: ['随机失活', '丢弃法', '暂退法'],
    means: {
      en: 'During training, random activations are set to 0 and the others enlarged to make up for it. Backwards, the same ones are 0.',
      zh: '训练时随机把一些激活值置 0，其余的相应放大。反向时，为 0 的还是那些格子。',
    },
  },
  'batch-norm': {
    word: { en: 'batch normalisation', zh: '批归一化' },
    also: ['batch normalization', 'batch norm', 'BN', '批量归一化', '批标准化'],
    means: {
      en: 'Each channel is brought to mean 0 and variance 1 over the batch, then scaled and shifted by two learned numbers.',
      zh: '把每个通道在整批数据上变成平均值 0、方差 1，再用两个学来的数缩放和平移。',
    },
  },
  ablation: {
    word: { en: 'ablation', zh: '消融' },
    also: ['lesion', 'knock-out', '消融实验', '敲除'],
    means: {
      en: 'Taking a part of a network away, or fixing what it hands on, and measuring what is missed.',
      zh: '拿掉网络的一部分，或把它交出的东西固定不变，再看缺了什么。',
    },
  },
} as const satisfies Record<string, GlossaryEntry>;
