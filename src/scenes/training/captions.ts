import { numberText, thousands } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import type { Phase } from '../../network/trainer.ts';
import { SPAN } from './charts/mean.ts';
import type { TrainingModel } from './model.ts';
import { STEPS } from './settings.ts';
import type { TrainingView } from './view.ts';

const MEGA = 1e6;
const mega = (bytes: number): string => (bytes / MEGA).toFixed(1);

const AT: Readonly<Record<Phase, (count: string, batch: number, loss: string) => Text>> = {
  forward: (_, batch) => ({
    en: `forward: ${batch} digits have gone through the network.`,
    zh: `前向：${batch} 个数字走过了网络。`,
  }),
  loss: (_, _batch, loss) => ({
    en: `loss: this batch costs ${loss}.`,
    zh: `损失：这一批的损失为 ${loss}。`,
  }),
  backward: (count) => ({
    en: `backward: ${count} gradients, one for each weight.`,
    zh: `反向：${count} 个梯度，每个权重一个。`,
  }),
  update: (count) => ({ en: `update: ${count} weights have moved.`, zh: `更新：${count} 个权重都动了。` }),
};

function atRest({ a }: TrainingModel, view: TrainingView): Text {
  const { step, part, mean, images, loss } = view.a;
  const weights = thousands(a.parameters);
  if (part) {
    const done = AT[part.phase](weights, a.settings.batchSize, numberText(loss ?? part.loss));
    return { en: `Step ${step + 1}, ${done.en}`, zh: `第 ${step + 1} 步，${done.zh}` };
  }
  if (step === 0)
    return {
      en: `Nothing is learned yet: ${weights} weights as they start. Press Start.`,
      zh: `还什么都没学：${weights} 个权重都是初始值。请按“开始”。`,
    };
  const [few, last] = [Math.min(step, SPAN), numberText(mean ?? 0)];
  const shown = {
    en: `After step ${thousands(step)}: ${thousands(images)} ${images === 1 ? 'digit' : 'digits'} shown`,
    zh: `第 ${thousands(step)} 步之后：看过 ${thousands(images)} 个数字`,
  };
  if (few === 1)
    return { en: `${shown.en}; their loss was ${last}.`, zh: `${shown.zh}；这一批的损失为 ${last}。` };
  return {
    en: `${shown.en}; the last ${few} batches cost ${last} on average.`,
    zh: `${shown.zh}；最近 ${few} 批的平均损失为 ${last}。`,
  };
}

/** The moment of run A in words. */
export function captionOf(model: TrainingModel, view: TrainingView, language: Language): string {
  const { a } = model;
  const { ahead } = view;
  if (a.activity === 'loading') {
    const { parts, ofParts, bytes, ofBytes } = a.progress ?? { parts: 0, ofParts: 0, bytes: 0, ofBytes: 0 };
    if (ofParts === 0) return { en: 'Fetching the digits …', zh: '正在取训练数字……' }[language];
    return {
      en: `Fetching the digits: ${parts} of ${ofParts} parts, ${mega(bytes)} of ${mega(ofBytes)} MB.`,
      zh: `正在取训练数字：${parts} / ${ofParts} 份，${mega(bytes)} / ${mega(ofBytes)} MB。`,
    }[language];
  }
  if (ahead !== null && a.activity === 'idle')
    return {
      en: `This place comes after step ${ahead}. Press Start: the network trains up to it, with the same numbers.`,
      zh: `这里是第 ${ahead} 步之后。按“开始”，网络就会训练到那里，数字完全相同。`,
    }[language];
  if (ahead !== null && a.activity === 'running')
    return {
      en: `On the way to step ${thousands(Math.min(ahead, STEPS))}: ${thousands(view.a.step)} steps done.`,
      zh: `正训练到第 ${thousands(Math.min(ahead, STEPS))} 步：已走 ${thousands(view.a.step)} 步。`,
    }[language];
  if (a.activity === 'finished' && view.a.step === STEPS && view.a.test)
    return {
      en: `All ${STEPS} steps done: ${view.a.test.correct} of ${view.a.test.count} test digits are read right.`,
      zh: `${STEPS} 步全部完成：${view.a.test.count} 个测试数字读对 ${view.a.test.correct} 个。`,
    }[language];
  return atRest(model, view)[language];
}
