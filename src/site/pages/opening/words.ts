import type { Text } from '../../../language/language.ts';

/** The words of the opening page alone. */
export const OPENING_WORDS = {
  start: { en: 'Start with chapter 1', zh: '从第 1 章开始' },
  live: { en: 'Try it: draw a digit, and a network reads it', zh: '先试一试：画一个数字，让网络来读' },
  map: { en: 'The way through the chapters', zh: '各章路线' },
  pixel: { en: 'pixel', zh: '像素' },
  loss: { en: 'loss', zh: '损失' },
  gradient: { en: 'gradient', zh: '梯度' },
  legend: {
    en: 'Green leads out, from the pixel to the loss. Magenta leads back, to the gradient.',
    zh: '绿线是去路，从像素到损失；洋红线是回路，回到梯度。',
  },
  dashed: { en: ' Dashed: still to come.', zh: '虚线圆圈表示尚未写出的章节。' },
  aboutTitle: { en: 'Why take a network apart?', zh: '为什么要把网络拆开？' },
  hook: {
    en: 'A phone unlocks when it sees your face. A car stops for someone who steps off the kerb. A photo brightens the faces in it and leaves the sky alone. Behind all three stands a convolutional neural network, and you can use one through a library without knowing how it works. It goes well until it fails, and then there is nowhere to look.',
    zh: '手机看一眼你的脸就解锁；有人走下路沿，汽车便停住；照片自己把人脸提亮，天空却不动。三件事背后都是卷积神经网络。就算不懂原理，调一个库也能用上它。可一旦它出了错，你就不知道该往哪里看。',
  },
  promise: {
    en: 'Here you can look. We take the network apart, down to single numbers, and let each of them say what made it: first on the way out, from a picture to a decision; then on the way back, along which every weight finds out how it should change. School algebra is enough to begin. Whatever else is needed is told when it is needed, and worked out on numbers small enough to check by hand.',
    zh: '在这里，你有地方可看。我们把网络拆到一个个数，让每个数都说明自己由什么算出：先走去路，从一幅图像到一个判断；再走回路，每个权重在这条路上得知自己该怎样改。会中学代数就可以开始。其余的知识，用到时再讲，而且都用小到能手算的数算给你看。',
  },
  howTo: {
    en: 'Every figure is live: step through it, drag its sliders, or click a number to see where it came from. Guess before you look. A dotted phrase moves the figure to the step that it speaks of.',
    zh: '每幅图都是活的：可以单步播放，可以拖动滑块，也可以点开任何一个数，看它从哪里来。先猜，再看。点一下带虚线的短语，图就跳到它说的那一步。',
  },
  retold: {
    en: 'A re-telling, with figures you can touch, of {} by Piotr Skalski.',
    zh: '本文用可以动手的图，重新讲述 Piotr Skalski 的《{}》（中文译文题为《刷脸背后，卷积神经网络的数学原理原来是这样的》）。',
  },
} as const satisfies Record<string, Text>;

/** How much of the article is there. */
export const countOf = (here: number, total: number): Text => ({
  en: here === total ? `${total} chapters.` : `${total} chapters; ${here} of them can be read today.`,
  zh: here === total ? `共 ${total} 章。` : `共 ${total} 章，目前可读 ${here} 章。`,
});
