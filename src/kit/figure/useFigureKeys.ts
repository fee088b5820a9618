import type { KeyboardEvent } from 'react';
import { commandOf } from '../../playback/keyboard.ts';
import { useFigure } from '../scene/context.ts';

/** Elements that use the arrow keys or the space bar themselves. */
const OWN_ARROWS = 'input, select, textarea, [role=gridcell], [role=menuitem], [role=tab], [data-own-keys]';
const OWN_SPACE = `button, summary, a, ${OWN_ARROWS.replace(', [role=gridcell]', '')}`;

/** ← → step, the space bar plays, Escape unpins and then puts a docked figure back. */
export function useFigureKeys(dock: { readonly isDocked: boolean; leave(): void }) {
  const { store, scene } = useFigure();
  const hasTrack = scene.track !== undefined;
  return (event: KeyboardEvent<HTMLElement>): void => {
    const command = commandOf(event.key);
    if (!command || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const target = event.target as Element;
    if (command === 'unpin') {
      if (store.getState().pinned) store.actions.pin(null);
      else if (dock.isDocked) dock.leave();
      else return;
      event.preventDefault();
      return;
    }
    if (!hasTrack || target.closest(command === 'toggle' ? OWN_SPACE : OWN_ARROWS)) return;
    event.preventDefault();
    if (command === 'toggle') store.actions.setPlaying(!store.getState().playing);
    else store.actions.step(command === 'step' ? 1 : -1);
  };
}
