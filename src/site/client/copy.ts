/**
 * A formula is in the page twice, as MathML and as glyphs. What is copied has its TeX, once. KaTeX's own copy-tex does
 * the same, but runs the paragraphs of a longer selection together.
 */
export function followCopy(): void {
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const range = selection.getRangeAt(0).cloneRange();
    const first = formulaAt(range.startContainer);
    const last = formulaAt(range.endContainer);
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    const fragment = range.cloneContents();
    const formulas = fragment.querySelectorAll('.katex');
    if (formulas.length === 0) return;
    for (const formula of formulas) {
      const tex = formula.querySelector('annotation')?.textContent ?? formula.textContent;
      const sign = formula.closest('.katex-display') ? '$$' : '$';
      formula.replaceWith(`${sign}${tex}${sign}`);
    }
    event.clipboardData.setData('text/plain', textOf(fragment));
    event.preventDefault();
  });
}

const formulaAt = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest('.katex') ?? null;

/** The text as it would be read, with its lines: only an element that is laid out knows them. */
function textOf(fragment: DocumentFragment): string {
  const box = document.createElement('div');
  box.style.cssText = 'position:absolute;width:600px;opacity:0';
  box.append(fragment);
  document.body.append(box);
  const text = box.innerText;
  box.remove();
  return text;
}
