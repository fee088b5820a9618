import { useMemo } from 'react';
import { numberText, thousands } from '../../../formula/numbers.ts';
import type { PlotFrame } from '../../../kit/plot/frame.ts';
import { useSay } from '../../../kit/scene/context.ts';
import type { Box } from '../../../kit/stage/boxes.ts';
import type { RunState } from '../run/state.ts';
import type { RunView } from '../view.ts';
import { Chart, type ChartLine } from './Chart.tsx';
import { runningMeans } from './mean.ts';
import { curvePath, thinPath } from './paths.ts';

const WORDS = {
  title: { en: 'Loss of a batch', zh: '每批的损失' },
  note: { en: 'thin: each step, thick: running mean', zh: '细线：每一步；粗线：滑动平均' },
  guessing: { en: 'guessing: ln 10 = 2.303', zh: '瞎猜：ln 10 = 2.303' },
} as const;

const GUESSING = Math.log(10);
const TOP = 2.6;
/** What costs more leaves the chart above: on its scale nothing else could be read. */
const CEILING = 12;
/** From here on a loss is written with an exponent. */
const LARGE = 1e4;

const lossText = (loss: number): string =>
  loss < LARGE ? numberText(loss) : loss.toExponential(1).replace('e+', 'e');

interface LossChartProps {
  readonly box: Box;
  readonly a: RunView;
  readonly b: RunView | null;
  readonly before: RunState | null;
  readonly steps: number;
  readonly isNarrow: boolean;
  onStep(step: number): void;
}

const NONE: RunState['reports'] = [];

function useCurve(run: RunState | null): Curve {
  const reports = run?.reports ?? NONE;
  return useMemo(() => {
    const losses = reports.map(({ loss }) => loss);
    return { losses, means: runningMeans(losses) };
  }, [reports]);
}

/** The loss of each step and its running mean, of both runs. */
export function LossChart({ box, a, b, before, steps, isNarrow, onStep }: LossChartProps) {
  const say = useSay();
  const ofA = useCurve(a.run);
  const ofB = useCurve(b?.run ?? null);
  const ofBefore = useCurve(before);
  const highest = Math.min(CEILING, Math.max(TOP, ...[ofA, ofB].map(({ means }) => most(means))));
  const lines = (frame: PlotFrame): ChartLine[] => {
    const thick = (id: 'a' | 'b', { means }: Curve, view: RunView): ChartLine => {
      const value = means[view.step - 1];
      return {
        id,
        look: id,
        path: curvePath(frame, means),
        ...(value !== undefined && {
          end: { step: view.step, value, text: `${id.toUpperCase()} ${lossText(value)}` },
        }),
      };
    };
    return [
      {
        id: 'before',
        look: 'before',
        path: curvePath(frame, ofBefore.means),
      },
      { id: 'thin', look: 'thin', path: thinPath(frame, ofA.losses) },
      ...(b ? [thick('b', ofB, b)] : []),
      thick('a', ofA, a),
    ];
  };
  return (
    <Chart
      box={box}
      title={say(WORDS.title)}
      note={isNarrow ? '' : say(WORDS.note)}
      metric={{ name: 'loss', value: a.loss, text: a.loss === null ? '–' : lossText(a.loss) }}
      label={say({
        en: `Loss over ${a.run.reports.length} steps`,
        zh: `${a.run.reports.length} 步里的损失`,
      })}
      steps={steps}
      up={[0, highest]}
      level={{ value: GUESSING, text: say(WORDS.guessing) }}
      lines={lines}
      read={(step) => {
        const value = ofA.losses[step - 1];
        const other = ofB.losses[step - 1];
        return value === undefined
          ? null
          : {
              ...{ step, value },
              text: `${thousands(step)}: ${lossText(value)}${other === undefined ? '' : ` · B ${lossText(other)}`}`,
            };
      }}
      onStep={onStep}
    />
  );
}

interface Curve {
  readonly losses: readonly number[];
  readonly means: readonly number[];
}

const most = (values: readonly number[]): number => values.reduce((high, value) => Math.max(high, value), 0);
