/** The sources that the article cites, by the id that a chapter writes. */
export const REFERENCES = {
  SK: {
    short: { en: 'Skalski 2019', zh: 'Skalski，2019' },
    authors: 'Piotr Skalski',
    title: 'Gentle Dive into Math Behind Convolutional Neural Networks',
    where: 'Towards Data Science, 2019',
    url: 'https://towardsdatascience.com/gentle-dive-into-math-behind-convolutional-neural-networks-79a07dd44cf9',
  },
  GBC: {
    short: { en: 'Goodfellow et al. 2016', zh: 'Goodfellow 等，2016' },
    authors: 'Ian Goodfellow, Yoshua Bengio and Aaron Courville',
    title: 'Deep Learning',
    where: 'MIT Press, 2016',
    url: 'https://www.deeplearningbook.org/',
  },
  DV: {
    short: { en: 'Dumoulin & Visin 2016', zh: 'Dumoulin 与 Visin，2016' },
    authors: 'Vincent Dumoulin and Francesco Visin',
    title: 'A guide to convolution arithmetic for deep learning',
    where: 'arXiv:1603.07285, 2016',
    url: 'https://arxiv.org/abs/1603.07285',
  },
  '231': {
    short: { en: 'CS231n notes', zh: 'CS231n 讲义' },
    authors: 'Stanford University',
    title: 'CS231n: Deep Learning for Computer Vision, course notes',
    where: 'Convolutional Networks',
    url: 'https://cs231n.github.io/convolutional-networks/',
  },
  AR: {
    short: { en: 'Araujo et al. 2019', zh: 'Araujo 等，2019' },
    authors: 'André Araujo, Wade Norris and Jack Sim',
    title: 'Computing Receptive Fields of Convolutional Neural Networks',
    where: 'Distill, 2019',
    url: 'https://distill.pub/2019/computing-receptive-fields/',
  },
  TFPAD: {
    short: { en: 'TensorFlow, tf.nn', zh: 'TensorFlow，tf.nn' },
    authors: 'The TensorFlow Authors',
    title: 'Module: tf.nn, notes on padding',
    where: 'TensorFlow API documentation',
    url: 'https://www.tensorflow.org/api_docs/python/tf/nn',
  },
  PTCONV: {
    short: { en: 'PyTorch, Conv2d', zh: 'PyTorch，Conv2d' },
    authors: 'The PyTorch Contributors',
    title: 'torch.nn.Conv2d',
    where: 'PyTorch documentation',
    url: 'https://pytorch.org/docs/stable/generated/torch.nn.Conv2d.html',
  },
  ISLAM20: {
    short: { en: 'Islam et al. 2020', zh: 'Islam 等，2020' },
    authors: 'Md Amirul Islam, Sen Jia and Neil D. B. Bruce',
    title: 'How Much Position Information Do Convolutional Neural Networks Encode?',
    where: 'ICLR, 2020',
    url: 'https://arxiv.org/abs/2001.08248',
  },
  ZHANG19: {
    short: { en: 'Zhang 2019', zh: 'Zhang，2019' },
    authors: 'Richard Zhang',
    title: 'Making Convolutional Networks Shift-Invariant Again',
    where: 'ICML, 2019',
    url: 'https://arxiv.org/abs/1904.11486',
  },
  YK16: {
    short: { en: 'Yu & Koltun 2016', zh: 'Yu 与 Koltun，2016' },
    authors: 'Fisher Yu and Vladlen Koltun',
    title: 'Multi-Scale Context Aggregation by Dilated Convolutions',
    where: 'ICLR, 2016',
    url: 'https://arxiv.org/abs/1511.07122',
  },
  BAG19: {
    short: { en: 'He et al. 2019', zh: 'He 等，2019' },
    authors: 'Tong He, Zhi Zhang, Hang Zhang, Zhongyue Zhang, Junyuan Xie and Mu Li',
    title: 'Bag of Tricks for Image Classification with Convolutional Neural Networks',
    where: 'CVPR, 2019',
    url: 'https://arxiv.org/abs/1812.01187',
  },
} as const;

export type ReferenceId = keyof typeof REFERENCES;
