import { bestOf } from '../../kit/digitPass/quickLoss.ts';
import { DigitControl } from '../../kit/digits/DigitControl.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { PushModel } from './model.ts';
import type { PushParams } from './parameters.ts';
import { firstReadingText } from './words.ts';

/** The picture before it is pushed: a digit of the test set, or what the reader draws. */
export function PictureControl({ model, setParams }: ControlProps<PushParams, PushModel>) {
  const say = useSay();
  return (
    <DigitControl
      drawing={model.drawing}
      sides={[104, 78]}
      reading={say(firstReadingText(model))}
      best={bestOf(model.walk.at(0).shares)}
      change={setParams}
    />
  );
}
