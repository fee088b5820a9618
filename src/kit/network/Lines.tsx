import { memo } from 'react';
import type { Place } from '../../playback/place.ts';
import { useFigure } from '../scene/context.ts';
import { type Box, type Boxes, placeBox } from '../stage/boxes.ts';
import { useStage } from '../stage/stageContext.ts';
import { textWidth } from '../stage/textWidth.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';
import { endsOf, LAYERING, labelAt, labelPoint, type NetworkLine, thickness } from './line.ts';
import './network.css';

const LABEL_SIZE = 14;

interface LinesProps {
  readonly lines: readonly NetworkLine[];
  /** The weight of the thickest line; without it all lines are equally thick and of one colour. */
  readonly max?: number;
}

const keyOf = ({ weight: { grid, plane, row, col } }: NetworkLine): string =>
  `${grid} ${plane} ${row} ${col}`;

/**
 * The lines of a network, under its nodes. Solid: a positive weight, dashed: a negative one. A line is pointed at and
 * pinned for its weight; by keyboard the weight is a cell of its own grid.
 */
export function Lines({ lines, max }: LinesProps) {
  const { boxes } = useStage();
  const sorted = [...lines].sort((a, b) => LAYERING.indexOf(a.state) - LAYERING.indexOf(b.state));
  return (
    <>
      <g className="network-lines" aria-hidden="true">
        {sorted.map(({ presence = 1, ...line }) => {
          const nodes = nodesOf(line, boxes);
          if (!nodes) return null;
          const [[x1, y1], [x2, y2]] = endsOf(...nodes);
          const { value, state, hue, weight } = line;
          return (
            <Line key={keyOf(line)} {...{ x1, y1, x2, y2, value, state, hue, presence, max, ...weight }} />
          );
        })}
      </g>
      <g className="network-labels" aria-hidden="true" {...UNTRANSLATED}>
        {sorted.map(
          (line) => line.label !== undefined && <Label key={keyOf(line)} line={line} boxes={boxes} />,
        )}
      </g>
    </>
  );
}

/** The boxes of its two nodes. */
function nodesOf({ from, to }: Pick<NetworkLine, 'from' | 'to'>, boxes: Boxes): readonly [Box, Box] | null {
  const [a, b] = [boxes[from.grid], boxes[to.grid]];
  return a && b ? [placeBox(a, from), placeBox(b, to)] : null;
}

interface LineProps extends Pick<NetworkLine, 'value' | 'state' | 'hue'>, Place {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly presence: number;
  readonly max: number | undefined;
}

/** One line. All properties are primitive, so that only the lines that changed are drawn again. */
const Line = memo(function Line(props: LineProps) {
  const { store } = useFigure();
  const { actions } = store;
  const { x1, y1, x2, y2, value, state, hue, presence, max, grid, plane, row, col } = props;
  const ends = { x1, y1, x2, y2 };
  const weight = { grid, plane, row, col };
  const sign = max === undefined ? 'plain' : value < 0 ? 'negative' : value > 0 ? 'positive' : 'zero';
  const isThere = presence > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the weight is a cell of its grid
    <g
      className={`network-line is-${state} is-${sign}${isThere ? '' : ' is-cut'}${hue === undefined ? '' : ` hue-${hue}`}`}
      onPointerEnter={(event) => event.pointerType !== 'touch' && actions.point(weight)}
      onPointerLeave={() => actions.point(null)}
      onClick={() => actions.pin(weight)}
    >
      {presence < 1 && <line className="network-ghost" {...ends} />}
      {isThere && <line className="network-reach" {...ends} />}
      {isThere && (
        <line
          className="network-drawn"
          {...ends}
          strokeWidth={max === undefined ? undefined : thickness(value, max)}
          strokeOpacity={presence < 1 ? presence : undefined}
        />
      )}
    </g>
  );
});

function Label({ line, boxes }: { readonly line: NetworkLine; readonly boxes: Boxes }) {
  const nodes = nodesOf(line, boxes);
  if (!nodes) return null;
  const [x, y] = labelPoint(...nodes, labelAt(line));
  const { state, hue, label } = line;
  const width = textWidth(label ?? '', LABEL_SIZE, true) + 4;
  return (
    <g className={`is-${state}${hue === undefined ? '' : ` hue-${hue}`}`}>
      <rect x={x - width / 2} y={y - LABEL_SIZE / 2 - 1} width={width} height={LABEL_SIZE + 2} rx={4} />
      <text x={x} y={y}>
        {label}
      </text>
    </g>
  );
}
