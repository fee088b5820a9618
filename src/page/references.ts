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
  NIN: {
    short: { en: 'Lin et al. 2013', zh: 'Lin 等，2013' },
    authors: 'Min Lin, Qiang Chen and Shuicheng Yan',
    title: 'Network In Network',
    where: 'arXiv:1312.4400, 2013',
    url: 'https://arxiv.org/abs/1312.4400',
  },
  KSH: {
    short: { en: 'Krizhevsky et al. 2012', zh: 'Krizhevsky 等，2012' },
    authors: 'Alex Krizhevsky, Ilya Sutskever and Geoffrey Hinton',
    title: 'ImageNet Classification with Deep Convolutional Neural Networks',
    where: 'Advances in Neural Information Processing Systems 25, 2012',
    url: 'https://papers.nips.cc/paper/2012/hash/c399862d3b9d6b76c8436e924a68c45b-Abstract.html',
  },
  MN: {
    short: { en: 'Howard et al. 2017', zh: 'Howard 等，2017' },
    authors: 'Andrew G. Howard and others',
    title: 'MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications',
    where: 'arXiv:1704.04861, 2017',
    url: 'https://arxiv.org/abs/1704.04861',
  },
} as const;

export type ReferenceId = keyof typeof REFERENCES;
