import { numberText } from '../../../formula/numbers.ts';
import type { Text } from '../../../language/language.ts';
import type { DeadUnits } from '../../../worker/readings.ts';
import type { Trouble } from '../../../worker/trouble.ts';
import { layerName } from '../layers.ts';
import type { RunState } from '../run/state.ts';

/* What may happen to a run that learns. */

/** The first number that is not finite: in which step, and where. */
export function troubleText({ step, what, layer, value }: Trouble, run: RunState): Text {
  const number = numberText(value);
  const where = layer === null ? null : layerName(run.settings, layer);
  const stops = { en: ' Training stopped before that step.', zh: '训练停在这一步之前。' };
  const [en, zh] = {
    weights: [
      `the update made a weight of ${where?.en} ${number}`,
      `更新之后，${where?.zh}有一个权重成了 ${number}`,
    ],
    output: [`${where?.en} put out ${number}`, `${where?.zh}输出了 ${number}`],
    gradient: [`a gradient of ${where?.en} became ${number}`, `${where?.zh}有一个梯度成了 ${number}`],
    loss: [`the loss became ${number}`, `损失成了 ${number}`],
  }[what] as [string, string];
  return { en: `In step ${step + 1} ${en}.${stops.en}`, zh: `第 ${step + 1} 步：${zh}。${stops.zh}` };
}

/** Layers of which no filter lives. */
export const deadLayers = (dead: readonly DeadUnits[] | undefined): readonly DeadUnits[] =>
  (dead ?? []).filter((layer) => layer.of > 0 && layer.dead === layer.of);

/** A layer that lets nothing through any more. */
export function deadText({ layer, of }: DeadUnits, run: RunState): Text {
  const before = layerName(
    run.settings,
    run.settings.architecture.convolutions > 0 ? beforeIt(run, layer) : layer,
  );
  return {
    en: `All ${of} units of ${before.en} are dead: on each of 100 digits they give 0, so no gradient comes through. More steps change nothing.`,
    zh: `${before.zh}的 ${of} 个单元全死了：对 100 个数字都只输出 0，梯度过不去，再训练也没有用。`,
  };
}

/** The convolution whose sums an activation takes: the layer before it, or before its batch norm. */
const beforeIt = ({ settings }: RunState, layer: number): number =>
  layer - (settings.architecture.batchNorm ? 2 : 1);
