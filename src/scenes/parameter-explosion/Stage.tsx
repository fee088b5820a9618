import { useCallback } from 'react';
import { paintGrey } from '../../kit/colour/photo.ts';
import { Grid } from '../../kit/grid/Grid.tsx';
import { Picture } from '../../kit/grid/Picture.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { StageProps, StageSize } from '../../kit/scene/defineScene.ts';
import { column, grid, type Plan, room, row } from '../../kit/stage/plan.ts';
import { StageDrawing } from '../../kit/stage/StageDrawing.tsx';
import { useBox } from '../../kit/stage/stageContext.ts';
import { TITLE_HEIGHT } from '../../kit/stage/title.ts';
import { TRANSLATED } from '../../kit/stage/untranslated.ts';
import { useLayout } from '../../kit/stage/useLayout.ts';
import { Bars, barSizes } from './Bars.tsx';
import type { ExplosionModel } from './model.ts';
import { Original } from './Original.tsx';
import type { ExplosionParams } from './parameters.ts';
import type { ExplosionView } from './view.ts';
import { barIds } from './view.ts';
import { WORDS } from './words.ts';

type BoxId = 'bars' | 'original' | 'x' | 'nothing';
type Size = readonly [width: number, height: number];

/** As large as fits into a room, with the proportions of the photograph. */
function fitted({ photo }: ExplosionModel, [width, height]: Size): Size {
  const scale = Math.min(width / photo.width, height / photo.height);
  return [Math.round(photo.width * scale), Math.round(photo.height * scale)];
}

/** Beside the bars, on a phone below them, stands the photograph; once it has shrunk, the small one, and the original smaller still. */
function layoutOf(shrunk: boolean) {
  return ({ band, width, height }: StageSize, model: ExplosionModel): Plan<BoxId> => {
    const phone = band === 'phone';
    const count = barIds(model).length;
    const { pitch, axis } = barSizes(phone, count, !shrunk);
    const bars = count * pitch + axis;
    const [wide, high] = [width - 8, height - 8];
    const gap = phone ? 12 : 48;
    const large = fitted(
      model,
      phone
        ? [shrunk ? 0.56 * wide : wide, high - bars - gap - TITLE_HEIGHT]
        : [Math.min(340, 0.4 * wide), high - TITLE_HEIGHT],
    );
    const small = fitted(
      model,
      phone ? [wide - large[0] - 16, large[1]] : [190, high - bars - 8 - TITLE_HEIGHT],
    );
    const original = ([w, h]: Size): Plan<BoxId> => room('original', w, h + TITLE_HEIGHT);
    const pixels = (): Plan<BoxId> => {
      if (!model.shrunk) return room('nothing', large[0], large[1] + TITLE_HEIGHT);
      const { rows, cols } = model.shrunk;
      const cell = Math.min(large[0] / cols, large[1] / rows);
      return grid('x', { scale: cell, largest: cell });
    };
    const counted = room('bars', phone ? wide : wide - large[0] - gap, bars);
    if (phone)
      return column(
        [counted, shrunk ? row([pixels(), original(small)], { gap: 16, justify: 'start' }) : original(large)],
        { gap, justify: 'start' },
      );
    return row(
      [column([counted, shrunk && original(small)], { gap: 8 }), shrunk ? pixels() : original(large)],
      {
        gap,
      },
    );
  };
}

const LAYOUTS = { plain: layoutOf(false), shrunk: layoutOf(true) } as const;

type Props = StageProps<ExplosionParams, ExplosionModel, ExplosionView>;

export function Stage({ model, view, size, before }: Props) {
  const boxes = useLayout(LAYOUTS[view.shrunk ? 'shrunk' : 'plain']);
  return (
    <StageDrawing boxes={boxes}>
      <Bars model={model} view={view} before={before} phone={size.band === 'phone'} />
      <Original model={model} view={view} />
      {view.shrunk && (model.shrunk ? <Shrunk model={model} /> : <Nothing />)}
    </StageDrawing>
  );
}

const NO_PIXELS = new Float64Array(0);

/** The photograph as a dense layer of the budget could read it. A picture of light: 0 is black, whatever the theme. */
function Shrunk({ model }: { readonly model: ExplosionModel }) {
  const { rows, cols } = model.shrunk ?? { rows: 1, cols: 1 };
  const values = model.small?.data ?? NO_PIXELS;
  const paint = useCallback(
    (rgba: Uint8ClampedArray): void => {
      if (values.length > 0) paintGrey(rgba, values, { white: 255 });
    },
    [values],
  );
  return (
    <>
      <Picture id="x" rows={rows} cols={cols} paint={paint} />
      <Grid id="x" note={`${cols} × ${rows}`} bare />
    </>
  );
}

function Nothing() {
  const say = useSay();
  const { x, y, width, height } = useBox('nothing');
  return (
    <>
      <rect className="cost-empty" x={x} y={y + TITLE_HEIGHT} width={width} height={height - TITLE_HEIGHT} />
      <text className="cost-state" x={x + width / 2} y={y + height / 2} {...TRANSLATED}>
        {say(WORDS.nothing)}
      </text>
    </>
  );
}
