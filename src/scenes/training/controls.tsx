import { printNumber } from '../../formula/numbers.ts';
import { Menu } from '../../kit/controls/Menu.tsx';
import { Param } from '../../kit/controls/Param.tsx';
import { DATA_WORDS } from '../../kit/samples/dataWords.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import { listOf } from '../../language/language.ts';
import type { ParamSpec } from '../../playback/parameters/spec.ts';
import type { TrainingModel } from './model.ts';
import { RunFiles } from './panels/files/RunFiles.tsx';
import { type SettingParams, settingParams, type TrainingParams } from './parameters.ts';
import { differences, onlySettings, otherSettings } from './settings.ts';
import { useTraining } from './useTraining.ts';
import { PANELS, WORDS as PARAM_WORDS } from './words.ts';

const WORDS = {
  left: PARAM_WORDS.left,
  right: PARAM_WORDS.right,
  keep: { en: 'Keep as run B', zh: '存为 B' },
  swap: { en: 'Swap A and B', zh: 'A、B 互换' },
  remove: { en: 'Remove B', zh: '去掉 B' },
  hint: {
    en: 'Keeps these settings as a dashed run beside what you change next.',
    zh: '把现在的设置留作对照（虚线），再改别的。',
  },
  same: { en: 'B has the same settings as A. Change something.', zh: 'B 与 A 的设置相同。请改一项。' },
} as const;

/** The second run: kept, exchanged with the first, removed; and in which settings it differs. */
export function OtherRun({ params, setParams }: ControlProps<TrainingParams, TrainingModel>) {
  const { language } = useFigure();
  const say = useSay();
  const training = useTraining();
  const other = otherSettings(params);
  const mine = onlySettings(params);
  const text = (name: keyof SettingParams, of: SettingParams): string => {
    const { options, label } = settingParams[name] as ParamSpec<unknown>;
    const value = of[name];
    const word = options?.[String(value)];
    const shown = word ? say(word) : typeof value === 'number' ? printNumber(value).text : String(value);
    return { en: `${say(label).toLowerCase()} ${shown}`, zh: `${say(label)} ${shown}` }[language];
  };
  const differ = other ? differences(mine, other) : [];
  const sentence = !other
    ? say(WORDS.hint)
    : differ.length === 0
      ? say(WORDS.same)
      : {
          en: `B: ${listOf(
            differ.map((name) => text(name, other)),
            'en',
          )}. All else is the same, the digits and their order too.`,
          zh: `B：${listOf(
            differ.map((name) => text(name, other)),
            'zh',
          )}。其余全同，数字和顺序也同。`,
        }[language];
  return (
    <div className="training-other">
      <p>{sentence}</p>
      <div>
        {other ? (
          <>
            <button type="button" className="kit-text-button" onClick={training.swap}>
              {say(WORDS.swap)}
            </button>
            <button type="button" className="kit-text-button" onClick={() => setParams({ other: null })}>
              {say(WORDS.remove)}
            </button>
          </>
        ) : (
          <button type="button" className="kit-text-button" onClick={training.keepAsOther}>
            {say(WORDS.keep)}
          </button>
        )}
      </div>
    </div>
  );
}

/** Which two panels stand under the charts; on a phone there is one. */
export function PanelChoice({ params, setParams }: ControlProps<TrainingParams, TrainingModel>) {
  const say = useSay();
  const options = Object.entries(PANELS).map(([value, words]) => ({ value, label: say(words) }));
  return (
    <div className="training-panel-choice">
      {(['left', 'right'] as const).map((side) => (
        <Menu
          key={side}
          label={say(WORDS[side])}
          hideLabel
          value={params[side]}
          options={options}
          onChange={(panel) => setParams({ [side]: panel })}
        />
      ))}
    </div>
  );
}

/** What the numbers of the classes mean, where they are no digits. */
export function ClassNames({ params }: ControlProps<TrainingParams, TrainingModel>) {
  const say = useSay();
  if (params.data === 'digits') return null;
  return (
    <p className="training-classes">
      {DATA_WORDS[params.data].classes.map((name, label) => `${label} ${say(name)}`).join(' · ')}
    </p>
  );
}

/** Which settings stand on the rail. */
export function GroupChoice() {
  return <Param name="group" hideLabel />;
}

/** Weights and curves as files, a file to start from, the weights in the figure of the network. */
export function TakeAlong({ model, setParams }: ControlProps<TrainingParams, TrainingModel>) {
  const { language } = useFigure();
  return (
    <RunFiles
      run={model.a}
      other={model.b}
      language={language}
      onStart={(architecture, file) => {
        const { kernel, stride, convolutions, ...same } = architecture;
        const written = {
          ...{ kernel: String(kernel), stride: String(stride), convolutions: String(convolutions) },
        } as Pick<TrainingParams, 'kernel' | 'stride' | 'convolutions'>;
        setParams({ ...(same as Partial<TrainingParams>), ...written, file });
      }}
    />
  );
}
