import { columnLetter, type StripCell, windowPlaces } from '../../kit/convolution/strip.ts';
import { WindowsStage } from '../../kit/convolution/WindowsStage.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { sourceOf } from '../../tensor/taps.ts';
import type { PaddingModel } from './model.ts';
import type { PaddingParams } from './parameters.ts';
import { askedColumn, type PaddingView } from './view.ts';
import { stripLabel } from './words.ts';

/** One row of the padded input: a cell of the border has the letter of the cell that it copies. */
function stripCells({ params, before, after, side, unread, axisUses }: PaddingModel): StripCell[] {
  const odd = params.fit === 'same' && after > before ? side - 1 : null;
  return Array.from({ length: side }, (_, place): StripCell => {
    const col = place - before;
    const inside = col >= 0 && col < params.input;
    const text = columnLetter(sourceOf(col, params.input, params.mode));
    if (!inside) return { text, kind: place === odd ? 'odd' : 'border' };
    const reads = axisUses.at(0, 0, 0, col);
    return { text, kind: place >= side - unread ? 'unread' : 'input', reads };
  });
}

export function Stage({
  model,
  moment,
  view,
  language,
}: StageProps<PaddingParams, PaddingModel, PaddingView>) {
  const { params, out } = model;
  const { kernel, stride, dilation } = params;
  const { subject } = view;
  return (
    <WindowsStage
      input="padded"
      below={{ id: 'dx', shown: view.asked && subject.kind === 'uses' }}
      outputs={['y']}
      strip={{
        cells: stripCells(model),
        windows: windowPlaces(out, kernel, stride, dilation),
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
