import { printNumber } from '../../formula/numbers.ts';
import { barAxis } from '../../kit/bars/axis.ts';
import { Bars } from '../../kit/bars/Bars.tsx';
import type { GridBox } from '../../kit/stage/boxes.ts';
import { textWidth } from '../../kit/stage/textWidth.ts';
import type { Language } from '../../language/language.ts';
import { lossDomain } from './axes.ts';
import type { SoftmaxModel } from './model.ts';
import type { SoftmaxView } from './view.ts';
import { WORDS } from './words.ts';

interface LossRulerProps {
  readonly box: GridBox;
  readonly model: SoftmaxModel;
  readonly view: SoftmaxView;
  readonly language: Language;
}

const HEIGHT = 18;
const RAISED = 6;
/** Room for the number at an end of the axis. */
const END = 22;
/** Below the bar stand the numbers of its axis, and what equal shares would cost. */
const barBox = (box: GridBox): GridBox => ({
  ...box,
  y: box.y + (box.height - HEIGHT) / 2 - RAISED,
  width: 0,
  height: HEIGHT,
  cell: HEIGHT,
});

/** The loss as a bar, beside what equal shares would cost. */
export function LossRuler({ box, model, view, language }: LossRulerProps) {
  const [low, high] = lossDomain(model);
  const axis = barAxis(barBox(box), box, [low, high]);
  const { x, top, bottom } = axis;
  const at = x(model.guess);
  const right = box.x + box.width;
  // Between the numbers at the ends of the axis.
  const clear = END + textWidth(`${WORDS.guess[language]} 0.000`, 12) / 2;
  const text = `${WORDS.guess[language]} ${printNumber(model.guess).text}`;
  return (
    <g aria-hidden="true">
      <Bars
        axis={axis}
        values={[model.loss]}
        hue="gradient"
        known={view.grids['loss']?.known}
        ticks={[low, high]}
      />
      <g className="softmax-guess">
        <path d={`M${at} ${top - 4}V${bottom}`} />
        <text x={Math.min(right - clear, Math.max(box.x + clear, at))} y={bottom + 10}>
          {text}
        </text>
      </g>
    </g>
  );
}
