import { numberText } from '../../formula/numbers.ts';
import type { Text } from '../../language/language.ts';
import type { OptimizerType } from '../../network/optimizers.ts';
import type { DeadUnits } from '../../worker/readings.ts';
import type { Remedy, Trouble } from '../../worker/trouble.ts';
import { DEFAULTS } from './defaults.ts';
import { layerName } from './layers.ts';
import type { TrainingParams } from './parameters.ts';
import type { Failed, RunState } from './run/state.ts';
import { STARTS } from './words.ts';

/** Something to do about it: a change of parameters, or another try. */
export interface Act {
  readonly label: Text;
  readonly change?: Partial<TrainingParams>;
  /** It was read, and goes. */
  readonly isRead?: boolean;
}

/** What the figure has to say, and what it offers. */
export interface Message {
  readonly text: Text;
  readonly isTrouble: boolean;
  readonly acts: readonly Act[];
}

const RETRY: Act = { label: { en: 'Try again', zh: '重试' } };

/** A rate with which the network of the defaults learns. */
const USUAL: Readonly<Record<OptimizerType, number>> = {
  ...{ sgd: 0.1, momentum: DEFAULTS.rate, nesterov: DEFAULTS.rate, adam: 0.002, adamw: 0.002 },
};

/** The usual rate where this one is larger, else a tenth of it. */
export function lowerRate({ optimizer, rate }: Pick<TrainingParams, 'optimizer' | 'rate'>): number {
  const usual = USUAL[optimizer];
  return rate > usual ? usual : Number((rate / 10).toPrecision(2));
}

const actOf = (remedy: Remedy | 'he', params: TrainingParams): Act => {
  if (remedy === 'lower-rate') {
    const rate = lowerRate(params);
    return {
      label: { en: `Learning rate ${numberText(rate)}`, zh: `学习率 ${numberText(rate)}` },
      change: { rate },
    };
  }
  if (remedy === 'batch-norm')
    return { label: { en: 'Add batch norm', zh: '加批归一化' }, change: { batchNorm: true } };
  return {
    label: { en: `Start from ${STARTS.he.en}`, zh: `从 ${STARTS.he.zh} 开始` },
    change: { start: 'he' },
  };
};

const SHARED = { isTrouble: true } as const;

