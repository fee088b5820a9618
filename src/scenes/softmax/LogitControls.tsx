import { Menu } from '../../kit/controls/Menu.tsx';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import { allLogits, type SoftmaxModel } from './model.ts';
import type { SoftmaxParams } from './parameters.ts';
import { WORDS } from './words.ts';

type Props = ControlProps<SoftmaxParams, SoftmaxModel>;

/** The class that the picture shows. */
export function TruthControl({ params, model, setParams }: Props) {
  const say = useSay();
  return (
    <Menu
      label={say(WORDS.truth)}
      value={String(params.truth)}
      options={model.names.map((name, k) => ({ value: String(k), label: say(name) }))}
      onChange={(k) => setParams({ truth: Number(k) })}
    />
  );
}

const CHANGES = [
  { text: '+100', change: (z: number) => z + 100 },
  { text: '−100', change: (z: number) => z - 100 },
  { text: '×2', change: (z: number) => z * 2 },
  { text: '÷2', change: (z: number) => z / 2 },
] as const;

/** What is done to all logits alike: a sum changes no share, a product does. */
export function AllLogits({ model, setParams }: Props) {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, no fields of a form
    <div className="control-choice softmax-all" role="group" aria-label={say(WORDS.allLogits)}>
      <span className="control-label" aria-hidden="true">
        {say(WORDS.allLogits)}
      </span>
      <span className="softmax-buttons" translate="no">
        {CHANGES.map(({ text, change }) => (
          <button
            key={text}
            type="button"
            className="kit-button"
            aria-label={`${say(WORDS.allLogits)} ${text}`}
            onClick={() => setParams(allLogits(model, change))}
          >
            {text}
          </button>
        ))}
      </span>
    </div>
  );
}
