import { useMemo } from 'react';
import { useSay } from '../../figures/figureContext.ts';
import { Legend } from '../../figures/Legend.tsx';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { printNumber } from '../../formula/numbers.ts';
import { BRIGHTEST, type KernelPhotoModel } from './model.ts';
import { PhotoPicture } from './PhotoPicture.tsx';
import { Profile } from './Profile.tsx';
import type { Paint } from './paint.ts';
import type { KernelPhotoView, Place } from './view.ts';
import { channelWord, WORDS } from './words.ts';

interface StageProps {
  readonly model: KernelPhotoModel;
  readonly view: KernelPhotoView;
  setWeight(place: Place, value: number): void;
  setBias(value: number): void;
}

/** Input, kernel, output; below them the window under the glass, and both pictures along the scan line. */
export function Stage({ model, view, setWeight, setBias }: StageProps) {
  const say = useSay();
  const { params, k, planes, plane, y, outWidth, outHeight, picture } = model;
  const { place, asked, cursor } = view;
  const half = (k - 1) / 2;
  const all = useMemo(() => (params.colour === 'colour' ? [0, 1, 2] : [0]), [params.colour]);
  const light: Paint = useMemo(
    () => ({ kind: 'light', values: planes.exact.data, planes: all, max: BRIGHTEST }),
    [planes, all],
  );
  const response: Paint = useMemo(
    () =>
      params.display === 'signed'
        ? { kind: 'signed', values: y.data, planes: [plane], max: model.scale }
        : { kind: 'light', values: y.data, planes: all, max: BRIGHTEST },
    [params.display, y, plane, model.scale, all],
  );
  const pixel = asked?.kind === 'x' ? asked.pixel : { row: place.row + half, col: place.col + half };
  const number = planes.exact.at(plane, 0, pixel.row, pixel.col);
  const isTurned = params.operation === 'convolution';
  const plate = params.colour === 'colour' ? say(channelWord(params.channel)) : '';
  const shape = `${picture.height} × ${picture.width}`;
  const inPlane = (text: string): string => (plate ? `${text}, ${plate}` : text);
  return (
    <div className="kp-stage">
      <PhotoPicture
        tensor="x"
        name={WORDS.x}
        note={`${params.colour === 'colour' ? '3 × ' : ''}${shape}${model.isStandIn ? say(WORDS.standIn) : ''}`}
        rows={picture.height}
        cols={picture.width}
        paint={light}
        place={pixel}
        value={number}
        label={`${say(WORDS.x)} ${pixel.row}, ${pixel.col}: ${number}`}
        cursor={
          asked?.kind === 'x'
            ? { ...pixel, rows: 1, cols: 1 }
            : { row: cursor.row, col: cursor.col, rows: k, cols: k }
        }
      />
      <div className="kp-middle">
        <NumberGrid
          tensor="w"
          rows={k}
          cols={k}
          values={model.w.data}
          max={magnitude(model.w.data)}
          slot={214}
          largestCell={70}
          turned={isTurned}
          note={isTurned ? `${k} × ${k}${say(WORDS.turned)}` : `${k} × ${k}`}
          marks={view.marks.w}
          live
          onEdit={(i, value) => setWeight({ row: Math.floor(i / k), col: i % k }, value)}
        />
        <NumberGrid
          tensor="b"
          rows={1}
          cols={1}
          values={model.b.data}
          max={Math.max(BRIGHTEST, magnitude(model.b.data))}
          slot={60}
          largestCell={52}
          marks={view.marks.b}
          live
          onEdit={(_, value) => setBias(value)}
        />
      </div>
      <div className="kp-output">
        <PhotoPicture
          tensor="y"
          name={WORDS.y}
          note={inPlane(`${params.colour === 'colour' ? '3 × ' : ''}${outHeight} × ${outWidth}`)}
          rows={outHeight}
          cols={outWidth}
          paint={response}
          place={place}
          value={view.line.value}
          label={`${say(WORDS.y)} ${place.row}, ${place.col}: ${view.line.result.text}`}
          cursor={{ row: cursor.row, col: cursor.col, rows: 1, cols: 1 }}
          reach={asked?.kind === 'x' ? asked.reach : undefined}
        />
        <div className="kp-key">
          {params.display === 'signed' ? <Legend max={model.scale} /> : null}
          <span>{say(params.display === 'signed' ? WORDS.beyond : WORDS.cut)}</span>
        </div>
      </div>
      <div className="kp-lower">
        <div className="kp-glass">
          <NumberGrid
            tensor="patch"
            rows={k}
            cols={k}
            values={view.patch}
            max={BRIGHTEST}
            slot={158}
            largestCell={52}
            note={inPlane(`${k} × ${k}`)}
            marks={view.marks.patch}
          />
          <NumberGrid
            tensor="product"
            rows={k}
            cols={k}
            values={view.products}
            max={magnitude(view.products, [1])}
            slot={158}
            largestCell={52}
            note={`${k} × ${k}`}
            marks={view.marks.product}
          />
          <p className="kp-sum" aria-hidden="true">
            <span>Σ + b</span>
            <b>{printNumber(view.line.value).text}</b>
          </p>
        </div>
        <Profile model={model} view={view} />
      </div>
    </div>
  );
}
