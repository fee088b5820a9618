import { useMemo } from 'react';
import { thousands } from '../../../formula/numbers.ts';
import type { PlotFrame } from '../../../kit/plot/frame.ts';
import { useSay } from '../../../kit/scene/context.ts';
import type { Box } from '../../../kit/stage/boxes.ts';
import type { RunState } from '../run/state.ts';
import type { RunView } from '../view.ts';
import { Chart, type ChartLine } from './Chart.tsx';
import { runningMeans } from './mean.ts';
import { curvePath, linePath } from './paths.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const tickText = (share: number): string => `${Math.round(100 * share)}%`;

interface AccuracyChartProps {
  readonly box: Box;
  readonly a: RunView;
  readonly b: RunView | null;
  readonly before: RunState | null;
  readonly steps: number;
  readonly isNarrow: boolean;
  onStep(step: number): void;
}

const shares = (run: RunState): readonly (readonly [number, number])[] =>
  run.tests.map(({ step, correct, count }) => [step, correct / count] as const);

/** How many of the test digits are read right, where they were read; thin beside it the digits trained on, as they were shown. */
export function AccuracyChart({ box, a, b, before, steps, isNarrow, onStep }: AccuracyChartProps) {
  const say = useSay();
  const { reports } = a.run;
  const train = useMemo(() => runningMeans(reports.map(({ accuracy }) => accuracy)), [reports]);
  const share = a.test ? a.test.correct / a.test.count : null;
  const line = (frame: PlotFrame, id: 'a' | 'b', view: RunView): ChartLine => {
    const { test } = view;
    const value = test ? test.correct / test.count : undefined;
    return {
      id,
      look: id,
      path: linePath(frame, shares(view.run)),
      ...(test &&
        value !== undefined && {
          end: { step: test.step, value, text: `${id.toUpperCase()} ${percent(value)}` },
        }),
    };
  };
  const count = a.test?.count ?? 1000;
  return (
    <Chart
      box={box}
      title={say({
        en: `Right of ${thousands(count)} test digits`,
        zh: `${thousands(count)} 个测试数字读对`,
      })}
      note={isNarrow ? '' : say({ en: 'thin: training digits', zh: '细线：训练数字' })}
      metric={{ name: 'test-accuracy', value: share, text: share === null ? '–' : percent(share) }}
      label={say({
        en: `Share of test digits read right, ${a.run.tests.length} readings`,
        zh: `测试数字的正确率，共测 ${a.run.tests.length} 次`,
      })}
      steps={steps}
      up={[0, 1]}
      upText={tickText}
      lines={(frame) => [
        ...(before ? [{ id: 'before', look: 'before' as const, path: linePath(frame, shares(before)) }] : []),
        {
          id: 'train',
          look: 'train',
          path: curvePath(frame, train),
        },
        ...(b ? [line(frame, 'b', b)] : []),
        line(frame, 'a', a),
      ]}
      read={(step) => {
        const test = a.run.tests.findLast((one) => one.step <= step);
        const other = b?.run.tests.findLast((one) => one.step <= step);
        if (!test) return null;
        const value = test.correct / test.count;
        const ofB = other ? ` · B ${percent(other.correct / other.count)}` : '';
        return { step: test.step, value, text: `${thousands(test.step)}: ${percent(value)}${ofB}` };
      }}
      onStep={onStep}
    />
  );
}
