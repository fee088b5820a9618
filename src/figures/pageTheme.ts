/** Calls whenever the reader or the system changes the theme. @returns ends it */
export function onThemeChange(listener: () => void): () => void {
  const theme = new MutationObserver(listener);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', listener);
  return () => {
    theme.disconnect();
    system.removeEventListener('change', listener);
  };
}
