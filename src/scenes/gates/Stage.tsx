import type { StageProps } from '../../kit/scene/defineScene.ts';
import { ChainsStage } from './ChainsStage.tsx';
import { LayerStage } from './LayerStage.tsx';
import type { GatesModel } from './model.ts';
import type { GatesParams } from './parameters.ts';
import type { GatesView } from './view.ts';

export type Props = StageProps<GatesParams, GatesModel, GatesView>;

/** One layer, or many. */
export const Stage = (props: Props) =>
  props.params.show === 'deep' ? <ChainsStage {...props} /> : <LayerStage {...props} />;
