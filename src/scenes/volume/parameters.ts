import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Values } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

const LIMIT = 1e6;
const MOST_TYPED = 2000;

export const params = {
  source: choice({
    label: SIZE_WORDS.picture,
    options: { photo: WORDS.photo, numbers: WORDS.numbers },
    default: 'photo',
    look: 'menu',
  }),
  seed: seedParam(),
  channels: whole({ label: WORDS.channels, default: 3, range: [1, 4] }),
  filters: whole({ label: WORDS.filters, default: 2, range: [1, 4] }),
  kernel: whole({ label: SIZE_WORDS.kernel, default: 3, range: [1, 3] }),
  groups: whole({ label: WORDS.groups, default: 1, range: [1, 4] }),
  input: whole({ label: SIZE_WORDS.input, default: 5, range: [4, 7] }),
  /** Typed numbers with their places: channel, row, column, value; and so on. */
  x: cells({ label: WORDS.x, most: MOST_TYPED, limit: LIMIT }),
  /** filter, channel within the group, row, column, value. */
  w: cells({ label: SIZE_WORDS.preset, most: MOST_TYPED, limit: LIMIT }),
  /** filter, value. */
  b: cells({ label: WORDS.b, most: MOST_TYPED, limit: LIMIT }),
  /** Which layer is counted: the one in the figure, or the one of the prose. */
  cost: choice({
    label: WORDS.cost,
    options: { figure: WORDS.figure, layer: WORDS.layer },
    default: 'figure',
    look: 'menu',
  }),
} as const;

export type VolumeParams = ParamsOf<typeof params>;

/** The group counts that split both the channels and the filters evenly. */
export const groupCounts = ({ channels, filters }: Pick<VolumeParams, 'channels' | 'filters'>): number[] =>
  Array.from({ length: Math.min(channels, filters) }, (_, i) => i + 1).filter(
    (groups) => channels % groups === 0 && filters % groups === 0,
  );

export const values: Values<VolumeParams> = { groups: groupCounts };

/** Typed numbers are whole entries of `width` numbers, [place …, value]; the last one typed at a place counts. */
function cleaned(typed: readonly number[] | null, width: number): readonly number[] | null {
  if (!typed) return null;
  const kept = new Map<string, number[]>();
  for (let i = 0; i + width <= typed.length; i += width) {
    const entry = typed.slice(i, i + width);
    const place = entry.slice(0, -1).map((n) => Math.max(0, Math.round(n)));
    // A typed −0 is a 0.
    kept.set(place.join(), [...place, (entry[width - 1] as number) + 0]);
  }
  return kept.size > 0 ? [...kept.values()].flat() : null;
}

export const constrain = (of: VolumeParams): VolumeParams => ({
  ...of,
  x: cleaned(of.x, 4),
  w: cleaned(of.w, 5),
  b: cleaned(of.b, 2),
});
