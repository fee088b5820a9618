import { Menu } from '../../kit/controls/Menu.tsx';
import { Param } from '../../kit/controls/Param.tsx';
import { ParamFields } from '../../kit/controls/ParamFields.tsx';
import { OPERATIONS, type OperationName } from '../../kit/operations/table.ts';
import { OWN } from '../../kit/picture/ownPicture.ts';
import { PictureChoice } from '../../kit/picture/PictureChoice.tsx';
import type { Picture } from '../../kit/picture/picture.ts';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlGroup, ControlProps } from '../../kit/scene/defineScene.ts';
import { limitsOf } from './limits.ts';
import type { BenchModel } from './model.ts';
import type { BenchParams } from './parameters.ts';
import { STARTS } from './starts.ts';
import { SOURCES, WORDS } from './words.ts';

type Props = ControlProps<BenchParams, BenchModel>;

/** Another operation comes with sizes of its own; the choice of numbers stays. */
function OperationControl({ params, setParams }: Props) {
  const say = useSay();
  return (
    <Menu
      label={say(WORDS.operation)}
      hideLabel
      value={params.op}
      options={Object.entries(OPERATIONS).map(([value, { words }]) => ({ value, label: say(words) }))}
      onChange={(op) => setParams({ ...STARTS[op as OperationName], op: op as OperationName })}
    />
  );
}

/** Sides of a picture of the reader's own. */
const SIDES = { most: 16, least: 2 } as const;

/** What the input is; a picture brings its own proportions. */
function SourceControl({ params, setParams }: Props) {
  const choose = (source: string, own: Picture | null): void =>
    setParams({
      source: source as BenchParams['source'],
      x: null,
      ...(source === OWN && own && { rows: own.height, cols: own.width }),
      ...((source === 'digit' || source === 'photo') && params.rows < 8 && { rows: 14, cols: 14 }),
    });
  return (
    <PictureChoice
      label={WORDS.source}
      names={SOURCES}
      value={params.source}
      maxSide={SIDES.most}
      minSide={SIDES.least}
      onChoose={choose}
    />
  );
}

const fields = (label: (typeof WORDS)[keyof typeof WORDS], ...names: (keyof BenchParams & string)[]) =>
  function Fields() {
    return <ParamFields label={label} names={names} />;
  };

const Size = fields(WORDS.size, 'rows', 'cols');
const Kernel = fields(WORDS.kernel, 'kernelRows', 'kernelCols');
const Stride = fields(WORDS.stride, 'strideRows', 'strideCols');
const Dilation = fields(WORDS.dilation, 'dilationRows', 'dilationCols');
const Extra = fields(WORDS.outputPadding, 'outputRows', 'outputCols');
const PoolPadding = fields(WORDS.padding, 'top', 'left');
const Padding = fields(WORDS.padding, 'top', 'left', 'bottom', 'right');

/** Four sides, unless a rule sets them. */
function OwnPadding({ params }: Props) {
  return params.fit === 'own' ? <Padding /> : null;
}

/** What copies of the picture are for: without a border there are none. */
function Alpha({ params }: Props) {
  return params.activation === 'leakyRelu' || params.activation === 'elu' ? <Param name="alpha" /> : null;
}

/** Why a number cannot be larger. */
function Limits({ params }: Props) {
  const say = useSay();
  const [first] = limitsOf(params);
  return first ? <p className="control-sentence">{say(first)}</p> : null;
}

type Knob = ControlGroup<BenchParams, BenchModel>['controls'][number];

const KNOBS: Readonly<Record<OperationName, readonly Knob[]>> = {
  conv: [Size, 'channels', 'filters', 'groups', Kernel, Stride, Dilation, 'fit', OwnPadding, 'padMode'],
  transposed: [Size, 'channels', 'filters', 'groups', Kernel, Stride, Dilation, Padding, Extra],
  maxPool: [Size, 'channels', Kernel, Stride, Dilation, PoolPadding, 'ceil'],
  avgPool: [Size, 'channels', Kernel, Stride, PoolPadding, 'ceil', 'countPad'],
  activation: [Size, 'channels', 'activation', Alpha],
  dense: [Size, 'outputs'],
  softmax: [Size],
  logSoftmax: [Size],
  crossEntropy: [Size, 'reduction'],
  squaredError: [Size, 'reduction'],
  batchNorm: [Size, 'samples', 'channels', 'training'],
  dropout: [Size, 'channels', 'rate'],
  flatten: [Size, 'channels'],
  add: [Size, 'channels'],
};

const isOf =
  (...names: OperationName[]) =>
  ({ params }: BenchModel): boolean =>
    names.includes(params.op);

/** The operation with its own knobs, one group of which is there at a time; then the numbers. */
export const GROUPS: readonly ControlGroup<BenchParams, BenchModel>[] = [
  ...(Object.entries(KNOBS) as [OperationName, readonly Knob[]][]).map(([name, knobs]) => ({
    title: WORDS.operation,
    controls: [OperationControl, ...knobs, Limits],
    when: isOf(name),
  })),
  {
    title: WORDS.input,
    controls: [SourceControl, 'weights', 'upstream'],
    when: isOf('conv', 'transposed', 'dense'),
  },
  {
    title: WORDS.input,
    controls: [SourceControl, 'upstream'],
    when: isOf('maxPool', 'avgPool', 'activation', 'softmax', 'logSoftmax', 'batchNorm', 'dropout', 'flatten', 'add'),
  },
  { title: WORDS.input, controls: [SourceControl], when: isOf('crossEntropy', 'squaredError') },
];
