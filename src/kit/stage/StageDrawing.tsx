import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { CellEditor } from '../grid/CellEditor.tsx';
import { Loupe } from '../grid/Loupe.tsx';
import { useFigure, useNow, useSay } from '../scene/context.ts';
import type { Boxes } from './boxes.ts';
import { Hatches } from './Hatches.tsx';
import { type CellEdit, StageContext, type StageContextValue } from './stageContext.ts';
import { UNTRANSLATED } from './untranslated.ts';
import './stage.css';

interface StageDrawingProps {
  /** Where everything stands; see `useLayout`. */
  readonly boxes: Boxes;
  readonly children: ReactNode;
}

/**
 * The drawing of a stage: one svg, and one canvas of the same size beneath it for grids of many cells. Both have the
 * coordinates of the stage's size, so what is drawn in one commit stands in one frame.
 */
export function StageDrawing({ boxes, children }: StageDrawingProps) {
  const { scene } = useFigure();
  const say = useSay();
  const { width, height } = useNow().size;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const [editing, setEditing] = useState<{ readonly of: CellEdit; readonly serial: number } | null>(null);
  const edit = useCallback(
    (of: CellEdit | null) => setEditing((old) => of && { of, serial: (old?.serial ?? 0) + 1 }),
    [],
  );
  const id = useId();
  const [padding, inserted] = [`padding-${id}`, `inserted-${id}`];
  const shared = useMemo<StageContextValue>(
    () => ({
      ...{ boxes, width, height, canvas, drawing, edit },
      hatch: { padding: `url(#${padding})`, inserted: `url(#${inserted})` },
    }),
    [boxes, width, height, padding, inserted, edit],
  );
  return (
    <StageContext value={shared}>
      <div className="stage" data-stage="">
        <canvas ref={canvas} className="stage-canvas" aria-hidden="true" />
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
        <svg
          ref={drawing}
          role="group"
          aria-label={say(scene.title)}
          {...UNTRANSLATED}
          className="stage-svg"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
        >
          <Hatches padding={padding} inserted={inserted} />
          {children}
          <Loupe />
        </svg>
        {editing && <CellEditor key={editing.serial} {...editing.of} />}
      </div>
    </StageContext>
  );
}
