import { DigitControl } from '../../kit/digits/DigitControl.tsx';
import { packGiven } from '../../kit/digits/givenPixels.ts';
import { PHOTO_SIDE } from '../../kit/digits/inkOnPaper.ts';
import { photographed } from '../../kit/digits/photographed.ts';
import { OwnWeightsControl } from '../../kit/ownWeights/OwnWeightsControl.tsx';
import { PictureSource } from '../../kit/picture/PictureSource.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { PassModel } from './model.ts';
import type { NetworkParams } from './parameters.ts';
import { photoText, readingText } from './words.ts';

/** The pad, on which a picture of the reader's may lie too, and what the network reads on it. */
export function PadControl({ model, setParams }: ControlProps<NetworkParams, PassModel>) {
  const say = useSay();
  return (
    <DigitControl
      drawing={model.drawing}
      sides={[140, 84]}
      picture={model.given}
      aside={
        <PictureSource
          maxSide={PHOTO_SIDE * 2}
          onPicture={(picture) => setParams({ strokes: null, pixels: packGiven(photographed(picture)) })}
        />
      }
      reading={
        <>
          {model.isPhoto && <span>{say(photoText(model))} </span>}
          {say(readingText(model))}
        </>
      }
      best={model.best}
      change={(to) => setParams({ ...to, pixels: '' })}
    />
  );
}

/** Whose weights the network has, and the reader's own file of them. */
export function WeightsControl({ params, model, setParams }: ControlProps<NetworkParams, PassModel>) {
  const { actions } = useFigure().store;
  return (
    <OwnWeightsControl
      isOwn={params.weights === 'own'}
      own={model.own}
      opened={(network) => {
        actions.setResource('own', 'own', { state: 'there', value: network });
        setParams({ weights: 'own' });
      }}
      choose={(weights) => setParams({ weights })}
    />
  );
}
