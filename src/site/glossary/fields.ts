import type { GlossaryEntry } from './entry.ts';

/** Where networks come from, what they rest on, and what they are used for. */
export const FIELDS = {
  'deep-learning': {
    word: { en: 'deep learning', zh: '深度学习' },
    also: ['DL', 'deep neural network', '深度神经网络', 'shenduxuexi'],
    means: {
      en: 'Learning with networks of many layers: the features that a task needs are not designed by people but found by training, layer upon layer.',
      zh: '用许多层的网络来学习：任务需要的特征不由人设计，而由训练逐层找出。',
    },
  },
  'neural-network': {
    word: { en: 'neural network', zh: '神经网络' },
    also: ['network', 'net', 'NN', 'MLP', '网络', '多层感知机', 'shenjingwangluo'],
    means: {
      en: 'Layers of neurons, in which the outputs of one layer are the inputs of the next. As a whole it is one function with many parameters.',
      zh: '由神经元一层层搭成，前一层的输出就是后一层的输入。整体上，它是一个有许多参数的函数。',
    },
  },
  cnn: {
    word: { en: 'convolutional neural network', zh: '卷积神经网络' },
    also: ['CNN', 'ConvNet', 'convolutional network', '卷积网络', 'juanjishenjingwangluo'],
    means: {
      en: 'A neural network in which some layers are convolutions: each output reads only a small window, and all places share their weights.',
      zh: '含有卷积层的神经网络：每个输出只读一个小窗口，所有位置共享权重。',
    },
  },
  'computer-vision': {
    word: { en: 'computer vision', zh: '计算机视觉' },
    also: ['CV', 'machine vision', 'image recognition', '机器视觉', '图像识别', 'jisuanjishijue'],
    means: {
      en: 'The field in which computers draw conclusions from pictures: what is in them, where it is, and how it moves.',
      zh: '让计算机从图像得出结论的学科：图里有什么，在哪里，怎样运动。',
    },
  },
  'autonomous-driving': {
    word: { en: 'autonomous driving', zh: '自动驾驶' },
    also: ['automated driving', '无人驾驶', 'zidongjiashi'],
    means: {
      en: 'Driving that a computer does by itself. It has to see roads, signs and people in the pictures of its cameras, often with convolutional neural networks.',
      zh: '由计算机自己完成的驾驶。它要从摄像头的图像里看出道路、标志和行人，常常用卷积神经网络来做。',
    },
  },
  'self-driving-car': {
    word: { en: 'self-driving car', zh: '自动驾驶汽车' },
    also: ['autonomous car', 'autonomous vehicle', '无人车', '无人驾驶汽车', 'zidongjiashiqiche'],
    means: {
      en: 'A car that steers by what its cameras and other sensors measure, without a person at the wheel.',
      zh: '不靠人操纵、根据摄像头等传感器的测量结果行驶的汽车。',
    },
  },
  calculus: {
    word: { en: 'calculus', zh: '微积分' },
    also: ['analysis', 'differentiation', '微分', '求导', '积分', 'weijifen'],
    means: {
      en: 'The mathematics of change. This article needs one half of it: derivatives, and the chain rule that joins them.',
      zh: '研究变化的数学。本文只用到其中一半：导数，以及把导数连起来的链式法则。',
    },
  },
  'linear-algebra': {
    word: { en: 'linear algebra', zh: '线性代数' },
    also: ['matrix', 'vector', 'matrix product', '矩阵', '向量', '线代', 'xianxingdaishu'],
    means: {
      en: 'The mathematics of vectors and matrices. A layer without its activation function is a matrix times a vector, plus a bias.',
      zh: '研究向量和矩阵的数学。一层去掉激活函数，就是矩阵乘以向量，再加偏置。',
    },
  },
} as const satisfies Record<string, GlossaryEntry>;
