import { describe, expect, it } from 'vitest';
import { createFigureStore, type Playable } from '../../../src/playback/figureStore.ts';
import { activationScene } from '../../../src/scenes/activation/playable.ts';
import { viewAt as activationView } from '../../../src/scenes/activation/view.ts';
import { captionOf as activationCaption } from '../../../src/scenes/activation/words.ts';
import { receptiveField } from '../../../src/scenes/receptive-field/playable.ts';
import { viewAt as fieldView } from '../../../src/scenes/receptive-field/view.ts';
import { captionOf as fieldCaption } from '../../../src/scenes/receptive-field/words.ts';

/** The state of a figure that a link opens. */
function opened<P, M>(scene: Playable<P, M>, texts: Readonly<Record<string, string>>) {
  const store = createFigureStore(scene);
  store.actions.fromLink(texts);
  return store.getState();
}

describe('captions say what holds in every state', () => {
  it('activation: a corner is where two slopes meet, and nowhere else', () => {
    const caption = (name: string, alpha: string): string => {
      const { model, position } = opened(activationScene, { name, alpha, z: '0' });
      return activationCaption(model, activationView(model, position), 'en');
    };
    for (const [name, alpha] of [
      ['relu', '0.5'],
      ['leakyRelu', '0.5'],
      ['elu', '2'],
    ] as const)
      expect(caption(name, alpha), name).toContain('on the kink');
    for (const name of ['leakyRelu', 'elu', 'gelu'])
      expect(caption(name, '1'), name).toContain('the tangent');
  });

  it('receptive-field: the middle has more than its share only where it has', () => {
    const caption = (kernels: string, dilations: string): string => {
      const lists = { kernels, dilations, strides: '1', paddings: '0' };
      const { model, total } = opened(receptiveField, { stack: 'own', ...lists });
      return fieldCaption(model, fieldView(model, total), 'en');
    };
    expect(caption('2', '3')).not.toContain('But');
    expect(caption('1', '1')).not.toContain('middle');
  });

  it('a link is not blamed for what it did not say', () => {
    for (const stack of ['pyramid', 'lenet', 'vgg', 'dilated'])
      expect(opened(receptiveField, { stack }).linkProblems, stack).toEqual([]);
    expect(opened(receptiveField, { stack: 'lenet', unit: '60' }).linkProblems).toEqual(['unit']);
  });
});
