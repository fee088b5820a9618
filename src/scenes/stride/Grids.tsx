import { Follows } from '../../figures/Follows.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { layoutGrid, type Sides } from '../../figures/gridGeometry.ts';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { sizeNote } from '../../figures/sizeNote.ts';
import { magnitude } from '../../figures/valueScale.ts';
import type { StrideModel } from './model.ts';
import type { StrideView } from './view.ts';
import { WORDS } from './words.ts';

const SLOTS = { input: 320, kernel: 140, output: 220, unstrided: 270 } as const;

interface GridsProps {
  readonly model: StrideModel;
  readonly view: StrideView;
}

/** Input with all stops, kernel with its holes, output, and the output at stride 1. */
export function Grids({ model, view }: GridsProps) {
  const { params, out, outAtOne } = model;
  const { input, kernel, dilation, padding, source, preset } = params;
  const say = useSay();
  const picture = source === 'photo';
  const pictureOut = picture && preset !== 'sobelX';
  const shape = (n: number): string => `${n} × ${n}`;
  const sides: Sides = [padding, padding, padding, padding];
  const max = magnitude(model.unstrided.data);
  return (
    <div className="stride-grids">
      <div className={`stride-input${picture ? ' photo-values' : ''}`}>
        <NumberGrid
          tensor="x"
          rows={input}
          cols={input}
          values={model.x.data}
          max={magnitude(model.x.data)}
          slot={SLOTS.input}
          padding={sides}
          marks={view.marks.x}
          windows={view.windows.x}
          note={say(sizeNote(input, sides))}
        />
        <Follows>
          <Stops model={model} sides={sides} />
        </Follows>
      </div>
      <div className="stride-kernel">
        <NumberGrid
          tensor="w"
          rows={kernel}
          cols={kernel}
          values={model.w.data}
          max={magnitude(model.w.data)}
          slot={SLOTS.kernel}
          largestCell={38}
          spread={dilation}
          marks={view.marks.w}
          note={
            shape(kernel) +
            (dilation > 1 ? say({ en: WORDS.holes.en(dilation), zh: WORDS.holes.zh(dilation) }) : '')
          }
        />
      </div>
      <div className={pictureOut ? 'photo-values' : ''}>
        <NumberGrid
          tensor="y"
          rows={out}
          cols={out}
          values={model.y.data}
          known={view.known.y}
          max={max}
          slot={SLOTS.output}
          marks={view.marks.y}
          windows={view.windows.y}
          note={shape(out)}
        />
      </div>
      <div className={`stride-unstrided${pictureOut ? ' photo-values' : ''}`}>
        <NumberGrid
          tensor="unstrided"
          rows={outAtOne}
          cols={outAtOne}
          values={model.unstrided.data}
          known={view.known.unstrided}
          max={max}
          slot={SLOTS.unstrided}
          marks={view.marks.unstrided}
          windows={view.windows.unstrided}
          note={shape(outAtOne)}
        />
        <p className="stride-note" data-picture-text="">
          {say(WORDS.keptNote)}
        </p>
      </div>
    </div>
  );
}

/** Above this many stops only their corners are drawn. */
const MOST_FRAMES = 25;

/** Over the input: the frame of every stop, and the corner in which it begins. */
function Stops({ model, sides }: { readonly model: StrideModel; readonly sides: Sides }) {
  const { params, out, extent } = model;
  const { input, stride, padding } = params;
  const { cell, x0, y0 } = layoutGrid({ rows: input, cols: input, padding: sides }, SLOTS.input);
  const places = Array.from({ length: out }, (_, o) => o * stride - padding);
  const size = extent * cell;
  const inset = Math.min(4, cell * 0.12);
  return (
    <svg className="stride-stops" viewBox={`0 0 ${SLOTS.input} ${SLOTS.input}`} aria-hidden="true">
      {places.map((row) =>
        places.map((col) => {
          const x = x0 + col * cell;
          const y = y0 + row * cell;
          return (
            <g key={`${row},${col}`}>
              {out * out <= MOST_FRAMES && (
                <rect
                  x={x + inset}
                  y={y + inset}
                  width={size - 2 * inset}
                  height={size - 2 * inset}
                  rx={inset}
                />
              )}
              <path d={`M${x + 1.5} ${y + cell * 0.45}V${y + 1.5}H${x + cell * 0.45}`} />
            </g>
          );
        }),
      )}
    </svg>
  );
}
