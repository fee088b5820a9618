import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../../kit/button/IconButton.tsx';
import { useSay } from '../../../kit/scene/context.ts';
import { isUnderWay } from '../run/reduce.ts';
import type { RunState } from '../run/state.ts';
import { useTraining } from '../useTraining.ts';
import { awayText, WORDS } from './words.ts';
import './away.css';

/** Milliseconds between two looks at a run that nobody sees. */
const LOOK_EVERY = 1000;

/**
 * The figure is scrolled out of sight and goes on training, without drawing anything: a small sign at the edge of the window
 * says how far it is, leads back, and pauses it. Where nothing is trained there is none.
 */
export function AwaySign() {
  const say = useSay();
  const training = useTraining();
  const sign = useRef<HTMLDivElement>(null);
  const [run, close] = useAwayRun();
  const isThere = run !== null;
  useEffect(() => {
    // A browser that shows nothing above the page trains on without a sign.
    if (isThere) sign.current?.showPopover?.();
    else if (sign.current?.matches(':popover-open')) sign.current.hidePopover();
  }, [isThere]);
  const back = (): void => {
    const figure = sign.current?.closest('figure');
    figure?.scrollIntoView({ block: 'nearest' });
    figure?.focus({ preventScroll: true });
  };
  return (
    <div ref={sign} className="training-away" popover="manual">
      {run && (
        <>
          <button type="button" className="kit-text-button" onClick={back}>
            {isUnderWay(run) && <span className="training-away-dot" aria-hidden="true" />}
            {say(awayText(run))}
          </button>
          {isUnderWay(run) ? (
            <IconButton icon="pause" label={WORDS.rest} onClick={training.pause} />
          ) : (
            <IconButton icon="close" label={WORDS.close} onClick={close} />
          )}
        </>
      )}
    </div>
  );
}

/** The run that trains, or has trained, since the figure went out of sight; null: there is nothing to say of it. */
function useAwayRun(): readonly [RunState | null, () => void] {
  const training = useTraining();
  const { isAway } = training.view;
  const [run, setRun] = useState<RunState | null>(null);
  const worked = useRef(false);
  useEffect(() => {
    if (!isAway) return;
    const look = (): void => {
      const now = training.newest();
      if (now && isUnderWay(now)) worked.current = true;
      setRun(worked.current ? now : null);
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return () => {
      clearInterval(timer);
      worked.current = false;
      setRun(null);
    };
  }, [isAway, training]);
  const close = (): void => {
    worked.current = false;
    setRun(null);
  };
  return [run, close];
}
