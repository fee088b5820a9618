/** What the clock needs of the place it runs in. */
export interface FrameSource {
  request(callback: (milliseconds: number) => void): number;
  cancel(handle: number): void;
  /** The reader asked for no motion: steps happen whole. */
  readonly reducedMotion: boolean;
}

/** What the clock moves: a figure's store. */
interface Player {
  getState(): {
    readonly playing: boolean;
    readonly position: number;
    /** Steps a second. */
    readonly speed: number;
    readonly track: { readonly total: number };
  };
  setState(change: { readonly position: number; readonly playing: boolean }): void;
  subscribe(listener: (state: { readonly playing: boolean }) => void): () => void;
  readonly actions: { seek(position: number): void };
}

/** Longer gaps (a tab in the background) count as this many milliseconds. */
const LONGEST_FRAME = 100;

/**
 * Moves the position while the figure plays. The position alone decides the picture, so a clock can
 * be stopped at any moment. Returns the function that ends it.
 */
export function runClock(store: Player, frames: FrameSource): () => void {
  let handle = 0;
  let last: number | undefined;
  let exact = 0;
  const tick = (now: number): void => {
    const { playing, position, speed, track } = store.getState();
    const { total } = track;
    if (!playing) {
      last = undefined;
      handle = 0;
      return;
    }
    if (last === undefined || Math.floor(exact) !== Math.floor(position)) exact = position;
    else exact += (Math.min(now - last, LONGEST_FRAME) / 1000) * speed;
    last = now;
    // From ten steps a second on, the way between two steps is too short to be seen.
    const shown = frames.reducedMotion || speed >= 10 ? Math.floor(exact) : exact;
    if (exact >= total) {
      store.setState({ position: total, playing: false });
      last = undefined;
      handle = 0;
      return;
    }
    if (shown !== position) store.actions.seek(shown);
    handle = frames.request(tick);
  };
  const unsubscribe = store.subscribe((state) => {
    if (state.playing && handle === 0) handle = frames.request(tick);
  });
  return () => {
    unsubscribe();
    if (handle !== 0) frames.cancel(handle);
  };
}
