import { memo, type RefObject, useEffect, useState } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { CheckedBadge } from '../check/CheckedBadge.tsx';
import { Param } from '../controls/Param.tsx';
import { FigureMenu } from '../copy/FigureMenu.tsx';
import { useFigure, useFigureState, useSay } from '../scene/context.ts';
import { DirectionSwitch } from '../transport/DirectionSwitch.tsx';

interface FigureHeadProps {
  readonly figure: RefObject<HTMLElement | null>;
  readonly stage: RefObject<HTMLElement | null>;
}

const WORDS = {
  figure: { en: 'Figure', zh: '图' },
  restore: { en: 'Original state', zh: '恢复原状' },
  newNumbers: { en: 'New numbers', zh: '换一组数' },
  large: { en: 'Full screen', zh: '全屏' },
  small: { en: 'Leave full screen', zh: '退出全屏' },
} as const;

/** Number and title; right of them what concerns the whole figure. On a phone all but the parameters is in the menu. */
export const FigureHead = memo(function FigureHead({ figure, stage }: FigureHeadProps) {
  const { store, scene, number } = useFigure();
  const say = useSay();
  const { actions } = store;
  const fullScreen = useFullScreen(figure);
  const { renew } = scene;
  const acts = [
    ...(renew
      ? [
          {
            icon: 'dice',
            label: WORDS.newNumbers,
            act: () => actions.setParams(renew(store.getState().params)),
          } as const,
        ]
      : []),
    { icon: 'restore', label: WORDS.restore, act: actions.restore } as const,
    ...(fullScreen.possible
      ? [
          {
            icon: fullScreen.on ? 'small' : 'large',
            label: fullScreen.on ? WORDS.small : WORDS.large,
            act: fullScreen.toggle,
          } as const,
        ]
      : []),
  ];
  const title = say(scene.title);
  return (
    <header className="frame-head">
      <h3 className="frame-title" id={`${scene.name}-title`}>
        <span className="frame-number">
          <span className="frame-word">{say(WORDS.figure)}</span>
          <span>{number}</span>
        </span>
        <span className={scene.shortTitle ? 'frame-long-title' : undefined}>{title}</span>
        {scene.shortTitle && (
          <span className="frame-short-title" aria-hidden="true">
            {say(scene.shortTitle)}
          </span>
        )}
      </h3>
      <CheckedBadge />
      <div className="frame-tools">
        <DirectionSwitch />
        <HeadControls />
        <FigureMenu stage={stage} acts={acts} title={`${say(WORDS.figure)} ${number}: ${title}`} />
        {acts.map(({ icon, label, act }) => (
          <IconButton key={label.en} className="frame-act" icon={icon} label={label} onClick={act} />
        ))}
      </div>
    </header>
  );
});

/** The controls that a scene has in its head. */
function HeadControls() {
  const { store, scene } = useFigure();
  const params = useFigureState((state) => state.params);
  const model = useFigureState((state) => state.model);
  return scene.head?.map((Item, i) =>
    typeof Item === 'string' ? (
      <Param key={Item} name={Item} look="segments" hideLabel />
    ) : (
      <Item key={String(i)} params={params} model={model} setParams={store.actions.setParams} />
    ),
  );
}

/** Whether a figure fills the screen; impossible where the browser has no such thing (and in the pre-rendered page). */
function useFullScreen(figure: RefObject<HTMLElement | null>) {
  const [possible, setPossible] = useState(true);
  const [on, setOn] = useState(false);
  useEffect(() => {
    setPossible(document.fullscreenEnabled === true);
    const changed = (): void => setOn(document.fullscreenElement === figure.current);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [figure]);
  const toggle = (): void => {
    const done = on ? document.exitFullscreen() : figure.current?.requestFullscreen();
    done?.catch(() => setPossible(false));
  };
  return { possible, on, toggle };
}
