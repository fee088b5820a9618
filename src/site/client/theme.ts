const THEMES = ['system', 'light', 'dark'] as const;
const SIGNS = { system: '◐', light: '☀', dark: '☾' } as const;

/** The button goes round: as the system, light, dark. */
export function followTheme(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-button]');
  const root = document.documentElement;
  let theme = THEMES.find((name) => name === root.dataset['theme']) ?? 'system';
  const show = (): void => {
    for (const button of buttons) {
      const label = button.dataset[theme] ?? theme;
      button.setAttribute('aria-label', label);
      button.title = label;
      const sign = button.firstElementChild;
      if (sign) sign.textContent = SIGNS[theme];
    }
  };
  const turn = (): void => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    try {
      if (theme === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    show();
  };
  for (const button of buttons) button.addEventListener('click', turn);
  show();
}
