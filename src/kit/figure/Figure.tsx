import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Controls } from '../controls/Controls.tsx';
import { DockBar } from '../dock/DockBar.tsx';
import { useDock } from '../dock/useDock.ts';
import { EquationRow } from '../line/EquationRow.tsx';
import { NowContext, useFigure } from '../scene/context.ts';
import { nowOf } from '../scene/now.ts';
import { SymbolButtons } from '../symbols/SymbolButtons.tsx';
import { Transport } from '../transport/Transport.tsx';
import { stageHeight } from './bands.ts';
import { CaptionRow } from './CaptionRow.tsx';
import { FigureHead } from './FigureHead.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { isWaiting } from './loadResources.ts';
import { Notices } from './Notices.tsx';
import { useFigureKeys } from './useFigureKeys.ts';
import { usePageEvents } from './usePageEvents.ts';
import { useStage } from './useStage.ts';

/** What every figure carries around its stage: head, equation, bar, controls, caption, and what is said aloud. */
export function Figure() {
  const { store, scene, language } = useFigure();
  const state = useStore(store);
  const figure = useRef<HTMLElement>(null);
  const slot = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const { size, scale } = useStage(figure, slot, scene.stageHeight);
  const now = useMemo(() => nowOf(scene, state, size), [scene, state, size]);
  const [ready, setReady] = useState(false);
  const waiting = isWaiting(scene.resources, state.params, state.resources);
  useEffect(() => {
    if (!waiting) setReady(true);
  }, [waiting]);
  usePageEvents(figure);
  const dock = useDock(figure, size);
  const onKeyDown = useFigureKeys(dock);
  const { Stage } = scene;
  const heights = {
    '--stage-wide': stageHeight(scene.stageHeight, 'wide'),
    '--stage-medium': stageHeight(scene.stageHeight, 'medium'),
    '--stage-phone': stageHeight(scene.stageHeight, 'phone'),
  } as CSSProperties;
  const drawn = {
    '--drawn-width': `${size.width}px`,
    '--drawn-height': `${size.height}px`,
    '--enlarged': scale,
  } as CSSProperties;
  return (
    <NowContext value={now}>
      <figure
        ref={figure}
        className="scene-figure"
        data-scene={scene.name}
        data-ready={ready ? '' : undefined}
        data-counting={isWaiting(scene.resources, state.params, state.resources, true) ? '' : undefined}
        data-band={size.band}
        data-docked={dock.isDocked ? scene.name : undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: ← → and the space bar belong to the figure that has the focus
        tabIndex={0}
        aria-labelledby={`${scene.name}-title`}
        style={{ ...heights, ...dock.placeStyle }}
        onKeyDown={onKeyDown}
      >
        <div className="frame-card" style={drawn} {...dock.cardProps}>
          <FigureHead figure={figure} stage={stage} />
          <Notices />
          <DockBar dock={dock} />
          <div className="frame-stage" ref={slot} data-docks="">
            <div className="frame-drawing">
              <div className="frame-scaled" ref={stage}>
                <Stage
                  params={state.params}
                  model={now.model}
                  moment={now.moment}
                  view={now.view}
                  size={size}
                  before={state.held?.from ?? null}
                  language={language}
                />
              </div>
            </div>
          </div>
          <EquationRow />
          <Transport />
          <CaptionRow />
          <Controls />
          <SymbolButtons figure={figure} />
        </div>
        <LiveRegion />
      </figure>
    </NowContext>
  );
}
