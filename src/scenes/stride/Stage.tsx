import { WindowsStage } from '../../kit/convolution/WindowsStage.tsx';
import type { StageProps } from '../../kit/scene/defineScene.ts';
import { type StripRow, stripCells, stripWindows } from '../../kit/window/strip.ts';
import { isKept, type StrideModel } from './model.ts';
import type { StrideParams } from './parameters.ts';
import type { StrideView } from './view.ts';
import { stripLabel } from './words.ts';

export function Stage({ model, moment, view, language }: StageProps<StrideParams, StrideModel, StrideView>) {
  const { params, out, everyPlace } = model;
  const { padding } = params;
  const { subject, pass } = view;
  const atOne = pass === 'everyPlace';
  const sizes = atOne ? { ...params, stride: 1 } : params;
  const windows = atOne ? everyPlace.out : out;
  const row: StripRow = {
    ...sizes,
    before: padding,
    after: padding,
    windows,
    reads: (col) => model.axisReads.at(0, 0, 0, col),
  };
  return (
    <WindowsStage
      input="x"
      outputs={atOne ? ['unstrided', 'y'] : ['y']}
      strip={{
        cells: stripCells(row),
        windows: stripWindows(row),
        dropped: Array.from({ length: windows }, (_, col) => atOne && !isKept(model, 0, col)),
        column: view.asked && subject.kind === 'reads' ? subject.col + padding : null,
        current: subject.kind === 'window' && subject.pass === pass ? subject.col : null,
        label: stripLabel(model)[language],
      }}
      layer={atOne ? everyPlace : model}
      sizes={sizes}
      held={view.held}
      at={moment.cell}
    />
  );
}
