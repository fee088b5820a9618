import type { Term } from '../../explain/explanation.ts';
import { printNumber } from '../../formula/numbers.ts';
import { headOf, tileOf } from '../../kit/digitPass/equations.ts';
import { nodeAt, numberOf } from '../../kit/digitPass/nodes.ts';
import type { Subject } from '../../kit/digitPass/subject.ts';
import { Tiles } from '../../kit/number/Tiles.tsx';
import { useFigure, useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { PassModel } from './model.ts';
import { type NetworkSubject, placeOfWeight } from './weights.ts';
import { weightHead } from './weightView.ts';
import { fromText, intoText, mapText, nudgeText, WORDS } from './words.ts';

const HEAD = 42;
const FOOT = 46;
const EDGE = 12;

interface PanelProps {
  readonly box: Box;
  readonly model: PassModel;
  readonly subject: NetworkSubject;
}

/** The number taken apart: a tile for each map that it reads, window × weights = share; below, what it goes into. */
export function Panel({ box, model, subject }: PanelProps) {
  const { store, language } = useFigure();
  const say = useSay();
  const { tiles, isBack, value, gradient, weight } = subject;
  const [left, right, bottom] = [box.x + EDGE, box.x + box.width - EDGE, box.y + box.height];
  const made = isBack ? nodeAt(numberOf(subject.node) + 1) : subject.node;
  const pinWeight = (term: Term | undefined): void => {
    const factor = term?.factors.find(({ tensor }) => tensor === 'w');
    const place = factor && placeOfWeight(made, 'w', factor.index);
    if (place) store.actions.pin(place);
  };
  const middle = { x: left, y: box.y + HEAD, width: right - left, height: box.height - HEAD - FOOT };
  return (
    <g className="network-panel">
      <rect className="network-plate" x={box.x} y={box.y} width={box.width} height={box.height} rx={10} />
      <text className="is-strong" x={left} y={box.y + 20}>
        {say(weight ? (isBack ? WORDS.allUses : WORDS.weight) : WORDS.from)}
      </text>
      <text
        className={`is-strong role-${isBack ? 'gradient' : 'output'}`}
        x={right}
        y={box.y + 20}
        textAnchor="end"
      >
        {`${weight ? weightHead(weight, isBack) : headOf(subject)} = ${printNumber(isBack ? gradient : value).text}`}
      </text>
      <text className="is-soft" x={left} y={box.y + 37}>
        {fromText(subject, language)}
      </text>
      {tiles.length > 0 ? (
        <Tiles
          box={middle}
          tiles={tiles}
          chosen={tileOf(subject, model.params.tile)}
          nameOf={({ map }) => say(mapText(map))}
          pressWeight={weight ? undefined : (tile, i) => pinWeight(tile.terms[i])}
          choose={(tile) => store.actions.setParams({ tile })}
        />
      ) : (
        <Candidates box={middle} subject={subject} />
      )}
      <path className="network-rule" d={`M${left} ${bottom - FOOT + 2}H${right}`} />
      <text x={left} y={bottom - 26}>
        <tspan className="is-strong">{say(WORDS.into)}</tspan>
        <tspan dx={8}>{say(intoText(subject))}</tspan>
      </text>
      <text className="role-gradient" x={left} y={bottom - 9}>
        {say(nudgeText(subject))}
      </text>
    </g>
  );
}

const [WIDE, HIGH] = [64, 40];

/** Numbers that are chosen among, as they lie; or the number that is passed on, what opens its way, and what comes out. */
function Candidates({ box, subject }: { readonly box: Box; readonly subject: Subject }) {
  const { explanation, isBack, value, gradient } = subject;
  const isChoice = explanation?.kind === 'choice';
  const cells: { text: string; number: number; chosen?: boolean }[] = [];
  if (isChoice)
    explanation.candidates.forEach(({ value: number }, i) => {
      cells.push({ text: '', number, chosen: i === explanation.chosen });
    });
  else if (explanation?.kind === 'function') {
    cells.push({ text: 'z', number: explanation.argument.value });
    if (explanation.upstream) cells.push({ text: '∂a', number: explanation.upstream.value });
    cells.push({ text: isBack ? '∂z' : 'a', number: isBack ? gradient : value, chosen: true });
  }
  const across = isChoice ? 2 : cells.length;
  const step = isChoice ? WIDE : WIDE + 34;
  return cells.map(({ text, number, chosen }, i) => {
    const [x, y] = [box.x + (i % across) * step, box.y + 24 + Math.floor(i / across) * HIGH];
    return (
      <g key={`${text} ${String(i)}`}>
        <rect
          className={`network-candidate${chosen ? ' is-chosen' : ''}`}
          {...{ x, y, width: WIDE, height: HIGH }}
        />
        <text x={x + WIDE / 2} y={y + HIGH / 2 + 4} textAnchor="middle">
          {printNumber(number).text}
        </text>
        <text className="is-soft" x={x} y={y - 6}>
          {text}
        </text>
      </g>
    );
  });
}
