import { describe, expect, it } from 'vitest';
import { createFigureStore, type Playable } from '../../../src/playback/figureStore.ts';
import { convLayer } from '../../../src/scenes/conv-layer/playable.ts';
import { viewAt as layerView } from '../../../src/scenes/conv-layer/view.ts';
import { captionOf as layerCaption } from '../../../src/scenes/conv-layer/words.ts';
import { WORDS } from '../../../src/scenes/convolution/words.ts';

/** The state of a figure that a link opens. */
function opened<P, M>(scene: Playable<P, M>, texts: Readonly<Record<string, string>>) {
  const store = createFigureStore(scene);
  store.actions.fromLink(texts);
  return store.getState();
}

describe('captions say what holds in every state', () => {
  it('convolution: rows that no window reads are padding first, and only pixels have a gradient', () => {
    expect(WORDS.unread.en(1, 0)).toBe('the last row and column are never read: gradient 0');
    expect(WORDS.unread.en(1, 1)).toBe('the last row and column of the padding are never read');
    expect(WORDS.unread.en(3, 1)).toContain('1 of them padding');
    expect(WORDS.unread.zh(1, 4)).not.toContain('梯度');
  });

  it('conv-layer: counts the pixels and the zeros under the window', () => {
    const caption = (texts: Readonly<Record<string, string>>, language: 'en' | 'zh' = 'en'): string => {
      const { model, position } = opened(convLayer, { ...texts, position: '0' });
      return layerCaption(model, layerView(model, position), language);
    };
    expect(caption({ stride: '2', row: '0', col: '0' })).toContain('9 pixels and 16 zeros');
    expect(caption({ stride: '2', row: '4', col: '8' })).toContain('25 pixels. Nothing');
    expect(caption({ stride: '2', row: '0', col: '0' }, 'zh')).toContain('9 个像素和 16 个填充的零');
  });
});
