import { thousands } from '../../../../formula/numbers.ts';
import type { Text } from '../../../../language/language.ts';

export const WORDS = {
  title: { en: 'Take along', zh: '带走' },
  save: { en: 'Save weights', zh: '保存权重' },
  load: { en: 'Load weights', zh: '载入权重' },
  open: { en: 'Open in network', zh: '在网络图中打开' },
  csv: { en: 'Curves (CSV)', zh: '曲线 (CSV)' },
  otherNetwork: {
    en: 'This file holds a network that cannot be trained here: its layers are not those that the settings can make. Nothing was changed.',
    zh: '这个文件里的网络不能在这里训练：它的层不是这些设置能搭出来的。什么都没有改动。',
  },
  notShown: {
    en: 'The figure of the network shows 8 and 16 filters of 5 × 5 with ReLU and max pooling. Train such a network, and its weights open there; these can be saved as a file.',
    zh: '网络图显示的是 8 个和 16 个 5 × 5 滤波器，带 ReLU 和最大池化。训练这样的网络，权重就能在那里打开；现在这些可以保存为文件。',
  },
  refused: {
    en: 'The browser keeps nothing for this site, so the figure of the network cannot get these weights. Save them as a file instead.',
    zh: '浏览器不让本站保存数据，网络图拿不到这些权重。请把它们保存为文件。',
  },
  notKept: {
    en: 'Loaded. The browser keeps nothing for this site: after leaving the page the file has to be loaded again.',
    zh: '已载入。浏览器不让本站保存数据：离开页面后要重新载入文件。',
  },
} as const satisfies Record<string, Text>;

export const loadedText = (name: string): Text => ({
  en: `Loaded: a new run starts from ${name}.`,
  zh: `已载入：新的训练从 ${name} 开始。`,
});

export const savedText = (name: string): Text => ({ en: `Saved as ${name}.`, zh: `已保存为 ${name}。` });

/** What weights are called where they are shown. */
export const nameAfter = (step: number): Text => ({
  en: `trained here, after step ${thousands(step)}`,
  zh: `在这里训练，第 ${thousands(step)} 步之后`,
});
