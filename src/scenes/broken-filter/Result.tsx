import { printNumber, thousands } from '../../formula/numbers.ts';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { BrokenModel } from './model.ts';
import { lossText, WORDS } from './words.ts';

const HEAD = 44;
const CLASSES = 10;

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
  const wide = box.width / CLASSES;
  const [top, foot] = [box.y + HEAD + 14, box.y + box.height - 14];
  return (
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
      {(isShort ? [] : classes).map(({ count: all, before, now }, k) => {
        const x = box.x + k * wide;
        const heightOf = (part: number): number => (part / all) * (foot - top);
        const change = printNumber(now - before).text;
        return (
          <g key={String(k)}>
            <title>
              {language === 'en'
                ? `Class ${k}: ${now} of ${all} right, ${before} before`
                : `类别 ${k}：${all} 个里认对 ${now} 个，原来 ${before} 个`}
            </title>
            <rect
              className="broken-class"
              x={x + 4}
              width={wide - 8}
              y={foot - heightOf(before)}
              height={heightOf(before)}
            />
            <rect
              className="broken-class is-now"
              x={x + 4}
              width={wide - 8}
              y={foot - heightOf(now)}
              height={heightOf(now)}
            />
            <text x={x + wide / 2} y={box.y + box.height - 2} textAnchor="middle">
              {k}
            </text>
            {now !== before && (
              <text className="is-soft broken-small" x={x + wide / 2} y={top - 3} textAnchor="middle">
                {now > before ? `+${change}` : change}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
