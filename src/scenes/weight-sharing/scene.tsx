import { magnitude } from '../../kit/colour/valueScale.ts';
import { Segments } from '../../kit/controls/Segments.tsx';
import { edited } from '../../kit/convolution/resize.ts';
import { useFigure, useFigureState, useSay } from '../../kit/scene/context.ts';
import { defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS, REST } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, sizesOf } from './formula.ts';
import { build, gradientsOf, LOCAL, SHARED, type SharingModel, TRACK } from './model.ts';
import { constrain, INPUTS, OUTPUTS, params, ranges, type SharingParams, WINDOW } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type SharingView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

function grids({
  x,
  w,
  b,
  dy,
  y,
  shared,
  sharedBias,
  dshared,
  dsharedBias,
}: SharingModel): GridSpec<SharingParams>[] {
  const values = magnitude(x.data, y.data);
  const weights = magnitude(w.data, b.data);
  const gradients = magnitude(dshared.data, dsharedBias.data);
  return [
    {
      ...{ id: 'x', rows: INPUTS, cols: 1, values: x.data, max: values },
      edit: (i, value) => ({ x: edited(x.data, i, value) }),
    },
    { id: 'y', rows: OUTPUTS, cols: 1, values: y.data, max: values },
    {
      ...{ id: 'dy', rows: OUTPUTS, cols: 1, values: dy.data },
      edit: (i, value) => ({ dy: edited(dy.data, i, value) }),
    },
    { id: 'w', name: WORDS.weights, rows: OUTPUTS, cols: INPUTS, values: w.data, max: weights },
    { id: 'b', rows: OUTPUTS, cols: 1, values: b.data, max: weights },
    { id: 'shared', rows: 1, cols: WINDOW, values: shared.data, max: weights },
    {
      ...{ id: 'sharedBias', symbol: 'b', name: WORDS.sharedBias, rows: 1, cols: 1 },
      ...{ values: sharedBias.data, max: weights },
    },
    { id: 'dshared', rows: 1, cols: WINDOW, values: dshared.data, max: gradients },
    { id: 'db', name: WORDS.dsharedBias, rows: 1, cols: 1, values: dsharedBias.data, max: gradients },
  ];
}

const STOPS = { dense: 0, local: LOCAL, shared: SHARED } as const;
type Stop = keyof typeof STOPS;
const STOP_NAMES = Object.keys(STOPS) as Stop[];

/** The three layers, as stops of the bar. */
function Connections() {
  const say = useSay();
  const { store } = useFigure();
  const position = useFigureState((state) => state.position);
  return (
    <Segments
      label={say(WORDS.connections)}
      hideLabel
      value={STOP_NAMES.find((stop) => STOPS[stop] === Math.floor(position)) ?? null}
      options={STOP_NAMES.map((value) => ({ value, label: say(WORDS[value]) }))}
      onChange={(stop) => {
        store.actions.setPlaying(false);
        store.actions.seek(STOPS[stop as Stop]);
      }}
    />
  );
}

export const weightSharing = defineScene<SharingParams, SharingModel, SharingView>({
  name: 'weight-sharing',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  constrain,
  build,
  track: () => TRACK,
  rest: () => REST,
  grids,
  beats: BEATS,
  view: viewOf,
  gradients: gradientsOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  head: [Connections],
  controls: [{ title: WORDS.larger, controls: ['side', 'channels', 'filters', 'kernel'] }],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, x: null, dy: null }),
  Stage,
});
