import { useMemo } from 'react';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Picture } from '../../kit/grid/Picture.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { type Boxes, cellBox, planeBox, windowBox } from '../../kit/stage/boxes.ts';
import { fitGrid } from '../../kit/stage/fitGrid.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Beam } from '../../kit/window/Beam.tsx';
import { Connector } from '../../kit/window/Connector.tsx';
import { DimensionLine } from '../../kit/window/DimensionLine.tsx';
import { Legend } from '../../kit/window/Legend.tsx';
import { Curves } from './Curves.tsx';
import { DrawnPicture } from './DrawnPicture.tsx';
import { Locator } from './Locator.tsx';
import type { KernelPhotoModel } from './model.ts';
import { inputPainter, lightOf, outputColour, outputPainter } from './paint.ts';
import type { KernelPhotoParams } from './parameters.ts';
import type { KernelPhotoView } from './view.ts';
import { WORDS } from './words.ts';

type Id = 'before' | 'after' | 'w' | 'b' | 'patch' | 'product' | 'curves' | 'key';

const PICTURE = { wide: [304, 330], medium: [212, 238], phone: [166, 192] } as const;
const KEY = { width: 140, height: 30 } as const;

/** The two pictures outside, between them the kernel over the window and its products, or over the curves. */
function layout({ band, width: stage }: StageSize, { params, k }: KernelPhotoModel): Plan<Id> {
  const [widest, height] = PICTURE[band];
  // Two of them and the gap between them on a narrow phone.
  const width = Math.min(widest, (stage - 24) / 2);
  const [before, after] = [room('before', width, height), room('after', width, height)];
  if (band === 'phone') {
    const cells = (id: 'w' | 'b' | 'patch' | 'product') => grid(id, { largest: 26 });
    const lower = params.curves
      ? [cells('w'), cells('b'), room('curves', Math.min(190, stage - (k === 3 ? 152 : 212)), 116)]
      : [cells('w'), cells('patch'), k === 3 && stage >= 340 && cells('product'), cells('b')];
    return column([row([before, after], { gap: 16 }), row(lower, { gap: 6, justify: 'start' })]);
  }
  const curves = (height: number) => room('curves', band === 'wide' ? 284 : 230, height);
  const key = room('key', KEY.width, KEY.height);
  if (k === 3) {
    const cells = (id: 'w' | 'b' | 'patch' | 'product') => grid(id, { largest: 40 });
    const upper = row([cells('w'), column([cells('b'), key], { gap: 22 })], { gap: 20, justify: 'start' });
    const lower = row([cells('patch'), cells('product')], { gap: 20, justify: 'start' });
    return row([before, column([upper, params.curves ? curves(150) : lower]), after], { gap: 22 });
  }
  // Weights of four signs and pixels of three are read; the products are seen by their colours.
  const w = grid('w', { size: 'w', largest: 32 });
  const b = column([grid('b', { size: 'b', largest: 36 }), key], { gap: 10 });
  const upper = row([params.curves ? b : grid('patch', { size: 'patch', largest: 26 }), w], { gap: 10 });
  const lower = row([grid('product', { size: 'product', largest: 20 }), b], { gap: 20, justify: 'start' });
  return row([before, column([upper, params.curves ? curves(124) : lower]), after], { gap: 22 });
}

/** A kernel on a whole photograph, and the sum behind one pixel of the outcome. */
export function Stage(props: StageProps<KernelPhotoParams, KernelPhotoModel, KernelPhotoView>) {
  const { model, view, size, language } = props;
  const say = useSay();
  const found = useLayout<Id>(layout);
  const { params, picture, planes, plane, y: output, k, outHeight, outWidth, scale } = model;
  const boxes: Boxes<Id | 'x' | 'y'> = useMemo(
    () => ({
      ...found,
      x: fitGrid('x', found.before, { rows: picture.height, cols: picture.width }),
      y: fitGrid('y', found.after, { rows: outHeight, cols: outWidth }),
    }),
    [found, picture.height, picture.width, outHeight, outWidth],
  );
  const { x, y } = boxes;
  const { patch, product, curves, key } = found as Partial<Boxes<Id>>;
  const paintInput = useMemo(() => inputPainter(planes, params.colour), [planes, params.colour]);
  const paintOutput = useMemo(
    () => outputPainter(output, plane, scale, params.display, params.colour),
    [output, plane, scale, params.display, params.colour],
  );
  const window = view.asked?.kind === 'x' ? { ...view.place, rows: k, cols: k } : view.cursor;
  const target = { row: view.cursor.row, col: view.cursor.col, rows: 1, cols: 1 };
  const made = view.asked?.kind === 'x' ? { ...view.place, rows: 1, cols: 1 } : target;
  const shape = `${params.colour === 'colour' ? '3 × ' : ''}${picture.height} × ${picture.width}`;
  const isTurned = params.operation === 'convolution';
  return (
    <StageDrawing boxes={boxes}>
      <Picture id="x" rows={picture.height} cols={picture.width} paint={paintInput} />
      <Picture id="y" rows={outHeight} cols={outWidth} paint={paintOutput} />
      <DrawnPicture box={x} colourOf={(index) => lightOf(model, index)} />
      <DrawnPicture box={y} colourOf={(index) => outputColour(model, index)} />
      {patch && <Beam from={windowBox(x, window)} to={planeBox(patch)} />}
      {product && size.band !== 'phone' && (
        <Connector from={planeBox(product)} to={windowBox(y, made)} hue="output" />
      )}
      <Grid id="x" bare note={shape + (model.isStandIn ? say(WORDS.standIn) : '')} />
      <Grid id="w" note={isTurned ? WORDS.turned[language] : WORDS.drag[language]} />
      <Grid id="b" />
      {patch && <Grid id="patch" />}
      {product && <Grid id="product" />}
      {curves && <Curves box={curves} model={model} view={view} />}
      <Grid id="y" bare note={`${params.colour === 'colour' ? '3 × ' : ''}${outHeight} × ${outWidth}`} />
      <Locator box={x} at={view.cursor} of="input" />
      <Locator box={y} at={made} of="output" />
      {view.held === 'line' && (
        <DimensionLine
          from={[y.x + y.width - 16, y.y]}
          to={[y.x + y.width - 16, cellBox(y, view.place.row, 0).y]}
          text={String(view.place.row)}
        />
      )}
      {key && params.display === 'signed' && <Legend box={key} max={scale} />}
      {key && params.display === 'picture' && (
        <text className="kernel-photo-key" x={key.x} y={key.y + 8}>
          <tspan>{say(WORDS.below)}</tspan>
          <tspan x={key.x} dy={17}>
            {say(WORDS.above)}
          </tspan>
        </text>
      )}
    </StageDrawing>
  );
}
