import type { Text } from '../../language/language.ts';

/** A chapter that is still to come. */
export interface Announced {
  readonly number: number;
  readonly title: Text;
  /** One line on what it will tell. */
  readonly line: Text;
}

/** The chapters that follow. One that exists, by its folder's number, is no longer announced. */
export const ANNOUNCED: readonly Announced[] = [
  {
    number: 10,
    title: { en: 'Keep the largest', zh: '只留最大的' },
    line: {
      en: 'Pooling: what a network gains when it forgets where exactly something was.',
      zh: '池化：网络忘掉“到底在哪儿”之后，换来了什么。',
    },
  },
  {
    number: 11,
    title: { en: 'From maps to a decision', zh: '从特征图到判断' },
    line: {
      en: 'Ten scores become ten shares, and one number says how wrong they are.',
      zh: '十个得分变成十个概率，再用一个数说出错得有多离谱。',
    },
  },
  {
    number: 12,
    title: { en: 'Which way is down?', zh: '哪边是下坡？' },
    line: {
      en: 'A derivative, a gradient, a step; and why too large a step never arrives.',
      zh: '导数、梯度、迈出一步，以及步子太大为何永远走不到。',
    },
  },
  {
    number: 13,
    title: { en: 'The chain rule', zh: '链式法则' },
    line: {
      en: 'Slopes multiply along a path, and add where paths meet.',
      zh: '沿着一条路，斜率相乘；几条路汇合，斜率相加。',
    },
  },
  {
    number: 14,
    title: { en: 'Back through a convolution', zh: '反向穿过卷积' },
    line: {
      en: 'Why the kernel turns, where the zeros come from, and nine numbers that learn.',
      zh: '卷积核为何要转半圈，那些零从哪里来，以及九个会学习的数。',
    },
  },
  {
    number: 15,
    title: { en: 'Back through the rest', zh: '反向穿过其余各层' },
    line: {
      en: 'Gates that let a gradient pass, and gates that do not.',
      zh: '有的门放梯度过去，有的门不放。',
    },
  },
  {
    number: 16,
    title: { en: 'Prove it', zh: '验证给你看' },
    line: {
      en: 'Nudge one weight, compare the losses, and catch a broken backward pass.',
      zh: '拨动一个权重，比较两次损失，把写错的反向传播揪出来。',
    },
  },
  {
    number: 17,
    title: { en: 'The network, whole', zh: '完整的网络' },
    line: {
      en: 'Every layer of a trained network, forwards and backwards, down to any single sum.',
      zh: '一个训练好的网络，每一层都可以正着看、反着看，直到任意一个和式。',
    },
  },
  {
    number: 18,
    title: { en: 'Learning', zh: '学习' },
    line: {
      en: 'A network trained in this tab, one step at a time or a thousand.',
      zh: '就在这个标签页里训练一个网络，一次走一步，也可以走一千步。',
    },
  },
  {
    number: 19,
    title: { en: 'The workbench', zh: '工作台' },
    line: {
      en: 'Any operation, every setting, your own numbers.',
      zh: '任何一种运算，全部参数，换上你自己的数。',
    },
  },
];
