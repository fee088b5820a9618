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
  BT601: {
    short: { en: 'ITU-R BT.601', zh: 'ITU-R BT.601' },
    authors: 'International Telecommunication Union',
    title: 'Recommendation BT.601: Studio encoding parameters of digital television',
    where: 'ITU-R, 7th edition, 2011',
    url: 'https://www.itu.int/rec/R-REC-BT.601',
  },
  PTCL: {
    short: { en: 'PyTorch: channels last', zh: 'PyTorch：channels last' },
    authors: 'Vitaly Fedyunin',
    title: 'Channels Last Memory Format in PyTorch',
    where: 'PyTorch tutorials',
    url: 'https://pytorch.org/tutorials/intermediate/memory_format_tutorial.html',
  },
} as const;

export type ReferenceId = keyof typeof REFERENCES;
