import type { CSSProperties } from 'react';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { CHANNEL_NAMES, lightOf } from './channels.ts';
import type { PixelModel } from './model.ts';
import { layoutOf, PixelGrid, PixelNumbers, SLOT } from './PixelGrid.tsx';
import type { PixelView } from './view.ts';

interface PlanesProps {
  readonly model: PixelModel;
  readonly view: PixelView;
  /** A number of the patch was typed. */
  onEdit(channel: number, index: number, value: number): void;
}

/** The light of one channel: a square of red, green or blue cells. */
function Light({ model, view, channel }: Omit<PlanesProps, 'onEdit'> & { readonly channel: number }) {
  const { size } = model.params;
  const { cell, x0, y0 } = layoutOf(size);
  return (
    <svg className="pt-light" viewBox={`0 0 ${SLOT} ${SLOT}`} aria-hidden="true">
      {Array.from({ length: size * size }, (_, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its number
          key={i}
          x={x0 + (i % size) * cell}
          y={y0 + Math.floor(i / size) * cell}
          width={cell}
          height={cell}
          fill={lightOf(channel, model.x.at(view.place.n, channel, Math.floor(i / size), i % size))}
        />
      ))}
    </svg>
  );
}

/**
 * The patch and its three channels on a dark table. Pushed together, the three lights add up to the
 * colours of the patch; pulled apart, each is a matrix.
 */
export function Planes({ model, view, onEdit }: PlanesProps) {
  const { size, apart, scale } = model.params;
  const plane = size * size;
  const from = view.place.n * 3 * plane;
  return (
    <div
      className={`pt-table${apart < 40 ? ' is-together' : ''}${scale === 'unit' ? ' is-unit' : ''}`}
      style={{ '--together': 1 - apart / 100 } as CSSProperties}
    >
      <PixelGrid model={model} view={view} />
      {CHANNEL_NAMES.map((name, channel) => (
        <div key={name.en} className={`pt-plane pt-plane-${channel}`}>
          <Light model={model} view={view} channel={channel} />
          <NumberGrid
            tensor={`x_${channel}`}
            name={name}
            rows={size}
            cols={size}
            values={view.shown.data.subarray(from + channel * plane, from + (channel + 1) * plane)}
            max={scale === 'unit' ? 1 : 255}
            slot={SLOT}
            largestCell={SLOT}
            marks={view.marks[channel]}
            note={`c = ${channel}`}
            onEdit={(index, value) => onEdit(channel, index, value)}
          />
        </div>
      ))}
      <PixelNumbers model={model} view={view} />
    </div>
  );
}
