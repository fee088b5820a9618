import { printNumber } from '../../../../formula/numbers.ts';
import { textWidth } from '../../../../kit/stage/textWidth.ts';
import { TRANSLATED, UNTRANSLATED } from '../../../../kit/stage/untranslated.ts';
import type { Phase } from '../../../../network/trainer.ts';
import { PHASES } from '../../run/position.ts';
import { firstLayer, latest, placedWeight, weightName } from '../filters/filters.ts';
import type { PanelProps } from '../panel.ts';
import { PanelSentence } from '../parts/PanelTitle.tsx';
import './step.css';
import { flow } from './flow.ts';
import { type StepLine, stepLines, textOf } from './lines.ts';
import { shownStep } from './shown.ts';
import { useWeightStep } from './useWeightStep.ts';
import { amountOf, PART_NAMES, stepText, WORDS } from './words.ts';

const [PILL, PILL_LINE, TEXT_LINE, PAD] = [26, 30, 22, 12] as const;
/** From the largest to the smallest size of the lines, and between two of them. */
const SIZES = [15, 14, 13] as const;
const [SMALLEST, BETWEEN] = [12, 20] as const;
const ROLES = { forward: 'output', loss: 'plain', backward: 'gradient', update: 'weight' } as const;

/** One step in its four parts, and what it did with one weight. */
export function StepRow({ run, box, language, ask, choice }: Omit<PanelProps, 'onChoice'>) {
  const look = latest(run);
  const layer = firstLayer(look);
  const weight = layer ? placedWeight(choice.weight, layer) : choice.weight;
  const known = useWeightStep(run, ask, weight);
  const now =
    run.activity === 'running' && known ? ({ step: known.step, done: 'update' } as const) : shownStep(run);
  const { x, y, width, height } = box;
  const plate = { x, y, width, height };
  const inner = { ...box, x: box.x + PAD, width: box.width - 2 * PAD };
  if (!now || !layer)
    return (
      <g className="step-row">
        <rect className="step-plate" {...plate} rx="10" />
        <PanelSentence box={{ ...inner, y: inner.y - 18 }} text={WORDS.none[language]} />
      </g>
    );
  const report = run.part?.step === now.step ? run.part : run.reports[now.step];
  const of = {
    batch: run.settings.batchSize,
    loss: report ? printNumber(report.loss).text : '',
    parameters: run.parameters,
  };
  const last = PHASES.indexOf(now.done);
  const pills = PHASES.map((phase, i) => {
    const name = PART_NAMES[phase][language];
    const amount = i <= last ? amountOf(phase, of, language) : '';
    const width = textWidth(name, 14, true) + (amount ? 4 + 0.96 * textWidth(amount, 14) : 0) + 26;
    return { phase, name, amount, width, isDone: i <= last, isLast: i === last };
  });
  const head = stepText(now.step)[language];
  const headWidth = textWidth(head, 14) + 4;
  const pillPlaces = flow([headWidth, ...pills.map(({ width }) => width)], inner.width, 12);
  const lines = known && now.done === 'update' ? stepLines(known, run.settings.optimizer) : [];
  const name = weightName(weight, layer);
  const first = box.y + 6 + ((pillPlaces.at(-1)?.line ?? 0) + 1) * PILL_LINE;
  return (
    <g className="step-row">
      <rect className="step-plate" {...plate} rx="10" />
      <text className="step-text" x={inner.x} y={box.y + 8 + PILL / 2 + 5} {...TRANSLATED}>
        {head}
      </text>
      {pills.map(({ phase, ...pill }, i) => {
        const place = pillPlaces[i + 1];
        return (
          place && (
            <Pill
              key={phase}
              {...{ phase, ...pill }}
              x={inner.x + place.x}
              y={box.y + 8 + place.line * PILL_LINE}
            />
          )
        );
      })}
      <Lines box={{ ...inner, y: first, height: box.y + box.height - first - 2 }} {...{ lines, name }} />
      {lines.length === 0 && known && (
        <text className="step-text" x={inner.x} y={first + 16} {...UNTRANSLATED}>
          <tspan className="role-weight">{name}</tspan>
          {` = ${printNumber(known.before, { digits: 4 }).text}`}
          {known.gradient !== null && now.done === 'backward' && (
            <>
              {', '}
              <tspan className="role-gradient">∂{name}</tspan>
              {` = ${printNumber(known.gradient, { digits: 4 }).text}`}
            </>
          )}
        </text>
      )}
    </g>
  );
}

interface PillProps {
  readonly phase: Phase;
  readonly name: string;
  readonly amount: string;
  readonly width: number;
  readonly isDone: boolean;
  readonly isLast: boolean;
  readonly x: number;
  readonly y: number;
}

function Pill({ phase, name, amount, width, isDone, isLast, x, y }: PillProps) {
  return (
    <g className={`step-pill role-${ROLES[phase]}${isLast ? ' is-last' : ''}${isDone ? '' : ' is-coming'}`}>
      <rect x={x} y={y} width={width} height={PILL} rx={PILL / 2} />
      <text className="step-text" x={x + 13} y={y + PILL / 2 + 5} {...TRANSLATED}>
        <tspan className="step-part">{name}</tspan>
        {amount && ` ${amount}`}
      </text>
    </g>
  );
}

/** The lines of the update, as large as they fit: where they need too many lines, smaller. */
function Lines({
  box,
  lines,
  name,
}: {
  readonly box: PanelProps['box'];
  readonly lines: readonly StepLine[];
  readonly name: string;
}) {
  const heads = lines.map(({ head }) => `${head === 'w' ? name : head} ← `);
  const widthsAt = (size: number) =>
    lines.map(
      (line, i) => 1.04 * textWidth(`${heads[i]}${textOf(line.parts)} ${line.sign} ${line.result}`, size) + 6,
    );
  const linesAt = (size: number): number => (flow(widthsAt(size), box.width, BETWEEN).at(-1)?.line ?? 0) + 1;
  const isRoomy = (size: number): boolean =>
    linesAt(size) * TEXT_LINE <= box.height && Math.max(0, ...widthsAt(size)) * 1.06 <= box.width;
  const size = SIZES.find(isRoomy) ?? SMALLEST;
  const places = flow(widthsAt(size), box.width, BETWEEN);
  const pitch = Math.min(TEXT_LINE, box.height / linesAt(size));
  return lines.map((line, i) => {
    const place = places[i];
    return (
      place && (
        <text
          key={line.head}
          className="step-line"
          x={box.x + place.x}
          y={box.y + 0.75 * pitch + place.line * pitch}
          style={{ fontSize: `${size}px` }}
          {...UNTRANSLATED}
        >
          <tspan className={`step-head role-${line.role}`}>{heads[i]}</tspan>
          <tspan data-arithmetic="">
            {line.parts.map((part, k) =>
              typeof part === 'string' ? (
                part
              ) : (
                <tspan key={String(k)} className={`role-${part.role}`}>
                  {part.text}
                </tspan>
              ),
            )}
            {` ${line.sign} `}
            <tspan className={`step-result role-${line.role}`}>{line.result}</tspan>
          </tspan>
        </text>
      )
    );
  });
}
