import { Thumbnails } from '../../kit/controls/Thumbnails.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { LayerModel } from './model.ts';
import type { LayerParams } from './parameters.ts';
import { WORDS } from './words.ts';

/** The filter whose number is taken apart, chosen by the picture of its kernels. */
export function FilterControl({ params, model, setParams }: ControlProps<LayerParams, LayerModel>) {
  const say = useSay();
  const { w, maps, k } = model;
  const size = maps * k * k;
  if (params.filters === 1) return null;
  return (
    <Thumbnails
      label={say(WORDS.filter)}
      value={String(params.filter)}
      options={Array.from({ length: params.filters }, (_, f) => ({
        value: String(f),
        label: String(f),
        numbers: w.data.subarray(f * size, (f + 1) * size),
        cols: k,
      }))}
      onChange={(value) => setParams({ filter: Number(value) })}
    />
  );
}
