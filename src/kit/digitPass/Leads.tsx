import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useFigure } from '../scene/context.ts';
import { type Boxes, placeAt } from '../stage/boxes.ts';
import { useStagePoint } from '../stage/useStagePoint.ts';
import { drawnAs } from './nodes.ts';

/** A press on a grid that is drawn a second time leads to its layer, and to this very cell. */
export function Leads({ boxes, children }: { readonly boxes: Boxes; readonly children: ReactNode }) {
  const { store } = useFigure();
  const stagePoint = useStagePoint();
  const open = (target: EventTarget, at: { plane: number; row: number; col: number } | null): boolean => {
    const id = (target as Element).closest('[data-tensor]')?.getAttribute('data-tensor');
    const grid = id === null || id === undefined ? null : drawnAs(id);
    if (grid === null || !at) return false;
    store.actions.pin({ grid, ...at });
    return true;
  };
  const onClick = ({ target, clientX, clientY }: MouseEvent): void => {
    const id = (target as Element).closest('[data-tensor]')?.getAttribute('data-tensor');
    const point = stagePoint(clientX, clientY);
    const box = id ? boxes[id] : undefined;
    open(target, point && box ? placeAt(box, point.x, point.y) : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const { row: r, col, plane = '0' } = (event.target as SVGElement).dataset;
    const at = r === undefined ? null : { plane: Number(plane), row: Number(r), col: Number(col) };
    if (!open(event.target, at)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g onClickCapture={onClick} onKeyDownCapture={onKeyDown}>
      {children}
    </g>
  );
}
