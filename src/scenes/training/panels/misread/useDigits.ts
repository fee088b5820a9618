import { useEffect, useRef, useState } from 'react';
import { PIXELS } from '../../../../worker/packing.ts';
import type { RunState } from '../../run/state.ts';
import type { PanelAsk } from '../panel.ts';

/**
 * The pixels of test digits, by their places: those that have come by now. A digit that came once is kept, for it never
 * changes.
 */
export function useDigits(
  ask: PanelAsk,
  places: readonly number[],
  activity: RunState['activity'],
): ReadonlyMap<number, Uint8Array> {
  const kept = useRef(new Map<number, Uint8Array>());
  const [, draw] = useState(0);
  const missing = places.filter((place) => !kept.current.has(place)).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what did not come may come when the run does something else
  useEffect(() => {
    if (missing === '') return;
    let given = true;
    const wanted = missing.split(' ').map(Number);
    ask.digits('test', wanted).then(
      ({ pixels }) => {
        wanted.forEach((place, n) => {
          kept.current.set(place, pixels.slice(n * PIXELS, (n + 1) * PIXELS));
        });
        if (given) draw((times) => times + 1);
      },
      // The worker was lost or the digits did not come: the figure says so, and the frames stay empty.
      () => {},
    );
    return () => {
      given = false;
    };
  }, [missing, ask, activity]);
  return kept.current;
}
