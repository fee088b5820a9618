import { printNumber } from '../../formula/numbers.ts';
import { FACTS, nodeAt, numberOf } from '../../kit/digitPass/nodes.ts';
import type { SubjectOrWeight } from '../../kit/digitPass/weightSubject.ts';
import { WEIGHT_FACTS, type Weight } from '../../kit/digitPass/weights.ts';
import type { OwnDigitNetwork } from '../../kit/ownWeights/ownDigitNetwork.ts';
import { DATA_WORDS } from '../../kit/samples/dataWords.ts';
import { type Language, same, type Text } from '../../language/language.ts';
import type { PassModel } from './model.ts';
import type { NetworkView } from './view.ts';

export const WORDS = {
  title: { en: 'Every number of a trained network', zh: '训练好的网络，每一个数' },
  shortTitle: { en: 'The network', zh: '整个网络' },
  network: { en: 'Network', zh: '网络' },
  picture: { en: 'Picture', zh: '图像' },
  centred: { en: 'Centred', zh: '居中' },
  class: { en: 'Class', zh: '类别' },
  tile: { en: 'Input map', zh: '输入图' },
  which: { en: 'What it reads', zh: '读什么' },
  loss: { en: 'Whose loss', zh: '谁的损失' },
  from: { en: 'Where it comes from', zh: '它从哪里来' },
  filter: { en: 'filter', zh: '滤波器' },
  row: { en: 'class', zh: '类别' },
  read: { en: 'map', zh: '图' },
  whose: { en: 'Whose weights', zh: '谁的权重' },
  asMnist: { en: 'Inverted, scaled, centred.', zh: '已反色、缩放、居中。' },
  asItLies: { en: 'As it lies: bright paper counts as ink.', zh: '原样：亮的纸也算墨。' },
  noInk: { en: 'No ink was found.', zh: '没有找到墨迹。' },
  weight: { en: 'A weight and its uses', zh: '一个权重和它的用处' },
  allUses: { en: 'A gradient from all uses', zh: '所有用处合成的梯度' },
  into: { en: 'Where it goes', zh: '它到哪里去' },
  bias: { en: 'bias', zh: '偏置' },
  crumbs: { en: 'Path', zh: '路径' },
} as const satisfies Record<string, Text>;

export const mapText = (map: number): Text => ({ en: `map ${map}`, zh: `图 ${map}` });
export const scoreText = (row: number): Text => ({ en: `class ${row}`, zh: `类别 ${row}` });
export const spotText = (row: number, col: number): Text => ({
  en: `row ${row}, column ${col}`,
  zh: `第 ${row} 行第 ${col} 列`,
});

/** What was done to a photograph before it was read. */
export function photoText({ params, pixels }: PassModel): Text {
  if (!params.centred) return WORDS.asItLies;
  return pixels.some((ink) => ink > 0) ? WORDS.asMnist : WORDS.noInk;
}

/** What a score stands for: a digit, unless the reader's network was trained on something else. */
const classText = (own: OwnDigitNetwork | null, label: number): Text =>
  DATA_WORDS[own?.data ?? 'digits'].classes[label] ?? same(String(label));

/** `the 3, 87 %` */
export function readingText({ best, values, loss, label, own }: PassModel): Text {
  const share = printNumber(100 * (values.probs.data[best] as number), { digits: 1 }).text;
  const size = printNumber(loss).text;
  const [read, given] = [best, label].map((n) => classText(own, n)) as [Text, Text];
  return {
    en: `Read as ${read.en} (${share}%). Loss as ${given.en}: ${size}.`,
    zh: `读作 ${read.zh}（${share}%）。当作 ${given.zh} 的损失：${size}。`,
  };
}

/** The path to a weight within its layer. */
export function weightPath({ name, filter, map, row, col }: Weight): Text[] {
  const { reads, node } = WEIGHT_FACTS[name];
  const owner = node === 'logits' ? scoreText(filter) : { en: `filter ${filter}`, zh: `滤波器 ${filter}` };
  if (reads === 0) return [owner, WORDS.bias];
  const of = mapText(map);
  return [{ en: `${owner.en}, ${of.en}`, zh: `${owner.zh}，${of.zh}` }, spotText(row, col)];
}

/** How often a weight is used, and what comes of it. */
function usesText({ explanation, isBack }: SubjectOrWeight): Text {
  if (explanation?.kind !== 'sum') return { en: '', zh: '' };
  const { terms, value } = explanation;
  const met = terms.filter((term) => term.value !== 0).length;
  const sum = printNumber(value).text;
  const times =
    terms.length === 1
      ? { en: 'once', zh: '1 次' }
      : { en: `${terms.length} times`, zh: `${terms.length} 次` };
  return isBack
    ? {
        en: `Used ${times.en}, ${met} not 0`,
        zh: `用 ${times.zh}，${met} 个乘积不为 0`,
      }
    : {
        en: `Used ${times.en}; adds ${sum} in all`,
        zh: `用 ${times.zh}，一共加上 ${sum}`,
      };
}

