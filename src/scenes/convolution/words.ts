import { cellName } from '../../figures/Equation.tsx';
import { inSentence } from '../../formula/inSentence.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Language } from '../../language/language.ts';
import type { ConvolutionModel } from './model.ts';
import type { PassId } from './passes.ts';
import type { ConvolutionView } from './view.ts';

export const WORDS = {
  title: { en: 'Convolution, cell by cell', zh: '逐格看卷积' },
  direction: { en: 'Direction', zh: '方向' },
  forward: { en: 'Forward', zh: '前向' },
  backward: { en: 'Backward', zh: '反向' },
  method: { en: 'Method', zh: '方法' },
  scatter: { en: 'Scatter', zh: '分发' },
  gather: { en: 'Gather', zh: '收集' },
  input: { en: 'Input size', zh: '输入大小' },
  kernel: { en: 'Kernel size', zh: '卷积核大小' },
  stride: { en: 'Stride', zh: '步幅' },
  padding: { en: 'Padding', zh: '填充' },
  dilation: { en: 'Dilation', zh: '膨胀率' },
  fit: { en: 'Fit', zh: '填充方式' },
  valid: { en: 'valid', zh: 'valid' },
  same: { en: 'same', zh: 'same' },
  full: { en: 'full', zh: 'full' },
  source: { en: 'Picture', zh: '图像' },
  numbers: { en: 'Small numbers', zh: '小整数' },
  digit: { en: 'Handwritten digit', zh: '手写数字' },
  photo: { en: 'Photograph', zh: '照片' },
  which: { en: 'Digit', zh: '数字' },
  preset: { en: 'Kernel preset', zh: '预设卷积核' },
  own: { en: 'Your own', zh: '自定义' },
  loss: { en: 'Loss', zh: '损失' },
  given: { en: 'gradient given', zh: '给定梯度' },
  target: { en: 'distance to target', zh: '与目标的距离' },
  allRead: { en: 'every row and column is read', zh: '每一行、每一列都被读到' },
  sides: {
    en: (before: number, after: number) => `${before} before, ${after} after`,
    zh: (before: number, after: number) => `前 ${before}，后 ${after}`,
  },
  unread: {
    en: (n: number, padding: number) => {
      const last = n === 1 ? 'the last row and column' : `the last ${n} rows and columns`;
      if (padding === 0) return `${last} are never read: gradient 0`;
      return n <= padding
        ? `${last} of the padding are never read`
        : `${last}, ${padding} of them padding, are never read: gradient 0`;
    },
    zh: (n: number, padding: number) => {
      if (padding === 0) return `最后 ${n} 行 ${n} 列从未被读到，梯度为 0`;
      return n <= padding
        ? `填充的最后 ${n} 行 ${n} 列从未被读到`
        : `最后 ${n} 行 ${n} 列（其中 ${padding} 行 ${padding} 列是填充）从未被读到，梯度为 0`;
    },
  },
  spread: { en: ', zeros inserted and padded', zh: '，插零并填充' },
  turned: { en: ', turned by 180°', zh: '，旋转 180°' },
} as const;

export const PASS_NAMES: Readonly<Record<PassId, { en: string; zh: string }>> = {
  forward: { en: 'forward', zh: '前向' },
  loss: { en: '∂y', zh: '∂y' },
  dx: { en: 'backward: ∂x', zh: '反向：∂x' },
  dw: { en: '∂w', zh: '∂w' },
  db: { en: '∂b', zh: '∂b' },
};

const nameOf = (view: ConvolutionView): string => cellName(view.target.tensor, view.target.index);

