import { magnitude } from '../../kit/colour/valueScale.ts';
import { edited } from '../../kit/convolution/resize.ts';
import type { PlaneAxis } from '../../kit/grid/names.ts';
import { type GivenId, type GridId, need } from '../../kit/operations/operation.ts';
import type { GridSpec } from '../../kit/scene/defineScene.ts';
import type { BenchModel } from './model.ts';
import type { BenchParams } from './parameters.ts';
import { planesOf } from './shapes.ts';
import { withSize } from './typed.ts';

const GIVEN: readonly GivenId[] = ['x', 'w', 'b', 't', 'dy'];
const isGiven = (id: GridId): id is GivenId => GIVEN.includes(id as GivenId);
/** What is compared has one scale of colour: what goes in and comes out, and all gradients of numbers like these. */
const SCALES: Readonly<Partial<Record<GridId, readonly GridId[]>>> = { dx: ['dx', 'dy'], dy: ['dx', 'dy'] };

const AXES = {
  filter: { en: 'filter', zh: '滤波器' },
  channel: { en: 'channel', zh: '通道' },
  sample: { en: 'sample', zh: '样本' },
} as const;

function axesOf(
  { params }: BenchModel,
  id: GridId,
  shape: readonly number[],
): readonly PlaneAxis[] | undefined {
  const [outer = 1, inner = 1] = shape;
  if (shape.length < 4) return undefined;
  if (id === 'w' || id === 'dw') {
    const [first, second] =
      params.op === 'transposed' ? (['channel', 'filter'] as const) : (['filter', 'channel'] as const);
    return [
      { name: AXES[first], size: outer },
      { name: AXES[second], size: inner },
    ];
  }
  return outer > 1
    ? [
        { name: AXES.sample, size: outer },
        { name: AXES.channel, size: inner },
      ]
    : undefined;
}

export function gridsOf(model: BenchModel): GridSpec<BenchParams>[] {
  const { operation, spec } = model;
  const { tensors } = operation;
  return (Object.keys(tensors) as GridId[]).map((id): GridSpec<BenchParams> => {
    const { shape, data } = need(tensors, id);
    const scale = SCALES[id]?.flatMap((other) => tensors[other] ?? []) ?? [];
    return {
      id,
      ...planesOf(shape),
      symbol: spec.symbols?.[id],
      name: spec.names?.[id],
      planeAxes: axesOf(model, id, shape),
      values: data,
      ...(scale.length > 0 && { max: Math.max(...scale.map((of) => magnitude(of.data))) }),
      ...((id === 'x' || id === 'dx') && {
        padding: operation.padding,
        paddingValue: id === 'x' ? operation.paddingValue : null,
      }),
      ...(isGiven(id) && {
        edit: (i: number, value: number) => ({ [id]: withSize(edited(data, i, value), shape) }),
      }),
    };
  });
}
