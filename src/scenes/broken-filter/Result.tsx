import { printNumber, thousands } from '../../formula/numbers.ts';
import { ClassBars } from '../../kit/bars/ClassBars.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { BrokenModel } from './model.ts';
import { lossText, WORDS } from './words.ts';

const HEAD = 44;

interface ResultProps {
  readonly box: Box;
  readonly model: BrokenModel;
  /** Without the classes. */
  readonly isShort: boolean;
}

/** How many test digits are right, before and now, and which classes have lost some. */
export function Result({ box, model, isShort }: ResultProps) {
  const say = useSay();
  const { language } = useFigure();
  const { bench, reading, classes, failed } = model;
  if (!bench || !reading || !classes)
    return (
      <text className="is-soft broken-text" x={box.x} y={box.y + 18}>
        {say(failed ? WORDS.failed : WORDS.waiting)}
      </text>
    );
  const count = bench.digits.labels.length;
  const percent = `${printNumber((100 * reading.correct) / count, { digits: 2 }).text}%`;
  return (
    <>
      <g className="broken-text" data-metric="accuracy" data-value={reading.correct / count}>
        <text className="broken-accuracy" x={box.x} y={box.y + 20}>
          {percent}
          <tspan className="is-soft broken-small" dx={8}>
            {`${thousands(reading.correct)} / ${thousands(count)} ${say(WORDS.right)}`}
          </tspan>
        </text>
        <text className="is-strong" x={box.x} y={box.y + 38}>
          {say(lossText(bench.whole.correct - reading.correct))}
        </text>
      </g>
      {!isShort && (
        <ClassBars
          box={{ ...box, y: box.y + HEAD, height: box.height - HEAD }}
          classes={classes}
          nameOf={({ count: all, before, now }, k) =>
            language === 'en'
              ? `Class ${k}: ${now} of ${all} right, ${before} before`
              : `类别 ${k}：${all} 个里认对 ${now} 个，原来 ${before} 个`
          }
        />
      )}
    </>
  );
}
