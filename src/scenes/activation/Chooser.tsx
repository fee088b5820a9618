import { line, range, scaleLinear } from 'd3';
import { useId } from 'react';
import { useSay } from '../../figures/figureContext.ts';
import { type ActivationName, activationOf } from '../../tensor/activations.ts';
import { alphaShown, NAMES } from './model.ts';
import { FUNCTION_NAMES, WORDS } from './words.ts';

const x = scaleLinear([-3, 3], [0, 60]);
const y = scaleLinear([-1, 2], [40, 0]);
const draw = line<number>();

/** A function and its slope as small curves. */
const SKETCHES = NAMES.map((name) => {
  const f = activationOf(name, alphaShown(name));
  const curve = (of: (z: number, alpha: number) => number): string =>
    draw.x((z) => x(z)).y((z) => y(of(z, f.alpha)))(range(-3, 3.05, 0.1)) ?? '';
  return { name, g: curve(f.forward), slope: curve(f.derivative) };
});

/** The functions, each with its sketch: one of them is chosen. */
export function Chooser(props: { readonly value: ActivationName; onChange(name: ActivationName): void }) {
  const say = useSay();
  const group = useId();
  return (
    <div className="act-chooser" role="radiogroup" aria-label={say(WORDS.function)}>
      {SKETCHES.map(({ name, g, slope }) => (
        <label key={name} className="act-choice">
          <input
            type="radio"
            name={group}
            value={name}
            checked={props.value === name}
            onChange={() => props.onChange(name)}
          />
          <svg viewBox="0 0 60 40" aria-hidden="true">
            <path className="act-zero" d={`M0 ${y(0)}H60M${x(0)} 0V40`} />
            <path className="act-slope" d={slope} />
            <path className="act-curve" d={g} />
          </svg>
          <span>{FUNCTION_NAMES[name]}</span>
        </label>
      ))}
    </div>
  );
}
