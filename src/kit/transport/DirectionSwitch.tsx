import { type PlacedStretch, termsOf } from '../../playback/track.ts';
import { Segments } from '../controls/Segments.tsx';
import { useFigure, useFigureState, useNow, useSay } from '../scene/context.ts';

const WORDS = {
  direction: { en: 'Direction', zh: '方向' },
  forward: { en: 'Forward', zh: '前向' },
  backward: { en: 'Backward', zh: '反向' },
} as const;

type Direction = 'forward' | 'backward';

const directionOf = (stretch: PlacedStretch): Direction => stretch.direction ?? 'forward';

/** Where a track runs both ways: which way the moment goes, and a way to the first step of the other. */
export function DirectionSwitch() {
  const { store } = useFigure();
  const say = useSay();
  const { moment } = useNow();
  const { stretches } = useFigureState((state) => state.track);
  if (new Set(stretches.map(directionOf)).size < 2) return null;
  const go = (direction: Direction): void => {
    const first = stretches.find((stretch) => directionOf(stretch) === direction);
    store.actions.setPlaying(false);
    if (first)
      store.actions.seek(direction === 'forward' ? first.start + termsOf(first, 0) : first.start + 1);
  };
  return (
    <Segments
      label={say(WORDS.direction)}
      hideLabel
      value={directionOf(moment.stretch)}
      options={(['forward', 'backward'] as const).map((value) => ({ value, label: say(WORDS[value]) }))}
      onChange={(direction) => go(direction as Direction)}
    />
  );
}
