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

/** What the three would learn in the layer that the sliders set: one line each. */
export function Larger({ box, model, stage }: LargerProps) {
  const say = useSay();
  const { counted } = model;
  const counts = (['dense', 'local', 'shared'] as const).map((kind) => ({
    kind,
    text: `${say(WORDS[kind])} ${thousands(counted[kind])}`,
  }));
  const now = KIND_OF[stage];
  return (
    <text className="sharing-larger" x={box.x} y={box.y + 12}>
      <tspan>{layerText(model)}</tspan>
      {counts.map(({ kind, text }) => (
        <tspan key={kind} className={kind === now ? 'is-now' : undefined} x={box.x} dy={15.5}>
          {text}
        </tspan>
      ))}
    </text>
  );
}
