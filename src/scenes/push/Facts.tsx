import { printNumber } from '../../formula/numbers.ts';
import { useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { PushView } from './view.ts';
import { readingText, WORDS } from './words.ts';

const NAME = 104;

/** The pushed picture beside the control: what each is read as, and how large its change is. */
export function Facts({ box, view }: { readonly box: Box; readonly view: PushView }) {
  const say = useSay();
  const { state, size, control } = view;
  if (!control) return null;
  const lines: (readonly [string, string, string])[] = [
    ['', say(WORDS.pushed), say(WORDS.shuffled)],
    [say(WORDS.read), readingText(state.shares), readingText(control.shares)],
    [
      say(WORDS.largest),
      ...[size, control.size].map(({ largest }) => printNumber(255 * largest, { digits: 1 }).text),
    ] as never,
    [
      say(WORDS.length),
      ...[size, control.size].map(({ length }) => printNumber(length, { digits: 2 }).text),
    ] as never,
  ];
  const pitch = Math.min(26, box.height / lines.length);
  const wide = (box.width - NAME) / 2;
  return (
    <g className="push-facts">
      {lines.map(([name, pushed, shuffled], i) => {
        const y = box.y + pitch * (i + 0.5) + 4;
        return (
          <g key={name} className={i === 0 ? 'is-head' : undefined}>
            <text x={box.x} y={y}>
              {name}
            </text>
            <text x={box.x + NAME} y={y}>
              {pushed}
            </text>
            <text x={box.x + NAME + wide} y={y}>
              {shuffled}
            </text>
          </g>
        );
      })}
    </g>
  );
}
