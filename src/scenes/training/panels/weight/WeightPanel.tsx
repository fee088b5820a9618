import { printNumber } from '../../../../formula/numbers.ts';
import { plotFrame } from '../../../../kit/plot/frame.ts';
import { Plot } from '../../../../kit/plot/Plot.tsx';
import type { Box } from '../../../../kit/stage/boxes.ts';
import { textWidth } from '../../../../kit/stage/textWidth.ts';
import { TRANSLATED, UNTRANSLATED } from '../../../../kit/stage/untranslated.ts';
import type { Language } from '../../../../language/language.ts';
import type { StepPushes } from '../../../../worker/pushes.ts';
import { firstLayer, latest, placedWeight, weightName } from '../filters/filters.ts';
import type { PanelProps } from '../panel.ts';
import { PanelSentence, PanelTitle } from '../parts/PanelTitle.tsx';
import { Tints } from '../parts/Tints.tsx';
import { domainOf, pathOf, withoutIdle } from './path.ts';
import { useBiography, usePushes } from './useBiography.ts';
import { briefPushedText, noteOf, pushedText, pushName, titleOf, WORDS } from './words.ts';

const [TITLE, ROWS, GAP, TEXT, SHARE] = [22, 2, 8, 16, 50] as const;
const short = (value: number): string => printNumber(value, { digits: Math.abs(value) < 0.01 ? 5 : 3 }).text;
/** From one digit to the next: its share stands below it. */
const pitchOf = (side: number): number => Math.max(side + GAP, SHARE);
/** Two digits that count, where there is little room. */
const brief = (value: number): string => printNumber(Number(value.toPrecision(2)), { digits: 4 }).text;

/** The path of the chosen weight over the steps, and the digits that pushed it most. */
export function WeightPanel({ run, box, language, ask, choice }: PanelProps) {
  const look = latest(run);
  const layer = firstLayer(look);
  const weight = layer ? placedWeight(choice.weight, layer) : choice.weight;
  const name = layer ? weightName(weight, layer) : '';
  const biography = useBiography(run, ask, weight);
  const images = { ...box, x: box.x + box.width * 0.5 + 8, width: box.width * 0.5 - 8 };
  const side = Math.min(52, (box.height - TITLE) / ROWS - 2 * TEXT - 4);
  const most = Math.max(1, Math.floor((images.width + GAP) / pitchOf(side)));
  const pushes = usePushes(run, ask, biography, ROWS, most);
  const title = titleOf(name)[language];
  if (!biography || biography.values.length === 0)
    return (
      <>
        <PanelTitle box={box} title={title} />
        <PanelSentence box={box} text={WORDS.none[language]} />
      </>
    );
  const { values, every, missing } = biography;
  const value = look.weights[0]?.data[weight.at] ?? Number.NaN;
  const steps = Math.max(1, run.reached);
  const frame = plotFrame(
    { x: box.x + 32, y: box.y + TITLE - 4, width: box.width * 0.5 - 32, height: box.height - TITLE + 4 },
    { x: [0, steps], y: domainOf([...values, value]) },
  );
  const isStill = biography.gradients.every((gradient) => gradient === 0);
  const sentence = isStill
    ? WORDS.still
    : pushes
      ? null
      : run.activity === 'running' || missing > 0
        ? WORDS.waits
        : WORDS.searching;
  return (
    <g className="panel-weight">
      <PanelTitle
        box={box}
        title={title}
        note={noteOf(short(values[0] as number), short(value), missing)[language]}
      />
      <Plot frame={frame} label={WORDS.plot[language]}>
        <path className="plot-curve role-weight panel-path" d={pathOf(frame, values, every)} />
      </Plot>
      <g className="plot-points role-weight" aria-hidden="true">
        {pushes?.map(({ step }) => (
          <circle
            key={step}
            r="4.5"
            cx={frame.x(step)}
            cy={frame.y(values[Math.floor(step / every)] as number)}
          />
        ))}
        <circle r="4.5" cx={frame.x(Math.min(look.step, steps))} cy={frame.y(value)} />
      </g>
      {sentence ? (
        <PanelSentence box={images} text={sentence[language]} />
      ) : (
        pushes?.map((push, i) => (
          <PushRow
            key={push.step}
            {...{ push, language, side }}
            rank={i}
            box={{ ...images, y: box.y + TITLE + i * ((box.height - TITLE) / ROWS) }}
          />
        ))
      )}
    </g>
  );
}

interface PushRowProps {
  /** 0: the step with the largest gradient. */
  readonly rank: number;
  readonly push: StepPushes;
  readonly box: Box;
  readonly side: number;
  readonly language: Language;
}

/** One step: the digits of its batch with the largest shares in the gradient of the weight. */
function PushRow({ rank, push, box, side, language }: PushRowProps) {
  const head = pushedText(rank, push.step, short(push.gradient))[language];
  return (
    <g>
      <text className="panel-text" x={box.x} y={box.y + 11} {...TRANSLATED}>
        {textWidth(head, 13) > box.width
          ? briefPushedText(rank, push.step, short(push.gradient))[language]
          : head}
      </text>
      {withoutIdle(push.pushes).map(({ label, pixels, gradient }, k) => {
        const x = box.x + k * pitchOf(side);
        return (
          // biome-ignore lint/a11y: a picture within a drawing
          <g key={String(k)} role="img" aria-label={pushName(label, short(gradient))[language]}>
            <Tints values={pixels} cols={28} max={255} x={x} y={box.y + TEXT} width={side} ink />
            <text
              className="panel-text is-middle role-gradient"
              x={x + side / 2}
              y={box.y + TEXT + side + 13}
              {...UNTRANSLATED}
            >
              {brief(gradient)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
