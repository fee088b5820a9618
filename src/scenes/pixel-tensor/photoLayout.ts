import type { Box } from '../../kit/stage/boxes.ts';
import type { PixelModel } from './model.ts';
import type { Bytes } from './sources.ts';

/** Where the photograph and the loupe on it stand. */
interface PhotoLayout {
  readonly bytes: Bytes;
  /** The loupe cannot move: only the patch is known. */
  readonly fixed: boolean;
  readonly row: number;
  readonly col: number;
  readonly box: Box;
  /** The side of a pixel. */
  readonly pixel: number;
  readonly loupe: Box;
}

/** Fits the photograph into its room, in the middle of it. */
export function photoLayout(model: PixelModel, room: Box): PhotoLayout {
  const { params, picture } = model;
  const bytes = picture ?? patchAlone(model);
  const [row, col] = picture ? [params.row, params.col] : [0, 0];
  const pixel = Math.min(room.width / bytes.width, room.height / bytes.height);
  const [width, height] = [pixel * bytes.width, pixel * bytes.height];
  const box = { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
  const side = pixel * params.size;
  const loupe = { x: box.x + col * pixel, y: box.y + row * pixel, width: side, height: side };
  return { bytes, fixed: picture === null, row, col, box, pixel, loupe };
}

const known = new WeakMap<PixelModel, Bytes>();

/** The patch as a picture of its own: all that a link knows of somebody's own picture. */
function patchAlone(model: PixelModel): Bytes {
  const { size } = model.params;
  const plane = size * size;
  const patch = known.get(model) ?? {
    width: size,
    height: size,
    rgb: Array.from(
      { length: 3 * plane },
      (_, i) => model.x.data[(i % 3) * plane + Math.floor(i / 3)] as number,
    ),
  };
  known.set(model, patch);
  return patch;
}
