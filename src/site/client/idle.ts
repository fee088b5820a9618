/** Runs when the page has loaded and nothing else is to do. */
export function onceIdle(then: () => void): void {
  const ask = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: 5000 });
    else setTimeout(then, 1500);
  };
  if (document.readyState === 'complete') ask();
  else addEventListener('load', ask, { once: true });
}

/** Whether the reader asked the browser to save data. */
export const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
