import { Param } from '../../kit/controls/Param.tsx';
import { KernelControl } from '../../kit/convolution/KernelControl.tsx';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { KernelPhotoModel } from './model.ts';
import type { KernelPhotoParams } from './parameters.ts';

type Props = ControlProps<KernelPhotoParams, KernelPhotoModel>;

/** The kernel by its picture. */
export const Presets = ({ params, model, setParams }: Props) => (
  <KernelControl params={{ preset: params.preset, kernel: model.k }} model={model} setParams={setParams} />
);

/** Laid on as it stands, or turned. */
export const Operation = () => <Param name="operation" hideLabel />;

/** Of three planes one is explained. */
export const Channel = ({ params }: Props) =>
  params.colour === 'colour' ? <Param name="channel" hideLabel /> : null;
