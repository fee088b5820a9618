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
  Glorot2011: {
    short: { en: 'Glorot et al. 2011', zh: 'Glorot 等，2011' },
    authors: 'Xavier Glorot, Antoine Bordes and Yoshua Bengio',
    title: 'Deep Sparse Rectifier Neural Networks',
    where: 'AISTATS, 2011',
    url: 'https://proceedings.mlr.press/v15/glorot11a.html',
  },
  Maas2013: {
    short: { en: 'Maas et al. 2013', zh: 'Maas 等，2013' },
    authors: 'Andrew L. Maas, Awni Y. Hannun and Andrew Y. Ng',
    title: 'Rectifier Nonlinearities Improve Neural Network Acoustic Models',
    where: 'ICML Workshop on Deep Learning for Audio, Speech and Language Processing, 2013',
    url: 'https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf',
  },
  Clevert2016: {
    short: { en: 'Clevert et al. 2016', zh: 'Clevert 等，2016' },
    authors: 'Djork-Arné Clevert, Thomas Unterthiner and Sepp Hochreiter',
    title: 'Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)',
    where: 'ICLR, 2016; arXiv:1511.07289',
    url: 'https://arxiv.org/abs/1511.07289',
  },
  Hendrycks2016: {
    short: { en: 'Hendrycks & Gimpel 2016', zh: 'Hendrycks 与 Gimpel，2016' },
    authors: 'Dan Hendrycks and Kevin Gimpel',
    title: 'Gaussian Error Linear Units (GELUs)',
    where: 'arXiv:1606.08415, 2016',
    url: 'https://arxiv.org/abs/1606.08415',
  },
  Ramachandran2017: {
    short: { en: 'Ramachandran et al. 2017', zh: 'Ramachandran 等，2017' },
    authors: 'Prajit Ramachandran, Barret Zoph and Quoc V. Le',
    title: 'Searching for Activation Functions',
    where: 'arXiv:1710.05941, 2017',
    url: 'https://arxiv.org/abs/1710.05941',
  },
  NN231: {
    short: { en: 'CS231n notes, neural networks 1', zh: 'CS231n 讲义，神经网络（一）' },
    authors: 'Stanford University',
    title: 'CS231n: Deep Learning for Computer Vision, course notes',
    where: 'Neural Networks Part 1',
    url: 'https://cs231n.github.io/neural-networks-1/',
  },
} as const;

export type ReferenceId = keyof typeof REFERENCES;
