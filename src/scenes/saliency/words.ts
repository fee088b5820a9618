import { printNumber } from '../../formula/numbers.ts';
import { FACTS } from '../../kit/digitPass/nodes.ts';
import { type Language, same, type Text } from '../../language/language.ts';
import type { CamView } from './camView.ts';
import { PER_ROW, type SaliencyModel } from './model.ts';
import type { GradientView, SaliencyView } from './view.ts';

export const WORDS = {
  title: { en: 'What in the picture speaks for a class', zh: '图像里什么在替一个类别说话' },
  shortTitle: { en: 'Saliency', zh: '显著性' },
  method: { en: 'Method', zh: '方法' },
  gradient: { en: 'Gradient', zh: '梯度' },
  cam: same('Grad-CAM'),
  class: { en: 'Class', zh: '类别' },
  of: { en: 'Of its', zh: '对什么' },
  score: { en: 'score', zh: '得分' },
  share: { en: 'share', zh: '概率' },
  look: { en: 'Map', zh: '显示' },
  signed: { en: 'signed', zh: '带符号' },
  size: { en: 'size', zh: '大小' },
  layer: { en: 'Layer', zh: '层' },
  pool1: { en: 'Pool 1, 14 × 14', zh: '池化 1，14 × 14' },
  relu2: { en: 'ReLU 2, 14 × 14', zh: 'ReLU 2，14 × 14' },
  pool2: { en: 'Pool 2, 7 × 7', zh: '池化 2，7 × 7' },
  averaged: { en: 'Averaged', zh: '取均值' },
  smooth: { en: 'Smoothed', zh: '插值' },
  tile: { en: 'Map', zh: '图' },
  which: { en: 'What it reads', zh: '读什么' },
  asked: { en: 'Which class', zh: '问哪一类' },
  shown: { en: 'How it is shown', zh: '怎样显示' },
  from: { en: 'Where its gradient comes from', zh: '它的梯度从哪里来' },
  given: { en: 'Where it comes from', zh: '它从哪里来' },
} as const satisfies Record<string, Text>;

export const mapText = (map: number): Text => ({ en: `map ${map}`, zh: `图 ${map}` });

/** `Read as 4 (100%). Score of 9: 4.803` */
export function readingText({ best, values, label }: SaliencyModel): Text {
  const share = printNumber(100 * (values.probs.data[best] as number), { digits: 1 }).text;
  const score = printNumber(values.logits.data[label] as number).text;
  return {
    en: `Read as ${best} (${share}%). Score of class ${label}: ${score}.`,
    zh: `读作 ${best}（${share}%）。类别 ${label} 的得分：${score}。`,
  };
}

const askedText = ({ of, label }: SaliencyModel): Text =>
  of === 'score'
    ? { en: `the score of ${label}`, zh: `类别 ${label} 的得分` }
    : { en: `the share of ${label}`, zh: `类别 ${label} 的概率` };

/** What 0.1 more of a number does to the score or the share. */
export function nudgeText(model: SaliencyModel, { subject }: GradientView): Text {
  const { gradient } = subject;
  const asked = askedText(model);
  if (gradient === 0)
    return { en: `A little more leaves ${asked.en} as it is.`, zh: `把它调高一点，${asked.zh}不变。` };
  const by = printNumber(Math.abs(gradient) * 0.1).text;
  return {
    en: `0.1 more ${gradient > 0 ? 'raises' : 'lowers'} ${asked.en} by about ${by}.`,
    zh: `调高 0.1，${asked.zh}大约${gradient > 0 ? '增加' : '减少'} ${by}。`,
  };
}

function gradientCaption(model: SaliencyModel, view: GradientView): Text {
  const { node, spot, isBack, value } = view.subject;
  const { name, maps, cols } = FACTS[node];
  const place =
    cols === 1
      ? { en: `class ${spot.row}`, zh: `类别 ${spot.row}` }
      : { en: `row ${spot.row}, column ${spot.col}`, zh: `第 ${spot.row} 行第 ${spot.col} 列` };
  const map = maps > 1 ? { en: `map ${spot.plane}, `, zh: `图 ${spot.plane} ` } : { en: '', zh: '' };
  const where: Text = { en: `${name.en}, ${map.en}${place.en}`, zh: `${name.zh}，${map.zh}${place.zh}` };
  if (!isBack) {
    const ink = printNumber(value).text;
    return { en: `${where.en}: ink ${ink}.`, zh: `${where.zh}：墨 ${ink}。` };
  }
  const nudge = nudgeText(model, view);
  return { en: `Gradient at ${where.en}. ${nudge.en}`, zh: `${where.zh}的梯度。${nudge.zh}` };
}

function camCaption(model: SaliencyModel, { asked, cell }: CamView): Text {
  const { label, params, cam } = model;
  const { cols, maps } = FACTS[params.layer];
  const [row, col] = [Math.floor(cell / cols), cell % cols];
  if (asked?.grid === 'alpha') {
    const k = asked.row * PER_ROW + asked.col;
    return {
      en: `The weight of map ${k}: the mean of its gradient over ${cols * cols} cells, added up row by row.`,
      zh: `图 ${k} 的权重：它的梯度在 ${cols * cols} 个格子上的均值，先逐行相加。`,
    };
  }
  const where: Text = {
    en: `Row ${row}, column ${col}, class ${label}`,
    zh: `第 ${row} 行第 ${col} 列，类别 ${label}`,
  };
  if (params.averaged)
    return {
      en: `${where.en}: ${maps} maps, each times its mean gradient, added; then ReLU.`,
      zh: `${where.zh}：${maps} 张图，各乘自己的平均梯度，相加，再过 ReLU。`,
    };
  const total = printNumber(cam.sum.reduce((all, value) => all + value, 0)).text;
  const score = printNumber(model.values.logits.data[label] as number).text;
  return {
    en: `${where.en}: numbers times gradients. All ${cols * cols} sums: ${total}. Score: ${score}.`,
    zh: `${where.zh}：数乘梯度。${cols * cols} 个总和合计 ${total}，得分 ${score}。`,
  };
}

export const captionOf = (model: SaliencyModel, view: SaliencyView, language: Language): string =>
  (view.method === 'cam' ? camCaption(model, view) : gradientCaption(model, view))[language];
