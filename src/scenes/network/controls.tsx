import { Thumbnails } from '../../kit/controls/Thumbnails.tsx';
import { packStrokes } from '../../kit/digits/drawing.ts';
import { packGiven } from '../../kit/digits/givenPixels.ts';
import { PHOTO_SIDE } from '../../kit/digits/inkOnPaper.ts';
import { Pad } from '../../kit/digits/Pad.tsx';
import { photographed } from '../../kit/digits/photographed.ts';
import { PictureSource } from '../../kit/picture/PictureSource.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { PassModel } from './model.ts';
import type { NetworkParams } from './parameters.ts';
import { DIGITS, photoText, readingText, WORDS } from './words.ts';

/** The pad, and what the network reads on it. An empty pad goes back to the digit of the test set. */
export function PadControl({ model, setParams }: ControlProps<NetworkParams, PassModel>) {
  const { language } = useFigure();
  const say = useSay();
  return (
    <div className="network-pad">
      <div className="network-paper">
        <Pad
          drawing={model.drawing}
          picture={model.given}
          language={language}
          onChange={({ sample, strokes }) =>
            setParams(
              sample === null
                ? { strokes: packStrokes(strokes), pixels: '' }
                : { digit: String(sample), strokes: null, pixels: '' },
            )
          }
        />
        <PictureSource
          maxSide={PHOTO_SIDE * 2}
          onPicture={(picture) => setParams({ strokes: null, pixels: packGiven(photographed(picture)) })}
        />
      </div>
      <Thumbnails
        label={say(WORDS.digit)}
        value={model.given || model.params.strokes ? '' : model.params.digit}
        options={Object.keys(DIGITS).map((value) => ({
          ...{ value, label: value, numbers: null },
          picture: <b aria-hidden="true">{value}</b>,
        }))}
        onChange={(digit) => setParams({ digit, strokes: null, pixels: '' })}
      />
      <p data-metric="prediction" data-value={model.best}>
        {model.isPhoto && <span>{say(photoText(model))} </span>}
        {say(readingText(model))}
      </p>
    </div>
  );
}
