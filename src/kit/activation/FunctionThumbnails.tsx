import { scaleLinear } from 'd3';
import { type ActivationName, activationOf } from '../../tensor/activations.ts';
import { Thumbnails } from '../controls/Thumbnails.tsx';
import { curvePath } from '../plot/curvePath.ts';
import { useSay } from '../scene/context.ts';
import { alphaShown, FUNCTION_NAMES } from './functions.ts';
import './activation.css';

const [WIDTH, HEIGHT] = [46, 28];
const frame = {
  x: scaleLinear([-3, 3], [0, WIDTH]),
  y: scaleLinear([-1.2, 2.4], [HEIGHT, 0]),
  xDomain: [-3, 3],
} as const;
const zero = `M0 ${frame.y(0)}H${WIDTH}M${frame.x(0)} 0V${HEIGHT}`;

const LABEL = { en: 'Function', zh: '函数' } as const;

interface FunctionThumbnailsProps {
  readonly names: readonly ActivationName[];
  readonly value: ActivationName;
  onChange(name: ActivationName): void;
}

function pathOf(name: ActivationName): string {
  const f = activationOf(name, alphaShown(name));
  return curvePath(frame, (z) => f.forward(z, f.alpha), [0]);
}

/** An activation function, chosen by its curve. */
export function FunctionThumbnails({ names, value, onChange }: FunctionThumbnailsProps) {
  const say = useSay();
  return (
    <Thumbnails
      wide
      label={say(LABEL)}
      value={value}
      options={names.map((name) => ({
        value: name,
        label: say(FUNCTION_NAMES[name]),
        numbers: null,
        picture: (
          <svg className="activation-sketch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            <path d={zero} />
            <path className="activation-sketch-curve" d={pathOf(name)} />
          </svg>
        ),
      }))}
      onChange={(name) => onChange(name as ActivationName)}
    />
  );
}
