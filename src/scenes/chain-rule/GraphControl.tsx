import { Param } from '../../kit/controls/Param.tsx';
import { useNow } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { ChainModel } from './model.ts';
import type { ChainParams } from './parameters.ts';

/** Where there is room, all graphs are seen at once, one below the other. */
export function GraphControl() {
  const isWide = useNow().size.band === 'wide';
  return (
    <div className={isWide ? 'graph-choice' : undefined}>
      <Param name="graph" look={isWide ? 'segments' : 'menu'} hideLabel={isWide} />
    </div>
  );
}

/** Only softmax with cross-entropy can be one node. */
export const CollapseControl = ({ params }: ControlProps<ChainParams, ChainModel>) =>
  params.graph === 'softmax' ? <Param name="collapse" /> : null;
