import { numberText } from '../../formula/numbers.ts';
import { DrawnButton } from '../../kit/button/DrawnButton.tsx';
import { useFigure, useFigureState, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { positionOf } from '../../playback/track.ts';
import { percentText } from './captions.ts';
import type { StepModel } from './model.ts';
import type { StepView } from './view.ts';
import { PARTS, WORDS } from './words.ts';

const GAP = 8;
/** Below this width a part shows its name alone. */
const NARROW = 118;

interface PartsProps {
  readonly box: Box;
  readonly model: StepModel;
  readonly view: StepView;
}

/** The four parts of the step, each with what it made; pressed, each leads to its moment. */
export function Parts({ box, model, view }: PartsProps) {
  const { actions } = useFigure().store;
  const track = useFigureState((state) => state.track);
  const say = useSay();
  const { k, part, drawn, step, loss, happened } = view;
  const share = percentText(step.pass.values.probs.data[model.label] as number);
  const made = [share, numberText(loss), `‖∂w‖² ${numberText(step.square)}`, `→ ${numberText(happened)}`];
  const width = (box.width - (PARTS.length - 1) * GAP) / PARTS.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons in a drawing
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: likewise
    <g role="group" aria-label={say(WORDS.parts)}>
      {PARTS.map((name, i) => {
        const x = box.x + i * (width + GAP);
        const isMade = drawn(i + 1) > 0;
        const go = (): void => {
          actions.pin(null);
          actions.seek(positionOf(track, { stretch: 'steps', cell: k, done: i + 1 }));
        };
        return (
          <DrawnButton
            key={name.en}
            name={isMade ? `${say(name)}: ${made[i]}` : say(name)}
            className={`step-part is-${name.en}${part === i + 1 ? ' is-here' : ''}${isMade ? '' : ' is-to-come'}`}
            isPressed={part === i + 1}
            press={go}
          >
            <rect x={x + 0.5} y={box.y + 0.5} width={width - 1} height={box.height - 1} rx={box.height / 2} />
            <text x={x + width / 2} y={box.y + box.height / 2}>
              <tspan className="step-part-name">{say(name)}</tspan>
              {isMade && width > NARROW && <tspan dx={7}>{made[i]}</tspan>}
            </text>
          </DrawnButton>
        );
      })}
    </g>
  );
}
