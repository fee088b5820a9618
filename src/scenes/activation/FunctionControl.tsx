import { scaleLinear } from 'd3';
import { Thumbnails } from '../../kit/controls/Thumbnails.tsx';
import { curvePath } from '../../kit/plot/curvePath.ts';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import { type ActivationName, activationOf, activations } from '../../tensor/activations.ts';
import type { ActivationModel } from './model.ts';
import { type ActivationParams, alphaShown, choosing } from './parameters.ts';
import { FUNCTION_NAMES, WORDS } from './words.ts';

const [WIDTH, HEIGHT] = [46, 28];
const frame = {
  x: scaleLinear([-3, 3], [0, WIDTH]),
  y: scaleLinear([-1.2, 2.4], [HEIGHT, 0]),
  xDomain: [-3, 3],
} as const;
const zero = `M0 ${frame.y(0)}H${WIDTH}M${frame.x(0)} 0V${HEIGHT}`;

const NAMES = Object.keys(activations) as readonly ActivationName[];
const PATHS = NAMES.map((name) => {
  const f = activationOf(name, alphaShown(name));
  return { name, path: curvePath(frame, (z) => f.forward(z, f.alpha), [0]) };
});

/** The function, chosen by its curve. */
export function FunctionControl({ params, setParams }: ControlProps<ActivationParams, ActivationModel>) {
  const say = useSay();
  return (
    <Thumbnails
      wide
      label={say(WORDS.function)}
      value={params.name}
      options={PATHS.map(({ name, path }) => ({
        value: name,
        label: say(FUNCTION_NAMES[name]),
        numbers: null,
        picture: (
          <svg className="activation-sketch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            <path d={zero} />
            <path className="activation-sketch-curve" d={path} />
          </svg>
        ),
      }))}
      onChange={(name) => setParams(choosing(name as ActivationName))}
    />
  );
}
