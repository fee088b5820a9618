import { useRef } from 'react';
import type { BarAxis } from '../../kit/bars/axis.ts';
import { BarHandles } from '../../kit/bars/BarHandles.tsx';
import { useFigure } from '../../kit/scene/context.ts';
import type { Language } from '../../language/language.ts';
import { type SoftmaxModel, withExponential, withLogit, withShare } from './model.ts';
import type { SoftmaxView } from './view.ts';
import { COLUMN_NAMES, WORDS } from './words.ts';

interface HandlesProps {
  readonly model: SoftmaxModel;
  readonly view: SoftmaxView;
  readonly language: Language;
  axisOf(id: string): BarAxis | null;
}

/** No share is 0 or 1, and no exponential 0: their logits would be infinite. */
const LEAST_SHARE = 0.001;
const LEAST_EXPONENTIAL = 0.001;
const PLACES = 100;

/** Logits, exponentials and shares, each pulled by its bar; what is pulled sets the logit that makes it. */
export function Handles({ model, view, language, axisOf }: HandlesProps) {
  const { store } = useFigure();
  const subtracted = useRef(model.subtracted);
  const set = store.actions.setParams;
  const [logits, exps, probs] = [axisOf('logits'), axisOf('exps'), axisOf('probs')];
  const common = (column: 'logits' | 'exps' | 'probs') => ({
    param: 'z',
    known: view.grids[column]?.known,
    label: WORDS.bars[column][language],
    nameOf: (k: number) => `${model.names[k]?.[language]}, ${COLUMN_NAMES[column][language]}`,
  });
  const most = exps?.domain[1] ?? 1;
  return (
    <>
      {logits && (
        <BarHandles
          {...common('logits')}
          hue="output"
          axis={logits}
          values={model.z.data}
          step={Math.max(0.1, (logits.domain[1] - logits.domain[0]) / PLACES)}
          take={(k, value) => set(withLogit(model, k, value))}
        />
      )}
      {exps && (
        <BarHandles
          {...common('exps')}
          hue="plain"
          axis={exps}
          values={model.exps}
          step={most / PLACES}
          range={[most * LEAST_EXPONENTIAL, most]}
          grasp={() => {
            subtracted.current = model.subtracted;
          }}
          take={(k, value) => set(withExponential(model, k, value, subtracted.current))}
        />
      )}
      {probs && (
        <BarHandles
          {...common('probs')}
          hue="output"
          axis={probs}
          values={model.q}
          step={1 / PLACES}
          range={[LEAST_SHARE, 1 - LEAST_SHARE]}
          take={(k, value) => set(withShare(model, k, value))}
        />
      )}
    </>
  );
}
