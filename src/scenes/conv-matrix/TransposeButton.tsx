import { useFigure, useNow, useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import { positionOf } from '../../playback/track.ts';
import { REST } from './beats.ts';
import type { MatrixModel } from './model.ts';
import type { MatrixParams } from './parameters.ts';
import { WORDS } from './words.ts';

/** Goes from the product with 𝒞 to a middle row of the product with 𝒞ᵀ, and back. */
export function TransposeButton({ params, model }: ControlProps<MatrixParams, MatrixModel>) {
  const { store } = useFigure();
  const say = useSay();
  const { moment } = useNow();
  const turned = moment.stretch.id === 'backward';
  const middle = Math.floor((params.input - 1) / 2) * (params.input + 1);
  const label = say(turned ? WORDS.back : WORDS.transpose);
  // On a phone the head has room for what stands before the colon, or the comma.
  const [, short = label, more = ''] = /^([^:：.，]+)(.*)$/.exec(label) ?? [];
  return (
    <button
      type="button"
      className="kit-button conv-matrix-transpose"
      aria-pressed={turned}
      aria-label={label}
      onClick={() => {
        store.actions.setPlaying(false);
        store.actions.seek(positionOf(model.track, turned ? REST : { stretch: 'backward', cell: middle }));
      }}
    >
      <span>
        {short}
        <span className="conv-matrix-more">{more}</span>
      </span>
    </button>
  );
}
