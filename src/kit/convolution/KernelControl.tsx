import { Thumbnails } from '../controls/Thumbnails.tsx';
import { PRESET_NAMES, type Preset, presetKernel } from '../samples/kernelPresets.ts';
import { useSay } from '../scene/context.ts';
import { SIZE_WORDS } from './words.ts';

interface KernelControlProps {
  readonly params: { readonly preset: string; readonly kernel: number };
  readonly model: { readonly w: { readonly data: ArrayLike<number> } };
  setParams(change: { readonly preset: Preset | 'own'; readonly w: readonly number[] | null }): void;
}

/** One row of pictures; a preset that a link brings takes the last place. */
const OFFERED: readonly Preset[] = ['sobelX', 'sobelY', 'box', 'laplacian', 'sharpen'];
const offered = (now: string): readonly Preset[] =>
  now === 'own' || OFFERED.includes(now as Preset) ? OFFERED : [...OFFERED.slice(0, -1), now as Preset];

/** The kernel, chosen by its picture; the last one is the reader's own, which begins as the kernel that is there. */
export function KernelControl({ params, model, setParams }: KernelControlProps) {
  const say = useSay();
  return (
    <Thumbnails
      label={say(SIZE_WORDS.preset)}
      value={params.preset}
      options={[
        ...offered(params.preset).map((value) => ({
          value,
          label: say(PRESET_NAMES[value]),
          numbers: presetKernel(value, params.kernel),
        })),
        { value: 'own', label: say(SIZE_WORDS.own), numbers: null },
      ]}
      onChange={(preset) =>
        setParams({ preset: preset as Preset | 'own', w: preset === 'own' ? Array.from(model.w.data) : null })
      }
    />
  );
}
