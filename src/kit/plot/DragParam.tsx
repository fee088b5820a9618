import { useRef } from 'react';
import { rangeOf } from '../../playback/parameters/table.ts';
import { useHold } from '../controls/useHold.ts';
import { useFigure } from '../scene/context.ts';
import { useStagePoint } from '../stage/useStagePoint.ts';
import { type PlotFrame, within } from './frame.ts';

interface DragParamProps {
  readonly frame: PlotFrame;
  /** The parameter that stands on the level axis. Its slider is the way for keys. */
  readonly name: string;
  /** The parameter on the upright axis, where a drag moves two. */
  readonly upright?: string;
  onGrasp?(): void;
}

/** Pressing or dragging anywhere in a plot moves the point there; on a phone only a level drag does, others scroll. */
export function DragParam({ frame, name, upright, onGrasp }: DragParamProps) {
  const { store, scene } = useFigure();
  const stagePoint = useStagePoint();
  const hold = useHold(name);
  const dragged = useRef(false);
  const move = (clientX: number, clientY: number): void => {
    const at = stagePoint(clientX, clientY);
    if (!at) return;
    const settled = (of: string, value: number): number => {
      const step = scene.params[of]?.step || 0.01;
      return within(rangeOf(scene, store.getState().params, of), Math.round(value / step) * step);
    };
    store.actions.setParams({
      [name]: settled(name, frame.x.invert(at.x)),
      ...(upright !== undefined && { [upright]: settled(upright, frame.y.invert(at.y)) }),
    });
  };
  return (
    <rect
      className="plot-drag"
      {...frame.area}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = true;
        hold.grasp();
        onGrasp?.();
        move(event.clientX, event.clientY);
      }}
      onPointerMove={(event) => {
        if (dragged.current) move(event.clientX, event.clientY);
      }}
      onLostPointerCapture={() => {
        dragged.current = false;
      }}
    />
  );
}
