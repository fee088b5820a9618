import { createContext, type RefObject, useContext } from 'react';
import type { Place } from '../../playback/place.ts';
import type { Boxes, GridBox } from './boxes.ts';

/** A cell that is being typed into. */
export interface CellEdit {
  readonly place: Place;
  /** What stands in the field at first. */
  readonly text: string;
}

/** What the parts of a stage share. */
export interface StageContextValue {
  readonly boxes: Boxes;
  readonly width: number;
  readonly height: number;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly drawing: RefObject<SVGSVGElement | null>;
  /** `url(#…)` of the hatch of padding and the dots of inserted zeros. */
  readonly hatch: { readonly padding: string; readonly inserted: string };
  edit(edit: CellEdit | null): void;
}

export const StageContext = createContext<StageContextValue | null>(null);

export function useStage(): StageContextValue {
  const value = useContext(StageContext);
  if (!value) throw new Error('a part of a stage stands outside of <StageDrawing>');
  return value;
}

/** The box of a grid or a room. @throws Error when the layout has none of that name */
export function useBox(id: string): GridBox {
  const box = useStage().boxes[id];
  if (!box) throw new Error(`the layout of the stage has no box “${id}”`);
  return box;
}
