import { printNumber } from '../../formula/numbers.ts';
import { useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import { UNTRANSLATED } from '../../kit/stage/untranslated.ts';
import type { StepView } from './view.ts';
import { WORDS } from './words.ts';

const LINE = 21;

/** The chosen weight: before, its gradient, after. */
export function WeightNumbers({ box, view }: { readonly box: Box; readonly view: StepView }) {
  const say = useSay();
  const { weight, drawn } = view;
  const rows = [
    { word: WORDS.before, value: weight.before, part: 0, hue: 'weight' },
    { word: WORDS.gradient, value: weight.gradient, part: 3, hue: 'gradient' },
    { word: WORDS.after, value: weight.after, part: 4, hue: 'weight' },
  ];
  return (
    <g className="step-weight" aria-hidden="true" {...UNTRANSLATED}>
      <text className="is-name" x={box.x} y={box.y + LINE / 2}>
        {weight.name}
      </text>
      {rows.map(({ word, value, part, hue }, i) => {
        const y = box.y + LINE * (i + 1.5);
        return (
          <g key={word.en}>
            <text x={box.x} y={y}>
              {say(word)}
            </text>
            {(part === 0 || drawn(part) === 1) && (
              <text className={`is-number role-${hue}`} x={box.x + box.width} y={y}>
                {printNumber(value, { digits: 4 }).text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