/** What is to be seen now, from the view alone. */
export function captionOf(model: ConvolutionModel, view: ConvolutionView, language: Language): string {
  const { done, explanation, line, pass } = view;
  const [row = 0, col = 0] = explanation.index.length > 1 ? explanation.index.slice(-2) : [0, 0];
  const count = explanation.terms.length;
  const name = nameOf(view);
  const { params } = model;
  const result = `${line.sign}\u00a0${line.result.text}`;
  const amount = inSentence(line, language);
  const current =
    explanation.terms[done - 1]?.factors.map((f) => printNumber(f.value).text).join('\u00a0×\u00a0') ?? '';
  const en = language === 'en';
  if (view.asked) {
    const asked = cellName(view.asked.tensor, [view.asked.row, view.asked.col]);
    switch (explanation.tensor) {
      case 'y':
        return en
          ? `${name} ${result}: ${count - 1} products and the bias. The coloured input cells went into it, each with the weight that multiplied it.`
          : `${name} ${result}：${count - 1} 个乘积加上偏置。着色的输入格都参与了求和，格角标出与它相乘的权重。`;
      case 'dx':
        // The gather form multiplies zeros; a pixel that is read meets at least one output.
        if (explanation.terms.every(({ factors }) => factors.some((factor) => factor.virtual)))
          return en
            ? `No window reads ${asked}. Change it and no output changes: ${name} = 0.`
            : `没有窗口读到 ${asked}。改动它，哪个输出也不会变：${name} = 0。`;
        return en
          ? `${asked} reaches the outlined outputs; each sends its gradient back through the weight that read the pixel. Together: ${name} ${result}.`
          : `${asked} 影响被框出的那些输出；每个输出的梯度经由读取它的权重传回来，合计 ${name} ${result}。`;
      case 'dw':
        return en
          ? `${asked} is used once in every window, ${count === 1 ? 'once' : `${count} times`} in all. Its gradient is the sum of what it multiplied, weighted by ∂y: ${name} ${result}.`
          : `${asked} 在每个窗口里用一次，共 ${count} 次。它的梯度是它乘过的数以 ∂y 加权之和：${name} ${result}。`;
      case 'db':
        return en
          ? `${count === 1 ? 'The bias is added to the one output, so its gradient is that of the output' : `The bias is added to all ${count} outputs, so its gradient is the sum of all their gradients`}: ${name} ${result}.`
          : `偏置加到了全部 ${count} 个输出上，因此它的梯度是所有输出梯度之和：${name} ${result}。`;
      default:
        return en
          ? `${name} ${result} says how much the loss moves when this output moves.`
          : `${name} ${result}，表示这个输出变动时损失随之变动多少。`;
    }
  }
  switch (pass) {
    case 'forward':
      if (done === 0)
        return en
          ? 'The window lies over the top left corner. The first product comes next.'
          : '窗口停在左上角，下一步计算第一个乘积。';
      if (done === count)
        return en
          ? `Row ${row}, column ${col} of the output is written: ${count - 1} products and the bias add up to ${amount}.`
          : `输出第 ${row} 行第 ${col} 列写好了：${count - 1} 个乘积加偏置，得${amount}。`;
      return en
        ? `The window makes row ${row}, column ${col} of the output. ${done} of ${count - 1} ${count === 2 ? 'product is' : 'products are'} in; the last was ${current}.`
        : `窗口对着输出的第 ${row} 行第 ${col} 列。${count - 1} 个乘积已加入 ${done} 个，刚加的是 ${current}。`;
    case 'loss':
      return en
        ? `The loss ½‖y − t‖² pulls every output towards its target: ∂y is y − t. Here ${name} ${result}.`
        : `损失 ½‖y − t‖² 把每个输出拉向目标：∂y 就是 y − t。此处 ${name} ${result}。`;
    case 'dx':
      if (params.method === 'scatter') {
        const inside = row >= 0 && row < params.input && col >= 0 && col < params.input;
        if (!inside)
          return en
            ? `${current} lands on padding, outside the picture. It is cut off.`
            : `${current} 落在填充上，在图像之外，被裁掉。`;
        return en
          ? `One output gives its gradient away: ${current} lands on ${name}, which has ${done} of its ${count} contributions.`
          : `一个输出把梯度分发出去：${current} 落到 ${name}，它已收到 ${count} 份中的 ${done} 份。`;
      }
      return en
        ? `${name} gathers its gradient: the turned kernel lies over ∂y, ${done} of ${count} products are in${done === count ? ` and make ${amount}` : ''}.`
        : `${name} 收集自己的梯度：旋转后的卷积核盖在 ∂y 上，${count} 个乘积已加入 ${done} 个${done === count ? `，得${amount}` : ''}。`;
    case 'dw':
      return en
        ? `Weight ${row}, ${col} was used in ${count} windows. ${done} of them have added ∂y × x to its gradient. Nothing is turned here.`
        : `第 ${row} 行第 ${col} 列的权重用在 ${count} 个窗口里，已有 ${done} 个把 ∂y × x 加进它的梯度。这里没有任何翻转。`;
    case 'db':
      return en
        ? `The bias moved every output alike: its gradient adds up all of ∂y, ${done} of ${count} so far.`
        : `偏置对每个输出的影响相同：它的梯度就是把 ∂y 全部加起来，已加 ${done} 个，共 ${count} 个。`;
  }
}
