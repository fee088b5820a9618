import type { RunName, TrainingStore } from './crew.ts';
import { isUnderWay } from './reduce.ts';
import type { RunState } from './state.ts';

/** Milliseconds between two times that the page is told what is new: the eye does not follow numbers faster. */
const TELL_EVERY = 120;

/** Tells the page what is new of the runs, in a frame and not in every one; nothing while nobody sees it. */
export interface Teller {
  hear(run: RunName, key: string, state: RunState): void;
  /** Whether the figure is in sight. Out of it the page is told when a run comes to rest, and else on the return. */
  see(isSeen: boolean): void;
  /** At once, whatever there is. */
  flush(): void;
  stop(): void;
}

/** @param onTold called behind each time */
export function createTeller(store: TrainingStore, onTold: () => void): Teller {
  const news = new Map<RunName, { readonly key: string; readonly state: RunState }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let toldAt = 0;
  let isSeen = true;

  function stop(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = undefined;
    frame = 0;
  }

  function flush(): void {
    stop();
    if (news.size === 0) return;
    toldAt = performance.now();
    const all = [...news];
    news.clear();
    for (const [run, { key, state }] of all)
      store.actions.setResource(run, key, { state: 'there', value: state });
    onTold();
  }

  function call(): void {
    if (timer || frame) return;
    const wait = Math.max(0, toldAt + TELL_EVERY - performance.now());
    timer = setTimeout(() => {
      timer = undefined;
      frame = requestAnimationFrame(flush);
    }, wait);
  }

  return {
    hear(run, key, state) {
      news.set(run, { key, state });
      if (isSeen || !isUnderWay(state)) call();
    },
    see(now) {
      isSeen = now;
      if (isSeen && news.size > 0) call();
    },
    flush,
    stop,
  };
}
