import { Menu } from '../../kit/controls/Menu.tsx';
import { Param } from '../../kit/controls/Param.tsx';
import { FieldPair, ParamFields } from '../../kit/controls/ParamFields.tsx';
import { OPERATIONS, type OperationName } from '../../kit/operations/table.ts';
import { OWN } from '../../kit/picture/ownPicture.ts';
import { PictureChoice } from '../../kit/picture/PictureChoice.tsx';
import type { Picture } from '../../kit/picture/picture.ts';
import { useNow, useSay } from '../../kit/scene/context.ts';
import type { ControlGroup, ControlProps } from '../../kit/scene/defineScene.ts';
import { limitsOf } from './limits.ts';
import type { BenchModel } from './model.ts';
import type { BenchParams } from './parameters.ts';
import { STARTS } from './starts.ts';
import type { BenchView } from './view.ts';
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
const Input = fields(WORDS.input, 'channels', 'rows', 'cols');
const Window = fields(WORDS.window, 'kernelRows', 'kernelCols');
const Kernel = fields(WORDS.kernel, 'kernelRows', 'kernelCols');
const Groups = fields(WORDS.groups, 'groups');
const Stride = fields(WORDS.stride, 'strideRows', 'strideCols');
const Dilation = fields(WORDS.dilation, 'dilationRows', 'dilationCols');
const Extra = fields(WORDS.outputPadding, 'outputRows', 'outputCols');
const PoolPadding = fields(WORDS.padding, 'top', 'left');
const Padding = fields(WORDS.padding, 'top', 'left', 'bottom', 'right');

function Kernels() {
  return (
    <FieldPair>
      <Kernel />
      <Groups />
    </FieldPair>
  );
}

function Steps() {
  return (
    <FieldPair>
      <Stride />
      <Dilation />
    </FieldPair>
  );
}

/** Four sides, unless a rule sets them. */
function OwnPadding({ params }: Props) {
  return params.fit === 'own' ? <Padding /> : null;
}

/** Without a border there is nothing to fill it with. */
function Border({ params }: Props) {
  const { fit, top, left, bottom, right } = params;
  return fit === 'own' && top + left + bottom + right === 0 ? null : <Param name="padMode" />;
}

/** What comes back is given on the way back. */
function Upstream() {
  const view: BenchView = useNow().view;
  return view.pass.id === 'y' ? null : <Param name="upstream" />;
}

/** Functions with a slope or a depth of their own. */
function Alpha({ params }: Props) {
  return params.activation === 'leakyRelu' || params.activation === 'elu' ? <Param name="alpha" /> : null;
}

/** Why a number cannot be larger, where no formula of sizes says it. */
function Limits({ params }: Props) {
  const say = useSay();
  const [first] = limitsOf(params);
  return first ? <p className="control-sentence">{say(first)}</p> : null;
}

type Knob = ControlGroup<BenchParams, BenchModel>['controls'][number];

const KNOBS: Readonly<Record<OperationName, readonly Knob[]>> = {
  conv: [Input, 'filters', Kernels, Steps, 'fit', OwnPadding, Border],
  transposed: [Input, 'filters', Kernels, Steps, Padding, Extra],
  maxPool: [Size, 'channels', Window, Steps, PoolPadding, 'ceil'],
  avgPool: [Size, 'channels', Window, Stride, PoolPadding, 'ceil', 'countPad'],
  activation: [Size, 'channels', 'activation', Alpha],
  dense: [Size, 'outputs'],
  softmax: [Size],
  logSoftmax: [Size],
  crossEntropy: [Size, 'reduction'],
  squaredError: [Size, 'reduction'],
  batchNorm: [Size, 'samples', 'channels', 'training', Limits],
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
    controls: [OperationControl, ...knobs],
    when: isOf(name),
  })),
  {
    title: WORDS.numbers,
    controls: [SourceControl, 'weights', Upstream],
    when: isOf('conv', 'transposed', 'dense'),
  },
  {
    title: WORDS.numbers,
    controls: [SourceControl, Upstream],
    when: isOf(
      'maxPool',
      'avgPool',
      'activation',
      'softmax',
      'logSoftmax',
      'batchNorm',
      'dropout',
      'flatten',
      'add',
    ),
  },
  { title: WORDS.numbers, controls: [SourceControl], when: isOf('crossEntropy', 'squaredError') },
];
