import { magnitude } from '../../kit/colour/valueScale.ts';
import { Menu } from '../../kit/controls/Menu.tsx';
import { Param } from '../../kit/controls/Param.tsx';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { useSay } from '../../kit/scene/context.ts';
import { type ControlProps, defineScene, type GridSpec } from '../../kit/scene/defineScene.ts';
import { BEATS } from './beats.ts';
import { numpyCode, pytorchCode } from './code.ts';
import { ruleOf, sizesOf } from './formula.ts';
import { build, type GridId, type ShiftModel } from './model.ts';
import { params, ranges, type ShiftParams } from './parameters.ts';
import { Stage } from './Stage.tsx';
import { type ShiftView, viewOf } from './view.ts';
import { captionOf, WORDS } from './words.ts';

/** What is compared has one scale of colour. */
function grids(model: ShiftModel): GridSpec<ShiftParams>[] {
  const { side, out, w } = model;
  const inputs = magnitude(model.x.data);
  const outputs = magnitude(model.y.data, model.yshifted.data);
  const grid = (id: GridId, of: number, max: number): GridSpec<ShiftParams> => ({
    ...{ id, rows: of, cols: of, max },
    values: model[id].data,
  });
  return [
    grid('x', side, inputs),
    grid('shifted', side, inputs),
    ...(w ? [{ id: 'w', rows: 3, cols: 3, values: w.data, pinnable: false }] : []),
    grid('y', out, outputs),
    grid('yshifted', out, outputs),
    grid('shiftedy', out, outputs),
    grid('mismatch', out, outputs),
  ];
}

/** Only a convolution has a kernel of the reader's choice. */
function KernelControl({ params: now, setParams }: ControlProps<ShiftParams, ShiftModel>) {
  const say = useSay();
  return (
    <Menu
      label={say(params.kernel.label)}
      value={now.kernel}
      options={Object.entries(params.kernel.options ?? {}).map(([value, words]) => ({
        value,
        label: say(words),
      }))}
      disabled={now.operation !== 'conv'}
      onChange={(kernel) => setParams({ kernel: kernel as ShiftParams['kernel'] })}
    />
  );
}

const PictureControl = ({ params: now }: ControlProps<ShiftParams, ShiftModel>) => (
  <>
    <Param name="source" />
    {now.source === 'digit' && <Param name="digit" />}
  </>
);

export const equivariance = defineScene<ShiftParams, ShiftModel, ShiftView>({
  name: 'equivariance',
  title: WORDS.title,
  shortTitle: WORDS.shortTitle,
  params,
  ranges,
  build,
  track: (model) => model.track,
  grids,
  beats: BEATS,
  view: viewOf,
  formula: ruleOf,
  sizes: sizesOf,
  caption: captionOf,
  code: { pytorch: pytorchCode, numpy: numpyCode },
  controls: [
    { title: WORDS.shift, controls: ['down', 'right'] },
    { title: params.operation.label, controls: ['operation', 'stride', KernelControl] },
    { title: SIZE_WORDS.whichNumbers, controls: [PictureControl] },
  ],
  head: ['border'],
  renew: ({ seed }) => ({ seed: (seed % 9999) + 1, source: 'numbers' }),
  Stage,
  stageHeight: { wide: 368, medium: 340, phone: 336 },
});
