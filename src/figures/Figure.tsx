import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Language, Text } from '../language/language.ts';
import { commandOf } from '../playback/keyboard.ts';
import { writeLink } from '../playback/link.ts';
import { Connectors } from './Connectors.tsx';
import { CopyMenu, type CopySources } from './CopyMenu.tsx';
import { useFigure, useFigureState, useSay } from './figureContext.ts';
import { Icon } from './Icon.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { PinBar } from './PinBar.tsx';
import { SymbolButtons } from './SymbolButtons.tsx';
import { type Stretch, Transport } from './Transport.tsx';
import { DRAWN, LATE } from './useLate.ts';
import { useSymbolLinks } from './useSymbolLinks.ts';

export interface FigureProps {
  readonly title: Text;
  /** `3.1`: chapter and place in it. */
  readonly number: string;
  /** Choices that belong to the figure as a whole, at its top right. */
  readonly toolbar?: ReactNode;
  /** The picture. */
  readonly children: ReactNode;
  /** What moves between two grids is redrawn when this changes. Without it no curves are drawn. */
  readonly moment?: unknown;
  /** The way the numbers flow along those curves: into the result, or out of it into the window. */
  readonly flow?: 'into' | 'out';
  readonly equation?: ReactNode;
  /** The parts of the bar; without steps there is no bar. */
  readonly stretches?: readonly Stretch[];
  readonly controls?: ReactNode;
  /** What is to be seen now, in words. */
  readonly caption: ReactNode;
  /** What happened in this step, in words, numbers included: for the live region. */
  readonly spoken: string;
  readonly copies: CopySources;
  /** Fresh numbers from the next seed. */
  readonly onNewNumbers?: (() => void) | undefined;
  /** Present when the pinned number can be changed. */
  readonly pinnedValue?: { readonly value: number; onChange(value: number): void } | undefined;
  readonly className?: string;
  /** What the figure shows is still on its way; it calls itself ready when this has ended. */
  readonly waiting?: boolean;
}

const WORDS = {
  figure: { en: 'Figure', zh: '图' },
  restore: { en: 'Original state', zh: '恢复原状' },
  newNumbers: { en: 'New numbers', zh: '换一组数' },
} as const;

/** Elements that use the arrow keys or the space bar themselves. */
const OWN_ARROWS = 'input, select, textarea, [role=gridcell], [role=menuitem], [data-own-keys]';
const OWN_SPACE = `button, summary, a, ${OWN_ARROWS.replace(', [role=gridcell]', '')}`;

