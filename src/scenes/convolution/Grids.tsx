import { gatherPadding } from '../../explain/gatherPlaces.ts';
import { useSay } from '../../figures/figureContext.ts';
import { Legend } from '../../figures/Legend.tsx';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { sizeNote } from '../../figures/sizeNote.ts';
import { magnitude } from '../../figures/valueScale.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { ConvolutionModel, ConvolutionParams } from './model.ts';
import type { ConvolutionView, GridId } from './view.ts';
import { WORDS } from './words.ts';

interface GridsProps {
  readonly model: ConvolutionModel;
  readonly view: ConvolutionView;
  setParams(change: Partial<ConvolutionParams>): void;
}

const edited = (tensor: Tensor, index: number, value: number): number[] =>
  Array.from(tensor.data, (old, i) => (i === index ? value : old));

/** The grids of the pass: values in front, and in the backward pass their gradients below them. */
export function Grids({ model, view, setParams }: GridsProps) {
  const { params, sides, out } = model;
  const say = useSay();
  const backward = view.direction === 'backward';
  const slots = backward ? { plane: 236, kernel: 150 } : { plane: 400, kernel: 230 };
  // Small numbers share one scale; the bytes of a picture would fade beside their sums.
  const yMax = params.source === 'numbers' ? magnitude(model.x.data, model.y.data) : magnitude(model.y.data);
  const xMax = params.source === 'numbers' ? yMax : magnitude(model.x.data);
  const weightMax = magnitude(model.w.data, model.b.data);
  const gradientMax = magnitude(model.dy.data, model.dx.data, model.dw.data);
  const shape = (rows: number, cols = rows): string => `${rows} × ${cols}`;
  const common = (id: GridId) => ({
    tensor: id,
    values: (id === 'target' ? model.target : model[id]).data,
    marks: view.marks[id],
    windows: view.windows[id],
    known: view.known[id],
    partial: view.partials[id],
  });
  // The padding is drawn around the grid that the window runs over.
  const overInput = !backward || view.pass === 'dw' ? sides : undefined;
  const gathers = backward && params.method === 'gather' && view.pass === 'dx';
  const frame = gatherPadding(
    params.input,
    params.kernel,
    params.stride,
    sides[0],
    sides[2],
    params.dilation,
  );
  return (
    <div className={`conv-grids ${backward ? 'is-backward' : 'is-forward'}`}>
      <div className="conv-plane">
        <NumberGrid
          {...common('x')}
          rows={params.input}
          cols={params.input}
          max={xMax}
          slot={slots.plane}
          padding={overInput}
          note={say(sizeNote(params.input, sides))}
          onEdit={(i, value) => setParams({ x: edited(model.x, i, value) })}
        />
        {backward && (
          <NumberGrid
            {...common('dx')}
            rows={params.input}
            cols={params.input}
            max={gradientMax}
            slot={slots.plane}
            padding={view.pass === 'dx' && params.method === 'scatter' ? sides : undefined}
            note={shape(params.input)}
          />
        )}
      </div>
      <div className="conv-middle">
        <NumberGrid
          {...common('w')}
          rows={params.kernel}
          cols={params.kernel}
          max={weightMax}
          slot={slots.kernel}
          largestCell={44}
          turned={gathers}
          note={shape(params.kernel) + (gathers ? say(WORDS.turned) : '')}
          onEdit={(i, value) => setParams({ preset: 'own', w: edited(model.w, i, value) })}
        />
        {backward && (
          <NumberGrid
            {...common('dw')}
            rows={params.kernel}
            cols={params.kernel}
            max={gradientMax}
            slot={slots.kernel}
            largestCell={44}
            note={shape(params.kernel)}
          />
        )}
        <div className="conv-bias">
          <NumberGrid
            {...common('b')}
            rows={1}
            cols={1}
            max={weightMax}
            slot={56}
            largestCell={48}
            onEdit={(_, value) => setParams({ b: value })}
          />
          {backward && (
            <NumberGrid
              {...common('db')}
              rows={1}
              cols={1}
              max={magnitude(model.db.data)}
              slot={56}
              largestCell={48}
            />
          )}
        </div>
      </div>
      <div className="conv-plane">
        <NumberGrid {...common('y')} rows={out} cols={out} max={yMax} slot={slots.plane} note={shape(out)} />
        {backward && (
          <NumberGrid
            {...common('dy')}
            rows={out}
            cols={out}
            max={gradientMax}
            slot={slots.plane}
            spread={gathers ? params.stride : undefined}
            padding={gathers ? [frame[0], frame[0], frame[1], frame[1]] : undefined}
            note={shape(out) + (gathers ? say(WORDS.spread) : '')}
            onEdit={
              params.loss === 'given'
                ? (i, value) => setParams({ dy: edited(model.dy, i, value) })
                : undefined
            }
          />
        )}
        {!backward && <Legend max={yMax} />}
      </div>
      {params.loss === 'target' && (
        <div className="conv-target">
          <NumberGrid
            {...common('target')}
            rows={out}
            cols={out}
            max={yMax}
            slot={200}
            note={shape(out)}
            onEdit={(i, value) => setParams({ target: edited(model.target, i, value) })}
          />
        </div>
      )}
    </div>
  );
}