function troubleText({ step, what, layer, value }: Trouble, run: RunState): Text {
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

function deadText({ layer, of }: DeadUnits, run: RunState): Text {
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

/** A loss that no network gets by guessing badly. */
const ABSURD = 100;

const FAILURES: Readonly<Record<Failed['problem'], Text>> = {
  unreachable: {
    en: 'The digits did not come: the connection may be down. What is there already is kept.',
    zh: '训练数字没有取到，可能是网络断了。已经取到的都还在。',
  },
  missing: {
    en: 'A file of digits is missing on the server. What is there already is kept.',
    zh: '服务器上缺了一个数字文件。已经取到的都还在。',
  },
  'cut-off': {
    en: 'A file of digits ended too early, three times. The other files are kept.',
    zh: '有一个数字文件三次都没传完。其余文件都还在。',
  },
  damaged: {
    en: 'A file of digits came damaged, three times. The other files are kept.',
    zh: '有一个数字文件三次都损坏了。其余文件都还在。',
  },
  unknown: {
    en: 'The list of digits is none that this page can read. A reload may bring the right one.',
    zh: '本页读不懂这份数字清单。刷新页面也许能取到正确的。',
  },
  settings: {
    en: 'A network cannot be built with these settings.',
    zh: '按这些设置搭不成网络。',
  },
  internal: {
    en: 'Training broke off at an error of its own. Its last checkpoint is kept.',
    zh: '训练因自身错误中断，最近的检查点还在。',
  },
  lost: {
    en: 'The browser ended the worker that trains, four times in a row. The last checkpoint is kept.',
    zh: '浏览器连续四次终止了负责训练的工作线程。最近的检查点还在。',
  },
  'no-worker': {
    en: 'This browser lets no worker run here, and on the page itself training would block it. Another browser will do.',
    zh: '这个浏览器不允许工作线程运行；若在页面上直接训练，页面会卡住。请换一个浏览器。',
  },
  tests: {
    en: 'The test digits did not come; training goes on without them.',
    zh: '测试数字没有取到；训练照常进行。',
  },
};

/** The most pressing thing that there is to say of run A; null: nothing. */
export function messageOf(run: RunState, params: TrainingParams): Message | null {
  const { failure, trouble, lost, reports, now, step } = run;
  if (params.file > 0 && !run.settings.weights)
    return {
      ...SHARED,
      text: {
        en: 'The link starts from weights of a file that this browser does not have. Load that file, or start from random weights.',
        zh: '这个链接从一个文件里的权重开始，而这个浏览器没有那个文件。请载入它，或者从随机权重开始。',
      },
      acts: [{ label: { en: 'Random weights', zh: '随机权重' }, change: { file: 0 } }],
    };
  if (failure && (run.activity === 'failed' || failure.problem === 'tests'))
    return {
      ...SHARED,
      text: FAILURES[failure.problem],
      acts: failure.problem === 'settings' ? [] : [RETRY],
    };
  if (trouble)
    return {
      ...SHARED,
      text: troubleText(trouble, run),
      acts: trouble.remedies.map((one) => actOf(one, params)),
    };
  const [dead] = step > 0 ? deadLayers(now?.dead) : [];
  if (dead) {
    const isStart = params.start === 'zeros' || params.start === 'large';
    return { ...SHARED, text: deadText(dead, run), acts: [actOf(isStart ? 'he' : 'lower-rate', params)] };
  }
  const loss = reports[step - 1]?.loss ?? 0;
  if (loss > ABSURD)
    return {
      ...SHARED,
      text: {
        en: `The loss is ${numberText(loss)}: guessing would cost 2.303. The steps are too long and throw the weights about.`,
        zh: `损失为 ${numberText(loss)}，而瞎猜也只有 2.303。步子太大，权重被甩来甩去。`,
      },
      acts: (params.start === 'large'
        ? (['he', 'lower-rate'] as const)
        : (['lower-rate', 'batch-norm'] as const)
      ).map((one) => actOf(one, params)),
    };
  if (lost && lost.goesOnFrom !== null)
    return {
      isTrouble: false,
      text: {
        en: `The worker was lost${lost.why === 'silent' ? ' in silence' : ''}; another one went on from step ${lost.goesOnFrom}, with the same numbers.`,
        zh: `工作线程${lost.why === 'silent' ? '没有了回音' : '中断了'}；新的线程从第 ${lost.goesOnFrom} 步接着算，数字完全相同。`,
      },
      acts: [],
    };
  return null;
}

const READ: Act = { label: { en: 'All right', zh: '知道了' }, isRead: true };

const NOTES: Readonly<Record<'refused' | 'came-back' | 'waited', Text>> = {
  refused: {
    en: 'This browser stores nothing here: the run is lost when the page is left. A link to this state trains it again, to the same numbers.',
    zh: '浏览器不让这里保存：离开页面，这次训练就没有了。用“这一状态的链接”可以重新训练出同样的数字。',
  },
  waited: {
    en: 'Training waited while this tab was hidden, and goes on.',
    zh: '这个标签页隐藏时，训练停下来等着，现在继续。',
  },
  'came-back': {
    en: 'The run stands where you left it. Start goes on; Reset begins again.',
    zh: '训练还停在你离开的地方。按“开始”继续，按“重置”从头再来。',
  },
};

/** What is said softly. */
export const noteOf = (note: keyof typeof NOTES): Message => ({
  isTrouble: false,
  text: NOTES[note],
  acts: [READ],
});
