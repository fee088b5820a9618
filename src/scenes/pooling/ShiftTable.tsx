import { printNumber } from '../../formula/numbers.ts';
import { symbolOf } from '../../formula/symbols.ts';
import { useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { Change } from './change.ts';
import type { PoolingModel } from './model.ts';
import { WORDS } from './words.ts';

const ROW = 26;
const COLUMNS = [56, 156] as const;

const shareText = ({ share }: Change): string =>
  share === undefined ? '–' : `${printNumber(share * 100, { digits: 0 }).text}%`;

/** How many cells the shift has changed, and by which part of all that was there: in front of the pooling and behind it. */
export function ShiftTable({
  box,
  change,
}: {
  readonly box: Box;
  readonly change: NonNullable<PoolingModel['change']>;
}) {
  const say = useSay();
  const { x, y } = box;
  return (
    <g className="pool-table">
      <text x={x + COLUMNS[0]} y={y + 14}>
        {say(WORDS.changed)}
      </text>
      <text x={x + COLUMNS[1]} y={y + 14}>
        {say(WORDS.byHowMuch)}
      </text>
      {(['x', 'y'] as const).map((id, i) => {
        const top = y + 14 + ROW * (i + 1);
        const { words, role } = symbolOf(id);
        const of = change[id];
        return (
          <g key={id} className={`role-${role}`}>
            <text className="pool-table-name" x={x} y={top}>
              {say(words)}
            </text>
            <text className="pool-table-number" x={x + COLUMNS[0]} y={top}>
              {of.cells} / {of.of}
            </text>
            <text className="pool-table-number" x={x + COLUMNS[1]} y={top}>
              {shareText(of)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
