import { IconButton } from '../button/IconButton.tsx';
import { useFigure, useSay } from '../scene/context.ts';
import type { Dock } from './useDock.ts';

const WORDS = {
  back: { en: 'Put the figure back', zh: '把图放回原处' },
  visit: { en: 'Go to the figure', zh: '前往图所在处' },
  said: {
    en: (number: string) =>
      `Figure ${number} now stands at the edge of the window. Escape puts it back; press the phrase again to go into it.`,
    zh: (number: string) => `图 ${number} 已停靠在窗口边缘。按 Escape 放回；再按一次该短语可进入图中。`,
  },
} as const;

/** The ways back of a docked figure. */
export function DockBar({ dock }: { readonly dock: Dock }) {
  const { number } = useFigure();
  const say = useSay();
  return (
    <>
      <span className="visually-hidden" role="status">
        {dock.isDocked ? say({ en: WORDS.said.en(number), zh: WORDS.said.zh(number) }) : ''}
      </span>
      {dock.isDocked && (
        <div className="dock-bar">
          <IconButton icon="arrow" label={WORDS.visit} onClick={dock.visit} />
          <IconButton icon="close" label={WORDS.back} onClick={dock.leave} />
        </div>
      )}
    </>
  );
}
