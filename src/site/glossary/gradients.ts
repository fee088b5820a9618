import type { GlossaryEntry } from './entry.ts';

/** The way back. */
export const GRADIENTS = {
  derivative: {
    word: { en: 'derivative', zh: '导数' },
    also: ['slope', 'partial derivative', '斜率', '偏导数', '微商'],
    means: {
      en: 'The change of a function’s value over the change of its input, as that change shrinks to 0: the slope of its curve.',
      zh: '函数值的变化与输入的变化之比，在后者趋于 0 时的极限：曲线的斜率。',
    },
    tex: '\\frac{\\partial L}{\\partial w}=\\lim_{\\varepsilon\\to 0}\\frac{L(w+\\varepsilon)-L(w)}{\\varepsilon}',
  },
  gradient: {
    word: { en: 'gradient', zh: '梯度' },
    also: ['partial derivatives', 'grad', '∂', '∇', '偏导'],
    means: {
      en: 'The derivatives of the loss by all the numbers of a tensor. It has the shape of that tensor, and says for each number how the loss answers to it.',
      zh: '损失对一个张量中每个数的导数。它与该张量形状相同，逐个说明损失会怎样随这个数变化。',
    },
    tex: '\\partial w=\\frac{\\partial L}{\\partial w}',
  },
  'saliency-map': {
    word: { en: 'saliency map', zh: '显著图' },
    also: ['saliency', 'input gradient', '显著性', '显著性图'],
    means: {
      en: 'The gradient of one score with respect to the picture: for each pixel, how the score answers to a small change of that pixel alone.',
      zh: '一个得分对图像的梯度：逐个说明，单独微微改动一个像素时，得分怎样变化。',
    },
  },
  'adversarial-example': {
    word: { en: 'adversarial example', zh: '对抗样本' },
    also: ['adversarial attack', 'FGSM', '对抗攻击', '对抗性样本'],
    means: {
      en: 'A picture that was changed so little that a person hardly sees it, in the direction in which the network errs soonest.',
      zh: '朝着网络最容易出错的方向略加改动的图像，改动小到人几乎看不出来。',
    },
  },
  'chain-rule': {
    word: { en: 'chain rule', zh: '链式法则' },
    also: ['composition', '复合函数求导', '连锁律'],
    means: {
      en: 'Along a path, derivatives are multiplied; where several paths meet, they are added.',
      zh: '沿着一条路径，导数相乘；几条路径汇合处，导数相加。',
    },
    tex: '\\frac{\\partial L}{\\partial x}=\\sum_i\\frac{\\partial L}{\\partial y_i}\\,\\frac{\\partial y_i}{\\partial x}',
  },
  backpropagation: {
    word: { en: 'backpropagation', zh: '反向传播' },
    also: ['backprop', 'backward pass', 'reverse-mode differentiation', '反传', 'BP', '逆传播'],
    means: {
      en: 'The chain rule, worked from the loss back to the input, so that every gradient is computed once and used by all that need it.',
      zh: '从损失一路往回，直到输入，逐层应用链式法则；每个梯度只算一次，供所有需要它的地方使用。',
    },
  },
  'computation-graph': {
    word: { en: 'computation graph', zh: '计算图' },
    also: ['graph', 'DAG', 'node', 'edge', '运算图', '节点', '有向无环图'],
    means: {
      en: 'A computation written out number by number: each node is one operation, each edge leads a number into one. Gradients run through it backwards.',
      zh: '把计算一个数一个数地写开：每个节点是一次运算，每条边把一个数送进一次运算。梯度沿着它反向走。',
    },
  },
  'upstream-gradient': {
    word: { en: 'upstream gradient', zh: '上游梯度' },
    also: ['adjoint', 'cotangent', 'local gradient', 'local slope', '局部斜率', '局部导数'],
    means: {
      en: 'The gradient that an operation receives from the side of the loss, before it multiplies it by its own slope and hands it on.',
      zh: '一次运算从损失那一侧收到的梯度。它乘上自己的局部斜率，再往前传。',
    },
    tex: '\\partial x=\\partial h\\cdot\\frac{\\partial h}{\\partial x}',
  },
  'automatic-differentiation': {
    word: { en: 'automatic differentiation', zh: '自动微分' },
    also: ['autograd', 'forward mode', 'reverse mode', 'AD', '前向模式', '反向模式'],
    means: {
      en: 'Derivatives of a program by the chain rule, operation by operation. Forward mode needs a sweep for each input, reverse mode one for each result; backpropagation is reverse mode with a single loss.',
      zh: '按链式法则逐个运算地求一段程序的导数。前向模式每个输入走一趟，反向模式每个结果走一趟；反向传播就是只有一个损失的反向模式。',
    },
  },
  mask: {
    word: { en: 'mask', zh: '掩码' },
    also: ['gate', 'ReLU mask', '掩模', '门', '遮罩'],
    means: {
      en: 'A grid that another one is multiplied by, cell by cell: 1 lets through, 0 stops. ReLU, max pooling and dropout make one on the way forwards and use it on the way back.',
      zh: '与另一张表逐格相乘的表：1 放行，0 拦下。ReLU、最大池化和 Dropout 在前向时做出掩码，反向时再用它。',
    },
  },
  'vanishing-gradient': {
    word: { en: 'vanishing gradient', zh: '梯度消失' },
    also: ['exploding gradient', 'vanish', 'explode', '梯度爆炸', '梯度弥散'],
    means: {
      en: 'Through many layers a gradient is multiplied many times. If the factors are mostly below 1, it dies away before it reaches the first layers; if above, it explodes.',
      zh: '梯度穿过许多层，就要乘上许多次。因子大多小于 1，它还没到最前面几层就消失了；大多大于 1，则会爆炸。',
    },
    tex: '\\left(\\tfrac14\\right)^{10}\\approx10^{-6}',
  },
  'gradient-descent': {
    word: { en: 'gradient descent', zh: '梯度下降' },
    also: ['SGD', 'steepest descent', 'optimiser', '最速下降', '随机梯度下降', '优化器'],
    means: {
      en: 'How training changes a number: a small step against its gradient, again and again. The size of the step is set by the learning rate.',
      zh: '训练改变一个数的办法：逆着它的梯度走一小步，一次又一次。步子有多大，由学习率决定。',
    },
    tex: 'w\\leftarrow w-\\eta\\,\\frac{\\partial L}{\\partial w}',
  },
  'learning-rate': {
    word: { en: 'learning rate', zh: '学习率' },
    also: ['step size', 'eta', 'η', 'schedule', '学习率调度'],
    means: {
      en: 'The factor that makes a step out of a gradient. Too small, and training takes for ever; above 2 over the curvature, each step overshoots by more than it was off.',
      zh: '把梯度变成步子的系数。太小，训练没完没了；超过 2 除以曲率，每一步冲过头的都比原来差的还多。',
    },
    tex: '0<\\eta<\\frac{2}{\\lambda}',
  },
  curvature: {
    word: { en: 'curvature', zh: '曲率' },
    also: ['second derivative', 'Hessian', 'eigenvalue', '二阶导数', '黑塞矩阵', '海森矩阵'],
    means: {
      en: 'How fast the slope itself changes: the second derivative. With several weights there is one for each principal direction, and the largest bounds the learning rate.',
      zh: '斜率自己变化的快慢，即二阶导数。有多个权重时，每个主方向各有一个，最大的那个限定了学习率。',
    },
    tex: '\\lambda=\\frac{\\partial^2L}{\\partial w^2}',
  },
  'local-minimum': {
    word: { en: 'local minimum', zh: '局部极小值' },
    also: ['minimum', 'global minimum', '极小值', '全局最小值', '局部最优'],
    means: {
      en: 'A place from which every small step leads up. The deepest of them all is the global minimum.',
      zh: '从这里往任何方向走一小步，都是上坡。其中最深的那个，是全局最小值。',
    },
  },
  'saddle-point': {
    word: { en: 'saddle point', zh: '鞍点' },
    also: ['saddle', 'stationary point', '马鞍', '驻点'],
    means: {
      en: 'A place where the gradient is 0, with a valley in some directions and a hill in others.',
      zh: '梯度为 0，而在一些方向上是谷、另一些方向上是山的地方。',
    },
  },
  'mini-batch': {
    word: { en: 'mini-batch', zh: '小批量' },
    also: ['batch', 'stochastic', 'batch size', '批', '批大小', '批量'],
    means: {
      en: 'A few examples, drawn at random, whose mean gradient stands for that of all. It is right on average and noisy each time.',
      zh: '随机抽出的几个样本，用它们的平均梯度代替全部样本的梯度。平均起来是对的，每一次都带噪声。',
    },
  },
  momentum: {
    word: { en: 'momentum', zh: '动量' },
    also: ['heavy ball', 'velocity', '动量法', '速度'],
    means: {
      en: 'Gradient descent with a memory: each step follows a velocity, which keeps a share of its old value and takes in the new gradient.',
      zh: '有记性的梯度下降：每一步按速度来走，速度保留旧值的一部分，再加上新的梯度。',
    },
    tex: 'V\\leftarrow\\mu V+\\partial w,\\quad w\\leftarrow w-\\eta V',
  },
  adam: {
    word: { en: 'Adam', zh: 'Adam' },
    also: ['adaptive moments', 'bias correction', '自适应', '偏差修正'],
    means: {
      en: 'An optimiser that divides the running mean of each gradient by the root of the running mean of its square, so that steps are about as long as the learning rate, however steep it is.',
      zh: '一种优化器：用每个梯度的滑动平均，除以其平方的滑动平均的平方根。这样不论坡多陡，一步的长短都与学习率相近。',
    },
  },
  scatter: {
    word: { en: 'scatter', zh: '分发' },
    also: ['scatter-add', 'push', '散发', '散布'],
    means: {
      en: 'The backward pass seen from an output: it sends weight times gradient to every pixel it read. No flip is to be seen.',
      zh: '从输出的角度看反向传播：它把“权重乘梯度”送给自己读过的每个像素。看不到翻转。',
    },
  },
  gather: {
    word: { en: 'gather', zh: '收集' },
    also: ['pull', '汇集', '聚集'],
    means: {
      en: 'The same backward pass seen from a pixel: it collects from every output that read it. Seen from here, the kernel is turned by 180°.',
      zh: '从像素的角度看同一次反向传播：它向读过自己的每个输出收取梯度。从这里看，卷积核旋转了 180°。',
    },
  },
  'gradient-check': {
    word: { en: 'gradient check', zh: '梯度检验' },
    also: ['gradient checking', 'grad check', 'numerical gradient', '数值梯度', '梯度校验'],
    means: {
      en: 'Every number is nudged up and down, and the difference of the two losses over the distance is compared with the gradient that the backward pass found. It shows that backwards fits forwards.',
      zh: '把每个数往上、往下各拨一点，用两个损失之差除以距离，与反向传播得到的梯度相比。它检验反向与前向是否相符。',
    },
    tex: '\\frac{\\partial L}{\\partial\\theta}\\approx\\frac{L(\\theta+\\varepsilon)-L(\\theta-\\varepsilon)}{2\\varepsilon}',
  },
  'central-difference': {
    word: { en: 'central difference', zh: '中心差分' },
    also: [
      'two-sided difference',
      'symmetric difference quotient',
      'finite difference',
      '有限差分',
      '双边差分',
    ],
    means: {
      en: 'The slope of the secant through a point a little above and a point a little below. Its error shrinks with the square of that distance, until rounding takes over.',
      zh: '过稍高、稍低两点的割线的斜率。它的误差随距离的平方减小，直到舍入误差占上风。',
    },
  },
  'relative-error': {
    word: { en: 'relative error', zh: '相对误差' },
    also: ['δ', 'absolute error', '绝对误差'],
    means: {
      en: 'A difference over the size of the numbers that differ. It tells whether two numbers agree in six digits, whether they are large or small.',
      zh: '两数之差与两数大小之比。不论数大数小，它都能说明两者有几位相符。',
    },
  },
} as const satisfies Record<string, GlossaryEntry>;
