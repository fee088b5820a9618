/** A formula too wide for the screen scrolls; it can be reached by keyboard as long as it does. */
export function followScrollers(): void {
  const formulas = [...document.querySelectorAll<HTMLElement>('.eq .katex-display')];
  const mark = (formula: Element): void => {
    if (formula.scrollWidth > formula.clientWidth) formula.setAttribute('tabindex', '0');
    else formula.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target);
  });
  for (const formula of formulas) observer.observe(formula);
  document.fonts.addEventListener('loadingdone', () => formulas.forEach(mark));
}
