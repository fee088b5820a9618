import { useSay } from '../../figures/figureContext.ts';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { type CutOut, cellsOf, indexIn } from './cutOuts.ts';
import { type LayerModel, planeOf, SIDE } from './model.ts';
import type { LayerView } from './view.ts';
import { WORDS } from './words.ts';

const MAP_SLOT = 216;
const CLOSE_SLOT = 236;

/** The layer from left to right, each tensor twice: all of it, and the cells of the moment with their numbers. */
export function Stage({ model, view }: { readonly model: LayerModel; readonly view: LayerView }) {
  const { params, k, out, most } = model;
  const { slice, near, progress } = view;
  const say = useSay();
  const f = params.filter;
  const [z, a] = [planeOf(model.z, f), planeOf(model.a, f)];
  const p = params.padding;
  const corner = (cut: CutOut): string =>
    say({ en: WORDS.corner.en(cut.row, cut.col), zh: WORDS.corner.zh(cut.row, cut.col) });
  const shape = (...sides: number[]): string => sides.join(' × ');
  const place = near.rows > 0 ? (i: number) => indexIn(near, i, out) : () => 0;
  const existsIn = (exists: (f: number, row: number, col: number) => boolean) => (i: number) =>
    exists(f, Math.floor(i / out), i % out);
  // The number that is asked for is worked out on the line, so it is known.
  const asked = view.question?.kind === 'number' ? view.place.row * out + view.place.col : -1;
  const sum = existsIn(progress.sum);
  const activation = existsIn(progress.activation);
  const target = params.row * out + params.col;
  const partial = (i: number): number | undefined =>
    view.partial && view.done > 0 && place(i) === target ? view.line.value : undefined;
  const map = { painted: true, slot: MAP_SLOT } as const;
  const close = { slot: CLOSE_SLOT, rows: near.rows, cols: near.cols, origin: [near.row, near.col] } as const;
  return (
    <div className="layer-stage">
      <div className="layer-column">
        <NumberGrid
          {...map}
          tensor="x"
          name={WORDS.input}
          rows={SIDE}
          cols={SIDE}
          values={model.x.data}
          max={1}
          padding={[p, p, p, p]}
          windows={view.windows.x}
          note={shape(1, SIDE, SIDE)}
        />
        <NumberGrid
          tensor="x"
          name={WORDS.slice}
          rows={slice.rows}
          cols={slice.cols}
          origin={[slice.row, slice.col]}
          values={cellsOf(slice, model.x.data, SIDE)}
          max={1}
          slot={CLOSE_SLOT}
          padding={slice.sides}
          marks={slice.marks}
          note={corner(slice)}
        />
      </div>
      <div className="layer-column is-filter">
        <div className="layer-facts">
          <Shapes model={model} />
          <NumberGrid
            tensor="b"
            name={WORDS.bias}
            rows={1}
            cols={1}
            values={[model.b.data[f] as number]}
            max={Math.max(most.w, 1)}
            slot={56}
            largestCell={54}
            marks={new Map(view.question?.kind === 'bias' ? [['0,0', { kind: 'target' }]] : [])}
          />
        </div>
        <NumberGrid
          tensor={`w_${f}_0`}
          name={WORDS.kernel}
          rows={k}
          cols={k}
          values={planeOf(model.w, f)}
          max={most.w}
          slot={CLOSE_SLOT}
          marks={view.kernelMarks}
          note={shape(1, k, k)}
        />
      </div>
      <div className="layer-column">
        <NumberGrid
          {...map}
          tensor={`pre_${f}`}
          name={WORDS.sums}
          rows={out}
          cols={out}
          values={z}
          max={most.z}
          known={sum}
          windows={view.windows.pre}
          note={shape(out, out)}
        />
        <NumberGrid
          {...close}
          tensor={`pre_${f}`}
          name={WORDS.sumsNear}
          values={cellsOf(near, z, out)}
          max={most.z}
          known={(i) => sum(place(i)) || place(i) === asked}
          partial={partial}
          marks={near.marks}
          note={corner(near)}
        />
      </div>
      <div className="layer-column">
        <NumberGrid
          {...map}
          tensor={`act_${f}`}
          name={WORDS.acts}
          rows={out}
          cols={out}
          values={a}
          max={most.a}
          known={activation}
          windows={view.windows.act}
          note={shape(out, out)}
        />
        <NumberGrid
          {...close}
          tensor={`act_${f}`}
          name={WORDS.actsNear}
          values={cellsOf(near, a, out)}
          max={most.a}
          known={(i) => activation(place(i)) || place(i) === asked}
          marks={near.marks}
          note={corner(near)}
        />
      </div>
    </div>
  );
}

/** The shape of every tensor of the layer. */
function Shapes({ model }: { readonly model: LayerModel }) {
  const { x, w, b, z, a } = model;
  const say = useSay();
  const rows = [
    ['X', x.shape.slice(1), 'input'],
    ['W', w.shape, 'weight'],
    ['b', b.shape, 'bias'],
    ['Z', z.shape.slice(1), 'output'],
    ['A', a.shape.slice(1), 'output'],
  ] as const;
  return (
    <dl className="layer-shapes" aria-label={say(WORDS.shapes)}>
      {rows.map(([letter, shape, role]) => (
        <div key={letter}>
          <dt className={`role-${role}`} data-picture-text="">
            {letter}
          </dt>
          <dd data-picture-text="">{shape.join(' × ')}</dd>
        </div>
      ))}
    </dl>
  );
}
