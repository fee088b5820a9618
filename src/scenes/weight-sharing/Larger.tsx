import { useSay } from '../../kit/scene/context.ts';
import type { Box } from '../../kit/stage/boxes.ts';
import type { SharingModel } from './model.ts';
import type { Stage } from './view.ts';
import { layerText, thousands, WORDS } from './words.ts';

type Kind = 'dense' | 'local' | 'shared';

const KIND_OF: Readonly<Record<Stage, Kind>> = {
  dense: 'dense',
  cutting: 'dense',
  local: 'local',
  sharing: 'local',
  shared: 'shared',
  gradient: 'shared',
};

interface LargerProps {
  readonly box: Box;
  readonly model: SharingModel;
  readonly stage: Stage;
}

/** The counts end there, one below the other. */
const COUNTS = 150;

/** What the three would learn in the layer that the sliders set: one line each. */
export function Larger({ box, model, stage }: LargerProps) {
  const say = useSay();
  const { counted } = model;
  const now = KIND_OF[stage];
  const line = (box.height - 4) / 4;
  return (
    <g className="sharing-larger">
      <text x={box.x} y={box.y + 12}>
        {layerText(model)}
      </text>
      {(['dense', 'local', 'shared'] as const).map((kind, i) => (
        <text key={kind} className={kind === now ? 'is-now' : undefined} y={box.y + 12 + line * (i + 1)}>
          <tspan x={box.x}>{say(WORDS[kind])}</tspan>{' '}
          <tspan className="sharing-count" x={box.x + COUNTS}>
            {thousands(counted[kind])}
          </tspan>
        </text>
      ))}
    </g>
  );
}
