import { type RefObject, useEffect, useRef } from 'react';

interface DropHandlers {
  onFile(file: File): void;
  /** Something was dropped or pasted, but no file. */
  onNothing(): void;
}

/**
 * Dropping on the figure around `root`, and pasting while the figure has the focus. While something hovers, the figure
 * has `data-dropping`; a selector with `:has()` would be asked again at every change of a cell.
 */
export function useFigureDrop(root: RefObject<HTMLElement | null>, handlers: DropHandlers): void {
  const now = useRef(handlers);
  now.current = handlers;
  useEffect(() => {
    const figure = root.current?.closest<HTMLElement>('figure');
    if (!figure) return;
    const mark = (hovers: boolean): void => {
      figure.toggleAttribute('data-dropping', hovers);
    };
    const firstFile = (data: DataTransfer | null): File | undefined => data?.files[0];
    const over = (event: DragEvent): void => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      mark(true);
    };
    const leave = (event: DragEvent): void => {
      if (!figure.contains(event.relatedTarget as Node | null)) mark(false);
    };
    const drop = (event: DragEvent): void => {
      // Otherwise the browser would leave the article and open the file.
      event.preventDefault();
      mark(false);
      const file = firstFile(event.dataTransfer);
      if (file) now.current.onFile(file);
      else now.current.onNothing();
    };
    const paste = (event: ClipboardEvent): void => {
      const file = firstFile(event.clipboardData);
      const typing = (event.target as Element).closest('input:not([type=range]):not([type=radio]), textarea');
      if (!file && typing) return;
      event.preventDefault();
      if (file) now.current.onFile(file);
      else now.current.onNothing();
    };
    figure.addEventListener('dragover', over);
    figure.addEventListener('dragleave', leave);
    figure.addEventListener('drop', drop);
    figure.addEventListener('paste', paste);
    return () => {
      figure.removeEventListener('dragover', over);
      figure.removeEventListener('dragleave', leave);
      figure.removeEventListener('drop', drop);
      figure.removeEventListener('paste', paste);
    };
  }, [root]);
}
