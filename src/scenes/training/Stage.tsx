import { useDeferredValue, useMemo } from 'react';
import { useSteady } from '../../kit/controls/useSteady.ts';
import { useFigure } from '../../kit/scene/context.ts';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { column, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { type Layout, useLayout } from '../../kit/stage/useLayout.ts';
import { AccuracyChart } from './charts/AccuracyChart.tsx';
import { LossChart } from './charts/LossChart.tsx';
import { stepsShown } from './charts/paths.ts';
import { choiceOf, choiceParams } from './choice.ts';
import { MessageBox } from './MessageBox.tsx';
import { messagesOf } from './messages/messagesOf.ts';
import type { TrainingModel } from './model.ts';
import { PanelView } from './PanelView.tsx';
import type { Choice } from './panels/panel.ts';
import type { TrainingParams } from './parameters.ts';
import { PARTS } from './run/position.ts';
import { isUnderWay } from './run/reduce.ts';
import { STEPS } from './settings.ts';
import { useTraining } from './useTraining.ts';
import type { TrainingView } from './view.ts';

type Id = 'loss' | 'accuracy' | 'left' | 'right' | 'step';

/** Room at the edges, where outlines stand out. */
const EDGE = 4;

/** Two charts, two panels under them, one step taken apart; where there is less room, without that, and on a phone one panel. */
const layout: Layout<Id> = ({ band, ...size }) => {
  const width = size.width - 2 * EDGE;
  const height = size.height - 2 * EDGE;
  if (band === 'phone')
    return column<Id>(
      [room('loss', width, 106), room('accuracy', width, 88), room('left', width, height - 106 - 88 - 16)],
      { gap: 8 },
    );
  const isWide = band === 'wide';
  const gap = isWide ? 30 : 22;
  const charts = isWide ? 176 : 134;
  const step = isWide ? 82 : 0;
  const half = (width - gap) / 2;
  const pair = (left: Id, right: Id, high: number): Plan<Id> =>
    row<Id>([room(left, half, high), room(right, half, high)], { gap });
  const panels = height - charts - 10 - (isWide ? step + 10 : 0);
  return column<Id>(
    [pair('loss', 'accuracy', charts), pair('left', 'right', panels), isWide && room('step', width, step)],
    { gap: 10 },
  );
};

export function Stage(props: StageProps<TrainingParams, TrainingModel, TrainingView>) {
  const { model, view, size, params, language } = props;
  const { store } = useFigure();
  const boxes = useLayout<Id>(layout);
  const training = useTraining();
  const { before, note } = training.view;
  const { a, b } = view;
  const steps = stepsShown(Math.max(a.run.reached, b?.run.reached ?? 0, before?.reached ?? 0), STEPS);
  const charts = {
    ...{ a, b, before, steps, isNarrow: size.width < 800 },
    onStep: (step: number) => {
      if (step <= a.run.reached) training.pursue(step * PARTS);
    },
  };
  const onChoice = useSteady((change: Partial<Choice>) => store.actions.setParams(choiceParams(change)));
  const { weight, digit, cell } = params;
  const choice = useMemo(() => choiceOf({ weight, digit, cell }), [weight, digit, cell]);
  // While it trains the charts are drawn first, and the panels when the page has a pause: no piece of work is long.
  const later = useDeferredValue(model.a);
  const run = isUnderWay(model.a) && later.settings === model.a.settings ? later : model.a;
  const panel = { run, language, ask: training.ask, choice, onChoice };
  const messages = messagesOf(model, note);
  return (
    <>
      <StageDrawing boxes={boxes}>
        <LossChart box={boxes.loss} {...charts} />
        <AccuracyChart box={boxes.accuracy} {...charts} />
        <PanelView name={params.left} box={boxes.left} {...panel} />
        {boxes.right && <PanelView name={params.right} box={boxes.right} {...panel} />}
        {boxes.step && <PanelView name="step" box={boxes.step} {...panel} />}
      </StageDrawing>
      {messages.length > 0 && (
        <MessageBox
          messages={messages}
          box={boxes.step ?? { ...boxes.left, width: size.width - 2 * EDGE }}
          size={size}
        />
      )}
    </>
  );
}
