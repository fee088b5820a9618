import type { RefObject } from 'react';
import type { Text } from '../../language/language.ts';
import { writeLink } from '../../playback/link.ts';
import { useFigure } from '../scene/context.ts';
import { shownIn } from '../scene/now.ts';
import { articleAddress, embedAddress, embedCode } from './embedCode.ts';
import { momentTex } from './latex.ts';

export type CopyId = 'link' | 'pytorch' | 'numpy' | 'latex' | 'embed';

export const COPY_WORDS: Readonly<Record<CopyId, Text>> = {
  link: { en: 'Link to this state', zh: '此状态的链接' },
  pytorch: { en: 'PyTorch code', zh: 'PyTorch 代码' },
  numpy: { en: 'NumPy code', zh: 'NumPy 代码' },
  latex: { en: 'LaTeX formula', zh: 'LaTeX 公式' },
  embed: { en: 'Embed code (iframe)', zh: '嵌入代码 (iframe)' },
};

/**
 * What can be copied of a figure, made when it is asked for.
 *
 * @param element something in the figure
 * @param title the figure's, for those who do not see it
 */
export function useCopies(
  element: RefObject<HTMLElement | null>,
  title: string,
): Readonly<Record<CopyId, () => string>> {
  const { store, scene } = useFigure();
  const hash = () => writeLink({ scene: scene.name, texts: store.actions.toLink() });
  const shown = () => shownIn(scene, store.getState());
  return {
    link: () => {
      // The address keeps the state as well, so that it can be taken from there.
      history.replaceState(history.state, '', hash());
      return articleAddress(location.href);
    },
    embed: () => {
      const figure = element.current?.closest('figure');
      const { offsetWidth: width = 0, offsetHeight: height = 0 } = figure ?? {};
      return embedCode({ address: embedAddress(location.href, scene.name, hash()), title, width, height });
    },
    pytorch: () => {
      const { model, view } = shown();
      return scene.code.pytorch(model, view);
    },
    numpy: () => {
      const { model, view } = shown();
      return scene.code.numpy(model, view);
    },
    latex: () => {
      const { model, view, grids } = shown();
      return (
        scene.code.latex?.(model, view) ?? momentTex(scene.formula?.(model, view), view.equations, grids)
      );
    },
  };
}
