import { IconButton } from '../../kit/button/IconButton.tsx';
import { Menu } from '../../kit/controls/Menu.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { FieldModel } from './model.ts';
import { type FieldParams, isFixed } from './parameters.ts';
import { listsOf, MOST_LAYERS, type StackLayer } from './stacks.ts';
import { WORDS } from './words.ts';

const NEW_LAYER: StackLayer = { kernel: 3, stride: 1, dilation: 1, padding: 0 };

/** The layer that the sliders set, and one layer more or less. */
export function LayerControl({
  params,
  model: { layers },
  setParams,
}: ControlProps<FieldParams, FieldModel>) {
  const say = useSay();
  const take = (next: readonly StackLayer[], layer = params.layer): void =>
    setParams({ stack: 'own', ...listsOf(next), layer });
  return (
    <div className="layer-control">
      <Menu
        label={say(WORDS.layer)}
        value={String(params.layer)}
        options={layers.map(({ name }, i) => ({ value: String(i + 1), label: name ?? String(i + 1) }))}
        onChange={(layer) => setParams({ layer: Number(layer) })}
      />
      <IconButton
        icon="plus"
        label={WORDS.add}
        disabled={layers.length >= MOST_LAYERS}
        onClick={() => take([...layers, NEW_LAYER], layers.length + 1)}
      />
      <IconButton
        icon="minus"
        label={WORDS.remove}
        disabled={layers.length <= 1 || isFixed(layers)}
        onClick={() => take(layers.slice(0, -1))}
      />
    </div>
  );
}
