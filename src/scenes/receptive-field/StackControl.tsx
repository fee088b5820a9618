import { Menu } from '../../kit/controls/Menu.tsx';
import { Param } from '../../kit/controls/Param.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import { shortName } from './captions.ts';
import type { FieldModel } from './model.ts';
import { type FieldParams, isFixed } from './parameters.ts';
import { listsOf, MOST_LAYERS, type StackLayer } from './stacks.ts';
import { WORDS } from './words.ts';

type Props = ControlProps<FieldParams, FieldModel>;

const NEW_LAYER: StackLayer = { kernel: 3, stride: 1, dilation: 1, padding: 0 };

/** The stack, and one layer more or less. */
export function StackControl({ model: { layers, params }, setParams }: Props) {
  const say = useSay();
  const take = (next: readonly StackLayer[], layer = params.layer): void =>
    setParams({ stack: 'own', ...listsOf(next), layer });
  return (
    <div className="stack-control">
      <Param name="stack" />
      <span className="stack-buttons">
        <button
          type="button"
          className="stack-button"
          aria-label={say(WORDS.add)}
          title={say(WORDS.add)}
          disabled={layers.length >= MOST_LAYERS}
          onClick={() => take([...layers, NEW_LAYER], layers.length + 1)}
        >
          +
        </button>
        <button
          type="button"
          className="stack-button"
          aria-label={say(WORDS.remove)}
          title={say(WORDS.remove)}
          disabled={layers.length <= 1 || isFixed(layers)}
          onClick={() => take(layers.slice(0, -1))}
        >
          −
        </button>
      </span>
    </div>
  );
}

/** The layer that the sliders set. */
export function LayerControl({ params, model, setParams }: Props) {
  const say = useSay();
  return (
    <Menu
      label={say(WORDS.layer)}
      value={String(params.layer)}
      options={model.layers.map((_, i) => ({ value: String(i + 1), label: say(shortName(model, i + 1)) }))}
      onChange={(layer) => setParams({ layer: Number(layer) })}
    />
  );
}
