import type { Text } from '../../language/language.ts';
import { writeLink } from '../../playback/link.ts';
import { useFigure } from '../scene/context.ts';
import { shownIn } from '../scene/now.ts';
import { momentTex } from './latex.ts';

export type CopyId = 'link' | 'pytorch' | 'numpy' | 'latex';

export const COPY_WORDS: Readonly<Record<CopyId, Text>> = {
  link: { en: 'Link to this state', zh: '此状态的链接' },
  pytorch: { en: 'PyTorch code', zh: 'PyTorch 代码' },
  numpy: { en: 'NumPy code', zh: 'NumPy 代码' },
  latex: { en: 'LaTeX formula', zh: 'LaTeX 公式' },
};

/** What can be copied of a figure, made when it is asked for. */
export function useCopies(): Readonly<Record<CopyId, () => string>> {
  const { store, scene } = useFigure();
  const shown = () => shownIn(scene, store.getState());
  return {
    link: () => {
      // The address keeps the state as well, so that it can be taken from there.
      history.replaceState(
        history.state,
        '',
        writeLink({ scene: scene.name, texts: store.actions.toLink() }),
      );
      return location.href;
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
