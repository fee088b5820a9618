import type { Text } from '../language/language.ts';
import { type Role, SYMBOLS, type SymbolId } from './symbols.ts';

/** One line of the table of symbols. */
export interface NotationEntry {
  /** As typeset; several letters that belong together are separated by commas. */
  readonly tex: string;
  readonly means: Text;
  readonly role: Role;
}

interface NotationPart {
  readonly title: Text;
  readonly entries: readonly NotationEntry[];
}

const line = (tex: string, en: string, zh: string, role: Role = 'plain'): NotationEntry => ({
  tex,
  means: { en, zh },
  role,
});

/** A tensor of the table of symbols: its letter and its colour are written there. */
const tensor = (id: SymbolId, en: string, zh: string): NotationEntry =>
  line(SYMBOLS[id].tex, en, zh, SYMBOLS[id].role);

/** Every letter and sign of the article, each with its one meaning. */
export const NOTATION: readonly NotationPart[] = [
  {
    title: { en: 'Tensors', zh: '张量' },
    entries: [
      tensor(
        'x',
        'input of an operation; with two indices one pixel of it',
        '一次运算的输入；带两个下标时是其中一个像素',
      ),
      tensor('padded', 'input with its padding', '加上填充之后的输入'),
      tensor('w', 'kernel: the weights', '卷积核，也就是权重'),
      line('\\hat w', 'dilated kernel, with zeros in its gaps', '撑开的卷积核，空隙处为 0', 'weight'),
      tensor('b', 'bias', '偏置'),
      tensor('y', 'output of an operation', '一次运算的输出'),
      tensor('unstrided', 'output at stride 1', '步幅为 1 时的输出'),
      tensor('s', 'sum over one channel', '一个通道上的总和'),
      tensor('pre', 'weighted sum, before the activation function', '激活函数之前的加权和'),
      line('h_i', 'number on the way through a computation graph', '计算图里途经的一个数', 'output'),
      tensor('act', 'activation: what the activation function makes of z', '激活值：z 经过激活函数的结果'),
      line('\\mathbf W', 'matrix of weights', '权重矩阵', 'weight'),
      tensor('C', 'a convolution, written as a matrix', '写成矩阵的卷积'),
      tensor('Xcol', 'windows of the input, a column each', '输入的各个窗口，每个占一列'),
      line('R,G,B', 'red, green and blue value of a pixel', '像素的红、绿、蓝三个值', 'input'),
      tensor('grey', 'grey value of a pixel', '像素的灰度值'),
    ],
  },
  {
    title: { en: 'Sizes and settings', zh: '大小与设置' },
    entries: [
      line('N', 'pictures in a batch', '一批图像的张数'),
      line('C,F', 'input channels, filters', '输入通道数，滤波器个数'),
      line("H,W,H',W'", 'height and width of the input; of the output', '输入的高和宽；输出的高和宽'),
      line('n,o', 'numbers along one side that go in, that come out', '沿一条边输入、输出的数的个数'),
      line(
        'm',
        'neurons of a dense layer; n then counts its inputs',
        '全连接层的神经元个数，这时 n 是它的输入个数',
      ),
      line(
        'k,\\hat k',
        'size of the kernel or window, and what it spans with its gaps',
        '卷积核或窗口的大小，以及连同空隙跨过的长度',
      ),
      line('s,d,g', 'stride, dilation rate, groups', '步幅，膨胀率，组数'),
      line('p_0,p_1', 'padding before and after; p where both are equal', '前、后的填充；两者相等时写作 p'),
      line('P', 'padding in all', '填充的总量'),
      line(
        '\\rho',
        'remainder: rows or columns at the far end that no window reaches',
        '余数：末端没有窗口够得着的行数或列数',
      ),
      line('U', 'uses: how many windows read a pixel', '使用次数：读到一个像素的窗口个数'),
      line('M', 'cells of all outputs, over which a loss is the mean', '损失取平均时，所有输出的格数'),
      line('D', 'number of layers', '层数'),
      line('\\alpha', 'slope of leaky ReLU below 0, depth of ELU', 'leaky ReLU 在 0 以下的斜率，ELU 的深度'),
      line(
        'r,J,\\xi',
        'receptive field: its side, its jump, the pixel where it begins',
        '感受野的边长、跳距、起始像素',
      ),
    ],
  },
  {
    title: { en: 'Places', zh: '位置' },
    entries: [
      line('c,f', 'a channel, a filter', '第几个通道，第几个滤波器'),
      line('c_0(f)', 'first channel of the group of filter f', '滤波器 f 所在组的第一个通道'),
      line(
        'i,j',
        'row and column of an output; in a dense layer, an input and a neuron',
        '输出的行和列；在全连接层里，输入和神经元的序号',
      ),
      line(
        "i',j'",
        'row and column of a pixel, beside those of an output',
        '与输出的行列并提时，像素的行和列',
      ),
      line('u,v', 'row and column in the kernel, or in a window', '卷积核内或窗口内的行和列'),
      line('l', 'a layer', '第几层'),
      line('\\psi', 'a rearrangement of the inputs', '输入的一种重新排列'),
      line('T_\\tau,\\tau', 'shift by τ pixels', '平移 τ 个像素'),
    ],
  },
  {
    title: { en: 'Functions', zh: '函数' },
    entries: [
      line('\\ln', 'natural logarithm', '自然对数'),
      line("\\varphi,\\varphi'", 'activation function, its slope', '激活函数，它的斜率'),
      line('\\sigma', 'sigmoid', 'sigmoid'),
      line('\\Phi', 'chance that a standard normal number is below z', '标准正态随机数小于 z 的概率'),
      line(
        '\\mathrm{argmax}(i,j)',
        'where the largest number of window (i, j) stands',
        '窗口 (i, j) 里最大的数所在的位置',
      ),
      line('\\mathrm{Var}', 'variance', '方差'),
      line('\\lfloor\\,\\rfloor,\\lceil\\,\\rceil', 'rounded down, rounded up', '向下取整，向上取整'),
      line('\\infty', 'infinity: −∞ is smaller than every number', '无穷大；−∞ 比任何数都小'),
      line('[\\ldots]', '1 if the statement holds, 0 if not', '命题成立为 1，不成立为 0'),
      line(
        '\\mathrm{vec}',
        'the numbers of a tensor in one line, row after row',
        '把张量的数一行接一行排成一长串',
      ),
      line('\\mathrm{pad}', 'padded before and after by the numbers given', '按给定的数目在前后填充'),
    ],
  },
  {
    title: { en: 'Signs', zh: '记号' },
    entries: [
      line('\\star,\\star_d', 'cross-correlation, with dilation rate d', '互相关，膨胀率为 d 的互相关'),
      line('*', 'convolution as mathematics has it, with a flip', '数学上的卷积，带翻转'),
      line('\\mathrm{rot}_{180}', 'turned by 180°', '旋转 180°'),
      line('\\uparrow_s', 's − 1 zeros between neighbours', '相邻两数之间插入 s − 1 个 0'),
      line('\\odot', 'product cell by cell', '逐格相乘'),
      line('\\top', 'transpose', '转置'),
      line('\\mathrel{+}=', 'added to what is there', '加到原有的数上'),
    ],
  },
  {
    title: { en: 'Learning', zh: '学习' },
    entries: [
      tensor('loss', 'loss', '损失'),
      tensor(
        'target',
        'target; of a class, 1 if it is the true one and 0 if not',
        '目标；对类别而言，真实的类别为 1，其余为 0',
      ),
      tensor('goal', 'hidden kernel, which made the target', '算出目标的那个隐藏的卷积核'),
      line(
        '\\partial x',
        'gradient ∂L/∂x; the same for w, b, y, z and a',
        '梯度 ∂L/∂x；w、b、y、z、a 与此相同',
        'gradient',
      ),
      line('\\theta', 'any one number of the network', '网络里的任意一个数'),
      line('\\varepsilon', 'a small nudge', '一个微小量'),
      line('\\delta', 'relative error of a gradient', '梯度的相对误差'),
      line(
        '\\varepsilon_{\\mathrm m}',
        'machine epsilon: from 1 to the next number of the format',
        '机器精度：该格式里从 1 到下一个数的距离',
      ),
      line(
        '\\alpha_k',
        'weight of map k in Grad-CAM: the mean of its gradient',
        'Grad-CAM 中图 k 的权重：它的梯度的均值',
        'gradient',
      ),
      line('\\eta', 'learning rate', '学习率'),
      line('\\Delta', 'change of what follows', '其后之量的变化'),
      line(
        '\\kappa',
        'decay: the share of its distance from grey that a pixel loses in a step',
        '衰减：每一步里，像素与灰色之间的距离减少的比例',
      ),
      line("w'", 'a weight after an update', '一次更新之后的权重', 'weight'),
      line(
        '\\lambda',
        'curvature of the loss, of several mostly the largest',
        '损失的曲率；有几个时，多指最大的那个',
      ),
      tensor('velocity', 'velocity of momentum', '动量法的速度'),
      tensor('meang', 'running mean of the gradient (Adam)', '梯度的滑动平均（Adam）'),
      tensor('meansq', 'running mean of its square (Adam)', '梯度平方的滑动平均（Adam）'),
      line(
        '\\mu,\\beta_1,\\beta_2',
        'shares of the old value that momentum and Adam keep',
        '动量法和 Adam 保留旧值的比例',
      ),
      line('K', 'number of the update, counted from 1', '第几次更新，从 1 数起'),
      line('q_j', 'probability of class j, made by softmax', 'softmax 算出的第 j 类的概率'),
      line('T', 'temperature, by which logits are divided', '温度，logits 除以它'),
    ],
  },
];
