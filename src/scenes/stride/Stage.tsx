import { columnLetter, type StripCell, windowPlaces } from '../../kit/convolution/strip.ts';
import { WindowsStage } from '../../kit/convolution/WindowsStage.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { isKept, type StrideModel } from './model.ts';
import type { StrideParams } from './parameters.ts';
import type { StrideView } from './view.ts';
import { stripLabel } from './words.ts';

/** One row of the input with its border. */
function stripCells({ params, axisReads }: StrideModel): StripCell[] {
  const { input, padding } = params;
  return Array.from({ length: input + 2 * padding }, (_, place): StripCell => {
    const col = place - padding;
    if (col < 0 || col >= input) return { text: '0', kind: 'border' };
    const reads = axisReads.at(0, 0, 0, col);
    return { text: columnLetter(col), kind: reads === 0 ? 'unread' : 'input', reads };
  });
}

export function Stage({ model, moment, view, language }: StageProps<StrideParams, StrideModel, StrideView>) {
  const { params, out, everyPlace } = model;
  const { kernel, stride, dilation, padding } = params;
  const { subject, pass } = view;
  const atOne = pass === 'everyPlace';
  const count = atOne ? everyPlace.out : out;
  return (
    <WindowsStage
      input="x"
      outputs={atOne ? ['unstrided', 'y'] : ['y']}
      strip={{
        cells: stripCells(model),
        windows: windowPlaces(count, kernel, atOne ? 1 : stride, dilation),
        dropped: Array.from({ length: count }, (_, col) => atOne && !isKept(model, 0, col)),
        column: view.asked && subject.kind === 'reads' ? subject.col + padding : null,
        current: subject.kind === 'window' && subject.pass === pass ? subject.col : null,
        label: stripLabel(model)[language],
      }}
      layer={atOne ? everyPlace : model}
      sizes={atOne ? { ...params, stride: 1 } : params}
      held={view.held}
      at={moment.cell}
    />
  );
}
