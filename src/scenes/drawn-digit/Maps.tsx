import { type PointerEvent, useEffect, useRef } from 'react';
import { usePageTheme } from '../../kit/colour/usePageTheme.ts';
import { paintValues, valuePalette } from '../../kit/colour/valuePalette.ts';
import { magnitude } from '../../kit/colour/valueScale.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Spot } from './read.ts';

interface MapsProps {
  readonly name: string;
  readonly note: string;
  /** [1, maps, side, side] */
  readonly of: Tensor;
  /** Maps in a row. */
  readonly across: number;
  /** The side of a map, in CSS pixels. */
  readonly side: number;
  readonly spot?: Spot | undefined;
  onSpot?(spot: Spot): void;
}

const GAP = 3;

/** All maps of a layer, painted: hue by sign, strength by size. */
export function Maps({ name, note, of, across, side, spot, onSpot }: MapsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = usePageTheme();
  const [, maps = 1, rows = 1] = of.shape;
  const down = Math.ceil(maps / across);
  const [width, height] = [across * (side + GAP) - GAP, down * (side + GAP) - GAP];
  const corner = (map: number): [number, number] => [
    (map % across) * (side + GAP),
    Math.floor(map / across) * (side + GAP),
  ];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = devicePixelRatio;
    [element.width, element.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    context.scale(ratio, ratio);
    context.imageSmoothingEnabled = false;
    const [plane, inks] = [document.createElement('canvas'), valuePalette(element)];
    plane.width = plane.height = rows;
    const planeContext = plane.getContext('2d');
    const image = planeContext?.createImageData(rows, rows);
    if (!planeContext || !image) return;
    context.strokeStyle = getComputedStyle(element).color;
    const most = magnitude(of.data);
    for (let map = 0; map < maps; map++) {
      paintValues(image.data, of.data, most, inks, { first: map * rows * rows });
      planeContext.putImageData(image, 0, 0);
      const [x, y] = corner(map);
      context.drawImage(plane, x, y, side, side);
      context.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
    }
  }, [of, width, height, theme]);
  const point = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [
      ((event.clientX - box.left) * width) / box.width,
      ((event.clientY - box.top) * height) / box.height,
    ];
    const [column, line] = [Math.floor(x / (side + GAP)), Math.floor(y / (side + GAP))];
    const map = line * across + column;
    const [row, col] = [y - line * (side + GAP), x - column * (side + GAP)].map((at) =>
      Math.floor((at / side) * rows),
    ) as [number, number];
    if (map >= 0 && map < maps && row >= 0 && row < rows && col >= 0 && col < rows)
      onSpot?.({ map, row, col });
  };
  const cell = side / rows;
  const [mapX, mapY] = corner(spot?.map ?? 0);
  return (
    <div className="maps">
      <p>
        <strong>{name}</strong>
        <span translate="no">{note}</span>
      </p>
      <div
        className={onSpot ? 'maps-picture takes-spot' : 'maps-picture'}
        style={{ width, height }}
        onPointerMove={onSpot && point}
        onPointerDown={onSpot && point}
      >
        <canvas ref={canvas} style={{ width, height }} aria-hidden="true" />
        {spot && (
          <>
            <i className="spot-map" style={{ left: mapX, top: mapY, width: side, height: side }} />
            <i
              className="spot"
              style={{ left: mapX + spot.col * cell, top: mapY + spot.row * cell, width: cell, height: cell }}
            />
          </>
        )}
      </div>
    </div>
  );
}
