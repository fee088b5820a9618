import { Param } from '../../kit/controls/Param.tsx';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { PoolBackModel } from './model.ts';
import type { PoolBackParams } from './parameters.ts';

/** A question that only a mean over a border has. */
export function CountPadding({ params }: ControlProps<PoolBackParams, PoolBackModel>) {
  return params.kind === 'average' && params.padding > 0 ? <Param name="countPad" /> : null;
}
