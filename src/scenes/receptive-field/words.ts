import type { Text } from '../../language/language.ts';

export const WORDS = {
  title: { en: 'What one number sees', zh: '一个数看得见多少' },
  effective: { en: 'Effective field', zh: '有效感受野' },
  shortTitle: { en: 'What it sees', zh: '一个数看得见多少' },
  units: { en: 'Units', zh: '单元' },
  unitsNote: { en: 'from the side, the pixels at the bottom', zh: '从侧面看，最下面是像素' },
  theStack: { en: 'The network', zh: '网络' },
  theUnit: { en: 'Which unit', zh: '哪个单元' },
  stack: { en: 'Stack', zh: '堆叠' },
  layer: { en: 'Layer', zh: '层' },
  add: { en: 'Add a layer', zh: '加一层' },
  remove: { en: 'Remove the top layer', zh: '去掉顶层' },
  unit: { en: 'Unit', zh: '单元' },
  spread: { en: 'standard deviation', zh: '标准差' },
  profile: { en: 'paths to each pixel', zh: '到各像素的路径数' },
} as const satisfies Record<string, Text>;

export const PASSES = {
  up: { en: 'field', zh: '感受野' },
  down: { en: 'paths', zh: '路径' },
} as const;

export const STACK_NAMES = {
  three: { en: 'Three 3 × 3', zh: '三层 3 × 3' },
  dilated: { en: 'Dilations 1, 2, 4', zh: '膨胀率 1、2、4' },
  pyramid: { en: 'Stride 2 everywhere', zh: '步幅都是 2' },
  lenet: { en: 'LeNet-5', zh: 'LeNet-5' },
  vgg: { en: 'VGG-16', zh: 'VGG-16' },
  own: { en: 'Your own', zh: '自定义' },
} as const;
