import { useSay } from '../../figures/figureContext.ts';
import { magnitude } from '../../figures/valueScale.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { VolumeModel } from './model.ts';
import { Stack } from './Stack.tsx';
import type { VolumeView } from './view.ts';
import { WORDS } from './words.ts';

/** Plane `index` of a tensor whose last two axes are rows and columns. */
export function planeOf({ data, shape }: Tensor, index: number): ArrayLike<number> {
  const area = (shape.at(-1) as number) * (shape.at(-2) as number);
  return data.subarray(index * area, (index + 1) * area);
}

const shapeText = (sizes: readonly number[]): string => sizes.join(' × ');

/** The three blocks: input, filters and output, with the window that goes through all channels. */
export function Blocks({ model, view }: { readonly model: VolumeModel; readonly view: VolumeView }) {
  const say = useSay();
  const { params, depth, out, x, w, b, y } = model;
  const { channels, filters, kernel, input } = params;
  const { filter, row, col, first } = view;
  const reads = (c: number): boolean => c >= first && c < first + depth;
  const names = {
    x: [`${say(WORDS.x)} x`, shapeText(x.shape.slice(1))],
    w: [`${say(WORDS.w)} w`, shapeText(w.shape)],
    b: [`${say(WORDS.b)} b`, shapeText(b.shape)],
    y: [`${say(WORDS.y)} y`, shapeText(y.shape.slice(1))],
  } as const;
  return (
    <div className="vl-blocks">
      <div>
        <ShapeNames names={[[...names.x, 'input']]} />
        <Stack
          of="input"
          label={names.x.join(': ')}
          connect="window"
          max={magnitude(x.data)}
          blocks={[
            {
              current: true,
              sheets: Array.from({ length: channels }, (_, c) => ({
                rows: input,
                cols: input,
                values: planeOf(x, c),
                faint: !reads(c),
                window: reads(c) ? { row, col, size: kernel } : undefined,
              })),
            },
          ]}
        />
      </div>
      <div>
        <ShapeNames
          names={[
            [...names.w, 'weight'],
            [...names.b, 'bias'],
          ]}
        />
        <Stack
          of="weight"
          label={names.w.join(': ')}
          max={magnitude(w.data)}
          blocks={Array.from({ length: filters }, (_, f) => ({
            current: f === filter,
            sheets: Array.from({ length: depth }, (_, c) => ({
              rows: kernel,
              cols: kernel,
              values: planeOf(w, f * depth + c),
            })),
          }))}
        />
      </div>
      <div>
        <ShapeNames names={[[...names.y, 'output']]} />
        <Stack
          of="output"
          label={names.y.join(': ')}
          connect="result"
          max={magnitude(y.data)}
          blocks={[
            {
              current: true,
              sheets: Array.from({ length: filters }, (_, f) => ({
                rows: out,
                cols: out,
                values: planeOf(y, f),
                known: view.known(f),
                window: f === filter ? { row, col, size: 1 } : undefined,
              })),
            },
          ]}
        />
      </div>
    </div>
  );
}

/** What a block is, and its shape. */
function ShapeNames({ names }: { readonly names: readonly (readonly [string, string, string])[] }) {
  return (
    <p className="vl-shape">
      {names.map(([name, shape, role]) => (
        <span key={role} className={`role-${role}`}>
          <b data-picture-text="">{name}</b> <span data-picture-text="">{shape}</span>
        </span>
      ))}
    </p>
  );
}