/** What every figure carries: title, picture, equation, bar, controls, caption, live region, copies. */
export function Figure(props: FigureProps) {
  const { title, number, toolbar, children, moment, equation, stretches, controls, caption, copies } = props;
  const { store, scene, language } = useFigure();
  const say = useSay();
  const figure = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const { actions } = store;
  useEffect(() => {
    if (!props.waiting) setReady(true);
  }, [props.waiting]);
  useBeats(figure);
  useBusy(figure);
  const links = useSymbolLinks(figure);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const command = commandOf(event.key);
    if (!command || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const target = event.target as Element;
    if (command !== 'unpin' && target.matches(command === 'toggle' ? OWN_SPACE : OWN_ARROWS)) return;
    if (command !== 'unpin' && !stretches) return;
    if (command === 'unpin' && !store.getState().pinned) return;
    event.preventDefault();
    if (command === 'toggle') actions.setPlaying(!store.getState().playing);
    else if (command === 'unpin') actions.pin(null);
    else actions.step(command === 'step' ? 1 : -1);
  };

  return (
    <figure
      ref={figure}
      className={`figure ${props.className ?? ''}`}
      data-scene={scene}
      data-ready={ready ? '' : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: ← → and the space bar belong to the figure that has the focus
      tabIndex={0}
      aria-labelledby={`${scene}-title`}
      onKeyDown={onKeyDown}
    >
      <header className="figure-head">
        <h3 className="figure-title" id={`${scene}-title`}>
          <span className="figure-number">
            {say(WORDS.figure)} {number}
          </span>{' '}
          {say(title)}
        </h3>
        <div className="figure-tools">
          {toolbar}
          {props.onNewNumbers && (
            <button
              type="button"
              className="icon-button"
              aria-label={say(WORDS.newNumbers)}
              title={say(WORDS.newNumbers)}
              onClick={props.onNewNumbers}
            >
              <Icon name="dice" />
            </button>
          )}
          <CopyMenu stage={stage} sources={copies} title={`${say(WORDS.figure)} ${number}: ${say(title)}`} />
          <button
            type="button"
            className="icon-button"
            aria-label={say(WORDS.restore)}
            title={say(WORDS.restore)}
            onClick={() => actions.restore()}
          >
            <Icon name="restore" />
          </button>
        </div>
      </header>
      <LinkNotice />
      <div className="figure-stage" ref={stage}>
        {children}
        {moment !== undefined && <Connectors stage={stage} moment={moment} flow={props.flow ?? 'into'} />}
      </div>
      <PinBar pinnedValue={props.pinnedValue} />
      <SymbolButtons {...links} />
      {equation}
      {stretches && <Transport stretches={stretches} />}
      {controls && <div className="figure-controls">{controls}</div>}
      <figcaption className="figure-caption" lang={language === 'zh' ? 'zh-Hans' : 'en'}>
        {caption}
      </figcaption>
      <LiveRegion spoken={props.spoken} />
    </figure>
  );
}

/** Says a step in words once the reader has moved; while the figure plays it stays silent. */
function LiveRegion({ spoken }: { readonly spoken: string }) {
  const playing = useFigureState((state) => state.playing);
  const first = useRef(spoken);
  const [text, setText] = useState('');
  useEffect(() => {
    if (playing || spoken === first.current) return;
    first.current = '';
    // A reader who scrubs hears where it ends, not every place on the way.
    const timer = setTimeout(() => setText(spoken), 150);
    return () => clearTimeout(timer);
  }, [spoken, playing]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}

/** Sentences of the prose move the figure by this event, whose detail is the name of a beat. */
export const BEAT_EVENT = 'figure:beat';
/** The page asks for the figure's state by this event: the figure writes its link into the detail. */
export const STATE_EVENT = 'figure:state';

function useBeats(figure: RefObject<HTMLElement | null>): void {
  const { store, scene } = useFigure();
  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const onBeat = (event: Event): void => {
      store.actions.goTo(String((event as CustomEvent<string>).detail));
    };
    const onState = (event: Event): void => {
      const { detail } = event as CustomEvent<{ link?: string }>;
      detail.link = writeLink({ scene, texts: store.actions.toLink() });
    };
    element.addEventListener(BEAT_EVENT, onBeat);
    element.addEventListener(STATE_EVENT, onState);
    return () => {
      element.removeEventListener(BEAT_EVENT, onBeat);
      element.removeEventListener(STATE_EVENT, onState);
    };
  }, [figure, store, scene]);
}

/** Calls the figure busy while a part of it is late, for assistive technology and for tests. */
function useBusy(figure: RefObject<HTMLElement | null>): void {
  const { drawn } = useFigure();
  useEffect(() => {
    let late = 0;
    const count = (event: Event): void => {
      const before = late;
      late += event.type === LATE ? 1 : -1;
      if (late === 1 && before === 0) figure.current?.setAttribute('aria-busy', 'true');
      if (late === 0) figure.current?.removeAttribute('aria-busy');
    };
    for (const type of [LATE, DRAWN]) drawn.addEventListener(type, count);
    return () => {
      for (const type of [LATE, DRAWN]) drawn.removeEventListener(type, count);
    };
  }, [figure, drawn]);
}

export interface SceneProps {
  readonly language: Language;
  /** The figure's number in the article. */
  readonly number: string;
}
