import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useFigureState, useNow } from '../scene/context.ts';

const LETTERS = '.formula [data-symbol]';

const lettersOf = (figure: HTMLElement): HTMLElement[] => [...figure.querySelectorAll<HTMLElement>(LETTERS)];
const drawnGrids = (figure: HTMLElement): HTMLElement[] => [
  ...figure.querySelectorAll<HTMLElement>('[data-tensor]'),
];

interface SymbolLinks {
  /** Symbols that stand in a formula of the figure and have a grid on its stage. */
  readonly symbols: readonly string[];
  /** Points at a symbol; null: at none. */
  pointAt(symbol: string | null): void;
}

/**
 * The links between the letters of a formula and the grids, both ways: pointing at a cell lights its letter, pointing
 * at a letter lights its grids (`data-lit`). Works on what is drawn, so that no scene has to do anything for it: a
 * drawn grid says its id in `data-tensor`.
 */
export function useSymbolLinks(figure: RefObject<HTMLElement | null>): SymbolLinks {
  const { grids } = useNow();
  const cell = useFigureState((state) => (state.lit ?? state.pointed ?? state.pinned)?.grid ?? null);
  const [symbol, pointAt] = useState<string | null>(null);
  const [found, setFound] = useState('');
  const symbolOfGrid = (id: string | undefined): string | null =>
    id === undefined ? null : (grids.get(id)?.symbol ?? id);
  const lit = symbol ?? (cell === null ? null : symbolOfGrid(cell));

  // After every drawing: KaTeX writes its letters anew when the numbers change.
  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const letters = lettersOf(element);
    const drawn = drawnGrids(element);
    for (const letter of letters) letter.classList.toggle('active', letter.dataset['symbol'] === lit);
    for (const grid of drawn)
      grid.toggleAttribute('data-lit', symbol !== null && symbolOfGrid(grid.dataset['tensor']) === symbol);
    const there = new Set(drawn.map((grid) => symbolOfGrid(grid.dataset['tensor'])));
    const named = new Set(letters.map((letter) => letter.dataset['symbol'] ?? ''));
    setFound([...named].filter((name) => there.has(name)).join(' '));
  });

  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const onOver = (event: PointerEvent): void => {
      const letter = (event.target as Element).closest<HTMLElement>(LETTERS);
      pointAt(letter?.dataset['symbol'] ?? null);
    };
    const onLeave = (): void => pointAt(null);
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', onLeave);
    return () => {
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', onLeave);
    };
  }, [figure]);

  return { symbols: found === '' ? [] : found.split(' '), pointAt: useCallback(pointAt, []) };
}
