import { Param } from '../../kit/controls/Param.tsx';
import { useNow } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { PoolBackModel } from './model.ts';
import type { PoolBackParams } from './parameters.ts';

/** A question that only a mean over a border has. */
export function CountPadding({ params }: ControlProps<PoolBackParams, PoolBackModel>) {
  return params.kind === 'average' && params.padding > 0 ? <Param name="countPad" /> : null;
}

/** The head of a phone has room for one choice: there, the order stands among the other settings. */
const useIsPhone = (): boolean => useNow().size.band === 'phone';

export function MethodInHead() {
  return useIsPhone() ? null : <Param name="method" look="segments" hideLabel />;
}

export function MethodOnPhone() {
  return useIsPhone() ? <Param name="method" /> : null;
}
