import { Segments } from '../../kit/controls/Segments.tsx';
import { useFigure, useNow, useSay } from '../../kit/scene/context.ts';
import type { PixelModel } from './model.ts';
import { addressOf, ORDERS, type Order } from './orders.ts';
import type { PixelView } from './view.ts';
import { WORDS } from './words.ts';

/** Which of the two memories is shown: the switch leads to the step that writes the same number in the other order. */
export function OrderSwitch() {
  const { store } = useFigure();
  const say = useSay();
  const { model, view } = useNow();
  const { track } = model as PixelModel;
  const { order, entry } = view as PixelView;
  const go = (to: Order): void => {
    const start = track.stretches.find(({ id }) => id === to)?.start ?? 0;
    store.actions.setPlaying(false);
    store.actions.seek(start + addressOf(model, to, entry) + 1);
  };
  return (
    <Segments
      label={say(WORDS.order)}
      hideLabel
      value={order}
      options={ORDERS.map((value) => ({ value, label: value.toUpperCase() }))}
      onChange={(value) => go(value as Order)}
    />
  );
}
