import { WindowsStage } from '../../kit/convolution/WindowsStage.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { type StripRow, stripCells, stripWindows } from '../../kit/window/strip.ts';
import type { PaddingModel } from './model.ts';
import type { PaddingParams } from './parameters.ts';
import { askedColumn, type PaddingView } from './view.ts';
import { stripLabel } from './words.ts';

/** One row of the padded input, for the strip. */
function rowOf({ params, before, after, side, out, axisUses }: PaddingModel): StripRow {
  const odd = params.fit === 'same' && after > before ? side - 1 : null;
  const reads = (col: number): number => axisUses.at(0, 0, 0, col);
  return { ...params, before, after, windows: out, mode: params.mode, odd, reads };
}

export function Stage({
  model,
  moment,
  view,
  language,
}: StageProps<PaddingParams, PaddingModel, PaddingView>) {
  const { params } = model;
  const { subject } = view;
  const row = rowOf(model);
  return (
    <WindowsStage
      input="padded"
      below={{ id: 'dx', shown: view.asked && subject.kind === 'uses' }}
      outputs={['y']}
      strip={{
        cells: stripCells(row),
        windows: stripWindows(row),
        column: askedColumn(model, view),
        current: subject.kind === 'window' ? subject.col : null,
        label: stripLabel(model)[language],
      }}
      layer={model}
      sizes={params}
      held={view.held}
      at={moment.cell}
    />
  );
}
