import { useEffect, useMemo, useRef } from 'react';
import { useSay } from '../../figures/figureContext.ts';
import { onThemeChange } from '../../figures/pageTheme.ts';
import { paintValues, valuePalette } from '../../figures/valuePalette.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { MOST_FILTERS } from './kernels.ts';
import { type LayerModel, planeOf } from './model.ts';
import type { LayerView } from './view.ts';
import { WORDS } from './words.ts';

interface GalleryProps {
  readonly model: LayerModel;
  readonly view: LayerView;
  onChoose(filter: number): void;
}

/** From the smallest number to the largest. */
function rangeOf({ data }: Tensor): string {
  const print = (value: number): string => printNumber(value, { digits: 1 }).text;
  return `${print(Math.min(...data))} … ${print(Math.max(...data))}`;
}

/** Every filter with its sums and its activations, as small pictures. A click shows a filter large. */
export function Gallery({ model, view, onChoose }: GalleryProps) {
  const { params, k, out } = model;
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const { progress } = view;
  const ranges = useMemo(() => [model.w, model.z, model.a].map(rangeOf), [model]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what exists is told by how many
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const planes: Readonly<
      Record<string, { of: Tensor; max: number; known(f: number, row: number, col: number): boolean }>
    > = {
      w: { of: model.w, max: model.most.w, known: () => true },
      pre: { of: model.z, max: model.most.z, known: progress.sum },
      act: { of: model.a, max: model.most.a, known: progress.activation },
    };
    const paint = (): void => {
      const palette = valuePalette(element);
      for (const canvas of element.querySelectorAll('canvas')) {
        const plane = planes[canvas.dataset['plane'] ?? ''];
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (!plane || !context) continue;
        const f = Number(canvas.dataset['filter']);
        const { width, height } = canvas;
        const image = context.createImageData(width, height);
        paintValues(image.data, planeOf(plane.of, f), plane.max, palette, {
          empty: (i) => !plane.known(f, Math.floor(i / width), i % width),
        });
        context.putImageData(image, 0, 0);
      }
    };
    paint();
    return onThemeChange(paint);
  }, [model, progress.sums, progress.activations]);
  const rows = [
    { id: 'w', letter: 'W', shape: [params.filters, 1, k, k], side: k, role: 'weight' },
    { id: 'pre', letter: 'Z', shape: [params.filters, out, out], side: out, role: 'output' },
    { id: 'act', letter: 'A', shape: [params.filters, out, out], side: out, role: 'output' },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of a form
    <div className="layer-gallery" ref={root} role="group" aria-label={say(WORDS.gallery)}>
      {rows.map(({ id, letter, shape, side, role }, i) => (
        <div key={id} className={`layer-strip is-${id}`}>
          <span className={`layer-strip-name role-${role}`} data-picture-text="">
            <i>{letter}</i> {shape.join(' × ')}
            <small>{ranges[i]}</small>
          </span>
          {Array.from({ length: MOST_FILTERS }, (_, f) =>
            f < params.filters ? (
              <button
                type="button"
                // biome-ignore lint/suspicious/noArrayIndexKey: a filter is its number
                key={f}
                className="layer-tile"
                aria-label={`${say({ en: WORDS.filter.en(f), zh: WORDS.filter.zh(f) })}, ${letter}`}
                aria-pressed={f === params.filter}
                tabIndex={id === 'w' ? 0 : -1}
                onClick={() => onChoose(f)}
              >
                <canvas data-plane={id} data-filter={f} width={side} height={side} aria-hidden="true" />
                <span aria-hidden="true">{f}</span>
              </button>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a filter is its number
              <span key={f} className="layer-tile is-missing" />
            ),
          )}
        </div>
      ))}
    </div>
  );
}
