import { numberText } from '../../formula/numbers.ts';
import { isKink } from '../../kit/activation/functions.ts';
import { passedOf } from '../../kit/activation/passed.ts';
import { rowAndColumn } from '../../kit/convolution/words.ts';
import { capital, type Language, type Text } from '../../language/language.ts';
import { type ActivationModel, CELLS } from './model.ts';
import type { ActivationView } from './view.ts';

/** The plot in words. */
export function plotLabel({ point }: ActivationView): Text {
  const [z, g, m] = [point.z, point.value, point.slope].map(numberText);
  return {
    en: `At z = ${z} the function is ${g} and its slope is ${m}.`,
    zh: `在 z = ${z} 处，函数值为 ${g}，斜率为 ${m}。`,
  };
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: ActivationModel, view: ActivationView, language: Language): string {
  return captions(model, view)[language];
}

function captions(model: ActivationModel, view: ActivationView): Text {
  const { subject, way, done, asked } = view;
  if (subject === 'point') return pointWords(model, view);
  if (subject === 'start')
    return { en: 'No cell of the map has gone through the function yet.', zh: '特征图还没有一格经过激活。' };
  if (asked) return askedWords(view);
  if (way === 'forward') return forwardWords(view);
  return done === CELLS ? backWords(model) : backwardWords(view);
}

const zerosWords = (zeros: number): Text =>
  zeros === CELLS
    ? { en: `All ${CELLS} activations are 0`, zh: `${CELLS} 个激活值全是 0` }
    : {
        en: `Of ${CELLS} activations ${zeros === 0 ? 'none is' : zeros === 1 ? '1 is' : `${zeros} are`} 0`,
        zh: `${CELLS} 个激活值中${zeros === 0 ? '没有 0' : `有 ${zeros} 个是 0`}`,
      };

function pointWords(model: ActivationModel, { point }: ActivationView): Text {
  const zeros = zerosWords(model.zeros);
  const [z, value, slope] = [point.z, point.value, point.slope].map(numberText);
  if (isKink(model.params, point.z))
    return {
      en: `On the kink the slope is ${slope} from the left and 1 from the right: we take ${slope}. ${zeros.en}.`,
      zh: `点在拐角上：从左看斜率是 ${slope}，从右看是 1，我们取 ${slope}。${zeros.zh}。`,
    };
  return {
    en: `The point is at ${z}: its value is ${value}, its slope ${slope}. ${zeros.en}.`,
    zh: `点在 ${z} 处：函数值 ${value}，斜率 ${slope}。${zeros.zh}。`,
  };
}

function placeWords({ cell }: ActivationView): Text {
  const { en, zh } = rowAndColumn(cell);
  return { en: capital(en), zh };
}

function askedWords(view: ActivationView): Text {
  const place = placeWords(view);
  const [z, a, slope, da, dz] = [view.cell.z, view.cell.a, view.cell.slope, view.cell.da, view.cell.dz].map(
    numberText,
  );
  if (view.way === 'forward')
    return {
      en: `${place.en}: the sum ${z} becomes ${a}. The slope of the function there is ${slope}.`,
      zh: `${place.zh}：加权和 ${z} 变成 ${a}。函数在那里的斜率是 ${slope}。`,
    };
  return {
    en: `${place.en}: at ${z} the slope is ${slope}, so of the gradient ${da}, ${dz} goes on.`,
    zh: `${place.zh}：${z} 处的斜率是 ${slope}，所以传回的梯度 ${da} 只有 ${dz} 继续传下去。`,
  };
}

function forwardWords(view: ActivationView): Text {
  const { cell, done } = view;
  const place = placeWords(view);
  return {
    en: `${place.en}: ${numberText(cell.z)} becomes ${numberText(cell.a)}. ${done} of ${CELLS} cells have gone through.`,
    zh: `${place.zh}：${numberText(cell.z)} 变成 ${numberText(cell.a)}。${CELLS} 格已有 ${done} 格经过激活。`,
  };
}

function backwardWords(view: ActivationView): Text {
  const { cell, done } = view;
  const place = placeWords(view);
  return {
    en: `${place.en}: the slope is ${numberText(cell.slope)}, so ${numberText(cell.da)} becomes ${numberText(cell.dz)}. ${done} of ${CELLS} gradients are back.`,
    zh: `${place.zh}：斜率是 ${numberText(cell.slope)}，${numberText(cell.da)} 变成 ${numberText(cell.dz)}。${CELLS} 个梯度已传回 ${done} 个。`,
  };
}

function backWords({ zeros, da, dz, db }: ActivationModel): Text {
  const { sent, cut, share } = passedOf(da.data, dz.data);
  const bias = numberText(db.data[0] as number);
  const of = zerosWords(zeros);
  if (cut === sent)
    return {
      en: `${of.en}, every gradient is cut to 0, and the bias gets 0 as well.`,
      zh: `${of.zh}，每个梯度都被切成 0，偏置的梯度也是 0。`,
    };
  return {
    en: `${of.en}. Of ${sent} gradients ${cut === 0 ? 'none' : cut} ${cut < 2 ? 'is' : 'are'} cut; ${share}% of their size is left. The bias gets ${bias}.`,
    zh: `${of.zh}。${sent} 个梯度中${cut === 0 ? '没有被切成 0 的' : `有 ${cut} 个被切成 0`}，大小共通过 ${share}%；偏置的梯度是 ${bias}。`,
  };
}
