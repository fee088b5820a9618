import { FunctionThumbnails } from '../../kit/activation/FunctionThumbnails.tsx';
import { Param } from '../../kit/controls/Param.tsx';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { GatesModel } from './model.ts';
import { choosing, GATE_NAMES, type GateName, type GatesParams } from './parameters.ts';

/** The four functions that this figure compares, and how much the leaky one leaks. */
export function FunctionControl({ params, setParams }: ControlProps<GatesParams, GatesModel>) {
  return (
    <>
      <FunctionThumbnails
        names={GATE_NAMES}
        value={params.name}
        onChange={(name) => setParams(choosing(name as GateName))}
      />
      {params.name === 'leakyRelu' && <Param name="alpha" />}
    </>
  );
}
