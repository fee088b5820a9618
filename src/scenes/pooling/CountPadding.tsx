import { Param } from '../../kit/controls/Param.tsx';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { PoolingModel } from './model.ts';
import type { PoolingParams } from './parameters.ts';

/** A question that only a mean over a border has. */
export function CountPadding({ params }: ControlProps<PoolingParams, PoolingModel>) {
  return params.kind === 'average' && params.padding > 0 ? <Param name="countPad" /> : null;
}
