import { useSay } from '../../figures/figureContext.ts';
import { magnitude } from '../../figures/valueScale.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { KernelPhotoModel } from './model.ts';
import type { KernelPhotoView } from './view.ts';
import { WORDS } from './words.ts';

const HEIGHT = 100;

/** A line through numbers, `top` at the upper edge and `bottom` at the lower. */
function lineThrough(values: readonly number[], bottom: number, top: number, end: number): string {
  return values
    .slice(0, end)
    .map((value, i) => `${i === 0 ? 'M' : 'L'}${i + 0.5} ${(HEIGHT * (top - value)) / (top - bottom)}`)
    .join('');
}

/** Input and response along the scan line: as far as the walk has come in full, the rest faint. */
export function Profile({
  model,
  view,
}: {
  readonly model: KernelPhotoModel;
  readonly view: KernelPhotoView;
}) {
  const say = useSay();
  const { profile, cursor, walked } = view;
  const most = magnitude(profile.output, [1]);
  const least = profile.output.some((value) => value < 0) ? -most : 0;
  const wide = model.outWidth;
  const done = Math.floor(walked) + 1;
  const here = cursor.col + 0.5;
  const plots = [
    { id: 'input', name: WORDS.scanIn, letter: 'x', values: profile.input, bottom: 0, top: 255 },
    { id: 'output', name: WORDS.scanOut, letter: 'y', values: profile.output, bottom: least, top: most },
  ] as const;
  return (
    <div className="kp-profile">
      <p className="kp-profile-title">{say(WORDS.along)}</p>
      {plots.map(({ id, name, letter, values, bottom, top }) => (
        <div key={id} className={`kp-plot role-${id}`}>
          <span className="kp-plot-name" data-picture-text="">
            {say(name)} <i aria-hidden="true">{letter}</i>
          </span>
          <span className="kp-tick top" data-picture-text="">
            {printNumber(top, { digits: 0 }).text}
          </span>
          <span className="kp-tick bottom" data-picture-text="">
            {printNumber(bottom, { digits: 0 }).text}
          </span>
          <svg viewBox={`0 0 ${wide} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <path className="kp-zero" d={`M0 ${(HEIGHT * top) / (top - bottom)}H${wide}`} />
            <path className="kp-curve faint" d={lineThrough(values, bottom, top, values.length)} />
            <path className="kp-curve" d={lineThrough(values, bottom, top, done)} />
            <path className="kp-here" d={`M${here} 0V${HEIGHT}`} />
          </svg>
        </div>
      ))}
    </div>
  );
}
