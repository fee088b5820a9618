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
  LUO: {
    short: { en: 'Luo et al. 2016', zh: 'Luo 等，2016' },
    authors: 'Wenjie Luo, Yujia Li, Raquel Urtasun and Richard Zemel',
    title: 'Understanding the Effective Receptive Field in Deep Convolutional Neural Networks',
    where: 'NIPS 2016, arXiv:1701.04128',
    url: 'https://arxiv.org/abs/1701.04128',
  },
  SZ15: {
    short: { en: 'Simonyan & Zisserman 2015', zh: 'Simonyan 与 Zisserman，2015' },
    authors: 'Karen Simonyan and Andrew Zisserman',
    title: 'Very Deep Convolutional Networks for Large-Scale Image Recognition',
    where: 'ICLR 2015, arXiv:1409.1556',
    url: 'https://arxiv.org/abs/1409.1556',
  },
  YK16: {
    short: { en: 'Yu & Koltun 2016', zh: 'Yu 与 Koltun，2016' },
    authors: 'Fisher Yu and Vladlen Koltun',
    title: 'Multi-Scale Context Aggregation by Dilated Convolutions',
    where: 'ICLR 2016, arXiv:1511.07122',
    url: 'https://arxiv.org/abs/1511.07122',
  },
  ZH19: {
    short: { en: 'Zhang 2019', zh: 'Zhang，2019' },
    authors: 'Richard Zhang',
    title: 'Making Convolutional Networks Shift-Invariant Again',
    where: 'ICML 2019, arXiv:1904.11486',
    url: 'https://arxiv.org/abs/1904.11486',
  },
} as const;

export type ReferenceId = keyof typeof REFERENCES;
