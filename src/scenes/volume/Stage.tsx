import { Arrives, Follows } from '../../figures/Follows.tsx';
import { useSay } from '../../figures/figureContext.ts';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { Blocks, planeOf } from './Block.tsx';
import type { VolumeModel } from './model.ts';
import type { VolumeView } from './view.ts';
import { colourOfChannel, inputName, kernelName, outputName } from './words.ts';

interface StageProps {
  readonly model: VolumeModel;
  readonly view: VolumeView;
  edit(tensor: 'x' | 'w' | 'b', place: readonly number[], value: number): void;
}

const PLANE = 156;
const KERNEL = 106;

/** The blocks, and below them their planes with numbers: a column a channel, then the maps. */
export function Stage({ model, view, edit }: StageProps) {
  const say = useSay();
  const { params, depth, out, x, w, b, y } = model;
  const { channels, filters, kernel, input } = params;
  const { filter, first, channel, done, biased, sums, marks, windows } = view;
  const xMax = magnitude(x.data);
  const wMax = magnitude(w.data, b.data);
  const yMax = magnitude(y.data);
  return (
    <div className="vl-stage">
      <Follows>
        <Blocks model={model} view={view} />
      </Follows>
      {/* One plane more and all become smaller: that takes a frame of its own. */}
      <Follows cause={channels}>
        <div className={`vl-channels${channels > 3 ? ' are-many' : ''}`}>
          {Array.from({ length: channels }, (_, c) => {
            const local = c - first;
            const isRead = local >= 0 && local < depth;
            const colour = colourOfChannel(model, c);
            return (
              <div
                key={inputName(c).en}
                className={`vl-channel${isRead ? '' : ' unread'}${isRead && local === channel ? ' current' : ''}`}
              >
                <Arrives>
                  <NumberGrid
                    tensor={`x_${c}`}
                    name={inputName(c)}
                    note={colour && say(colour)}
                    rows={input}
                    cols={input}
                    values={planeOf(x, c)}
                    max={xMax}
                    slot={PLANE}
                    marks={marks[`x_${c}`]}
                    windows={windows[`x_${c}`]}
                    onEdit={(i, value) => edit('x', [c, Math.floor(i / input), i % input], value)}
                  />
                  {isRead && (
                    <NumberGrid
                      tensor={`w_${filter}_${local}`}
                      name={kernelName(filter, c)}
                      rows={kernel}
                      cols={kernel}
                      values={planeOf(w, filter * depth + local)}
                      max={wMax}
                      slot={KERNEL}
                      largestCell={35}
                      marks={marks[`w_${filter}_${local}`]}
                      onEdit={(i, value) =>
                        edit('w', [filter, local, Math.floor(i / kernel), i % kernel], value)
                      }
                    />
                  )}
                </Arrives>
              </div>
            );
          })}
        </div>
      </Follows>
      <div className="vl-sums">
        <NumberGrid
          tensor="s"
          rows={1}
          cols={depth}
          values={sums}
          known={(i) => i < done}
          max={yMax}
          slot={PLANE}
          largestCell={39}
          marks={marks['s']}
        />
        <NumberGrid
          tensor="b"
          rows={1}
          cols={filters}
          values={b.data}
          max={wMax}
          slot={PLANE}
          largestCell={39}
          marks={biased && !view.asked ? new Map([[`0,${filter}`, { kind: 'active' }]]) : marks['b']}
          onEdit={(i, value) => edit('b', [i], value)}
        />
      </div>
      <div className="vl-maps">
        {Array.from({ length: filters }, (_, f) => (
          <NumberGrid
            key={outputName(f).en}
            tensor={`y_${f}`}
            name={outputName(f)}
            rows={out}
            cols={out}
            values={planeOf(y, f)}
            known={view.known(f)}
            partial={view.partialOf(f)}
            max={yMax}
            slot={PLANE}
            marks={marks[`y_${f}`]}
            windows={windows[`y_${f}`]}
          />
        ))}
      </div>
    </div>
  );
}
