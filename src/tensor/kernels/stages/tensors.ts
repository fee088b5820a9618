import { zeros } from '../../tensor.ts';
import { copyIn, copyOut } from '../plan/box.ts';
import type { Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { TensorStage } from '../plan/stage.ts';

/** A layer that has no kernel: its tensors are copied out of the memory and back. */
export function tensorRunner({ inShape, forward, backward }: TensorStage, site: Site): Runner {
  const { memory } = site;
  let outShape: readonly number[] = [];
  return {
    forward(samples, mode) {
      const x = zeros([samples, ...inShape]);
      for (let n = 0; n < samples; n++) copyOut(memory.cells, site.xAt(n), site.x, x, n);
      const y = forward(x, mode);
      outShape = y.shape;
      for (let n = 0; n < samples; n++) copyIn(memory.cells, site.yAt(n), site.y, y, n);
    },
    backward(samples) {
      const dy = zeros(outShape);
      for (let n = 0; n < samples; n++) copyOut(memory.cells, site.dyAt(n), site.y, dy, n);
      const dx = backward(dy);
      for (let n = 0; n < samples; n++) copyIn(memory.cells, site.dxAt(n), site.x, dx, n);
    },
  };
}
