import { line, scaleLinear } from 'd3';
import { printNumber } from '../../formula/numbers.ts';
import { symbolOf } from '../../formula/symbols.ts';
import { magnitude } from '../../kit/colour/valueScale.ts';
import { useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { KernelPhotoModel } from './model.ts';
import { BRIGHTEST } from './parameters.ts';
import { type KernelPhotoView, profileOf } from './view.ts';

interface CurvesProps {
  readonly box: Box;
  readonly model: KernelPhotoModel;
  readonly view: KernelPhotoView;
}

/** Room at the left for the two numbers of an axis, and above each curve for its name. */
const AXIS = 44;
const NAME = 18;
const GAP = 12;

/** Input and response along the scan line: as far as the walk has come in full, the rest faint. */
export function Curves({ box, model, view }: CurvesProps) {
  const say = useSay();
  const { input, output } = profileOf(model, view);
  const most = magnitude(output, [1]);
  const least = output.some((value) => value < 0) ? -most : 0;
  const height = (box.height - GAP) / 2;
  const plots = [
    { id: 'x', values: input, domain: [0, BRIGHTEST] },
    { id: 'y', values: output, domain: [least, most] },
  ] as const;
  return (
    <g className="kernel-photo-curves" aria-hidden="true">
      {plots.map(({ id, values, domain }, i) => (
        <Curve
          key={id}
          box={{ x: box.x, y: box.y + i * (height + GAP), width: box.width, height }}
          name={`${say(symbolOf(id).words)} ${symbolOf(id).plain}`}
          role={symbolOf(id).role}
          {...{ values, domain }}
          walked={view.walked}
          here={view.asked ? view.place.col : view.cursor.col}
        />
      ))}
    </g>
  );
}

interface CurveProps {
  readonly box: Box;
  readonly name: string;
  readonly role: string;
  readonly values: readonly number[];
  readonly domain: readonly [number, number];
  readonly walked: number;
  readonly here: number;
}

function Curve({ box, name, role, values, domain, walked, here }: CurveProps) {
  const [low, high] = domain;
  const x = scaleLinear([0, values.length - 1], [box.x + AXIS, box.x + box.width]);
  const y = scaleLinear([low, high], [box.y + box.height, box.y + NAME]);
  const path = line<number>()
    .x((_, i) => x(i))
    .y((value) => y(value));
  const done = values.slice(0, Math.floor(walked) + 1);
  const tick = (value: number): string => printNumber(value, { digits: 0 }).text;
  return (
    <g className={`kernel-photo-curve role-${role}`}>
      <text className="kernel-photo-curve-name" x={box.x + AXIS} y={box.y + 12}>
        {name}
      </text>
      <text x={box.x + AXIS - 6} y={y(high) + 9}>
        {tick(high)}
      </text>
      <text x={box.x + AXIS - 6} y={y(low)}>
        {tick(low)}
      </text>
      <path className="kernel-photo-zero" d={`M${x(0)} ${y(0)}H${box.x + box.width}`} />
      <path className="kernel-photo-all" d={path(values) ?? ''} />
      <path className="kernel-photo-done" d={path(done) ?? ''} />
      <path className="kernel-photo-here" d={`M${x(here)} ${box.y + NAME}V${box.y + box.height}`} />
    </g>
  );
}
