const FIRST_MOVES = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'hashchange', 'beforeprint'];

/** Fetches the faces of the formulas at the reader's first move: the first screen shows no formula. */
export function followFirstMove(): void {
  const file = document.documentElement.dataset['formulaFonts'];
  if (!file) return;
  const fetch = (): void => {
    for (const move of FIRST_MOVES) removeEventListener(move, fetch);
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = file;
    document.head.append(link);
  };
  if (location.hash !== '' || scrollY > 0) fetch();
  else for (const move of FIRST_MOVES) addEventListener(move, fetch, { passive: true });
}
