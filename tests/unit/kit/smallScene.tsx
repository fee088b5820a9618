import { explainConv2d } from '../../../src/explain/conv2d.ts';
import { lineOf } from '../../../src/formula/arithmetic.ts';
import { symbolOf, tex } from '../../../src/formula/symbols.ts';
import { Thumbnails } from '../../../src/kit/controls/Thumbnails.tsx';
import { NUMPY_HEAD, numpyArray, TORCH_HEAD, torchTensor } from '../../../src/kit/copy/python.ts';
import { placeName } from '../../../src/kit/line/placeName.ts';
import { useFigure } from '../../../src/kit/scene/context.ts';
import { type ControlProps, defineScene, type StageProps } from '../../../src/kit/scene/defineScene.ts';
import type { SceneView, SumEquation } from '../../../src/kit/scene/view.ts';
import { cells, choice, flag, whole } from '../../../src/playback/parameters/spec.ts';
import type { ParamsOf } from '../../../src/playback/parameters/table.ts';
import {
  createTrack,
  finishedCells,
  type Moment,
  positionOf,
  type Track,
} from '../../../src/playback/track.ts';
import { conv2d } from '../../../src/tensor/conv2d.ts';
import { tensor } from '../../../src/tensor/tensor.ts';

/** A scene as small as one can be that uses every part of the frame: a convolution, forwards. */
const KERNELS = {
  sobel: { label: { en: 'Sobel x', zh: 'Sobel x' }, numbers: [-1, 0, 1, -2, 0, 2, -1, 0, 1] },
  blur: { label: { en: 'Blur', zh: '模糊' }, numbers: [1, 2, 1, 2, 4, 2, 1, 2, 1] },
  half: { label: { en: 'A third', zh: '三分之一' }, numbers: Array.from({ length: 9 }, () => 1 / 3) },
} as const;
type Kernel = keyof typeof KERNELS;

const PARAMS = {
  direction: choice({
    label: { en: 'Direction', zh: '方向' },
    options: { forward: { en: 'Forward', zh: '前向' }, backward: { en: 'Backward', zh: '反向' } },
    default: 'forward',
  }),
  input: whole({ label: { en: 'Input size', zh: '输入大小' }, default: 5, range: [3, 9] }),
  stride: whole({ label: { en: 'Stride', zh: '步幅' }, default: 1, range: [1, 4] }),
  padding: whole({ label: { en: 'Padding', zh: '填充' }, default: 1, range: [0, 2] }),
  kernel: choice({
    label: { en: 'Kernel', zh: '卷积核' },
    options: { sobel: KERNELS.sobel.label, blur: KERNELS.blur.label, half: KERNELS.half.label },
    default: 'sobel',
  }),
  seed: whole({ label: { en: 'Numbers', zh: '数' }, default: 1, range: [1, 99] }),
  picture: choice({
    label: { en: 'Picture', zh: '图像' },
    options: {
      numbers: { en: 'Small numbers', zh: '小整数' },
      ramp: { en: 'A ramp', zh: '斜坡' },
    },
    default: 'numbers',
    look: 'menu',
  }),
  unread: flag({ label: { en: 'Grey what is not read', zh: '未读部分置灰' }, default: true }),
  x: cells({ label: { en: 'Input', zh: '输入' }, most: 81, limit: 9 }),
};
type Params = ParamsOf<typeof PARAMS>;

const numberAt = (params: Params, i: number): number =>
  params.picture === 'ramp' ? i % 4 : (i * 7 + params.seed * 3 + (i >> 2)) % 5;

function build(params: Params) {
  const { input, stride, padding } = params;
  const x = tensor(
    [1, 1, input, input],
    Array.from({ length: input * input }, (_, i) => params.x?.[i] ?? numberAt(params, i)),
    'float64',
  );
  const w = tensor([1, 1, 3, 3], KERNELS[params.kernel as Kernel].numbers, 'float64');
  const b = tensor([1], [1], 'float64');
  const options = { stride, padding };
  return { params, x, w, b, options, y: conv2d(x, w, b, options) };
}
type Model = ReturnType<typeof build>;

const outOf = (model: Model): number => model.y.shape[2] as number;
const trackOf = (model: Model): Track =>
  createTrack([
    { id: 'forward', cells: outOf(model) ** 2, terms: 10, name: { en: 'forward', zh: '前向' } },
    {
      id: 'dx',
      cells: model.params.direction === 'backward' ? 25 : 0,
      terms: 9,
      name: { en: '∂x', zh: '∂x' },
      role: 'gradient',
    },
  ]);

const gridsOf = (model: Model) => [
  {
    id: 'x',
    rows: model.params.input,
    cols: model.params.input,
    values: model.x.data,
    edit: (index: number, value: number) => ({
      x: Array.from(model.x.data, (old, i) => (i === index ? value : old)),
    }),
  },
  { id: 'w', rows: 3, cols: 3, values: model.w.data },
  { id: 'b', rows: 1, cols: 1, values: model.b.data },
  { id: 'y', rows: outOf(model), cols: outOf(model), values: model.y.data },
];

