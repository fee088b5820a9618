import { numberText } from '../../formula/numbers.ts';
import { isKink } from '../../kit/activation/functions.ts';
import { passedOf } from '../../kit/activation/passed.ts';
import { rowAndColumn } from '../../kit/convolution/words.ts';
import { resultInSentence } from '../../kit/line/equationText.ts';
import { capital, counted, type Language, type Text } from '../../language/language.ts';
import { CHAINS } from './chains.ts';
import type { GatesModel } from './model.ts';
import type { GatesView } from './view.ts';

/** What is to be seen now, from the view alone. */
export const captionOf = (model: GatesModel, view: GatesView, language: Language): string =>
  (model.params.show === 'deep' ? chainWords(model, view) : layerWords(model, view))[language];

function layerWords({ params, layer }: GatesModel, view: GatesView): Text {
  const { cell, way, waits, done, asked } = view;
  if (waits)
    return {
      en: 'The sums are there. Forwards, each will set its own gate.',
      zh: '加权和都在了。前向时，每个加权和定下自己那扇门。',
    };
  const { en, zh } = rowAndColumn(cell);
  const place = { en: capital(en), zh };
  if (way === 'backward' && done === layer.z.size && !asked) return doneWords(layer.dz.data, layer.da.data);
  const [z, a, gate, da, dz] = [cell.z, cell.a, cell.slope, cell.da, cell.dz].map(numberText);
  if (isKink(params, cell.z))
    return {
      en: `${place.en}: at exactly 0 there is no slope, since it differs from left and right. We take ${gate}.`,
      zh: `${place.zh}：恰在 0 处没有斜率，左右两边不一样。我们取 ${gate}。`,
    };
  if (way === 'backward')
    return {
      en: `${place.en}: of the gradient ${da} the gate ${gate} lets ${dz} through.`,
      zh: `${place.zh}：梯度 ${da} 经过开度为 ${gate} 的门，剩 ${dz}。`,
    };
  return {
    en: `${place.en}: the sum ${z} becomes ${a}, and sets the gate to ${gate}.`,
    zh: `${place.zh}：加权和 ${z} 变成 ${a}，并把门定为 ${gate}。`,
  };
}

/** What went in and what came through, over all cells. */
function doneWords(dz: ArrayLike<number>, da: ArrayLike<number>): Text {
  const { sent, cut, share } = passedOf(da, dz);
  if (sent === 0)
    return { en: 'No gradient came in, so none goes on.', zh: '没有梯度传来，也就没有梯度传下去。' };
  return {
    en: `Of ${counted(sent, 'gradient')}, ${cut === 0 ? 'none' : cut} ${cut < 2 ? 'is' : 'are'} stopped; ${share}% of their size goes on.`,
    zh: `${sent} 个梯度中${cut === 0 ? '没有被拦下的' : `有 ${cut} 个被拦下`}，继续往前传的大小合计占 ${share}%。`,
  };
}

function chainWords({ params, chains }: GatesModel, view: GatesView): Text {
  const { place, waits, way, asked } = view;
  const { passed, chain, layer, gate, z } = place;
  if (waits)
    return {
      en: `A gradient of 1 waits behind the last layer, in each of ${CHAINS} chains.`,
      zh: `${CHAINS} 条链的最后一层后面，各有一个大小为 1 的梯度等着往回走。`,
    };
  if (way === 'gate')
    return {
      en: `Chain ${chain}, layer ${layer + 1}: the sum was ${numberText(z)}, so the gate is ${numberText(gate)}.`,
      zh: `第 ${chain} 条链第 ${layer + 1} 层：加权和是 ${numberText(z)}，所以门是 ${numberText(gate)}。`,
    };
  const [line] = view.equations;
  const left = (language: Language): string => (line ? resultInSentence(line, language) : '');
  const stopped = Array.from(
    { length: CHAINS },
    (_, i) => chains.left[i * params.depth + layer] === 0,
  ).filter(Boolean).length;
  const dead =
    asked || stopped === 0
      ? { en: '', zh: '' }
      : {
          en: ` ${stopped === CHAINS ? 'All chains are' : stopped === 1 ? '1 chain is' : `${stopped} chains are`} dead.`,
          zh: `${stopped === CHAINS ? '所有的链都断了' : `有 ${stopped} 条链断了`}。`,
        };
  return {
    en: `Chain ${chain}, back through ${counted(passed, 'layer')}: of a gradient of 1, ${left('en')} is left.${dead.en}`,
    zh: `第 ${chain} 条链往回经过 ${passed} 层：大小为 1 的梯度剩${left('zh')}。${dead.zh}`,
  };
}

/** The curves of what is left, in words. */
export function plotLabel({ chains }: GatesModel): Text {
  const { depth, left } = chains;
  const ends = Array.from({ length: CHAINS }, (_, chain) => numberText(left[chain * depth] as number));
  return {
    en: `What is left of each chain’s gradient after ${counted(depth, 'layer')}: ${ends.join(', ')}.`,
    zh: `经过 ${depth} 层之后，各条链的梯度剩下：${ends.join('、')}。`,
  };
}
