import { useStage } from './stageContext.ts';

/** Where a point of the window lies on the stage; null where nothing is drawn. For pointing and dragging. */
export function useStagePoint(): (
  clientX: number,
  clientY: number,
) => { readonly x: number; readonly y: number } | null {
  const { drawing } = useStage();
  return (clientX, clientY) => {
    const matrix = drawing.current?.getScreenCTM();
    return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()) : null;
  };
}
