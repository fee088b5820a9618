import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useFigureState } from './figureContext.ts';

/** `w_1_0` is a plane of `w`. */
const symbolIn = (tensor: string): string => tensor.replace(/(_\d+)+$/, '');

const gridsOf = (figure: HTMLElement): HTMLElement[] => [
  ...figure.querySelectorAll<HTMLElement>('.grid[data-tensor]'),
];
const lettersOf = (figure: HTMLElement): HTMLElement[] => [
  ...figure.querySelectorAll<HTMLElement>('.formula [data-symbol]'),
];

export interface SymbolLinks {
  /** Symbols that stand in a formula of the figure and have a grid in it. */
  readonly symbols: readonly string[];
  /** Points at a symbol; null: at none. */
  pointAt(symbol: string | null): void;
}

/**
 * The links between the letters of a formula and the grids, both ways: pointing at a cell lights its letter,
 * pointing at a letter outlines its grids. Works on what is drawn, so that no scene has to do anything for it.
 */
export function useSymbolLinks(figure: RefObject<HTMLElement | null>): SymbolLinks {
  const tensor = useFigureState((state) => state.pointed?.tensor ?? state.pinned?.tensor ?? null);
  const [symbol, pointAt] = useState<string | null>(null);
  const [found, setFound] = useState('');
  const lit = symbol ?? (tensor === null ? null : symbolIn(tensor));

  // After every drawing: KaTeX writes its letters anew when the numbers change.
  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const grids = gridsOf(element);
    const letters = lettersOf(element);
    for (const letter of letters) letter.classList.toggle('active', letter.dataset['symbol'] === lit);
    for (const grid of grids)
      grid.toggleAttribute('data-lit', symbol !== null && symbolIn(grid.dataset['tensor'] ?? '') === symbol);
    const drawn = new Set(grids.map((grid) => symbolIn(grid.dataset['tensor'] ?? '')));
    const named = new Set(letters.map((letter) => letter.dataset['symbol'] ?? ''));
    setFound([...named].filter((name) => drawn.has(name)).join(' '));
  });

  useEffect(() => {
    const element = figure.current;
    if (!element) return;
    const onOver = (event: PointerEvent): void => {
      const letter = (event.target as Element).closest<HTMLElement>('.formula [data-symbol]');
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
