import { FunctionThumbnails } from '../../kit/activation/FunctionThumbnails.tsx';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import { type ActivationName, activations } from '../../tensor/activations.ts';
import type { ActivationModel } from './model.ts';
import { type ActivationParams, choosing } from './parameters.ts';

const NAMES = Object.keys(activations) as readonly ActivationName[];

/** All functions, each with its own alpha. */
export function FunctionControl({ params, setParams }: ControlProps<ActivationParams, ActivationModel>) {
  return (
    <FunctionThumbnails names={NAMES} value={params.name} onChange={(name) => setParams(choosing(name))} />
  );
}
