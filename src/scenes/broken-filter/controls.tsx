import { Thumbnails } from '../../kit/controls/Thumbnails.tsx';
import { KERNEL_CHANGES, type KernelChange } from '../../kit/samples/kernelChanges.ts';
import { useSay } from '../../kit/scene/context.ts';
import type { ControlProps } from '../../kit/scene/defineScene.ts';
import type { BrokenModel } from './model.ts';
import type { BrokenParams } from './parameters.ts';
import { WORDS } from './words.ts';

type Props = ControlProps<BrokenParams, BrokenModel>;

/** Everything as it was trained. */
export function MendControl({ params, setParams }: Props) {
  const say = useSay();
  return (
    <button
      type="button"
      className="kit-button"
      disabled={params.broken === 0 && params.weights === null}
      onClick={() => setParams({ broken: 0, weights: null })}
    >
      {say(WORDS.mend)}
    </button>
  );
}

/** The kernel as it was trained, changed in one of some ways, or as the reader types it. */
export function KernelControl({ params, model, setParams }: Props) {
  const say = useSay();
  const changed = Object.entries(KERNEL_CHANGES).map(([value, change]) => ({
    value,
    weights: change(model.trained),
  }));
  const same = JSON.stringify(params.weights);
  const chosen = params.weights
    ? (changed.find(({ weights }) => JSON.stringify(weights) === same)?.value ?? 'own')
    : 'trained';
  return (
    <Thumbnails
      label={say(WORDS.change)}
      value={chosen}
      options={[
        { value: 'trained', label: say(WORDS.trained), numbers: model.trained },
        ...changed.map(({ value, weights }) => ({
          ...{ value, numbers: weights },
          label: say(WORDS[value as KernelChange]),
        })),
        { value: 'own', label: say(WORDS.own), numbers: null },
      ]}
      onChange={(value) => {
        const own =
          value === 'own' ? model.kernel : (changed.find((one) => one.value === value)?.weights ?? null);
        setParams({ weights: own });
      }}
    />
  );
}
