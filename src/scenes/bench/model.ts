import { type GradientClaim, lossGiving } from '../../kit/check/gradients.ts';
import { magnitude } from '../../kit/colour/valueScale.ts';
import {
  type GivenId,
  need,
  type Operation,
  type OperationSpec,
  type PassId,
  type Tensors,
} from '../../kit/operations/operation.ts';
import { specOf } from '../../kit/operations/table.ts';
import { OWN } from '../../kit/picture/ownPicture.ts';
import type { Picture } from '../../kit/picture/picture.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Resources } from '../../playback/resources.ts';
import { createTrack, type Stretch, type Track } from '../../playback/track.ts';
import { type Shape, tensor } from '../../tensor/tensor.ts';
import type { BenchParams } from './parameters.ts';
import { pictureNumbers } from './pictures.ts';
import { settingsOf, shapesOf } from './shapes.ts';
import { givenNumbers } from './typed.ts';
import { WORDS } from './words.ts';

export interface BenchResources {
  readonly own: Picture;
}

/** What lies on the bench: the operation with all of its tensors, in float64. */
export interface BenchModel {
  readonly params: BenchParams;
  readonly spec: OperationSpec;
  readonly operation: Operation;
  readonly track: Track<PassId>;
}

const GIVEN: readonly GivenId[] = ['x', 'w', 'b', 't'];

const made = keepLast((params: BenchParams, picture: Picture | null): BenchModel => {
  const spec = specOf(params.op);
  const shapes = shapesOf(params);
  const numbers = (id: GivenId, shape: Shape) => {
    const pixels = id === 'x' && !params.x ? pictureNumbers(params, shape, picture) : null;
    return tensor(shape, pixels ?? givenNumbers(params, id, shape), 'float64');
  };
  const given: Tensors = Object.fromEntries(
    GIVEN.flatMap((id) => {
      const shape = shapes[id];
      return shape ? [[id, numbers(id, shape)]] : [];
    }),
  );
  const operation = spec.build(settingsOf(params), given, numbers('dy', shapes.dy as Shape));
  return { params, spec, operation, track: trackOf(operation) };
});

export const build = (params: BenchParams, { own }: Resources<BenchResources>): BenchModel =>
  made(params, params.source === OWN && own.state === 'there' ? own.value : null);

const PASS_NAMES: Readonly<Record<PassId, string>> = { y: 'y', dx: '∂x', dw: '∂w', db: '∂b', dt: '∂r' };

/** Forwards, then one pass for each gradient. */
function trackOf({ passes, tensors }: Operation): Track<PassId> {
  return createTrack(
    passes.map(({ id, terms }): Stretch<PassId> => {
      const cells = need(tensors, id).size;
      const isForward = id === 'y';
      const name = PASS_NAMES[id];
      return {
        ...{ id, cells },
        ...(typeof terms === 'object'
          ? { counts: terms, terms: Math.max(1, ...terms) }
          : { terms: terms === 'whole' ? 1 : terms }),
        name: isForward ? { en: 'forward', zh: '前向' } : { en: name, zh: name },
        ...(terms !== 'whole' && { termWord: WORDS.term }),
        direction: isForward ? 'forward' : 'backward',
        role: isForward ? 'output' : 'gradient',
      };
    }),
  );
}

/** The value whose gradient a pass makes. */
const VALUES = { dx: 'x', dw: 'w', db: 'b', dt: 't' } as const;

/** A gradient that is nothing but what rounding left of a 0 cannot be compared with a slope. */
const LEAST = 1e-12;

/** Each gradient, with Σ ∂y · y for its loss: of a loss, ∂L times the loss itself. */
export function gradientsOf({ operation }: BenchModel): GradientClaim[] {
  const { tensors, passes } = operation;
  const dy = need(tensors, 'dy').data;
  // Where terms cancel, the loss would hide how much rounding is in it. A constant has no slope.
  const terms = need(tensors, 'y').data.map((value) => 1 + Math.abs(value));
  const size = lossGiving(dy.map(Math.abs), terms);
  return passes.flatMap(({ id }): GradientClaim[] => {
    if (id === 'y') return [];
    const value = VALUES[id];
    const of = need(tensors, value);
    const largest = magnitude(need(tensors, id).data);
    const isLost = largest > 0 && largest < LEAST * Math.max(1, magnitude(dy));
    return [
      {
        grid: id,
        values: of.data,
        loss: (values) =>
          size + lossGiving(dy, operation.forward({ [value]: tensor(of.shape, values, 'float64') }).data),
        isKink: (index) => isLost || (operation.isKink?.(value, index) ?? false),
      },
    ];
  });
}
