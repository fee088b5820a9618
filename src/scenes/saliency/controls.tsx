import { DigitControl } from '../../kit/digits/DigitControl.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { SaliencyModel } from './model.ts';
import type { SaliencyParams } from './parameters.ts';
import { readingText } from './words.ts';

/** The pad, the digits of the test set, and what the network reads. */
export function PictureControl({ model, setParams }: ControlProps<SaliencyParams, SaliencyModel>) {
  const say = useSay();
  return (
    <DigitControl
      drawing={model.drawing}
      sides={[104, 78]}
      reading={say(readingText(model))}
      best={model.best}
      change={setParams}
    />
  );
}