/** How a number was made. */
export function fromText(subject: SubjectOrWeight, language: Language): string {
  if (subject.weight) return usesText(subject)[language];
  const { tiles, explanation, node, isBack } = subject;
  const count = tiles.reduce((sum, { terms }) => sum + terms.length, 0);
  if (count > 0) return productsText(subject, count)[language];
  const by = FACTS[isBack ? nodeAt(numberOf(node) + 1) : node].by;
  const texts: Readonly<Record<string, Text>> = {
    given: { en: 'A pixel: a byte over 255', zh: '像素：一个字节除以 255' },
    relu: { en: 'ReLU: what is below 0 becomes 0', zh: 'ReLU：小于 0 的变成 0' },
    pool: { en: 'The largest of four', zh: '四个数里最大的' },
    softmax: { en: 'Its exponential over the sum of all ten', zh: '它的指数除以十个指数之和' },
  };
  const back: Readonly<Record<string, Text>> = {
    relu: { en: 'Gate of ReLU: open 1, shut 0', zh: '过 ReLU 的门：开是 1，关是 0' },
    pool:
      explanation?.kind === 'sum' && explanation.terms.length > 0
        ? { en: 'The largest of its four: it gets all', zh: '它是四个里最大的：全归它' }
        : { en: 'Not the largest of its four: nothing', zh: '它不是四个里最大的：什么也得不到' },
    softmax: { en: 'Its share, less 1 if it is the class', zh: '它的概率；是所选类别就减 1' },
  };
  return ((isBack ? back[by] : texts[by]) ?? (texts['given'] as Text))[language];
}

function productsText({ tiles, bias, isBack }: SubjectOrWeight, count: number): Text {
  const maps = tiles.length;
  if (maps === 1) {
    return {
      en: `${count} products${bias ? ' and the bias' : ''}`,
      zh: `${count} 个乘积${bias ? '，再加偏置' : ''}`,
    };
  }
  return {
    en: `${count} products${isBack ? '' : ' and a bias'}, map by map`,
    zh: `${count} 个乘积，按图求和${isBack ? '' : '，再加偏置'}`,
  };
}

/** What the loss does when the number is raised a little. */
export function nudgeText({ gradient, node }: SubjectOrWeight): Text {
  if (node === 'probs') return { en: '', zh: '' };
  const text = printNumber(Math.abs(gradient) * 0.1).text;
  if (gradient === 0)
    return { en: 'A little more leaves the loss as it is.', zh: '把它调高一点，损失不变。' };
  return {
    en: `0.1 more ${gradient > 0 ? 'raises' : 'lowers'} the loss by about ${text}.`,
    zh: `调高 0.1，损失大约${gradient > 0 ? '增加' : '减少'} ${text}。`,
  };
}

/** Where the number goes next. */
export function intoText({ node, isBack, weight }: SubjectOrWeight): Text {
  if (weight)
    return isBack
      ? { en: 'A step of descent: against its gradient.', zh: '下降一步：逆着它的梯度走。' }
      : { en: 'Into every sum of its map.', zh: '进入它那张图的每一个加权和。' };
  const k = numberOf(node);
  const next = isBack ? k - 1 : k + 1;
  if (next < 0) return { en: 'The way back ends at the picture.', zh: '反向到图像为止。' };
  if (next >= numberOf('probs') + 1)
    return { en: 'The loss: −ln of the share of the class.', zh: '损失：所选类别概率的 −ln。' };
  const { name } = FACTS[nodeAt(next)];
  return {
    en: `On to ${name.en}: outlined above.`,
    zh: `接着到${/^\w/.test(name.zh) ? ' ' : ''}${name.zh}：上面框出。`,
  };
}

/** The caption of the figure. */
export function captionOf(model: PassModel, { subject }: NetworkView, language: Language): string {
  const { node, spot, isBack, weight } = subject;
  const { name, maps, cols } = FACTS[node];
  const where = weight
    ? weightPath(weight)
        .map((text) => text[language])
        .join(language === 'en' ? ', ' : '，')
    : cols === 1
      ? scoreText(spot.row)[language]
      : `${maps > 1 ? `${mapText(spot.plane)[language]}${language === 'en' ? ', ' : '，'}` : ''}${spotText(spot.row, spot.col)[language]}`;
  const what = language === 'en' ? `${name.en}, ${where}` : `${name.zh}，${where}`;
  const made = fromText(subject, language);
  // A phone has two lines for all of it.
  const last = node === 'probs' ? readingText(model)[language] : shortNudge(subject)[language];
  return language === 'en'
    ? `${isBack ? 'Gradient: ' : ''}${what}. ${made}. ${last}`
    : `${isBack ? '梯度：' : ''}${what}。${made}。${last}`;
}

/** `+0.1: loss +0.0144.` */
function shortNudge({ gradient }: SubjectOrWeight): Text {
  const text = printNumber(Math.abs(gradient) * 0.1).text;
  const change = gradient === 0 ? '±0' : `${gradient > 0 ? '+' : '−'}${text}`;
  return { en: `+0.1: loss ${change}.`, zh: `+0.1：损失 ${change}。` };
}
