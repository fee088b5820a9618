import { Thumbnails } from '../../kit/controls/Thumbnails.tsx';
import { packStrokes } from '../../kit/digits/drawing.ts';
import { Pad } from '../../kit/digits/Pad.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { SaliencyModel } from './model.ts';
import type { SaliencyParams } from './parameters.ts';
import { DIGITS, readingText, WORDS } from './words.ts';

/** The pad, the digits of the test set, and what the network reads. An empty pad goes back to the digit. */
export function PictureControl({ model, setParams }: ControlProps<SaliencyParams, SaliencyModel>) {
  const { language } = useFigure();
  const say = useSay();
  return (
    <div className="saliency-picture">
      <Pad
        drawing={model.drawing}
        language={language}
        onChange={({ sample, strokes }) =>
          setParams(
            sample !== null
              ? { digit: String(sample), strokes: null }
              : { strokes: strokes.length > 0 ? packStrokes(strokes) : null },
          )
        }
      />
      <Thumbnails
        label={say(WORDS.digit)}
        value={model.params.strokes ? '' : model.params.digit}
        options={Object.keys(DIGITS).map((value) => ({
          ...{ value, label: value, numbers: null },
          picture: <b aria-hidden="true">{value}</b>,
        }))}
        onChange={(digit) => setParams({ digit, strokes: null })}
      />
      <p data-metric="prediction" data-value={model.best}>
        {say(readingText(model))}
      </p>
    </div>
  );
}
