import { onceIdle, savesData } from './idle.ts';
import { fromRoot, language } from './page.ts';

/** Registers the worker that keeps the site for offline reading, and has it store this language when idle. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  onceIdle(() => {
    serviceWorker
      .register(fromRoot('sw.js'), { scope: fromRoot('./').pathname })
      .then(() => serviceWorker.ready)
      .then(({ active }) => {
        if (!savesData()) active?.postMessage({ store: language() });
      })
      .catch(() => {
        // The page works without; it is only not kept for offline reading.
      });
  });
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.stored) document.documentElement.dataset['offline'] = data.stored;
  });
}
