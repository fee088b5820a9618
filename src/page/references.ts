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
  CPS: {
    short: { en: 'Chellapilla et al. 2006', zh: 'Chellapilla 等，2006' },
    authors: 'Kumar Chellapilla, Sidd Puri and Patrice Simard',
    title: 'High Performance Convolutional Neural Networks for Document Processing',
    where: 'International Workshop on Frontiers in Handwriting Recognition, 2006',
    url: 'https://inria.hal.science/inria-00112631',
  },
  LC89: {
    short: { en: 'LeCun et al. 1989', zh: 'LeCun 等，1989' },
    authors:
      'Yann LeCun, Bernhard Boser, John Denker, Donnie Henderson, Richard Howard, Wayne Hubbard and Lawrence Jackel',
    title: 'Backpropagation Applied to Handwritten Zip Code Recognition',
    where: 'Neural Computation 1 (4), 1989',
    url: 'https://doi.org/10.1162/neco.1989.1.4.541',
  },
  TYRW: {
    short: { en: 'Taigman et al. 2014', zh: 'Taigman 等，2014' },
    authors: 'Yaniv Taigman, Ming Yang, Marc’Aurelio Ranzato and Lior Wolf',
    title: 'DeepFace: Closing the Gap to Human-Level Performance in Face Verification',
    where: 'CVPR, 2014',
    url: 'https://openaccess.thecvf.com/content_cvpr_2014/html/Taigman_DeepFace_Closing_the_2014_CVPR_paper.html',
  },
} as const;

export type ReferenceId = keyof typeof REFERENCES;