function viewOf(
  model: Model,
  moment: Moment,
  asked: { grid: string; row: number; col: number } | null,
  full: boolean,
) {
  const out = outOf(model);
  const track = trackOf(model);
  const pinned = asked?.grid === 'y' ? asked : null;
  const known = finishedCells(track, moment, 'forward');
  const cell = pinned
    ? pinned.row * out + pinned.col
    : moment.stretch.id === 'forward'
      ? moment.cell
      : out * out - 1;
  const [row, col] = [Math.floor(cell / out), cell % out];
  const { terms } = explainConv2d(model, model.options, [0, 0, row, col]);
  const done = pinned || moment.stretch.id !== 'forward' ? terms.length : moment.done;
  const target = { grid: 'y', plane: 0, row, col };
  const equation: SumEquation = {
    kind: 'sum',
    terms,
    done,
    line: lineOf(terms, done, { full }),
    target,
    head: placeName(target, { id: 'y', rows: out, cols: out }),
    placeOf: (grid, index) => {
      const [r, c] = index.length > 1 ? index.slice(-2) : [0, 0];
      return { grid, plane: 0, row: r ?? 0, col: c ?? 0 };
    },
    positionOf: pinned ? undefined : (count) => positionOf(track, { stretch: 'forward', cell, done: count }),
  };
  return { grids: { y: { known: (i: number) => i < known } }, equations: [equation], row, col, known, done };
}
type View = SceneView & ReturnType<typeof viewOf>;

function Kernels({ params, setParams }: ControlProps<Params, Model>) {
  const { language } = useFigure();
  return (
    <Thumbnails
      label={PARAMS.kernel.label[language]}
      value={params.kernel}
      options={[
        ...Object.entries(KERNELS).map(([value, { label, numbers }]) => ({
          value,
          label: label[language],
          numbers,
        })),
        { value: 'own', label: { en: 'Your own', zh: '自己输入' }[language], numbers: null },
      ]}
      onChange={(kernel) => setParams({ kernel: kernel as Kernel })}
    />
  );
}

/** A plain drawing: what stands on real stages is tested there. */
function Stage({ model, view, size }: StageProps<Params, Model, View>) {
  const { store } = useFigure();
  const cell = Math.min(size.band === 'phone' ? 26 : 42, (size.height - 40) / model.params.input);
  const place = {
    x: 0,
    w: model.params.input * cell + 40,
    b: model.params.input * cell + 40,
    y: size.width - outOf(model) * cell - 2,
  };
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <rect width={size.width} height={size.height} fill="none" stroke="var(--line)" strokeDasharray="2 4" />
      {gridsOf(model).map(({ id, rows, cols, values }) => (
        <g key={id} data-tensor={id} transform={`translate(${place[id as 'x']} ${id === 'b' ? 200 : 28})`}>
          <text y={-8} style={{ fill: `var(--role-${symbolOf(id).role})`, fontWeight: 650 }}>
            {symbolOf(id).words.en}
          </text>
          {Array.from({ length: rows * cols }, (_, i) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: a stand-in for a grid
            <g
              key={String(i)}
              transform={`translate(${(i % cols) * cell} ${Math.floor(i / cols) * cell})`}
              onPointerEnter={() =>
                store.actions.point({ grid: id, plane: 0, row: Math.floor(i / cols), col: i % cols })
              }
              onPointerLeave={() => store.actions.point(null)}
              onClick={() =>
                store.actions.pin({ grid: id, plane: 0, row: Math.floor(i / cols), col: i % cols })
              }
            >
              <rect width={cell} height={cell} fill="var(--card)" stroke="var(--line)" />
              <text x={cell / 2} y={cell / 2} dy=".36em" textAnchor="middle" style={{ fill: 'var(--ink)' }}>
                {id === 'y' && i >= view.known ? '' : String(values[i])}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

export const small = defineScene<Params, Model, View>({
  name: 'small',
  title: { en: 'Convolution, cell by cell', zh: '逐格看卷积' },
  shortTitle: { en: 'Cell by cell', zh: '逐格看' },
  params: PARAMS,
  ranges: { padding: ({ input }) => [0, Math.min(2, input - 3)] },
  build,
  track: trackOf,
  rest: () => ({ stretch: 'forward', cell: 7, done: 6 }),
  grids: gridsOf,
  view: (model, moment, { asked, full }) => viewOf(model, moment, asked, full) as View,
  formula: () =>
    `${tex('y', 'i,j')}=\\sum_{u,v}${tex('x', 'i+u-1,\\,j+v-1')}\\,${tex('w', 'u,v')}+${tex('b')}`,
  sizes: (model) => ({
    tex: `\\left\\lfloor\\frac{${model.params.input}+2\\cdot ${model.params.padding}-3}{${model.params.stride}}\\right\\rfloor+1=\\mathbf{${outOf(model)}}`,
    sentence: { en: 'Every row and column is read.', zh: '每一行、每一列都被读到。' },
  }),
  caption: (_, view, language) =>
    ({
      en: `Row ${view.row}, column ${view.col} of the output. ${view.done} of its ten terms have been added.`,
      zh: `输出第 ${view.row} 行第 ${view.col} 列。十项中已加上 ${view.done} 项。`,
    })[language],
  code: {
    pytorch: (model) =>
      `${TORCH_HEAD}\nx = ${torchTensor(model.x)}\nw = ${torchTensor(model.w)}\nb = ${torchTensor(model.b)}\nprint(F.conv2d(x, w, b, stride=${model.params.stride}, padding=${model.params.padding})[0, 0])\n`,
    numpy: (model) => `${NUMPY_HEAD}\nx = ${numpyArray(model.x)}\nprint(x)\n`,
  },
  controls: [
    {
      title: { en: 'Where the window stands', zh: '窗口放在哪里' },
      controls: ['input', 'stride', 'padding'],
    },
    { title: { en: 'Which numbers', zh: '用哪些数' }, controls: ['picture', Kernels, 'unread'] },
  ],
  head: ['direction'],
  renew: ({ seed }) => ({ seed: (seed % 99) + 1, x: null }),
  beats: {
    half: { at: { stretch: 'forward', cell: 12, done: 0 } },
    corner: {
      params: { padding: 0 },
      at: { stretch: 'forward', cell: 0, done: 10 },
      pin: { grid: 'y', plane: 0, row: 0, col: 0 },
    },
  },
  Stage,
});
