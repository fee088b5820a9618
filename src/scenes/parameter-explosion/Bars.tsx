import { useId } from 'react';
import { LooseGrid } from '../../kit/grid/LooseGrid.tsx';
import { useFigure, useFigureState, useSay } from '../../kit/scene/context.ts';
import { useBox } from '../../kit/stage/stageContext.ts';
import { textWidth } from '../../kit/stage/textWidth.ts';
import { TRANSLATED } from '../../kit/stage/untranslated.ts';
import { inWords } from './largeNumbers.ts';
import type { ExplosionModel } from './model.ts';
import { type Bar, type ExplosionView, type Gap, lastRow, placeOf, TICKS } from './view.ts';
import { amountInWords, ratioInWords, WORDS } from './words.ts';

/** Heights of a bar with its name above it, and of the scale below them; `count` bars, alone or above the small original. */
export function barSizes(phone: boolean, count: number, alone: boolean) {
  const few = count < 3;
  if (phone) return { pitch: few ? 46 : 40, name: 15, bar: few ? 20 : 15, axis: 22 };
  if (alone) return { pitch: few ? 104 : 84, name: 22, bar: few ? 52 : 38, axis: 24 };
  return { pitch: few ? 76 : 58, name: 21, bar: few ? 38 : 26, axis: 24 };
}

interface BarsProps {
  readonly model: ExplosionModel;
  readonly view: ExplosionView;
  /** The model of before, while a slider is held. */
  readonly before: ExplosionModel | null;
  readonly phone: boolean;
}

/** Bars on a scale of powers of ten, and how far they are apart. Each is a grid of one number, to be pointed at. */
export function Bars({ model, view, before, phone }: BarsProps) {
  const { x, y, width } = useBox('bars');
  const sizes = barSizes(phone, view.bars.length, !view.shrunk);
  const bottom = y + view.bars.length * sizes.pitch;
  const top = (id: string): number => y + view.bars.findIndex((bar) => bar.id === id) * sizes.pitch;
  const old = before?.params.measure === model.params.measure ? before : null;
  return (
    <g className="cost-bars">
      <Scale x={x} top={y + sizes.name} bottom={bottom} width={width} measure={model.params.measure} />
      {view.bars.map((bar) => (
        <OneBar
          key={bar.id}
          bar={bar}
          model={model}
          at={{ x, y: top(bar.id), width }}
          sizes={sizes}
          was={old && (bar.id !== 'local' || old.local) ? placeOf(lastRow(old, bar.id).value) : null}
        />
      ))}
      {view.gaps.map((gap) => (
        <GapLine key={gap.to} gap={gap} view={view} at={{ x, width }} top={top} sizes={sizes} />
      ))}
    </g>
  );
}

interface OneBarProps {
  readonly bar: Bar;
  readonly model: ExplosionModel;
  readonly at: { readonly x: number; readonly y: number; readonly width: number };
  readonly sizes: ReturnType<typeof barSizes>;
  /** Where it ended when the slider was taken. */
  readonly was: number | null;
}

/** The only cell of a bar. */
const CELL = { row: 0, col: 0 } as const;
const ROWS = [0] as const;

function OneBar({ bar, model, at, sizes, was }: OneBarProps) {
  const { language } = useFigure();
  const say = useSay();
  const titleId = useId();
  const { id, value, isDone, end } = bar;
  const isPinned = useFigureState((state) => state.pinned?.grid === id);
  const name = say(WORDS[id]);
  const amount = value === null ? '' : amountInWords(value, model.params.measure, language);
  const { x, y, width } = at;
  const area = { x, y, width, height: sizes.pitch - 4 };
  const label = `${name}: ${amount || say(WORDS.counting)}`;
  return (
    <g className={`cost-bar is-${id}${isPinned ? ' is-pinned' : ''}`}>
      <text id={titleId} className="cost-name" x={x} y={y + sizes.name - 6} {...TRANSLATED}>
        {name}
      </text>
      <text
        className="cost-amount"
        x={x + textWidth(name, 14, true) + 12}
        y={y + sizes.name - 6}
        {...TRANSLATED}
      >
        {amount}
      </text>
      <rect className="cost-fill" x={x} y={y + sizes.name} width={end * width} height={sizes.bar} />
      <LooseGrid
        id={id}
        labelledBy={titleId}
        area={area}
        start={CELL}
        order={ROWS}
        cell={() => ({ box: area, value: isDone && value !== null ? value : undefined, label })}
        spotAt={() => CELL}
        nearest={() => CELL}
      />
      {was !== null && (
        <path className="cost-was" d={`M${x + was * width} ${y + sizes.name - 3}v${sizes.bar + 6}`} />
      )}
    </g>
  );
}

interface GapLineProps {
  readonly gap: Gap;
  readonly view: ExplosionView;
  readonly at: { readonly x: number; readonly width: number };
  readonly top: (id: string) => number;
  readonly sizes: ReturnType<typeof barSizes>;
}

/** A measure in the row of the lower bar, from its end to that of the bar above it, and how many times as long that is. */
function GapLine({ gap, view, at, top, sizes }: GapLineProps) {
  const { language } = useFigure();
  const endOf = (id: string): number => at.x + (view.bars.find((bar) => bar.id === id)?.end ?? 0) * at.width;
  const ends = [endOf(gap.from), endOf(gap.to)].sort((a, b) => a - b) as [number, number];
  const y = top(gap.to) + sizes.name + sizes.bar / 2;
  const text = ratioInWords(gap.ratio, language);
  const half = textWidth(text, 16, true) / 2 + 6;
  const fits = ends[1] - ends[0] > 2 * half + 24;
  const x = fits ? (ends[0] + ends[1]) / 2 : Math.min(ends[1] + half + 6, at.x + at.width - half);
  return (
    <g className="cost-gap">
      <path d={`M${ends[0]} ${y}H${ends[1]}M${ends[0]} ${y - 6}v12M${ends[1]} ${y - 6}v12`} />
      <rect x={x - half} y={y - 11} width={2 * half} height={22} rx={4} />
      <text x={x} y={y} {...TRANSLATED}>
        {text}
      </text>
    </g>
  );
}

interface ScaleProps {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly measure: string;
}

function Scale({ x, top, bottom, width, measure }: ScaleProps) {
  const { language } = useFigure();
  const say = useSay();
  const nameOf = (power: number): string => {
    if (power === 0) return '1';
    const name = inWords(10 ** power, language);
    return measure === 'bytes' || language === 'zh' ? name : name.replace(/^1 /, '');
  };
  return (
    <g>
      <title>{say(WORDS.scale)}</title>
      {TICKS.map(({ power, at, isNamed }) => (
        <path
          key={power}
          className={`cost-tick${isNamed ? ' is-named' : ''}`}
          d={`M${x + at * width} ${top}V${bottom}`}
        />
      ))}
      {TICKS.filter(({ isNamed }) => isNamed).map(({ power, at }) => (
        <text
          key={power}
          className="cost-tick-name"
          x={x + at * width}
          y={bottom + 15}
          textAnchor={power === 0 ? 'start' : 'middle'}
          {...TRANSLATED}
        >
          {nameOf(power)}
        </text>
      ))}
      <path className="cost-axis" d={`M${x} ${bottom}h${width}`} />
    </g>
  );
}
